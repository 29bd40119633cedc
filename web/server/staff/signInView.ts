/** Signing in: a passkey first, then e-mail and password, then the second way. */
import { secondWords, signInWords as words } from '../../../dialogs/content/staff/access';
import { notes } from '../../../dialogs/content/staff/notes';
import { type Html, html } from '../html';
import { button, field, form } from './fields';

/** What a script needs to ask the device for a passkey: how, and with what. */
export interface PasskeyForm {
  readonly kind: 'add' | 'use';
  readonly action: string;
  readonly csrf: string;
  readonly challenge: string;
  /** options of WebAuthn as JSON */
  readonly options: unknown;
  readonly next?: string | null;
  readonly button: Html;
  readonly before?: Html;
}

const carried = (next: string | null | undefined): Html =>
  next === null || next === undefined ? html`` : html`<input type="hidden" name="next" value="${next}">`;

/** A form that a script fills in with what the device answers; not shown where there is no script. */
export function passkeyForm(given: PasskeyForm): Html {
  const { kind, action, csrf, challenge, options, next, before } = given;
  return html`<div data-passkey="${kind}" data-options="${JSON.stringify(options)}" data-failed="${kind === 'use' ? notes.passkeyNo : notes.passkeyNotAdded}" hidden>${form(
    action,
    csrf,
    html`<input type="hidden" name="challenge" value="${challenge}"><input type="hidden" name="response">${carried(next)}${before ?? null}${given.button}<p class="fault" role="status"></p>`,
    kind === 'use' ? 'full' : '',
  )}</div>`;
}

export interface SignInView {
  readonly csrf: string;
  readonly email: string;
  readonly next: string | null;
  readonly passkey: Html;
  /** their organisation can vouch for them */
  readonly oidc: boolean;
}

export function signInBody({ csrf, email, next, passkey, oidc }: SignInView): Html {
  return html`<p>${words.lead}</p>
${oidc ? html`<p><a class="button" href="/staff/oidc">${words.oidc}</a></p>` : null}${passkey}
${form(
  '/staff/sign-in',
  csrf,
  html`${carried(next)}${field({ name: 'email', label: words.email, type: 'email', value: email, autocomplete: 'username webauthn', inputmode: 'email' })}${field({ name: 'password', label: words.password, type: 'password', autocomplete: 'current-password' })}${button(words.button, 'main')}`,
  'full',
)}
<p class="small">${words.forgot}</p>`;
}

export interface SecondView {
  readonly csrf: string;
  readonly next: string | null;
  /** there is an app to give a code */
  readonly app: boolean;
  readonly passkey: Html;
}

export function secondBody({ csrf, next, app, passkey }: SecondView): Html {
  const code = field({
    name: 'code',
    label: secondWords.code,
    hint: secondWords.codeHint,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
  });
  return html`<p>${secondWords.lead}</p>
${app ? form('/staff/second-factor', csrf, html`${carried(next)}${code}${button(secondWords.button, 'main')}`, 'full') : null}
${passkey}
${form('/staff/sign-out', csrf, button(secondWords.back, 'quiet'))}`;
}

/** The words between a passkey and a password. */
export const orLine = (): Html => html`<p class="or">${words.or}</p>`;
