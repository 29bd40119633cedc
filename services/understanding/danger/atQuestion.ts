/** What kind of question is on the table: at some an answer is seldom danger, and it takes more to be raised there. */

/** Catalogue ids, and the names the measuring sets have for the same questions. */
const CLOSED = new Set(
  `name age ageBand area areaOther number riskNumber email when window contactBy safeNumber pace readiness satisfied lonely
  leaveFast voicemail sender senderStyle measures measuresOk news checkIn equality equalityOk confirm summary summaryShown
  quietSummary codeWord outOfArea`.split(/\s+/),
);
/** Likes, hopes, people, and what to do next. */
const MILD = new Set(
  `hopes goodWeek supports barriers priority adjustments interests trusted trustedPerson options nextOption okToList share
  consent consentMore start other avoid helpChoosing noMatch talkItThrough`.split(/\s+/),
);

/** `asked` is a key of the catalogue ("share:green-gate"), or empty. */
export function kindOfQuestion(asked: string): 'closed' | 'mild' | 'open' {
  const id = asked.split(':')[0] ?? '';
  if (CLOSED.has(id)) return 'closed';
  return MILD.has(id) ? 'mild' : 'open';
}
