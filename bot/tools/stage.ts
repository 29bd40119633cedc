/** Where a conversation stands, as the letter of the guide's section (docs/play.md lists them). */
import { wholeCatalogue } from '../../dialogs/catalogue';
import { splitKey } from '../../dialogs/catalogue/question';
import type { ConversationState } from '../../dialogs/types';

/** Questions of our own wording (W-...), by the section they belong to. The rest go by their message's own letter. */
const ownWords: Readonly<Record<string, string>> = {
  codeWordSet: 'C',
  pace: 'D',
  number: 'H',
  email: 'H',
  trusted: 'H',
  trustedPerson: 'H',
  summary: 'K',
  change: 'K',
  options: 'L',
  share: 'M',
  shareEdit: 'M',
  nextOption: 'M',
  checkInAnswer: 'N',
  checkInTalk: 'N',
  ethnicityList: 'O',
  riskNumber: 'R',
  care: 'R',
};

function sectionOf(key: string, message: string): string {
  const { id } = splitKey(key);
  const own = ownWords[id];
  if (own !== undefined) return own;
  return /^([A-O]|X)\d/.exec(message)?.[1] ?? (/^R[A-Z]/.test(message) ? 'R' : 'X');
}

/**
 * The section (A to O, R, X) of the question on the table; with none: `stopped`, `held` (waiting for a person of the
 * team), `paused`, or `done`.
 */
export function stageOf(state: ConversationState): string {
  if (state.contact === 'STOPPED') return 'stopped';
  const { asked } = state;
  const open = asked !== null && !Object.hasOwn(state.answers, asked.key);
  const known =
    open && [...wholeCatalogue.journey, ...wholeCatalogue.asides].some((one) => one.id === splitKey(asked.key).id);
  if (state.mode === 'waiting' || state.mode === 'advisor') return 'held';
  if (known && !state.paused) return sectionOf(asked.key, asked.message);
  if (state.safety?.holds) return 'held';
  return state.paused ? 'paused' : 'done';
}
