/** One's own account: who one is, the ways in, and where one is signed in. */
import {
  appWords,
  byNames,
  passwordWords,
  roleNames,
  accountWords as words,
} from '../../../dialogs/content/staff/access';
import { ringWords } from '../../../dialogs/content/staff/ring';
import { type Html, html } from '../html';
import { button, faults, field, form } from './fields';
import { empty, facts, table, tag } from './parts';

export interface PasskeyRow {
  readonly id: string;
  readonly label: string;
  readonly added: Html;
  readonly used: Html | null;
}

export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly by: keyof typeof byNames;
  readonly since: Html;
  readonly seen: Html;
  /** the one that asks */
  readonly own: boolean;
}

export interface AccountView {
  readonly csrf: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly (keyof typeof roleNames)[];
  readonly passkeys: readonly PasskeyRow[];
  readonly app: boolean;
  readonly sessions: readonly SessionRow[];
  readonly addPasskey: Html;
  /** alarms can ring on the reader's devices */
  readonly rings: boolean;
  /** there is no second way yet: only that is shown */
  readonly settingUp: boolean;
}

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`;

/** Sessions as a table, each with a way to end it. */
export function sessionsTable(caption: string, rows: readonly SessionRow[], action: string, csrf: string): Html {
  const { device, since, seen, by, act } = words.columns;
  return table({
    caption,
    unseen: true,
    columns: [device, by, since, seen, act],
    rows: rows.map((row) => [
      html`${row.device}`,
      html`${byNames[row.by]}`,
      row.since,
      row.seen,
      row.own
        ? tag(words.thisOne, 'good')
        : form(
            action,
            csrf,
            html`${hidden('session', row.id)}${button(words.end, 'plain', { says: words.endThis(row.device) })}`,
          ),
    ]),
  });
}

function passkeys({ passkeys: rows, csrf, addPasskey, settingUp }: AccountView): Html {
  const { device, added, seen } = words.columns;
  const list =
    rows.length === 0
      ? empty(words.noPasskeys, words.noPasskeysLine)
      : table({
          caption: words.passkeys,
          columns: [device, added, seen, words.remove],
          rows: rows.map((row) => [
            html`${row.label}`,
            row.added,
            row.used ?? html`${words.never}`,
            form(
              '/staff/account/passkey/remove',
              csrf,
              html`${hidden('passkey', row.id)}${button(words.remove, 'plain', { says: words.removeThis(row.label) })}`,
            ),
          ]),
        });
  return html`${list}<div class="${settingUp ? 'first' : ''}">${addPasskey}</div><noscript><p class="hint">${words.needsScript}</p></noscript>`;
}

function app({ app: on, csrf }: AccountView): Html {
  return html`<h3>${words.app} ${on ? tag(words.appOn, 'good') : tag(words.appOff)}</h3>${
    on
      ? form('/staff/account/app/remove', csrf, button(words.remove, 'plain', { says: words.removeThis(words.app) }))
      : html`<p><a class="button" href="/staff/account/app">${words.addApp}</a></p>`
  }`;
}

export function accountBody(view: AccountView): Html {
  const ways = html`<h2>${words.waysIn}</h2>${passkeys(view)}${app(view)}`;
  if (view.settingUp) return ways;
  return html`<h2>${words.who}</h2>${facts([
    [words.name, html`${view.name}`],
    [words.email, html`${view.email}`],
    [words.roles, html`${view.roles.map((role) => html`${tag(roleNames[role])} `)}`],
  ])}
${ways}
<h3>${words.password}</h3><p><a class="button" href="/staff/account/password">${words.changePassword}</a></p>
${view.rings ? html`<h3>${ringWords.title}</h3><p><a class="button" href="/staff/account/ring">${ringWords.link}</a></p>` : null}<h2>${words.sessions}</h2>${sessionsTable(words.sessions, view.sessions, '/staff/account/sessions/end', view.csrf)}`;
}

/** What to call the device, and the button that asks it. */
export function addPasskeyParts(): { readonly before: Html; readonly button: Html } {
  return {
    before: field({ name: 'label', label: words.passkeyName, hint: words.passkeyNameHint }),
    button: button(words.addPasskey, 'main'),
  };
}

/** The key in fours, so that it can be typed. */
const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

export function appBody(
  csrf: string,
  secret: string,
  picture: { readonly path: string; readonly size: number },
  fault: string | null,
): Html {
  const code = field({
    name: 'code',
    label: appWords.code,
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    fault,
  });
  return html`${faults([['code', fault]])}<p>${appWords.scan}</p>
<svg class="scan" role="img" aria-label="${appWords.picture}" viewBox="0 0 ${picture.size} ${picture.size}" shape-rendering="crispEdges"><path d="${picture.path}"/></svg>
<p>${appWords.orType} <code class="key">${inFours(secret)}</code></p>
${form('/staff/account/app', csrf, html`${code}${button(appWords.button, 'main')}`)}`;
}

export function passwordBody(csrf: string, fault: string | null, again: string | null): Html {
  return html`${faults([
    ['password', fault],
    ['again', again],
  ])}${form(
    '/staff/account/password',
    csrf,
    html`${field({ name: 'password', label: passwordWords.fresh, type: 'password', hint: passwordWords.hint, autocomplete: 'new-password', fault })}${field({ name: 'again', label: passwordWords.again, type: 'password', autocomplete: 'new-password', fault: again })}${button(passwordWords.button, 'main')}`,
  )}`;
}
