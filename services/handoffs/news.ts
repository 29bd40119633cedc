/** What the conversation is told of its handoff. */
import type { Happening } from '../../dialogs/types';
import type { Handoff, Todo } from '../handoffMachine/handoff';

/** Null for news the conversation has no word for. */
export function happeningOf({ id }: Pick<Handoff, 'id'>, { what, person, n, at }: Todo): Happening | null {
  const thread = { id, claim: n };
  switch (what) {
    case 'accepted':
      return { name: 'handoffAccepted', person, minutes: 0, thread };
    case 'released':
      return { name: 'handoffReleased', person, thread };
    case 'late':
      return { name: 'handoffLate' };
    case 'goesOn':
    case 'stays':
      return { name: 'handoffEnded', person, how: what, thread };
    case 'reached':
    case 'notReached':
      return { name: 'callMade', person, reached: what === 'reached', by: at, thread };
    case 'callback':
      return { name: 'handoffEnded', person, how: 'callback', by: at, thread };
    default:
      return null;
  }
}
