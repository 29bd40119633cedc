/** Sends the commits of many conversations in one journaled write, and hands each its own result. */
import type { Document } from 'mongodb';
import { z } from 'zod';
import { StoreDown } from '../ports';
import type { GuardedUpdate } from './commitUpdate';
import type { Database } from './connect';
import { type Group, inGroups } from './inGroups';

export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly why: string };

/** One update of one conversation. `upsert` guards a new one; without it an update that finds nothing is done. */
export interface Operation extends GuardedUpdate {
  readonly upsert: boolean;
}

const duplicateKey = 11000;
const noSpace = 14031;
const refusedByValidator = 121;

/** What the update command answers (mongodb.com/docs/manual/reference/command/update): only the faults are listed. */
const Answer = z.looseObject({
  writeErrors: z
    .array(z.looseObject({ index: z.number(), code: z.number(), errInfo: z.unknown().optional() }))
    .optional(),
  writeConcernError: z.unknown().optional(),
});
type Fault = NonNullable<z.infer<typeof Answer>['writeErrors']>[number];

/** An upsert of a forgotten conversation lacks the fields only the first commit sets. */
function isForgotten(fault: Fault): boolean {
  const detail = JSON.stringify(fault.errInfo ?? '');
  return detail.includes('missingProperties') && detail.includes('createdAt');
}

function outcomeOf(fault: Fault): Outcome {
  if (fault.code === duplicateKey) return { kind: 'stale' };
  if (fault.code === refusedByValidator && isForgotten(fault)) return { kind: 'stale' };
  // the server's own words can quote the document, so only the code is passed on
  return { kind: 'refused', why: `The database refused a conversation (code ${fault.code})` };
}

/** The command itself rather than bulkWrite, which measures every document before it serialises it again. */
function updateCommand(operations: readonly Operation[]): Document {
  return {
    update: 'conversations',
    updates: operations.map(({ filter, update, upsert }) => ({ q: filter, u: update, upsert, multi: false })),
    ordered: false,
    writeConcern: { w: 'majority', j: true },
  };
}

/** Two groups under way carried a fifth more than one at 32 writers, and three no more than two. */
export function createCommits(database: Database, inFlight = 2): Group<Operation, Outcome> {
  return inGroups(
    async (operations) => {
      const outcomes: Outcome[] = operations.map(() => ({ kind: 'written' }));
      const answer = Answer.parse(await database.use((db) => db.command(updateCommand(operations))));
      if (answer.writeConcernError !== undefined) throw new StoreDown(new Error('The write may not last'));
      const faults = answer.writeErrors ?? [];
      // not the fault of any one of them: each is to be tried again when there is space
      if (faults.some(({ code }) => code === noSpace)) throw new StoreDown(new Error('There is no space on the disk'));
      for (const fault of faults) outcomes[fault.index] = outcomeOf(fault);
      return outcomes;
    },
    { atMost: 64, inFlight },
  );
}
