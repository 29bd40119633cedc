/** What the person was answered in the turn that heard danger, for its record: the fixed replies by name, and the numbers in them. Pure. */
import { createHash } from 'node:crypto';
import { textOf } from '../../dialogs/content/copy';
import { contactsIn } from '../../dialogs/content/helplines/contactsIn';
import type { Effect, Reply } from '../../dialogs/types';

/**
 * The effect as it was asked for, and where it writes a risk down with what was answered and when the message came (ms; null
 * where its channel does not say).
 */
export function withAnswer(effect: Effect, replies: readonly Reply[], receivedAt: number | null): Effect {
  if (effect.kind !== 'raiseRisk') return effect;
  const came = { ...effect, data: { ...effect.data, ...(receivedAt === null ? {} : { receivedAt }) } };
  if (replies.length === 0) return came;
  const texts = replies.map(textOf).join('\n');
  const data = {
    replyId: replies.flatMap(({ parts }) => parts.map(({ id }) => id)).join(' '),
    // fixed texts change with the clinic's word: which one they saw is known by its fingerprint
    replyVersion: createHash('sha256').update(texts).digest('base64url').slice(0, 16),
    numbersOffered: [...contactsIn(texts)],
  };
  return { ...came, data: { ...came.data, ...data } };
}
