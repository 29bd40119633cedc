/**
 * Something may be wrong: one gentle question before anything is decided (changes 17). A clear "I'm OK" carries on and
 * leaves a note for the team to read the same day; anything else is danger. Never twice for the same words.
 */
import { choicesOf, type MessageId, part } from '../content/copy';
import type { Part } from '../content/words';
import { askFirst, type Draft, keepSecret, later, put } from '../draft';
import { chosen } from '../facts';
import { leaveNote } from '../handOver';
import { questionOpen } from '../openQuestion';
import { callsForCheck, nextUnease } from '../safety/unease';
import type { CheckAsked, Command, RiskCategory, RiskFlag } from '../types';
import { saysYoung } from './answers';
import { assaultIn } from './assault';
import { inOrderOfUrgency } from './levels';
import type { Words } from './words';

/** A talk is not made of checks: after this many the words are noted for the team and the talk goes on. */
const MOST_CHECKS = 3;

/** What they want is plain and comes first: these are done, and the worry is noted. */
const comeFirst: ReadonlySet<Command> = new Set(['stop', 'wrong_number', 'human', 'pause', 'delete_my_data']);

/** Was this raised by likeness alone (either model)? Then no rule heard words of danger. */
export function isLikeness(rule: string): boolean {
  return /^(?:model|deep):/.test(rule);
}

/** Everything in a message that should be asked about rather than acted on. */
export function worriesIn({ reading, text }: Words): readonly RiskFlag[] {
  const unclear = reading.risks === 'failed' ? [] : reading.risks.filter((flag) => flag.unclear);
  const checks = reading.checks ?? [];
  const heard = reading.risks === 'failed' ? [] : [...reading.risks, ...checks];
  const known = heard.some(({ category }) => category === 'danger_now' || category === 'domestic_abuse');
  const assault = known ? null : assaultIn(text);
  return inOrderOfUrgency([...unclear, ...checks, ...(assault === null ? [] : [assault])]);
}

/** The danger each label of the learned stage is asked about as. */
const asCategory: Readonly<Record<string, RiskCategory>> = {
  suicide_self_harm: 'suicide_thoughts',
  danger_now: 'danger_now',
  domestic_abuse: 'domestic_abuse',
  child_at_risk: 'child_at_risk',
  harm_to_others: 'harm_to_others',
  medical_emergency: 'medical_emergency',
  exploitation: 'exploitation',
  no_shelter_tonight: 'no_shelter_tonight',
  no_food_or_heat: 'no_food_or_heat',
  psychosis_distress: 'psychosis_distress',
};

/** Two uneasy messages, neither of them enough alone, are asked about as the likelier of the dangers (changes 17). */
function worryOfTalk(d: Draft, { text, reading }: Words): RiskFlag | null {
  if (!callsForCheck(d.state.unease, reading.unease)) return null;
  const [likeliest] = Object.entries(reading.scores ?? {})
    .filter(([label]) => Object.hasOwn(asCategory, label))
    .sort(([, a], [, b]) => b - a);
  const category = likeliest && asCategory[likeliest[0]];
  if (category === undefined) return null;
  return { category, level: 'P1', rule: 'talk:unease', words: text.slice(0, 300), aboutOther: false, unclear: true };
}

/** Carries the unease of this message to the next. */
export function carryUnease(d: Draft, { reading }: Words): void {
  put(d, { unease: nextUnease(d.state.unease, reading.unease) });
}

/** A question about danger is on the table: what they write is the answer to it. */
export function dangerAsked(d: Draft): boolean {
  const key = d.state.asked?.key;
  return key !== undefined && questionOpen(d) && /^(?:check:|r[scdhnxpfm][a-zA-Z0-9]*$|riskNumber$|x29$)/.test(key);
}

/** The worry to ask about now; null when there is none, or when a note for the team is all that is right. */
export function checkToAsk(d: Draft, heard: Words): RiskFlag | null {
  const flag = worriesIn(heard)[0] ?? worryOfTalk(d, heard);
  if (!flag || dangerAsked(d) || d.state.safety?.holds) return null;
  const { command } = heard.reading;
  const before = d.state.checks.filter((one) => sameKind(one.category, flag.category));
  const again = before.some((one) => d.state.secrets[`check/${one.category}`] === flag.words);
  const notNow = d.state.paused && chosen(d, 'safeNow') !== 'yes';
  const enough = (before.length > 0 && flag.level !== 'P0') || d.state.checks.length >= MOST_CHECKS;
  const plainWish = command !== null && comeFirst.has(command) && (heard.reading.commandStrength ?? 'bare') === 'bare';
  if (again || enough || notNow || plainWish) {
    if (!again) noteWorry(d, flag);
    return null;
  }
  return flag;
}

export const suicidal: ReadonlySet<RiskCategory> = new Set(['suicide_act', 'suicide_thoughts', 'self_harm']);
/** Asked about and answered as one. */
export const sameKind = (a: RiskCategory, b: RiskCategory) => a === b || (suicidal.has(a) && suicidal.has(b));

/** Writes the worry down, with the words, for a person to read at this level's time. Nobody is alarmed by it. */
export function noteWorry(d: Draft, flag: RiskFlag, level: 'P1' | 'P2' = 'P2'): void {
  later(
    d,
    'raiseRisk',
    {
      riskId: `risk-${d.world.seed.slice(0, 12)}`,
      category: flag.category,
      level,
      rule: flag.rule,
      also: [],
      aboutOther: flag.aboutOther,
      mode: d.state.contact,
      channel: d.world.channel,
      grade: 'check',
    },
    flag.words,
  );
  leaveNote(d, 'check', level);
}

/** Puts the one gentle question first in line. */
export function askCheck(d: Draft, flag: RiskFlag, text: string): void {
  const category: RiskCategory = suicidal.has(flag.category) ? 'suicide_thoughts' : flag.category;
  const asked: CheckAsked = {
    category,
    level: flag.level,
    rule: flag.rule,
    aboutOther: flag.aboutOther,
    young: saysYoung(text) || isYoung(d),
    at: d.world.now.at,
    answer: 'open',
  };
  put(d, { checks: [...d.state.checks.filter((one) => one.category !== category), asked] });
  keepSecret(d, `check/${category}`, flag.words);
  if (category === 'suicide_thoughts') later(d, 'remind', { what: 'riskSilence', afterMinutes: 5 });
  askFirst(d, `check:${category}`);
}

/** They are under 18, by what they told us. */
export function isYoung(d: Draft): boolean {
  const band = chosen(d, 'ageBand');
  return band === 'under16' || band === 'age16to17';
}

/** What is asked for each kind of worry. */
export function checkMessage(asked: CheckAsked): MessageId {
  if (asked.category === 'suicide_thoughts') return asked.aboutOther ? 'W-CHECK-THEM' : 'RS3U';
  if (asked.young && (asked.category === 'child_at_risk' || asked.category === 'domestic_abuse'))
    return 'W-CHECK-YOUNG';
  switch (asked.category) {
    case 'danger_now':
      return 'W-CHECK-DANGER';
    case 'domestic_abuse':
      return 'W-CHECK-HOME';
    case 'child_at_risk':
      return 'W-CHECK-CHILD';
    case 'harm_to_others':
      return 'W-CHECK-OTHERS';
    case 'medical_emergency':
      return 'W-CHECK-BODY';
    case 'exploitation':
      return 'W-CHECK-USED';
    case 'no_shelter_tonight':
      return 'W-CHECK-BED';
    case 'no_food_or_heat':
      return 'W-CHECK-FOOD';
    case 'psychosis_distress':
      return 'W-CHECK-MIND';
    case 'self_neglect':
      return 'W-CHECK-COPE';
    default:
      return 'RS3U';
  }
}

/** The words and choices of a check. */
export function checkAsking(asked: CheckAsked) {
  const id = checkMessage(asked);
  return { parts: [{ id, params: {} }], choices: choicesOf(id) };
}

const GRIEF = /\b(?:died|dying|passed|funeral|lost (?:my|ma|him|her)|dead|grief|bury|buried|widow)/i;
const TIRED = /\b(?:tired|knackered|shattered|done in|exhausted|worn|sleep|coping|weans|kids|cannae cope|carrying)/i;

/** One warm line to what they said first, after "I'm OK" (changes 2). */
export function warmLine(d: Draft, words: string): Part {
  if (GRIEF.test(words) || d.state.needs.includes('bereavement')) return part('W-CHECK-GRIEF');
  return TIRED.test(words) ? part('W-CHECK-TIRED') : part('W-CHECK-OK');
}
