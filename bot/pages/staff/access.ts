/** Who may open what, as data: every route of the staff pages by the roles it is for. A page without a row here does not compile. */

import type { Seen } from '../../../services/staff/sessions';
import type { Role } from '../../../services/store/collections/roles';

interface Row {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `half`: the password was right and the second way is to come. `signedIn`: every role */
  readonly for: 'anyone' | 'half' | 'signedIn' | readonly Role[];
  /** also for who has no second way yet: to add one */
  readonly settingUp?: true;
}

const ACCOUNTS: readonly Role[] = ['admin'];
/** Who talks with people. What each may see there is decided again by services/handoffs. */
const TEAM: readonly Role[] = ['advisor', 'safeguarding', 'manager'];
/** Who may open what people sent. A manager counts and reports, and has no need to. */
const LISTENERS: readonly Role[] = ['advisor', 'safeguarding'];
/** Who may write a line for what the bot learns from. */
const LEADS: readonly Role[] = ['safeguarding'];
const SUPERVISORS: readonly Role[] = ['safeguarding', 'manager'];
const MANAGERS: readonly Role[] = ['manager'];

export const ACCESS = [
  { method: 'GET', path: '/staff', for: 'signedIn' },
  { method: 'GET', path: '/staff/sign-in', for: 'anyone' },
  { method: 'POST', path: '/staff/sign-in', for: 'anyone' },
  { method: 'POST', path: '/staff/passkey', for: 'anyone' },
  { method: 'GET', path: '/staff/oidc', for: 'anyone' },
  { method: 'GET', path: '/staff/oidc/back', for: 'anyone' },
  { method: 'GET', path: '/staff/second-factor', for: 'half' },
  { method: 'POST', path: '/staff/second-factor', for: 'half' },
  { method: 'POST', path: '/staff/sign-out', for: 'anyone' },
  { method: 'GET', path: '/staff/account', for: 'signedIn', settingUp: true },
  { method: 'GET', path: '/staff/account/app', for: 'signedIn', settingUp: true },
  { method: 'POST', path: '/staff/account/app', for: 'signedIn', settingUp: true },
  { method: 'POST', path: '/staff/account/app/remove', for: 'signedIn' },
  { method: 'POST', path: '/staff/account/passkey', for: 'signedIn', settingUp: true },
  { method: 'POST', path: '/staff/account/passkey/remove', for: 'signedIn' },
  { method: 'GET', path: '/staff/account/password', for: 'signedIn' },
  { method: 'POST', path: '/staff/account/password', for: 'signedIn' },
  { method: 'POST', path: '/staff/account/sessions/end', for: 'signedIn' },
  { method: 'GET', path: '/staff/account/ring', for: TEAM },
  { method: 'POST', path: '/staff/account/ring', for: TEAM },
  { method: 'POST', path: '/staff/account/ring/remove', for: TEAM },
  { method: 'GET', path: '/advisor', for: TEAM },
  { method: 'GET', path: '/advisor/events', for: TEAM },
  { method: 'POST', path: '/advisor/next', for: TEAM },
  { method: 'POST', path: '/advisor/shift', for: TEAM },
  { method: 'GET', path: '/advisor/alarms/:token', for: TEAM },
  { method: 'GET', path: '/advisor/threads/:id', for: TEAM },
  { method: 'GET', path: '/advisor/threads/:id/files/:file', for: LISTENERS },
  { method: 'POST', path: '/advisor/threads/:id/claim', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/take-over', for: SUPERVISORS },
  { method: 'POST', path: '/advisor/threads/:id/release', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/say', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/typing', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/hand-back', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/call-back', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/called', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/note', for: TEAM },
  { method: 'POST', path: '/advisor/threads/:id/wrap-up', for: TEAM },
  { method: 'GET', path: '/advisor/today', for: TEAM },
  { method: 'POST', path: '/advisor/today', for: TEAM },
  { method: 'GET', path: '/advisor/people', for: TEAM },
  { method: 'POST', path: '/advisor/people', for: TEAM },
  { method: 'GET', path: '/advisor/people/:id', for: TEAM },
  { method: 'GET', path: '/advisor/people/:id/risks/:event', for: TEAM },
  { method: 'POST', path: '/advisor/people/:id/risks/:event', for: TEAM },
  { method: 'POST', path: '/advisor/people/:id/risks/:event/right', for: TEAM },
  { method: 'POST', path: '/advisor/people/:id/risks/:event/line', for: LEADS },
  { method: 'POST', path: '/advisor/people/:id/right', for: TEAM },
  { method: 'POST', path: '/advisor/people/:id/line', for: LEADS },
  { method: 'POST', path: '/advisor/people/:id/export', for: SUPERVISORS },
  { method: 'POST', path: '/advisor/people/:id/erase', for: TEAM },
  { method: 'GET', path: '/advisor/erasures/:id', for: TEAM },
  { method: 'POST', path: '/advisor/erasures/:id/confirm', for: SUPERVISORS },
  { method: 'POST', path: '/advisor/erasures/:id/take-back', for: TEAM },
  { method: 'POST', path: '/advisor/assisted', for: TEAM },
  { method: 'GET', path: '/advisor/assisted/:id', for: TEAM },
  { method: 'POST', path: '/advisor/assisted/:id', for: TEAM },
  { method: 'GET', path: '/advisor/overview', for: SUPERVISORS },
  { method: 'GET', path: '/advisor/rota', for: TEAM },
  { method: 'GET', path: '/advisor/rota/:id', for: MANAGERS },
  { method: 'POST', path: '/advisor/rota/:id/week', for: MANAGERS },
  { method: 'POST', path: '/advisor/rota/:id/add', for: MANAGERS },
  { method: 'POST', path: '/advisor/rota/:id/remove', for: MANAGERS },
  { method: 'GET', path: '/staff/accounts', for: ACCOUNTS },
  { method: 'GET', path: '/staff/accounts/:id', for: ACCOUNTS },
  { method: 'POST', path: '/staff/accounts/:id/roles', for: ACCOUNTS },
  { method: 'POST', path: '/staff/accounts/:id/close', for: ACCOUNTS },
  { method: 'POST', path: '/staff/accounts/:id/open', for: ACCOUNTS },
  { method: 'POST', path: '/staff/accounts/:id/sessions/end', for: ACCOUNTS },
] as const satisfies readonly Row[];

type NameOf<R> = R extends Row ? `${R['method']} ${R['path']}` : never;
/** A route by method and path, as `GET /staff/account`. */
export type RouteName = NameOf<(typeof ACCESS)[number]>;

/** `home`: it is for somebody who has not come as far as they have. */
export type Access = 'yes' | 'signIn' | 'secondFactor' | 'setUp' | 'home' | 'no';

export function mayOpen(row: Row, seen: Seen | null): Access {
  if (row.for === 'anyone') return 'yes';
  if (seen === null) return 'signIn';
  const { session, account } = seen;
  if (session.stage === 'half') return row.for === 'half' ? 'yes' : 'secondFactor';
  if (row.for === 'half') return 'home';
  if (session.stage === 'setUp') return row.settingUp === true ? 'yes' : 'setUp';
  if (row.for === 'signedIn') return 'yes';
  return account.roles.some((role) => row.for.includes(role)) ? 'yes' : 'no';
}

/** The pages somebody finds by their role, in order; the first is where they begin. */
const PLACES = [
  '/advisor',
  '/advisor/today',
  '/advisor/people',
  '/advisor/rota',
  '/advisor/overview',
  '/staff/accounts',
  '/staff/account',
] as const;
export type PlaceName = (typeof PLACES)[number];

export function placesOf(seen: Seen): readonly [PlaceName, ...PlaceName[]] {
  const rows: readonly Row[] = ACCESS;
  const open = PLACES.filter((path) =>
    rows.some((row) => row.method === 'GET' && row.path === path && mayOpen(row, seen) === 'yes'),
  );
  const [first = '/staff/account', ...others] = open;
  return [first, ...others];
}
