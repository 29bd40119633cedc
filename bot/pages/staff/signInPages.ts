/** Signing in and out, as pages: `/staff/sign-in`, `/staff/second-factor`, `/staff/passkey`, `/staff/sign-out`. */
import { secondWords, signInWords } from '../../../dialogs/content/staff/access';
import type { NoteName } from '../../../dialogs/content/staff/notes';
import { useOptions } from '../../../services/staff/passkeys';
import type { NotIn } from '../../../services/staff/signIn';
import type { createStaff } from '../../../services/staff/staff';
import { html } from '../../../web/server/html';
import { button } from '../../../web/server/staff/fields';
import { orLine, passkeyForm, secondBody, signInBody } from '../../../web/server/staff/signInView';
import { placesOf } from './access';
import { type Answer, type Asking, type Handler, signedIn } from './door';

export interface StaffParts {
  readonly staff: ReturnType<typeof createStaff>;
  readonly publicUrl: string;
  /** ms since 1970 */
  readonly now: () => number;
}

/** What a browser said its passkey answers; null where it is not JSON. */
export function passkeyIn(form: URLSearchParams): { readonly response: unknown; readonly challenge: string } {
  const challenge = form.get('challenge') ?? '';
  try {
    const response: unknown = JSON.parse(form.get('response') ?? '');
    return { response, challenge };
  } catch {
    return { response: null, challenge };
  }
}

const noteOf = ({ kind }: NotIn): NoteName => kind;
const statusOf: Readonly<Record<NotIn['kind'], number>> = { no: 422, later: 429, busy: 503 };
const withNext = (to: string, next: string | null) => (next === null ? to : `${to}?next=${encodeURIComponent(next)}`);

export function signInPages({ staff, publicUrl }: StaffParts) {
  const { signIn, challenges } = staff;

  function signInPage(asking: Asking, more: { note?: NoteName; status?: number; email?: string } = {}): Answer {
    const { browser, csrf, next } = asking;
    const challenge = challenges.make(browser);
    const passkey = passkeyForm({
      kind: 'use',
      action: '/staff/passkey',
      csrf,
      challenge,
      options: useOptions(publicUrl, challenge),
      next,
      button: html`${button(signInWords.passkey, 'main')}<p class="hint">${signInWords.passkeyHint}</p>${orLine()}`,
    });
    return {
      kind: 'page',
      status: more.status ?? 200,
      title: signInWords.title,
      body: signInBody({ csrf, next, email: more.email ?? '', passkey, oidc: staff.oidc !== null }),
      ...(more.note === undefined ? {} : { note: more.note }),
      width: 'narrow',
      scripts: ['passkey.js'],
    };
  }

  function secondPage(asking: Asking, more: { note?: NoteName; status?: number } = {}): Answer {
    const { browser, csrf, next, seen } = asking;
    if (seen === null) return { kind: 'go', to: '/staff/sign-in' };
    const { account } = seen;
    const challenge = challenges.make(browser);
    const passkey =
      account.passkeys.length === 0
        ? html``
        : passkeyForm({
            kind: 'use',
            action: '/staff/passkey',
            csrf,
            challenge,
            options: useOptions(publicUrl, challenge, account),
            next,
            button: button(secondWords.passkey, account.codeSecret === null ? 'main' : 'plain'),
          });
    return {
      kind: 'page',
      status: more.status ?? 200,
      title: secondWords.title,
      body: secondBody({ csrf, next, app: account.codeSecret !== null, passkey }),
      ...(more.note === undefined ? {} : { note: more.note }),
      width: 'narrow',
      scripts: ['passkey.js'],
    };
  }

  const home: Handler = signedIn(async ({ seen }) => ({ kind: 'go', to: placesOf(seen)[0] }));

  const show: Handler = async (asking) => {
    const { seen, query } = asking;
    // to show again that it is them, somebody who is signed in signs in once more
    if (seen?.session.stage === 'in' && query.get('again') === null) return { kind: 'go', to: asking.next ?? '/staff' };
    return signInPage(asking);
  };

  const withPassword: Handler = async (asking) => {
    const { form, network, device, browser, next } = asking;
    const [email, password] = [form.get('email') ?? '', form.get('password') ?? ''];
    const read = await signIn.withPassword({ email: email.slice(0, 320), password, network });
    if (!('account' in read))
      return signInPage(asking, { note: noteOf(read), status: statusOf[read.kind], email: email.slice(0, 320) });
    const { account, kind: stage } = read;
    const token = await staff.enter(account, { stage, by: 'password', device, before: browser });
    if (stage === 'setUp') return { kind: 'go', to: '/staff/account', note: 'setUp', token };
    return { kind: 'go', to: withNext('/staff/second-factor', next), token };
  };

  const withCode: Handler = signedIn(async (asking) => {
    const { seen, form, device, browser, next } = asking;
    const read = await signIn.withCode(seen.session, seen.account, form.get('code') ?? '');
    if (read.kind === 'over') return { kind: 'go', to: '/staff/sign-in', note: 'later', token: null };
    if (read.kind === 'no') return secondPage(asking, { note: 'wrongCode', status: 422 });
    if (read.kind !== 'in') return secondPage(asking, { note: noteOf(read), status: statusOf[read.kind] });
    const token = await staff.enter(seen.account, { stage: 'in', by: 'code', device, before: browser });
    return { kind: 'go', to: next ?? '/staff', token };
  });

  const withPasskey: Handler = async (asking) => {
    const { seen, form, network, device, browser, next } = asking;
    const half = seen?.session.stage === 'half' ? seen.account.id : null;
    const read = await signIn.withPasskey(passkeyIn(form), { browser, network, owner: half });
    if (read.kind !== 'in') {
      const note = read.kind === 'no' ? 'passkeyNo' : noteOf(read);
      const more = { note, status: statusOf[read.kind] };
      return half === null ? signInPage(asking, more) : secondPage(asking, more);
    }
    const token = await staff.enter(read.account, { stage: 'in', by: 'passkey', device, before: browser });
    return { kind: 'go', to: next ?? '/staff', token };
  };

  /** To their organisation, and back. Where they wanted to go is not carried through it: it is no business of theirs. */
  const toOidc: Handler = async (asking) => {
    const to = staff.oidc === null ? null : await staff.oidc.begin(asking.browser);
    if (to === null) return signInPage(asking, { note: 'oidcAway', status: 503 });
    return { kind: 'go', to };
  };

  const fromOidc: Handler = async (asking) => {
    const { query, network, device, browser } = asking;
    if (staff.oidc === null) return { kind: 'missing' };
    const who = await staff.oidc.finish(query, browser);
    if (who.kind === 'away') return signInPage(asking, { note: 'oidcAway', status: 503 });
    const read = who.kind === 'who' ? await signIn.withOidc(who, network) : ({ kind: 'no' } as const);
    if (read.kind === 'in') {
      const token = await staff.enter(read.account, { stage: 'in', by: 'oidc', device, before: browser });
      return { kind: 'go', to: '/staff', token };
    }
    return signInPage(asking, { note: read.kind === 'no' ? 'oidcNo' : noteOf(read), status: statusOf[read.kind] });
  };

  const signOut: Handler = async ({ seen, browser }) => {
    if (seen !== null) await staff.leave(browser, seen);
    return { kind: 'go', to: '/staff/sign-in', note: 'signedOut', token: null };
  };

  return {
    'GET /staff': home,
    'GET /staff/sign-in': show,
    'POST /staff/sign-in': withPassword,
    'POST /staff/passkey': withPasskey,
    'GET /staff/oidc': toOidc,
    'GET /staff/oidc/back': fromOidc,
    'GET /staff/second-factor': async (asking: Asking) => secondPage(asking),
    'POST /staff/second-factor': withCode,
    'POST /staff/sign-out': signOut,
  } as const;
}
