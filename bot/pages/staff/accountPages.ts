/** `/staff/account`: one's own ways in and sessions. Ways in are changed only by who has just signed in. */
import { accountWords, appWords, passwordWords } from '../../../dialogs/content/staff/access';
import { type NoteName, notes } from '../../../dialogs/content/staff/notes';
import { sayTime } from '../../../services/calendar/say';
import { codePicture, codeUri, newCodeSecret } from '../../../services/staff/codes';
import { addOptions } from '../../../services/staff/passkeys';
import { isFresh, type Seen, type SignedInBy } from '../../../services/staff/sessions';
import type { Staff, StaffSession } from '../../../services/store/collections/staff';
import {
  accountBody,
  addPasskeyParts,
  appBody,
  passwordBody,
  type SessionRow,
} from '../../../web/server/staff/accountView';
import { time } from '../../../web/server/staff/parts';
import { passkeyForm } from '../../../web/server/staff/signInView';
import { type Answer, type Asking, type Handler, signedIn } from './door';
import { passkeyIn, type StaffParts } from './signInPages';

const AT = '/staff/account';
type SignedIn = Asking & { readonly seen: Seen };

/** A session as a row of a table. */
export function sessionRow(session: StaffSession, ownId: string, now: number): SessionRow {
  return {
    id: session.id,
    device: session.device,
    by: session.by,
    since: time(sayTime(session.createdAt, now), session.createdAt),
    seen: time(sayTime(session.seenAt, now), session.seenAt),
    own: session.id === ownId,
  };
}

/** Those alarms ring for. */
const TEAM: ReadonlySet<string> = new Set(['advisor', 'safeguarding', 'manager']);

export function accountPages({ staff, publicUrl, now, rings }: StaffParts & { readonly rings: boolean }) {
  const { accounts, sessions, signIn, challenges } = staff;

  /** Only for who has just signed in; the others sign in again and come back. */
  const freshOnly = (work: (asking: SignedIn) => Promise<Answer>): Handler =>
    signedIn(async (asking) =>
      isFresh(asking.seen.session, now())
        ? work(asking)
        : { kind: 'go', to: `/staff/sign-in?again=1&next=${encodeURIComponent(AT)}`, note: 'fresh' },
    );

  /** Every session of the account was over with the change: the one that made it goes on as a new one. */
  async function goOn({ device, browser }: Asking, account: Staff, by: SignedInBy, note: NoteName): Promise<Answer> {
    const token = await staff.enter(account, { stage: 'in', by, device, before: browser });
    return { kind: 'go', to: AT, note, token };
  }

  const show = signedIn(async (asking) => {
    const { seen, csrf, browser } = asking;
    const { account, session } = seen;
    const challenge = challenges.make(browser);
    const parts = addPasskeyParts();
    return {
      kind: 'page',
      title: accountWords.title,
      at: AT,
      scripts: ['passkey.js'],
      body: accountBody({
        csrf,
        name: account.name,
        email: account.email,
        roles: account.roles,
        app: account.codeSecret !== null,
        rings: rings && account.roles.some((role) => TEAM.has(role)),
        settingUp: session.stage === 'setUp',
        passkeys: account.passkeys.map(({ id, label, addedAt, usedAt }) => ({
          id,
          label,
          added: time(sayTime(addedAt, now()), addedAt),
          used: usedAt === null ? null : time(sayTime(usedAt, now()), usedAt),
        })),
        sessions: (await sessions.openOf(account.id)).map((one) => sessionRow(one, session.id, now())),
        addPasskey: passkeyForm({
          kind: 'add',
          action: `${AT}/passkey`,
          csrf,
          challenge,
          options: addOptions(publicUrl, challenge, account),
          ...parts,
        }),
      }),
    };
  });

  const appPage = (asking: SignedIn, secret: string, fault: string | null): Answer => ({
    kind: 'page',
    status: fault === null ? 200 : 422,
    title: appWords.title,
    at: AT,
    width: 'narrow',
    body: appBody(asking.csrf, secret, codePicture(codeUri(secret, asking.seen.account.email)), fault),
  });

  const showApp = freshOnly(async (asking) => {
    const { session } = asking.seen;
    // one secret for as long as this session lasts: a page opened twice does not undo the picture already scanned
    const secret = session.pending ?? newCodeSecret();
    if (session.pending === null) await sessions.keepPending(session.id, secret);
    return appPage(asking, secret, null);
  });

  const addApp = freshOnly(async (asking) => {
    const { account, session } = asking.seen;
    if (session.pending === null) return { kind: 'go', to: `${AT}/app` };
    const done = await signIn.addCode(account, session.pending, asking.form.get('code') ?? '');
    if (done.kind !== 'changed') return appPage(asking, session.pending, notes.wrongCode);
    await sessions.keepPending(session.id, null);
    return goOn(asking, done.account, 'code', 'appAdded');
  });

  const addPasskey = freshOnly(async (asking) => {
    const { form, browser, device, seen } = asking;
    const label = (form.get('label') ?? '').trim() || device;
    const done = await signIn.addPasskey(seen.account, passkeyIn(form), browser, label);
    if (done.kind !== 'changed') return { kind: 'go', to: AT, note: done.kind === 'busy' ? 'busy' : 'passkeyNotAdded' };
    return goOn(asking, done.account, 'passkey', 'passkeyAdded');
  });

  const removePasskey = freshOnly(async (asking) => {
    const done = await accounts.removePasskey(asking.seen.account.id, asking.form.get('passkey') ?? '');
    if (done.kind !== 'changed') return { kind: 'go', to: AT, note: 'onlyWay' };
    return goOn(asking, done.account, asking.seen.session.by, 'passkeyRemoved');
  });

  const removeApp = freshOnly(async (asking) => {
    const done = await accounts.removeCode(asking.seen.account.id);
    if (done.kind !== 'changed') return { kind: 'go', to: AT, note: 'onlyWay' };
    return goOn(asking, done.account, asking.seen.session.by, 'appRemoved');
  });

  const passwordPage = ({ csrf }: Asking, fault: string | null = null, again: string | null = null): Answer => ({
    kind: 'page',
    status: fault === null && again === null ? 200 : 422,
    title: passwordWords.title,
    at: AT,
    width: 'narrow',
    body: passwordBody(csrf, fault, again),
  });

  const changePassword = freshOnly(async (asking) => {
    const { form, seen } = asking;
    const password = form.get('password') ?? '';
    if (password !== (form.get('again') ?? '')) return passwordPage(asking, null, passwordWords.differ);
    const done = await accounts.setPassword(seen.account.id, password);
    if (done.kind === 'fault') return passwordPage(asking, passwordWords.faults[done.fault]);
    if (done.kind !== 'changed') return { kind: 'missing' };
    return goOn(asking, done.account, seen.session.by, 'passwordChanged');
  });

  const endSession = signedIn(async ({ seen, form }) => {
    const ended = await staff.endOther(seen.account.id, form.get('session') ?? '', seen.account.id);
    return ended ? { kind: 'go', to: AT, note: 'sessionEnded' } : { kind: 'missing' };
  });

  return {
    [`GET ${AT}`]: show,
    [`GET ${AT}/app`]: showApp,
    [`POST ${AT}/app`]: addApp,
    [`POST ${AT}/app/remove`]: removeApp,
    [`POST ${AT}/passkey`]: addPasskey,
    [`POST ${AT}/passkey/remove`]: removePasskey,
    [`GET ${AT}/password`]: freshOnly(async (asking) => passwordPage(asking)),
    [`POST ${AT}/password`]: changePassword,
    [`POST ${AT}/sessions/end`]: endSession,
  } as const;
}
