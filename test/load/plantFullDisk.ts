/**
 * Preloaded into the app (`node --require`): from SIGUSR2 on the database has no room, as an engine on a full disk says it.
 * For the test of danger first in every queue.
 */
import { Collection, MongoServerError } from 'mongodb';

/** Not enough room on the disk (MongoDB's OutOfDiskSpace). */
const OUT_OF_ROOM = { code: 14_031, codeName: 'OutOfDiskSpace', errmsg: 'available disk space is less than required' };

let full = false;
process.on('SIGUSR2', () => {
  full = !full;
});

const writes = ['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'findOneAndUpdate', 'bulkWrite'];
for (const name of writes) {
  const real: unknown = Reflect.get(Collection.prototype, name);
  if (typeof real !== 'function') throw new Error(`The driver has no ${name}`);
  Object.defineProperty(Collection.prototype, name, {
    async value(this: unknown, ...given: unknown[]): Promise<unknown> {
      if (full) throw new MongoServerError(OUT_OF_ROOM);
      return Reflect.apply(real, this, given);
    },
  });
}
