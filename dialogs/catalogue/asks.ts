/** The common way to ask: one message with its own choices. */
import { type ChoiceIdOf, choicesOf, type MessageId, type ParamsOf, part } from '../content/copy';
import type { Draft } from '../draft';
import type { Asking } from './question';

type NoParams<Id extends MessageId> = keyof ParamsOf<Id> extends never ? Id : never;

/** Asks one message as it stands. */
export function asks<Id extends MessageId>(
  id: NoParams<Id>,
  only?: readonly ChoiceIdOf<NoParams<Id>>[],
): (d: Draft) => Asking {
  return () => ({ parts: [{ id, params: {} }], choices: choicesOf<NoParams<Id>>(id, only) });
}

/** Asks one message after saying another the first time. */
export function asksAfter<Id extends MessageId>(before: readonly MessageId[], id: NoParams<Id>): (d: Draft) => Asking {
  return () => ({
    before: [before.map((one) => ({ id: one, params: {} }))],
    parts: [{ id, params: {} }],
    choices: choicesOf<NoParams<Id>>(id),
  });
}

/** The choices of a message that has placeholders. */
export { choicesOf, part };
