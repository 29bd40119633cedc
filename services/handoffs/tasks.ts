/** What is left to do after talks, several at once: only the reader's own, each as if it were done by itself. */

import type { Outcome } from '../handoffMachine/event';
import { isOwner } from '../handoffMachine/parts';
import type { Staff } from '../handoffMachine/reasons';
import type { createRepository } from './repository';
import type { Acted, NextGiven } from './staff/shapes';

interface WrapUp {
  readonly outcome: Outcome;
  readonly note: string;
  readonly next?: NextGiven;
}

export interface TaskDeps {
  readonly repository: Pick<ReturnType<typeof createRepository>, 'get'>;
  readonly wrapUp: (staff: Staff, id: string, given: WrapUp) => Promise<Acted>;
}

/** Done, or put off to a moment, ms. */
export type TaskAct = { readonly kind: 'done' } | { readonly kind: 'putOff'; readonly dueAt: number };
/** How many were, and how many were left as they are: no longer theirs, or done by then. */
export interface TasksActed {
  readonly acted: number;
  readonly left: number;
}

/** More at once is no list that somebody ticked. */
const most = 100;

export function createTasks({ repository, wrapUp }: TaskDeps) {
  async function one(staff: Staff, id: string, act: TaskAct): Promise<boolean> {
    const handoff = await repository.get(id);
    if (handoff === null || !isOwner(handoff.owner, staff)) return false;
    const { state, nextAction: action, outcome } = handoff;
    if (state !== 'callback' || action === '') return false;
    const given = { outcome: outcome ?? 'helped', note: '' } as const;
    const next = { action, ownerId: staff.id, dueAt: act.kind === 'putOff' ? act.dueAt : 0 };
    return (await wrapUp(staff, id, act.kind === 'putOff' ? { ...given, next } : given)).kind === 'done';
  }

  /** One after the other, so that what fails in the middle leaves the rest as it was. Throws StoreDown. */
  return async (staff: Staff, ids: readonly string[], act: TaskAct): Promise<TasksActed> => {
    const chosen = [...new Set(ids)].slice(0, most);
    let acted = 0;
    for (const id of chosen) if (await one(staff, id, act)) acted += 1;
    return { acted, left: chosen.length - acted };
  };
}
