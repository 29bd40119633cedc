/** What is owed today: what was promised for today and not done, and what was broken and is still owed. Pure. */
import type { Staff } from '../handoffMachine/reasons';
import { audienceOf } from '../handoffMachine/reasons';
import { isAhead, isOver, type PromiseMade } from './promise';

export interface Owed {
  readonly made: PromiseMade;
  readonly isYours: boolean;
  readonly isLate: boolean;
}

/** Before this day ends (`until`, ms), the latest first to be put right, then by when they are due. A worry about us is for the lead alone. */
export function owedToday(
  all: readonly PromiseMade[],
  reader: Pick<Staff, 'id' | 'roles'>,
  until: number,
): readonly Owed[] {
  const isLead = reader.roles.includes('safeguarding');
  return all
    .filter((made) => !isOver(made) && (made.dueAt < until || !isAhead(made)))
    .filter(({ about }) => isLead || audienceOf(about) === 'team')
    .map((made) => ({
      made,
      isYours: made.owner.kind === 'person' && made.owner.id === reader.id,
      isLate: !isAhead(made),
    }))
    .toSorted((a, b) => Number(b.isLate) - Number(a.isLate) || a.made.dueAt - b.made.dueAt);
}
