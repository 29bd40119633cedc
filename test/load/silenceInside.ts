/**
 * Preloaded into the app (`node --require`) by `npm run silence`: the app's clock stands elsewhere, and from SIGUSR2 on it
 * dies by itself, as by SIGKILL, now and then just before or just after something is written to the database.
 *
 *   SILENCE_CLOCK   ms to add to the machine's clock
 *   SILENCE_DIES    how often it dies at a write: 0.002 is once in five hundred
 */
import { Collection } from 'mongodb';

const moved = Number(process.env['SILENCE_CLOCK'] ?? 0);
const dies = Number(process.env['SILENCE_DIES'] ?? 0);

const machineNow = Date.now.bind(Date);
Date.now = () => machineNow() + moved;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, as): object =>
    Reflect.construct(target, given.length === 0 ? [machineNow() + moved] : given, as),
});

let armed = false;
process.on('SIGUSR2', () => {
  armed = true;
});
const mayDie = () => {
  if (armed && Math.random() < dies) process.kill(process.pid, 'SIGKILL');
};

const writes = ['insertOne', 'insertMany', 'updateOne', 'updateMany', 'replaceOne', 'findOneAndUpdate', 'bulkWrite'];
for (const name of writes) {
  const real: unknown = Reflect.get(Collection.prototype, name);
  if (typeof real !== 'function') throw new Error(`The driver has no ${name}`);
  Object.defineProperty(Collection.prototype, name, {
    async value(this: unknown, ...given: unknown[]): Promise<unknown> {
      mayDie();
      const done: unknown = await Reflect.apply(real, this, given);
      mayDie();
      return done;
    },
  });
}
