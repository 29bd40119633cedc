/** Routes by roles, every cell tried over HTTP. The table is written out here: who may open what changes only where it is seen. */
import { ACCESS } from '../../../bot/pages/staff/access';
import { html } from '../../../web/server/html';
import { staffServer } from './staffServer';

/** y: opens. s: signs in first. 2: the second way first. u: sets up a second way first. h: has come further. n: not for this role */
const COLUMNS = [
  'nobody',
  'half',
  'setUp',
  'advisor',
  'safeguarding',
  'manager',
  'admin',
  'partner',
  'closed',
] as const;
const TABLE = `
GET  /staff                             s 2 u y y y y y s
GET  /staff/sign-in                     y y y y y y y y y
POST /staff/sign-in                     y y y y y y y y y
POST /staff/passkey                     y y y y y y y y y
GET  /staff/oidc                        y y y y y y y y y
GET  /staff/oidc/back                   y y y y y y y y y
GET  /staff/second-factor               s y h h h h h h s
POST /staff/second-factor               s y h h h h h h s
POST /staff/sign-out                    y y y y y y y y y
GET  /staff/account                     s 2 y y y y y y s
GET  /staff/account/app                 s 2 y y y y y y s
POST /staff/account/app                 s 2 y y y y y y s
POST /staff/account/app/remove          s 2 u y y y y y s
POST /staff/account/passkey             s 2 y y y y y y s
POST /staff/account/passkey/remove      s 2 u y y y y y s
GET  /staff/account/password            s 2 u y y y y y s
POST /staff/account/password            s 2 u y y y y y s
POST /staff/account/sessions/end        s 2 u y y y y y s
GET  /staff/account/ring                s 2 u y y y n n s
POST /staff/account/ring                s 2 u y y y n n s
POST /staff/account/ring/remove         s 2 u y y y n n s
GET  /advisor                           s 2 u y y y n n s
GET  /advisor/events                    s 2 u y y y n n s
POST /advisor/next                      s 2 u y y y n n s
POST /advisor/shift                     s 2 u y y y n n s
GET  /advisor/alarms/:token            s 2 u y y y n n s
GET  /advisor/threads/:id               s 2 u y y y n n s
GET  /advisor/threads/:id/files/:file   s 2 u y y n n n s
POST /advisor/threads/:id/claim         s 2 u y y y n n s
POST /advisor/threads/:id/take-over     s 2 u n y y n n s
POST /advisor/threads/:id/release       s 2 u y y y n n s
POST /advisor/threads/:id/say           s 2 u y y y n n s
POST /advisor/threads/:id/typing        s 2 u y y y n n s
POST /advisor/threads/:id/hand-back     s 2 u y y y n n s
POST /advisor/threads/:id/call-back     s 2 u y y y n n s
POST /advisor/threads/:id/called        s 2 u y y y n n s
POST /advisor/threads/:id/note          s 2 u y y y n n s
POST /advisor/threads/:id/wrap-up       s 2 u y y y n n s
GET  /advisor/today                     s 2 u y y y n n s
POST /advisor/today                     s 2 u y y y n n s
GET  /advisor/people                    s 2 u y y y n n s
POST /advisor/people                    s 2 u y y y n n s
GET  /advisor/people/:id                s 2 u y y y n n s
GET  /advisor/people/:id/risks/:event   s 2 u y y y n n s
POST /advisor/people/:id/risks/:event   s 2 u y y y n n s
POST /advisor/people/:id/risks/:event/right s 2 u y y y n n s
POST /advisor/people/:id/risks/:event/line s 2 u n y n n n s
POST /advisor/people/:id/right          s 2 u y y y n n s
POST /advisor/people/:id/line           s 2 u n y n n n s
POST /advisor/people/:id/export         s 2 u n y y n n s
POST /advisor/people/:id/erase          s 2 u y y y n n s
GET  /advisor/erasures/:id              s 2 u y y y n n s
POST /advisor/erasures/:id/confirm      s 2 u n y y n n s
POST /advisor/erasures/:id/take-back    s 2 u y y y n n s
POST /advisor/assisted                  s 2 u y y y n n s
GET  /advisor/assisted/:id              s 2 u y y y n n s
POST /advisor/assisted/:id              s 2 u y y y n n s
GET  /advisor/overview                  s 2 u n y y n n s
GET  /advisor/rota                      s 2 u y y y n n s
GET  /advisor/rota/:id                  s 2 u n n y n n s
POST /advisor/rota/:id/week             s 2 u n n y n n s
POST /advisor/rota/:id/add              s 2 u n n y n n s
POST /advisor/rota/:id/remove           s 2 u n n y n n s
GET  /staff/accounts                    s 2 u n n n y n s
GET  /staff/accounts/:id                s 2 u n n n y n s
POST /staff/accounts/:id/roles          s 2 u n n n y n s
POST /staff/accounts/:id/close          s 2 u n n n y n s
POST /staff/accounts/:id/open           s 2 u n n n y n s
POST /staff/accounts/:id/sessions/end   s 2 u n n n y n s
`;
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/\s+/))
  .map(([method = '', path = '', ...cells]) => ({
    method: method === 'GET' ? ('GET' as const) : ('POST' as const),
    path,
    cells,
  }));

/** Stands in every page's place and says that it was opened. */
async function aDoor() {
  const opened: string[] = [];
  const made = await staffServer({
    instead: (name) => async () => {
      opened.push(name);
      return { kind: 'page', title: 'Opened', body: html`` };
    },
  });
  return { ...made, opened };
}

let door: Awaited<ReturnType<typeof aDoor>>;
beforeAll(async () => {
  door = await aDoor();
});
afterAll(() => door.stop());

async function come(column: (typeof COLUMNS)[number]) {
  if (column === 'nobody') return door.aBrowser();
  if (column === 'half' || column === 'setUp') return door.as(['admin'], column);
  if (column !== 'closed') return door.as([column]);
  const browser = await door.as(['admin'], 'in', 'gone@win.example.org');
  await door.house.accounts.close(browser.account.id, 'command');
  return browser;
}

function meaning(to: string | null, status: number): string {
  if (status === 403) return 'n';
  if (to?.startsWith('/staff/sign-in')) return 's';
  if (to === '/staff/second-factor') return '2';
  if (to === '/staff/account?note=setUp') return 'u';
  return to === '/staff' ? 'h' : `${status} ${to}`;
}

test('the table has a line for every route there is, and no other', () => {
  expect(rows.map(({ method, path }) => `${method} ${path}`)).toEqual(
    ACCESS.map(({ method, path }) => `${method} ${path}`),
  );
  expect(rows.every(({ cells }) => cells.length === COLUMNS.length)).toBe(true);
});

test('no page under these addresses is mounted beside the door', () => {
  const mounted = Object.values(door.server.getDebugInfo().routes).map(
    (route) =>
      `${String(Reflect.get(Object(route), 'method')).toUpperCase()} ${String(Reflect.get(Object(route), 'path'))}`,
  );
  expect(mounted.filter((name) => /\/(staff|advisor|partner|insight)\b/.test(name)).sort()).toEqual(
    ACCESS.map(({ method, path }) => `${method} ${path}`).sort(),
  );
});

describe.each(rows)('$method $path', ({ method, path, cells }) => {
  it.each(COLUMNS.map((column, at) => [column, cells[at] ?? '?'] as const))('%s: %s', async (column, wanted) => {
    const browser = await come(column);
    const address = path.replace(':id', 's_somebody');
    if (browser.cookie() === null) await browser.look('/staff/sign-in');
    const value = (browser.cookie() ?? '').replace(/^[^=]*=/, '').replace(/\.[^.]*$/, '');
    const csrf = door.house.hash('staff csrf', value);
    door.opened.length = 0;
    const { status, to } = await browser.ask(method, address, method === 'POST' ? { csrf } : null);
    const got = door.opened.length > 0 ? 'y' : meaning(to, status);
    expect(got).toBe(wanted);
    expect(door.opened).toEqual(wanted === 'y' ? [`${method} ${path}`] : []);
  });
});

test('who was refused is in the audit, by account and page', async () => {
  const browser = await door.as(['advisor']);
  await browser.look('/staff/accounts/s_somebody');
  expect(door.house.audited.at(-1)).toEqual({
    actor: browser.account.id,
    action: 'refused',
    subject: 'page',
    detail: { page: 'GET /staff/accounts/:id' },
  });
});
