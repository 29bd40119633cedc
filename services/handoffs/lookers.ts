/** Who of the team has which handoff on their screen: told by the console every few seconds, and shown to the others. */
import { z } from 'zod';
import { silentAfter } from '../handoffMachine/reasons';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';
import type { Records } from '../store/ports';

export const lookers = defineCollection({
  name: 'lookers',
  keptFor: { days: 1, why: 'which thread one of the team had on the screen; nobody else is in it' },
  schema: z.object({
    /** the account of one of the team */
    id: z.string().min(1),
    rev: z.number().int().min(1),
    name: z.string(),
    seenAt: moment,
    /** the handoff on their screen; '' for none */
    handoffId: z.string(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { handoffId: 1, seenAt: -1 }, serves: 'Who else has this handoff on their screen?' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: ['name'],
});
export type Looker = z.infer<typeof lookers.schema>;

const day = 24 * 60 * 60_000;
const tries = 20;
interface Who {
  readonly id: string;
  readonly name: string;
}

export function createLookers(records: Records<Looker>, now: () => number) {
  return {
    /** This handoff is on their screen now ('' for the queue). */
    async looks({ id, name }: Who, handoffId: string): Promise<void> {
      for (let go = 0; go < tries; go += 1) {
        const found = await records.get(id);
        const rev = (found?.rev ?? 0) + 1;
        const next: Looker = { id, rev, name, seenAt: now(), handoffId, expiresAt: now() + day };
        if (found === null ? await records.add(next) : await records.replace(next, found.rev)) return;
      }
      throw new Error('What is on a screen kept moving on');
    },
    /** Who has it on their screen. */
    async at(handoffId: string): Promise<readonly Who[]> {
      const found = await records.find({ handoffId, seenAt: { $gt: now() - silentAfter } }, 100);
      return found.map(({ id, name }) => ({ id, name }));
    },
  };
}
