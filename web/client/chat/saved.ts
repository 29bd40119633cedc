/** What a reload of this tab needs: who is talking, and what the server does not have yet. */
import { tab } from '../keep';
import type { Waiting } from './wire';

export interface Saved {
  /** '' for words without a talk any more: they begin the next one */
  readonly place: string;
  /** the conversation had not begun */
  readonly fresh: boolean;
  readonly waiting: readonly Waiting[];
}

export function save(saved: Saved): void {
  tab.set(JSON.stringify(saved));
}

/** null when there is nothing to come back to, or it cannot be read. */
export function readSaved(): Saved | null {
  try {
    const read: Partial<Saved> | null = JSON.parse(tab.get() ?? 'null');
    if (typeof read?.place !== 'string') return null;
    const waiting = Array.isArray(read.waiting) ? read.waiting : [];
    if (read.place === '' && waiting.length === 0) return null;
    return { place: read.place, fresh: read.fresh === true, waiting };
  } catch {
    return null;
  }
}
