/** Challenges for passkeys: bound to one browser, good for some minutes and once, with nothing kept until one is used. */
import { randomBytes } from 'node:crypto';
import type { Guesses } from '../store/collections/guesses';
import type { Records } from '../store/ports';

const GOOD_FOR = 10 * 60_000;

export function createChallenges(
  used: Records<Guesses>,
  hash: (purpose: string, value: string) => string,
  now: () => number,
) {
  const sign = (at: string, chance: string, browser: string) => hash('staff challenge', `${at} ${chance} ${browser}`);
  return {
    make(browser: string): string {
      const at = now().toString(36);
      const chance = randomBytes(16).toString('hex');
      return Buffer.from(`${at} ${chance} ${sign(at, chance, browser)}`).toString('base64url');
    },
    /** True the first time, for the browser it was made for. Throws StoreDown. */
    async use(challenge: string, browser: string): Promise<boolean> {
      const [at = '', chance = '', mark = ''] = Buffer.from(challenge, 'base64url').toString().split(' ');
      const made = Number.parseInt(at, 36);
      const known = mark !== '' && mark === sign(at, chance, browser);
      if (!known || !(now() - made < GOOD_FOR)) return false;
      return used.add({ id: hash('staff used', mark), rev: 1, count: 1, expiresAt: made + GOOD_FOR });
    },
  };
}
export type Challenges = ReturnType<typeof createChallenges>;
