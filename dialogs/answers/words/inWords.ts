/** The answer somebody gives in words of their own: which choice they mean, at the question they were asked. */
import type { Choice } from '../../content/words';
import { outsideQuestions } from '../../reading/questionForm';
import { normalise } from '../../safety/words/normalise';
import type { Reading } from '../../types';
import { polarityIn } from './polarity';
import { SAID_AT } from './questions';

export type InWords =
  | { readonly kind: 'pick'; readonly ids: readonly string[]; readonly sure: boolean }
  /** yes, if something is so */
  | { readonly kind: 'conditional' }
  | { readonly kind: 'unsure' };

/** Questions that are answered alike share one list. */
const LIKE: Readonly<Record<string, string>> = {
  consentMore: 'consent',
  returnSafe: 'safeNow',
  okTime: 'start',
  okToText: 'start',
  okToList: 'safeNow',
  summaryShown: 'summary',
  nextOption: 'share',
  afterNote: 'carryOn',
  forgetIt: 'carryOn',
  nudge: 'carryOn',
  returnHow: 'carryOn',
  anger: 'carryOn',
  care: 'carryOn',
  statusNone: 'carryOn',
  conduct: 'carryOn',
  measuresOk: 'confirmYesNo',
  checkIn: 'confirmYesNo',
  news: 'confirmYesNo',
  equalityOk: 'confirmYesNo',
  helpChoosing: 'confirmYesNo',
  noMatch: 'confirmYesNo',
  talkItThrough: 'confirmYesNo',
  bereaved: 'confirmYesNo',
  advice: 'confirmYesNo',
  robot: 'confirmYesNo',
  outOfArea: 'confirmYesNo',
  age16to17: 'confirmYesNo',
  under16: 'confirmYesNo',
  restart: 'confirmYesNo',
  deleteCheck: 'confirmYesNo',
  statusQuiet: 'confirmYesNo',
  picture: 'confirmYesNo',
  sharedDevice: 'sharedDevice',
  codeWord: 'confirmYesNo',
  thirdPartyDanger: 'confirmYesNo',
  thirdPartyHelp: 'confirmYesNo',
  thirdPartySelf: 'confirmYesNo',
};

/** What stands for each answer where a question words it its own way. */
const MEANS: Readonly<Record<string, readonly string[]>> = {
  yes: ['yes', 'carryOn', 'keepGoing', 'me'],
  no: ['no', 'none', 'notNow', 'leave', 'nothing', 'neither', 'notHere', 'change'],
  later: ['later', 'notNow'],
  leave: ['leave', 'break', 'notNow', 'no'],
  carryOn: ['carryOn', 'keepGoing', 'yes', 'me'],
  change: ['change', 'no'],
  startAgain: ['startAgain', 'startFresh'],
  unsure: ['unsure', 'maybeLater'],
};

function offered(choices: readonly Choice[], answer: string): string | null {
  const ids = [answer, ...(MEANS[answer] ?? [])];
  return ids.find((id) => choices.some((choice) => choice.id === id)) ?? null;
}

/** "…so yes", "…so no": the last word is the answer. */
const LAST_WORD =
  / (?:so|then|but|anyway|and) (?:ill say |i say |its |it is |that(?:s| is) )?(?:a )?(yes|no)(?: thanks| please| then)? $/;
const ASKS_US = /\?\s*$/;
const BEGINS_WITH_ANSWER =
  /^ (?:yes|yeah|aye|ok|okay|sure|fine|yep|yup|k|no|nope|nah|none|the|that|\d|very|perfectly|alright|right)(?= )/;

/** "ye" is "you" in a sentence and "yes" where an answer begins with it. */
function asYes(text: string): string {
  return text.replace(/^\s*ye+\b(?!\s+(?:can|ken|know|are|re|ve|ll|want|have|will|could|should|must|need))/i, 'yes');
}

/** Where a yes lets something be kept or passed on, it has to stand where a yes stands, and ask nothing back. */
const STRICT: ReadonlySet<string> = new Set(['consent', 'share']);
const PLAIN_YES =
  /(?:^|\|)(?: (?:well|um|eh|och|oh|right|so|hi|hello|thanks|k|hm|ach|i think|i say|very well|for (?:my|me) (?:bit|part)|then|all|just))* (?:yes|aye|yeah|yep|yup|yip|ok|okay|okey|k|kk|sure|fine|alright|definitely|absolutely|certainly|of course|course|go ahead|go on|go for|on you go|agreed|i agree|yh|ya|yas|whatever|suppose|i suppose|no (?:bother|problem|problems|objections?|worries|harm)|not? (?:mind|bothered)|i (?:have no|dont mind|do|consent|give|am happy|would)|thats (?:fine|ok|okay|quite|all|good|grand|alright)|its (?:fine|ok|okay|alright|grand)|happy|im happy|by all means|please do|why not|nothing to hide|dont see why not|works for me|sound|perfect|perfectly|great|grand|yous? (?:can|may)|you (?:can|may|have my)|keep|feel free|if (?:you (?:must|want|like|need)|i (?:must|have)|it (?:helps|gets)|that|its)|long as|as long|so long|aslong|only if|provided|providing|crack on|fire|bash|batter|long as)(?= )/;
const ASKS_BACK = / (?:but|though|tho) (?:who|what|why|how|where|when|is|does|do|will|can|are)(?= )/;
const SAID_LATER =
  / (?:you can|you may|keep it|keep them|keep what|keep away|keep my|keep this|keep all|crack on|tell them|all good|this once|why not|thats fine|that is fine|happy (?:with|for|enough)|no objections?|nothing to hide|pass (?:it|them|that)|go ahead|i agree|yes|aye|might as well|may as well) /;

/** "Pass it on": what we asked if we may do, bidden. */
const BIDS_SHARE =
  /^ (?:(?:please|just|right|so|then|can you|could you|will you|would you|you can|on you go) )*(?:pass|send|give) (?:it|them|that|this|my details)(?: (?:on|over|along|away|to them|them|please|then|thanks|just now|the now))* (?:\| ?)?$/;

function isPlainYes(plain: string): boolean {
  if (ASKS_BACK.test(plain)) return false;
  return PLAIN_YES.test(plain) || SAID_LATER.test(plain);
}

const withoutYes = (heard: ReturnType<typeof polarityIn>) =>
  heard === 'yes' || heard === 'conditional' ? null : heard;

/** Where a question back is common and a wrong guess is dear: "can you", "will he" ask too. */
const ASKED_BACK: ReadonlySet<string> = new Set(['consent', 'share', 'safeNow']);
const NOTHING_LEFT = /^[ |]*(?:(?:please|thanks|first|just|but|and|so|hi|hello|well|then|though|tho) |[ |])*$/;

/** Their words outside any question of theirs, as far as these can be a yes or a no. */
function answering(id: string, text: string, plain: string): string {
  return outsideQuestions(plain, text, ASKED_BACK.has(LIKE[id] ?? id));
}

/** All they wrote is a question: no yes and no no is in it, whatever words it is made of. */
export function onlyAsks(id: string, text: string): boolean {
  const { plain } = normalise(asYes(text));
  const left = answering(id, text, plain);
  return left !== plain && NOTHING_LEFT.test(left);
}

/** Null where nothing can be heard, or the question is not one that is answered so. */
export function inWords(
  id: string,
  choices: readonly Choice[],
  text: string,
  reading: Pick<Reading, 'command' | 'polarity'>,
): InWords | null {
  const table = LIKE[id] ?? id;
  const said = SAID_AT[table];
  if (said === undefined) return null;
  const { plain: whole } = normalise(asYes(text));
  const plain = answering(id, text, whole);
  const asks = plain !== whole;
  const pick = (answer: string, sure = true): InWords | null => {
    const found = offered(choices, answer);
    if (found !== null) return { kind: 'pick', ids: [found], sure };
    return answer === 'unsure' ? { kind: 'unsure' } : null;
  };
  // "you are from Home Office or no?" is a question, whatever word it ends with
  if (!asks && ASKS_US.test(text) && !BEGINS_WITH_ANSWER.test(plain)) return null;
  const last = LAST_WORD.exec(plain)?.[1];
  if (last !== undefined && id !== 'consent') return pick(last);
  if (!asks && (reading.command === 'yes' || reading.command === 'no')) return pick(reading.command);
  for (const [answer, says] of said) {
    if (answer === 'yes' && table !== 'safeNow' && table !== 'sharedDevice') break;
    says.lastIndex = 0;
    if (says.test(answer === 'yes' || answer === 'no' ? plain : whole)) {
      const found = pick(answer);
      if (found) return found;
    }
  }
  if (table === 'share' && BIDS_SHARE.test(plain)) return pick('yes');
  if (asks && NOTHING_LEFT.test(plain)) return null;
  const own = STRICT.has(table) && !isPlainYes(plain) ? withoutYes(polarityIn(plain)) : polarityIn(plain);
  const heard =
    own ?? (STRICT.has(table) && !isPlainYes(plain) ? null : asks ? null : (reading.polarity?.value ?? null));
  if (heard === 'conditional') return { kind: 'conditional' };
  if (heard !== null && (own !== null || (reading.polarity?.confidence ?? 0) >= 0.5)) {
    const found = pick(heard);
    if (found) return found;
  }
  if (STRICT.has(table)) return null;
  for (const [answer, says] of said) {
    says.lastIndex = 0;
    if (answer === 'yes' && says.test(plain)) return pick('yes', false);
  }
  return null;
}
