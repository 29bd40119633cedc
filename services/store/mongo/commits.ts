/** Sends the commits of many conversations in one journaled write, and hands each its own result. */
import { type AnyBulkWriteOperation, MongoBulkWriteError, type WriteError } from 'mongodb';
import { StoreDown } from '../ports';
import { collectionOf, type Database } from './connect';
import type { ConversationDocument } from './held';
import { type Group, inGroups } from './inGroups';

export type Operation = AnyBulkWriteOperation<ConversationDocument>;
export type Outcome =
  | { readonly kind: 'written' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly why: string };

const duplicateKey = 11000;
const refusedByValidator = 121;

/** An upsert of a forgotten conversation lacks the fields only the first commit sets. */
function isForgotten(fault: WriteError): boolean {
  const detail = JSON.stringify(fault.err?.errInfo ?? '');
  return detail.includes('missingProperties') && detail.includes('createdAt');
}

function outcomeOf(fault: WriteError): Outcome {
  if (fault.code === duplicateKey) return { kind: 'stale' };
  if (fault.code === refusedByValidator && isForgotten(fault)) return { kind: 'stale' };
  // the server's own words can quote the document, so only the code is passed on
  return { kind: 'refused', why: `The database refused a conversation (code ${fault.code})` };
}

/** Two groups under way carried a fifth more than one at 32 writers, and three no more than two. */
export function createCommits(database: Database, inFlight = 2): Group<Operation, Outcome> {
  return inGroups(
    async (operations) => {
      const outcomes: Outcome[] = operations.map(() => ({ kind: 'written' }));
      try {
        await database.use((db) =>
          collectionOf<ConversationDocument>(db, 'conversations').bulkWrite([...operations], { ordered: false }),
        );
      } catch (error) {
        if (!(error instanceof MongoBulkWriteError)) throw error;
        const faults = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
        // no fault of a single write means the whole was not confirmed; one beside them, that the rest may not last
        if (faults.length === 0) throw error;
        if (error.result.getWriteConcernError() !== undefined) throw new StoreDown(error);
        for (const fault of faults) outcomes[fault.index] = outcomeOf(fault);
      }
      return outcomes;
    },
    { atMost: 64, inFlight },
  );
}
