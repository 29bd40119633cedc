/** Sets aside what cannot be dealt with, so that what comes behind it is: kept sealed, and a person is told (S2, H7). */
import { LRUCache } from 'lru-cache';
import type { Alert } from '../alarms/alert';
import type { DeadLetter } from '../store/collections/deadLetters';
import type { Hash } from '../store/identity';
import type { OnUnreadable, Records } from '../store/ports';

const day = 24 * 60 * 60 * 1000;
/** Long enough for a person to have dealt with it, ms. */
const keptFor = 90 * day;

export interface SetAsideParts {
  readonly letters: Pick<Records<DeadLetter>, 'add'>;
  readonly alert: Alert;
  /** ids and kinds of fault only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
  /** ms since 1970 */
  readonly now: () => number;
}

export type Aside = Pick<DeadLetter, 'id' | 'what' | 'conversationId' | 'source' | 'why' | 'words'> & {
  readonly level: 'P0' | 'P1' | 'P2';
};

/** Keeps it once and raises one alert with its id. Throws StoreDown. */
export type SetAside = (aside: Aside) => Promise<void>;

/** The setter-aside on its records. */
export function createSetAside({ letters, alert, log, now }: SetAsideParts): SetAside {
  return async ({ level, ...letter }) => {
    const at = now();
    const isNew = await letters.add({ ...letter, at, expiresAt: at + keptFor });
    log('set.aside', { id: letter.id, what: letter.what, why: letter.why });
    // the same id is the same alert, so one that a crash lost between the two is raised with the next try
    if (isNew || level === 'P0') await alert({ id: letter.id, to: 'duty', why: `set aside: ${letter.what}`, level });
  };
}

/** A record nobody can read is met with every look: it is told of once by each process, and stops nothing (H7). */
export function onceUnreadable(setAside: SetAside, hash: Hash): OnUnreadable {
  const told = new LRUCache<string, true>({ max: 10_000 });
  return ({ collection, id, why }) => {
    const source = `${collection}:${id}`;
    if (told.has(source)) return;
    told.set(source, true);
    const letter = { id: `aside:${hash('record', source)}`, what: 'record', source, why, level: 'P1' } as const;
    // the next time it is met it is told of again
    setAside({ ...letter, conversationId: null, words: null }).catch(() => told.delete(source));
  };
}
