/** Staff access of this house, put together: the accounts and sessions, their pages, and on a development machine sample people. */
import type { Request, Server } from 'restify';
import type { AlarmDevices } from '../services/alarms/push/devices';
import type { Done } from '../services/audit/audit';
import type { createHandoffs } from '../services/handoffs/handoffs';
import { createStaff } from '../services/staff/staff';
import { createSums } from '../services/staff/sums/thread';
import type { Guesses } from '../services/store/collections/guesses';
import type { Staff, StaffSession } from '../services/store/collections/staff';
import type { Records } from '../services/store/ports';
import type { Config } from './config';
import { mountKit } from './dev/mountKit';
import { createSamples } from './dev/sampleStaff';
import type { Log } from './log';
import type { FilesPort } from './pages/advisor/files';
import { consolePages } from './pages/advisor/pages';
import { type AssistedPagesDeps, assistedPages } from './pages/assisted/pages';
import { type OverviewPagesDeps, overviewPages } from './pages/overview/pages';
import { type PersonPagesDeps, personPages } from './pages/person/pages';
import { type RiskPagesDeps, riskPages } from './pages/person/riskPages';
import { type RightsPagesDeps, rightsPages } from './pages/rights/pages';
import { type RotaPagesDeps, rotaPages } from './pages/rota/pages';
import { accountPages } from './pages/staff/accountPages';
import { accountsPages } from './pages/staff/accountsPages';
import { mountStaffPages } from './pages/staff/door';
import { ringPages } from './pages/staff/ringPages';
import { signInPages } from './pages/staff/signInPages';
import { type TodayDeps, todayPages } from './pages/today/pages';

export interface OwnStaffDeps {
  readonly config: Config;
  readonly staff: Records<Staff>;
  readonly sessions: Records<StaffSession>;
  readonly guesses: Records<Guesses>;
  readonly hash: (purpose: string, value: string) => string;
  readonly audit: (done: Done) => Promise<void>;
  readonly handoffs: ReturnType<typeof createHandoffs>;
  readonly rota: RotaPagesDeps['rota'];
  readonly promises: TodayDeps['promises'];
  readonly overview: OverviewPagesDeps['overview'];
  readonly assisted: AssistedPagesDeps['assisted'];
  readonly followUps: TodayDeps['followUps'];
  readonly people: PersonPagesDeps['people'] & RiskPagesDeps['people'];
  readonly risks: RiskPagesDeps['risks'];
  readonly corrections: RiskPagesDeps['corrections'];
  readonly exports: RightsPagesDeps['exports'];
  readonly erasures: RightsPagesDeps['erasures'] & PersonPagesDeps['erasures'];
  readonly alarmSubject: (token: string) => Promise<string | null>;
  readonly files: FilesPort;
  readonly alarmDevices: AlarmDevices;
  readonly publicUrl: string;
  /** where a request really comes from, as what belongs to one connection */
  readonly addressOf: (req: Request) => string;
  /** ms since 1970 */
  readonly now: () => number;
  readonly log: Log;
}

/** Makes it and puts its pages on the server. With no accounts there is nobody to sign in, and nothing else changes. */
export function createOwnStaff(server: Server, deps: OwnStaffDeps) {
  const { config, publicUrl, audit, now, log } = deps;
  const sums = createSums();
  const key = config.ALERT_PUSH_PUBLIC_KEY ?? null;
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  const isSet = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  const oidc = isSet ? { issuer, clientId, clientSecret } : null;
  const staff = createStaff({ ...deps, sum: sums.ask, oidc, told: log.warn });
  const parts = { staff, publicUrl, now };
  const door = mountStaffPages(
    server,
    {
      ...deps,
      look: staff.sessions.look,
      peek: staff.sessions.peek,
      here: (sessionId) => staff.sessions.here(sessionId, true),
      production: config.production,
    },
    {
      ...signInPages(parts),
      ...accountPages({ ...parts, rings: key !== null }),
      ...ringPages({ devices: deps.alarmDevices, key, audit, now }),
      ...accountsPages({ ...parts, audit }),
      ...consolePages({ ...deps, sessions: staff.sessions }),
      ...todayPages({ promises: deps.promises, handoffs: deps.handoffs, followUps: deps.followUps, now }),
      ...personPages({ people: deps.people, erasures: deps.erasures, corrections: deps.corrections, now }),
      ...rightsPages({ exports: deps.exports, erasures: deps.erasures, now }),
      ...riskPages({ risks: deps.risks, people: deps.people, corrections: deps.corrections, now }),
      ...assistedPages({ assisted: deps.assisted }),
      ...overviewPages({ overview: deps.overview, now }),
      ...rotaPages({ rota: deps.rota, accounts: staff.accounts, now }),
    },
  );
  // on a development machine alone: people who are invented, and one-time links that sign them in
  if (config.home) mountKit(server);
  const samples = config.home ? createSamples(server, { staff, door, now, log }) : null;
  return {
    staff,
    /** null anywhere but on a development machine */
    samples,
    /** ends what is open, so that the server can close */
    hangUp: door.close,
    /** when no sign-in is in hand any more */
    stop: sums.stop,
  };
}
