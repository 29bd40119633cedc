/** Keeps the lines reviewers wrote by hand, sealed, until somebody takes them out for the corpus. */

import { KEPT } from '../store/kept';
import type { Records } from '../store/ports';
import type { Rewrite } from './collection';
import { writerOf } from './line';

const most = 20_000;

/** `now` is in ms since 1970. */
export function createRewrites(records: Records<Rewrite>, now: () => number) {
  return {
    /** Keeps one under this id. */
    async keep(
      given: Pick<Rewrite, 'reviewer' | 'reviewerName' | 'text' | 'risk' | 'needs'>,
      id: string,
    ): Promise<void> {
      const at = now();
      await records.add({
        ...given,
        id,
        rev: 1,
        writtenAt: at,
        exportedAt: null,
        expiresAt: at + 2 * KEPT.supportRecord,
      });
    },

    /** What this reviewer wrote and nobody took out yet, the oldest first. Nobody's where the name is empty. */
    async waiting(reviewer: string): Promise<readonly Rewrite[]> {
      const writer = writerOf(reviewer);
      if (writer === writerOf('')) return [];
      const all = await records.find({ exportedAt: null }, most);
      return all
        .filter((one) => writerOf(one.reviewerName) === writer)
        .toSorted((a, b) => a.writtenAt - b.writtenAt || (a.id < b.id ? -1 : 1));
    },

    /** They were taken out, and are not taken out again. */
    async takenOut(all: readonly Rewrite[]): Promise<void> {
      for (const one of all) await records.replace({ ...one, rev: one.rev + 1, exportedAt: now() }, one.rev);
    },
  };
}
