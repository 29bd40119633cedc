/** What came of something, written once beside the conversation for as long as the support record. */
import { teamOwner } from '../../promises/owner';
import type { NewPromise } from '../../promises/promise';
import { addOnce } from '../../store/addOnce';
import type { Outcome } from '../../store/collections/running';
import { turnIn } from '../../store/identity';
import { KEPT } from '../../store/kept';
import type { Asked, EffectParts } from './effect';

/** Effect data as the record keeps it: lists are copies. */
function plainData({ written }: Asked<unknown>): Outcome['data'] {
  return Object.fromEntries(
    Object.entries(written.data).map(([key, value]): [string, string | number | boolean | string[]] =>
      typeof value === 'object' ? [key, [...value]] : [key, value],
    ),
  );
}

export async function writeOutcome(
  asked: Asked<unknown>,
  parts: EffectParts,
  { kind, label }: Pick<Outcome, 'kind' | 'label'>,
): Promise<void> {
  const { id, conversationId, at, written } = asked;
  const outcome: Outcome = {
    id,
    conversationId,
    kind,
    label,
    value: null,
    data: plainData(asked),
    words: written.secret ?? null,
    at,
    expiresAt: at + KEPT.supportRecord,
  };
  await addOnce(parts.outcomes, outcome, ['conversationId', 'kind', 'label', 'at']);
}

/** A promise of the team's. `dueAt` in ms since 1970, 0 where no time was told; `said` is how it was told. */
export async function writePromise(
  { id, conversationId, at }: Asked<unknown>,
  parts: EffectParts,
  made: Pick<NewPromise, 'kind' | 'said' | 'about' | 'dueAt' | 'toldAt'>,
): Promise<void> {
  if (made.dueAt <= 0) return;
  const life = turnIn(id, conversationId)?.life ?? '';
  const whole = { ...made, id, conversationId, life, owner: teamOwner(made.about), madeAt: at };
  await (made.kind === 'answer' ? parts.promises.promiseAnswer(whole) : parts.promises.make(whole));
}
