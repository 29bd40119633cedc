/** Staff access in memory, with a clock to turn and an audit to read. */
import type { Done } from '../../../services/audit/audit';
import type { NewAccount } from '../../../services/staff/accounts';
import type { OidcSettings } from '../../../services/staff/oidc';
import { createStaff } from '../../../services/staff/staff';
import { doSum, type Sum, type Total } from '../../../services/staff/sums/sums';
import { guesses } from '../../../services/store/collections/guesses';
import { type Staff, staff, staffSessions } from '../../../services/store/collections/staff';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { keyedHash } from '../../../services/store/seal';

export const ORIGIN = 'http://localhost:3978';
export const PASSWORD = 'heather over the kingfisher';

export const MORAG: NewAccount = {
  name: 'Morag Bell',
  email: 'morag@win.example.org',
  roles: ['advisor'],
  organisationId: null,
  password: PASSWORD,
  sample: false,
};

/** argon2id costs a tenth of a second: most tests compare the words themselves. */
async function quickSum(asked: Sum): Promise<Total> {
  if (asked.kind === 'hash') return { kind: 'hash', hash: `plain ${asked.password}` };
  if (asked.kind === 'fits') return { kind: 'fits', fits: asked.hash === `plain ${asked.password}` };
  return doSum(asked);
}

export function aStaff({
  sum = quickSum,
  oidc = null,
}: {
  readonly sum?: (asked: Sum) => Promise<Total>;
  readonly oidc?: OidcSettings | null;
} = {}) {
  let at = Date.UTC(2026, 10, 24, 10);
  const audited: Done[] = [];
  const summed: Sum[] = [];
  const key = Buffer.alloc(32, 7);
  const records = {
    staff: createMemoryRecords(staff),
    sessions: createMemoryRecords(staffSessions),
    guesses: createMemoryRecords(guesses),
  };
  const hash = (purpose: string, value: string) => keyedHash(key, purpose, value);
  const made = createStaff({
    ...records,
    hash,
    sum: async (asked) => {
      summed.push(asked);
      return sum(asked);
    },
    audit: async (done) => void audited.push(done),
    publicUrl: ORIGIN,
    oidc,
    now: () => at,
  });
  return {
    ...made,
    records,
    audited,
    summed,
    hash,
    now: () => at,
    pass: (ms: number) => {
      at += ms;
    },
    async added(more: Partial<NewAccount> = {}): Promise<Staff> {
      const done = await made.accounts.add({ ...MORAG, ...more }, 'command');
      if (done.kind !== 'added') throw new Error(done.kind);
      return done.account;
    },
  };
}
