/** What came of something, written once beside the conversation for as long as the support record. */
import { addOnce } from '../../store/addOnce';
import { type Asked, type EffectParts, KEPT, type Outcome, type PromiseMade } from './effect';

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

/** A promise of the team's. `dueAt` in ms since 1970; `said` is how the time was told. */
export async function writePromise(
  { id, conversationId, at }: Asked<unknown>,
  parts: EffectParts,
  { kind, said, dueAt }: Pick<PromiseMade, 'kind' | 'said' | 'dueAt'>,
): Promise<void> {
  const promise: PromiseMade = {
    id,
    rev: 1,
    conversationId,
    kind,
    owner: 'team',
    said,
    madeAt: at,
    dueAt,
    state: 'open',
    doneAt: null,
    expiresAt: at + KEPT.supportRecord,
  };
  await addOnce(parts.promises, promise, ['conversationId', 'kind', 'madeAt']);
}
