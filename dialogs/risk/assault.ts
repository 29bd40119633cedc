/** Somebody tells of a rape or a sexual assault of their own: safe first, then the lines for that, and no list of needs. */
import type { RiskFlag } from '../types';
import { dangerAnswer } from './answers';
import { isElsewhere } from './safeToChat';

const DONE = '(?:raped|sexually (?:assaulted|abused|attacked)|groped|molested)';
const TELLS = [
  new RegExp(`\\b(?:i|ive|im|ah|av|got|was|been)\\b(?: \\w+){0,3} ${DONE}\\b`),
  new RegExp(`\\b${DONE} me\\b`),
  /\b(?:forced|forces) (?:him|her|them)sel\w* on me\b/,
  /\bforced me (?:to|tae|into) (?:have |having )?sex\b/,
  /\b(?:had|having) sex (?:with|wi) me (?:while|when|whilst) (?:i|ah)\b/,
  /\b(?:i|ah) said no\b.{0,24}\b(?:didnt|didnae|wouldnt|wouldnae|never|kept|still) ?(?:stop\w*|going|listen\w*|did it)\b/,
  /\bspiked\b.{0,60}\b(?:clothes|naked|bed|pants|knickers|underwear)\b/,
  /\b(?:my|ma|the) (?:rape|sexual assault)\b(?! (?:crisis|clinic|centre|alarm))/,
];
/** Of long ago, of somebody else, or not so. */
const NOT_THIS =
  /\b(?:years? ago|as a (?:child|kid|wean|teenager|boy|girl)|when (?:i|ah) was (?:wee|young|a|at|in|[0-9]\w*|little)|childhood|historic\w*|my past|my (?:pal|friend|mate|sister|daughter|mum|maw|lassie|cousin|niece|neighbour) (?:was|got|has)|never (?:been )?(?:raped|assaulted)|wasnt raped)\b/;
const NOW = /\b(?:being raped|raping me|right now|the now|hes still|still here)\b/;

/** A rape or sexual assault of their own, not of long ago and not this minute. */
export function tellsOfAssault(text: string): boolean {
  const plain = text
    .slice(0, 1000)
    .toLowerCase()
    .replace(/[\u2018\u2019'`]/g, '');
  return TELLS.some((says) => says.test(plain)) && !NOT_THIS.test(plain) && !NOW.test(plain);
}

/** The one who did it is not near: a no to "is anyone near who might hurt you?". */
export const noneNear = (text: string): boolean => dangerAnswer(text) === 'no' || isElsewhere(text);

/** Words of it that no rule knows: asked about as danger is. */
export function assaultIn(text: string): RiskFlag | null {
  if (!tellsOfAssault(text)) return null;
  return {
    category: 'danger_now',
    level: 'P1',
    rule: 'assault-told',
    words: text.slice(0, 300),
    aboutOther: false,
    unclear: true,
  };
}
