/** The common way to ask: one message with its own choices. */
import { type ChoiceIdOf, choicesOf, type MessageId, type ParamsOf } from '../content/copy';
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
