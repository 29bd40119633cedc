/** Fresh letters and digits for references and phrases, never the same twice. */
import { randomFillSync } from 'node:crypto';

const seedBytes = 12;
const pool = Buffer.alloc(seedBytes * 128);
let used = pool.length;

/** 24 hexadecimal digits from the system's random source, which is asked for many at a time. */
export function newSeed(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += seedBytes;
  return pool.toString('hex', used - seedBytes, used);
}
