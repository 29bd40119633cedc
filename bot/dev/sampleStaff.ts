/** Sample people of the team on a development machine, one for each role, and one-time links that sign them in. For this machine only. */
import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { NewAccount } from '../../services/staff/accounts';
import type { createStaff } from '../../services/staff/staff';
import type { Role } from '../../services/store/collections/roles';
import { isFromHere } from '../http/fromHere';
import { sendError } from '../http/respond';
import type { Log } from '../log';
import type { Door } from '../pages/staff/door';

export interface SamplesDeps {
  readonly staff: ReturnType<typeof createStaff>;
  readonly door: Door;
  /** ms since 1970 */
  readonly now: () => number;
  readonly log: Log;
}

/** Invented, as are the partners of the sample directory. */
const SAMPLES: readonly (Pick<NewAccount, 'name' | 'email' | 'organisationId'> & { readonly role: Role })[] = [
  { name: 'Ailsa', email: 'ailsa@win.example.org', role: 'advisor', organisationId: null },
  { name: 'Brodie', email: 'brodie@win.example.org', role: 'advisor', organisationId: null },
  { name: 'Catriona', email: 'catriona@win.example.org', role: 'safeguarding', organisationId: null },
  { name: 'Duncan', email: 'duncan@win.example.org', role: 'manager', organisationId: null },
  { name: 'Eilidh', email: 'eilidh@win.example.org', role: 'admin', organisationId: null },
  { name: 'Fergus', email: 'fergus@partner.example.org', role: 'partner', organisationId: 'clyde-kettle' },
];

const GOOD_FOR = 60 * 60_000;
const MOST_LINKS = 500;
const by = 'sample';

export function createSamples(server: Server, { staff, door, now, log }: SamplesDeps) {
  /** under way while the door is open already: a link pressed at once waits for its account */
  let seeding: Promise<void> = Promise.resolve();
  const links = new Map<string, { readonly email: string; readonly until: number }>();

  function linkFor(email: string): string {
    for (const [token, { until }] of links) if (until <= now() || links.size > MOST_LINKS) links.delete(token);
    const token = randomBytes(24).toString('base64url');
    links.set(token, { email, until: now() + GOOD_FOR });
    return `/dev/sign-in/${token}`;
  }

  server.get('/dev/sign-in/:token', async (req: Request, res: Response) => {
    if (!isFromHere(req)) return sendError(res, 404, 'NotFound', 'There is nothing here.');
    const { token } = z.object({ token: z.string() }).catch({ token: '' }).parse(req.params);
    const link = links.get(token);
    links.delete(token);
    await seeding.catch(() => undefined);
    const account = link === undefined || link.until <= now() ? null : await staff.accounts.byEmail(link.email);
    // only invented people, whoever else's address stood in a link
    if (account === null || !account.sample || account.state !== 'open') return door.go(res, '/start');
    const browser = door.browserOf(req);
    const session = await staff.enter(account, {
      stage: 'in',
      by: 'link',
      device: door.deviceOf(req),
      before: browser,
    });
    door.go(res, '/staff', session);
  });

  const linked = (who: typeof SAMPLES) => who.map(({ name, email, role }) => ({ name, role, path: linkFor(email) }));

  async function addMissing(): Promise<void> {
    for (const { role, ...who } of SAMPLES) {
      if ((await staff.accounts.byEmail(who.email)) !== null) continue;
      await staff.accounts.add({ ...who, roles: [role], password: null, sample: true }, by);
    }
    log.info('staff.samples', { accounts: SAMPLES.length });
  }

  return {
    /** Adds who is missing. Throws StoreDown. */
    seed(): Promise<void> {
      seeding = addMissing();
      return seeding;
    },
    /** A fresh link for each, by name and role. */
    links: () => linked(SAMPLES),
    /** The same for one of each role, for a terminal. */
    oneEach: () => linked(SAMPLES.filter(({ role }, at) => SAMPLES.findIndex((one) => one.role === role) === at)),
  };
}
