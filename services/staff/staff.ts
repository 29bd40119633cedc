/** Staff access put together: accounts, sessions, and the ways in. */
import type { Done } from '../audit/audit';
import { createLimit } from '../limits/limit';
import type { ProviderSettings } from '../outside/provider';
import type { Guesses } from '../store/collections/guesses';
import type { Staff, StaffSession } from '../store/collections/staff';
import type { Records } from '../store/ports';
import { createAccounts } from './accounts';
import { createChallenges } from './challenges';
import { createOidc, type OidcSettings } from './oidc';
import { createPresence } from './presence';
import { createSessions, type Seen } from './sessions';
import { createSignIn } from './signIn';
import type { DoSum } from './sums/thread';

export interface StaffDeps {
  readonly staff: Records<Staff>;
  readonly sessions: Records<StaffSession>;
  readonly guesses: Records<Guesses>;
  readonly hash: (purpose: string, value: string) => string;
  readonly sum: DoSum;
  readonly audit: (done: Done) => Promise<void>;
  /** where people come in, with no slash at the end */
  readonly publicUrl: string;
  /** signing in by the organisation's own accounts; null or absent where that is not set up */
  readonly oidc?: OidcSettings | null;
  readonly told?: ProviderSettings['told'];
  /** ms since 1970 */
  readonly now: () => number;
}

const QUARTER = 15 * 60_000;
/** Tries at one account in a quarter of an hour. */
export const ACCOUNT_TRIES = 10;
/** Tries from one network in a quarter of an hour: an office may share one. */
export const NETWORK_TRIES = 60;

export function createStaff(deps: StaffDeps) {
  const { hash, sum, audit, now } = deps;
  const accounts = createAccounts({ staff: deps.staff, hash, sum, audit, now });
  const sessions = createSessions({ sessions: deps.sessions, account: accounts.get, hash, now });
  const challenges = createChallenges(deps.guesses, hash, now);
  // nobody in danger waits behind it, and who guesses a password may well make the database slow
  const limit = (name: string, most: number) =>
    createLimit(deps.guesses, hash, now, { name, most, windowMs: QUARTER, withinMs: 800 });
  const signIn = createSignIn({
    accounts,
    sessions,
    challenges,
    sum,
    byNetwork: limit('staff network', NETWORK_TRIES),
    byAccount: limit('staff account', ACCOUNT_TRIES),
    origin: new URL(deps.publicUrl).origin,
    now,
  });
  const told = deps.told === undefined ? {} : { told: deps.told };
  const oidc =
    deps.oidc == null
      ? null
      : createOidc({ ...deps.oidc, ...told, back: `${deps.publicUrl}/staff/oidc/back`, challenges, hash });
  return {
    accounts,
    sessions,
    challenges,
    signIn,
    /** null where it is not set up */
    oidc,
    presence: createPresence(accounts, sessions),
    /** Begins a session for somebody whose ways in were right, written in the audit; what the browser holds from now on. */
    async enter(owner: Staff, how: Parameters<typeof sessions.begin>[1]): Promise<string> {
      if (how.stage !== 'half')
        await audit({ actor: owner.id, action: 'signedIn', subject: `staff:${owner.id}`, detail: { by: how.by } });
      return sessions.begin(owner, how);
    },
    /** Ends one of somebody's sessions, by themselves or by an admin; false when it is not theirs. */
    async endOther(staffId: string, sessionId: string, by: string): Promise<boolean> {
      await audit({ actor: by, action: 'sessionEnded', subject: `staff:${staffId}`, detail: {} });
      return sessions.endOne(staffId, sessionId);
    },
    async leave(token: string, { account }: Seen): Promise<void> {
      await sessions.end(token);
      await audit({ actor: account.id, action: 'signedOut', subject: `staff:${account.id}`, detail: {} });
    },
  };
}
