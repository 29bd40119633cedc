/** At some questions an answer is seldom danger: how much more it takes there, in log odds of the joined judgement. */

/** Questions whose answer is a name, a number or a choice. */
const CLOSED =
  /(?:name|age|area|number|email|when|contactBy|pace|readiness|satisfied|lonely|leaveFast|voicemail|sender|measures|news|checkIn|equality|confirm)$/i;
/** Questions about likes, hopes and people. */
const MILD = /(?:hopes|supports|barriers|priority|adjustments|interests|trusted|options|share|consent|other|avoid)$/i;
const MORE_AT = { closed: 2, mild: 1 };

/** `question` is its catalogue id, or empty. */
export function shiftAt(question: string): number {
  if (CLOSED.test(question)) return MORE_AT.closed;
  return MILD.test(question) ? MORE_AT.mild : 0;
}
