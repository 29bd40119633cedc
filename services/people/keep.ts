/** Who can be looked up by what: written down when they say what to call them or give a number, and again when they come back. */
import type { ConversationState, Effect } from '../../dialogs/types';
import type { Hash } from '../store/identity';
import { keysOf, knownBy } from './keys';

/** Somebody who was away for so long is kept on from now, ms. */
const cameBack = 30 * 24 * 60 * 60_000;

/** What is to be done about it after this turn; nothing while nobody said who they are, or nothing of it changed. */
export function keepPerson(
  hash: Hash,
  before: ConversationState | null,
  after: ConversationState,
  now: number,
): readonly Effect[] {
  const [was, is] = [before === null ? null : knownBy(before), knownBy(after)];
  if (is.name === '' && is.numbers.length === 0 && (was === null || was.name === '')) return [];
  const same = was !== null && was.name === is.name && was.numbers.join() === is.numbers.join();
  const isLongAgo = before !== null && now - before.lastHeardAt > cameBack;
  if (same && !isLongAgo) return [];
  return [{ kind: 'keepPerson', data: { keys: [...keysOf(hash, is)] }, secret: is.name }];
}
