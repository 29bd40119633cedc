/** A real server with the staff pages on it, in memory, and browsers that hold its cookie. */

import { guard } from '../../../bot/http/gate';
import { createProtect } from '../../../bot/http/protect';
import { networkOf } from '../../../bot/http/realAddress';
import { type ConsoleDeps, consolePages } from '../../../bot/pages/advisor/pages';
import { type AssistedPagesDeps, assistedPages } from '../../../bot/pages/assisted/pages';
import { type OverviewPagesDeps, overviewPages } from '../../../bot/pages/overview/pages';
import { type PersonPagesDeps, personPages } from '../../../bot/pages/person/pages';
import { type RiskPagesDeps, riskPages } from '../../../bot/pages/person/riskPages';
import { type RightsPagesDeps, rightsPages } from '../../../bot/pages/rights/pages';
import { rotaPages } from '../../../bot/pages/rota/pages';
import type { RouteName } from '../../../bot/pages/staff/access';
import { accountPages } from '../../../bot/pages/staff/accountPages';
import { accountsPages } from '../../../bot/pages/staff/accountsPages';
import { type Handler, mountStaffPages } from '../../../bot/pages/staff/door';
import { ringPages } from '../../../bot/pages/staff/ringPages';
import { signInPages } from '../../../bot/pages/staff/signInPages';
import { todayPages } from '../../../bot/pages/today/pages';
import { createHttpServer } from '../../../bot/server';
import { alarmDevices } from '../../../services/alarms/push/collection';
import { createAlarmDevices } from '../../../services/alarms/push/devices';
import type { Done } from '../../../services/audit/audit';
import { sampleSettings } from '../../../services/calendar/world';
import { createFollowUps } from '../../../services/followUps/followUps';
import { handoffs } from '../../../services/handoffs/collection';
import { createHandoffs } from '../../../services/handoffs/handoffs';
import { lookers } from '../../../services/handoffs/lookers';
import { promises } from '../../../services/promises/collection';
import { createKeeping } from '../../../services/promises/keeping';
import type { PromiseMade } from '../../../services/promises/promise';
import { referralCollection } from '../../../services/referrals/collection';
import type { Referral } from '../../../services/referrals/referral';
import { rotaCollection } from '../../../services/rota/collection';
import { createRota } from '../../../services/rota/service';
import type { OidcSettings } from '../../../services/staff/oidc';
import type { Stage } from '../../../services/staff/sessions';
import { outgoingMessages } from '../../../services/store/collections/phone';
import type { Role } from '../../../services/store/collections/roles';
import { risks as riskCollection } from '../../../services/store/collections/safety';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { Records } from '../../../services/store/ports';
import { aStaff } from '../../unit/staff/aStaff';

export interface Answered {
  readonly status: number;
  /** where it sends one on to, without our own address */
  readonly to: string | null;
  readonly text: string;
  readonly cookie: string | null;
  readonly headers: Headers;
}

type Fields = Readonly<Record<string, string>>;

export interface Browser {
  ask(method: 'GET' | 'POST', path: string, fields?: Fields | null): Promise<Answered>;
  look(path: string): Promise<Answered>;
  /** as somebody would: opens a page, and sends the form that is on it */
  send(path: string, fields?: Fields, from?: string): Promise<Answered>;
  /** another one, with headers of its own */
  like(more: Fields): Browser;
  cookie(): string | null;
  take(cookie: string | null): void;
}

/** Stands for every page, where only the door is tried. */
export type Instead = (name: string) => Handler;

/** A queue nobody is in, for tests of everything else. */
function nobodyWaits(now: () => number): ConsoleDeps['handoffs'] {
  return createHandoffs({
    handoffs: createMemoryRecords(handoffs),
    lookers: createMemoryRecords(lookers),
    people: async () => [],
    store: createMemoryConversations({ now }),
    risks: createMemoryRecords(riskCollection),
    promises: createKeeping(createMemoryRecords(promises)),
    outgoing: createMemoryRecords(outgoingMessages),
    happen: async () => null,
    audit: async () => undefined,
    settings: sampleSettings,
    alarms: { raise: async () => true, ringsAbout: async () => false, hush: async () => undefined },
    hash: (purpose, value) => `${purpose} ${value}`,
    measure: () => undefined,
    now,
    log: () => undefined,
  });
}

const nobodyKnown: PersonPagesDeps['people'] & RiskPagesDeps['people'] = {
  read: async () => null,
  contact: async () => null,
  search: async () => ({ by: 'nothing', people: [], more: false }),
};

const missing = async () => ({ kind: 'missing' as const });
const noErasures: RightsPagesDeps['erasures'] & PersonPagesDeps['erasures'] = {
  ofPerson: async () => [],
  get: async () => null,
  ask: missing,
  confirm: missing,
  takeBack: missing,
};

const nothingYet: OverviewPagesDeps['overview'] = {
  look: async () => ({
    waiting: { count: 0, urgent: 0, oldest: null },
    team: [],
    promises: { soon: 0, late: 0, kept: null },
    seen: [],
    days: [],
    said: [],
  }),
};

const noRisks: RiskPagesDeps['risks'] = {
  read: async () => ({ kind: 'missing' }),
  write: async () => 'missing',
};

const noCorrections: RiskPagesDeps['corrections'] = {
  flag: async () => null,
  needs: async () => null,
  sayFlag: async () => 'missing',
  sayNeeds: async () => 'missing',
  write: async () => 'missing',
};

export async function staffServer({
  instead,
  desk,
  production = false,
  oidc = null,
  down,
  rotaNow = Date.now,
  promised = createMemoryRecords(promises),
  people,
  risks,
  corrections = noCorrections,
  exports,
  erasures,
  overview,
  assisted,
  introduced = createMemoryRecords(referralCollection),
}: {
  readonly instead?: Instead;
  /** who is waiting, and the clock they wait by */
  readonly desk?: Pick<ConsoleDeps, 'handoffs' | 'now'> & Partial<Pick<ConsoleDeps, 'alarmSubject' | 'files'>>;
  readonly production?: boolean;
  /** signing in by the organisation's own accounts */
  readonly oidc?: OidcSettings | null;
  /** what people were promised */
  readonly promised?: Records<PromiseMade>;
  /** records of people */
  readonly people?: PersonPagesDeps['people'] & RiskPagesDeps['people'];
  /** their records of danger */
  readonly risks?: RiskPagesDeps['risks'];
  /** what the team said of what was heard */
  readonly corrections?: RiskPagesDeps['corrections'];
  /** what the law lets them ask */
  readonly exports?: RightsPagesDeps['exports'];
  /** who was asked to help */
  readonly introduced?: Records<Referral>;
  readonly assisted?: AssistedPagesDeps['assisted'];
  readonly overview?: OverviewPagesDeps['overview'];
  readonly erasures?: RightsPagesDeps['erasures'] & PersonPagesDeps['erasures'];
  /** the day the rota is looked at */
  readonly rotaNow?: () => number;
  /** looking for a session fails while it is true */
  readonly down?: () => boolean;
} = {}) {
  const house = aStaff({ oidc });
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const server = createHttpServer({ info: log, warn: log, error: log });
  const publicUrl = 'http://localhost:3978';
  const parts = { staff: house, publicUrl, now: house.now };
  const devices = createAlarmDevices({ records: createMemoryRecords(alarmDevices), hash: house.hash, now: house.now });
  const audit = async (done: Done) => void house.audited.push(done);
  const rota = createRota({ records: createMemoryRecords(rotaCollection), audit, now: rotaNow });
  const real: Record<RouteName, Handler> = {
    ...signInPages(parts),
    ...accountPages({ ...parts, rings: true }),
    ...ringPages({ devices, key: 'a key', audit, now: house.now }),
    ...accountsPages({ ...parts, audit }),
    ...consolePages({
      handoffs: nobodyWaits(house.now),
      now: house.now,
      alarmSubject: async () => null,
      files: { of: async () => [], read: async () => ({ kind: 'denied' }) },
      ...desk,
      sessions: house.sessions,
    }),
    ...todayPages({
      promises: createKeeping(promised),
      handoffs: desk?.handoffs ?? nobodyWaits(house.now),
      followUps: createFollowUps({
        handoffs: desk?.handoffs ?? nobodyWaits(house.now),
        promises: createKeeping(promised),
        referrals: introduced,
        now: desk?.now ?? house.now,
      }),
      now: desk?.now ?? house.now,
    }),
    ...personPages({
      people: people ?? nobodyKnown,
      erasures: erasures ?? noErasures,
      corrections,
      now: desk?.now ?? house.now,
    }),
    ...rightsPages({
      exports: exports ?? { take: async () => null },
      erasures: erasures ?? noErasures,
      now: desk?.now ?? house.now,
    }),
    ...riskPages({ risks: risks ?? noRisks, people: people ?? nobodyKnown, corrections, now: desk?.now ?? house.now }),
    ...assistedPages({
      assisted: assisted ?? { begin: async () => null, look: async () => null, put: async () => false },
    }),
    ...overviewPages({ overview: overview ?? nothingYet, now: desk?.now ?? house.now }),
    ...rotaPages({
      rota,
      accounts: house.accounts,
      now: rotaNow,
    }),
  };
  const replaced = (pages: Record<RouteName, Handler>, by: Instead): Record<RouteName, Handler> => {
    const copy = { ...pages };
    let name: RouteName;
    for (name in copy) copy[name] = by(name);
    return copy;
  };
  const door = mountStaffPages(
    server,
    {
      look: async (token) => {
        if (down?.() === true) throw new Error('away');
        return house.sessions.look(token);
      },
      peek: house.sessions.peek,
      here: (id) => house.sessions.here(id, true),
      audit,
      hash: house.hash,
      production,
      publicUrl,
      addressOf: (req) => networkOf(String(req.headers['x-test-address'] ?? '192.0.2.1')),
      log: { info: log, warn: log, error: log },
      now: house.now,
    },
    instead === undefined ? real : replaced(real, instead),
  );
  guard(server.server, () => undefined, createProtect(false));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const at = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  /** One browser: keeps its cookie, and sends the token of the page it looked at. */
  function aBrowser(more: Readonly<Record<string, string>> = {}): Browser {
    let cookie: string | null = null;
    async function ask(
      method: 'GET' | 'POST',
      path: string,
      fields: Readonly<Record<string, string>> | null = null,
    ): Promise<Answered> {
      const answer = await fetch(`${at}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie === null ? {} : { cookie }),
          ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
          ...more,
        },
        ...(fields === null ? {} : { body: new URLSearchParams(fields).toString() }),
      });
      const set = answer.headers.get('set-cookie')?.split(';')[0] ?? null;
      if (set !== null) cookie = set;
      return {
        status: answer.status,
        to: answer.headers.get('location'),
        text: await answer.text(),
        cookie: answer.headers.get('set-cookie'),
        headers: answer.headers,
      };
    }
    return {
      ask,
      look: (path: string) => ask('GET', path),
      async send(
        path: string,
        fields: Readonly<Record<string, string>> = {},
        from = '/staff/sign-in?again=1',
      ): Promise<Answered> {
        const { text } = await ask('GET', from);
        const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
        return ask('POST', path, { ...fields, csrf });
      },
      like: aBrowser,
      cookie: () => cookie,
      take: (other: string | null) => {
        cookie = other;
      },
    };
  }

  /** A browser that is signed in as somebody with these roles, at some stage. */
  async function as(
    roles: readonly [Role, ...Role[]],
    stage: Stage = 'in',
    email = `${roles.join('.')}.${stage}@win.example.org`,
    name = 'Morag',
  ) {
    const account =
      (await house.accounts.byEmail(email)) ??
      (await house.added({ email, roles, name, organisationId: 'clyde-kettle' }));
    const token = await house.enter(account, { stage, by: 'passkey', device: 'Firefox, Linux', before: null });
    const browser = aBrowser();
    browser.take(`${production ? '__Host-' : ''}win_staff=${token}.${house.hash('cookie win_staff', token)}`);
    return { ...browser, account, token };
  }

  return {
    house,
    devices,
    rota,
    at,
    server,
    door,
    logged,
    aBrowser,
    as,
    stop() {
      door.close();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}
