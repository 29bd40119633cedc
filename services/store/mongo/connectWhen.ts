/** A database whose address comes later (the built-in engine is still starting): uses wait a moment, then give up calmly. */
import type { CollectionDefinition } from '../definition';
import { type OnUnreadable, StoreDown } from '../ports';
import { connect, type Database } from './connect';

/** How long a use waits for the address, ms. */
const waitMs = 2_000;

/** As `connect`, for a uri that is a promise. A rejected promise makes every use StoreDown. */
export function connectWhen(
  uri: Promise<string>,
  definitions: readonly CollectionDefinition[],
  unreadable: OnUnreadable = () => undefined,
): Database {
  const made = uri.then((known) => connect(known, definitions));
  made.catch(() => undefined);
  const soon = async (): Promise<Database> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new StoreDown('the database is still starting')), waitMs);
    });
    try {
      return await Promise.race([made, late]);
    } catch (error) {
      throw error instanceof StoreDown ? error : new StoreDown(error);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    unreadable,
    use: async (work) => (await soon()).use(work),
    ready: async () => (await soon()).ready(),
    close: async () => {
      await made.then((database) => database.close()).catch(() => undefined);
    },
  };
}
