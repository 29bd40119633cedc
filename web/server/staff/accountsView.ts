/** Accounts for an admin: who works here, and one of them with what may be changed. */
import { accountWords, roleNames, accountsWords as words } from '../../../dialogs/content/staff/access';
import { type Html, html } from '../html';
import { type SessionRow, sessionsTable } from './accountView';
import { button, form, picks } from './fields';
import { dialog, empty, facts, table, tag } from './parts';

type RoleName = keyof typeof roleNames;

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleName[];
  readonly open: boolean;
  readonly sample: boolean;
  readonly passkey: boolean;
  readonly app: boolean;
}

const roles = (all: readonly RoleName[]): Html => html`${all.map((role) => html`${tag(roleNames[role])} `)}`;
const state = (open: boolean): Html => tag(open ? words.states.open : words.states.closed, open ? 'good' : 'plain');
const ways = ({ passkey, app }: AccountRow): string =>
  [passkey ? [words.ways.passkey] : [], app ? [words.ways.app] : []].flat().join(', ') || words.ways.none;

export function accountsBody(rows: readonly AccountRow[]): Html {
  const { name, roles: does, state: is, waysIn } = words.columns;
  return html`<p>${words.lead}</p>${
    rows.length === 0
      ? empty(words.none, words.noneLine)
      : table({
          caption: words.title,
          unseen: true,
          columns: [name, does, is, waysIn],
          rows: rows.map((row) => [
            html`<a href="/staff/accounts/${row.id}">${row.name}</a>${row.sample ? html` ${tag(words.sample, 'wait')}` : null}`,
            roles(row.roles),
            state(row.open),
            html`${ways(row)}`,
          ]),
        })
  }`;
}

export interface OneAccountView extends AccountRow {
  readonly csrf: string;
  readonly sessions: readonly SessionRow[];
  /** the roles that can be picked */
  readonly choices: readonly RoleName[];
  readonly fault: string | null;
}

export function oneAccountBody(view: OneAccountView): Html {
  const at = `/staff/accounts/${view.id}`;
  const { csrf } = view;
  const change = form(
    `${at}/roles`,
    csrf,
    html`${picks({ name: 'role', legend: words.rolesLegend, many: true, picked: view.roles, hint: words.changeRolesHint, fault: view.fault, choices: view.choices.map((role) => ({ value: role, label: roleNames[role] })) })}${button(words.changeRoles, 'main')}`,
  );
  const ending = view.open
    ? dialog(
        'close',
        words.close,
        words.closeAsk,
        html`<p>${words.closeHint}</p>${form(`${at}/close`, csrf, button(words.close, 'grave'))}`,
        'grave',
      )
    : form(`${at}/open`, csrf, button(words.open));
  return html`${facts([
    [accountWords.email, html`${view.email}`],
    [words.columns.state, state(view.open)],
    [words.columns.waysIn, html`${ways(view)}`],
  ])}
<h2>${accountWords.roles}</h2>${change}
<h2>${words.sessions}</h2>${view.sessions.length === 0 ? empty(words.noSessions, words.noSessionsLine) : sessionsTable(words.sessions, view.sessions, `${at}/sessions/end`, csrf)}
<h2>${words.columns.state}</h2>${ending}`;
}
