/** `/staff/accounts`: an admin sees who works here, changes roles, closes and opens accounts, and ends sessions. */
import { accountsWords } from '../../../dialogs/content/staff/access';
import type { Done } from '../../../services/audit/audit';
import type { Changed } from '../../../services/staff/accounts';
import { isRole, ROLES } from '../../../services/store/collections/roles';
import type { Staff } from '../../../services/store/collections/staff';
import { type AccountRow, accountsBody, oneAccountBody } from '../../../web/server/staff/accountsView';
import { sessionRow } from './accountPages';
import { type Answer, type Asking, signedIn } from './door';
import type { StaffParts } from './signInPages';

const AT = '/staff/accounts';

const rowOf = (one: Staff): AccountRow => ({
  id: one.id,
  name: one.name,
  email: one.email,
  roles: one.roles,
  open: one.state === 'open',
  sample: one.sample,
  passkey: one.passkeys.length > 0,
  app: one.codeSecret !== null,
});

export function accountsPages({ staff, now, audit }: StaffParts & { readonly audit: (done: Done) => Promise<void> }) {
  const { accounts, sessions } = staff;
  const idIn = ({ params }: Asking) => params['id'] ?? '';

  const list = signedIn(async ({ seen }) => {
    const all = await accounts.list();
    await audit({ actor: seen.account.id, action: 'accountsSeen', subject: 'staff', detail: {} });
    return { kind: 'page', title: accountsWords.title, at: AT, body: accountsBody(all.map(rowOf)) };
  });

  async function page(asking: Asking, by: string, fault: string | null): Promise<Answer> {
    const account = await accounts.get(idIn(asking));
    if (account === null) return { kind: 'missing' };
    await audit({ actor: by, action: 'accountSeen', subject: `staff:${account.id}`, detail: {} });
    const own = asking.seen?.session.id ?? '';
    const open = await sessions.openOf(account.id);
    return {
      kind: 'page',
      status: fault === null ? 200 : 422,
      title: account.name,
      at: AT,
      body: oneAccountBody({
        ...rowOf(account),
        csrf: asking.csrf,
        sessions: open.map((one) => sessionRow(one, own, now())),
        // a partner belongs to an organisation, which only the command can say
        choices: ROLES.filter((role) => role !== 'partner' || account.organisationId !== null),
        fault,
      }),
    };
  }

  const answer = (id: string, { kind }: Changed, note: 'rolesChanged' | 'closed' | 'opened'): Answer => {
    if (kind === 'unknown') return { kind: 'missing' };
    return { kind: 'go', to: `${AT}/${id}`, note: kind === 'changed' ? note : 'notChanged' };
  };

  const setRoles = signedIn(async (asking) => {
    const { seen, form } = asking;
    const id = idIn(asking);
    const account = await accounts.get(id);
    const allowed = form.getAll('role').filter(isRole);
    const [first, ...others] = allowed.filter((role) => role !== 'partner' || account?.organisationId != null);
    if (first === undefined) return page(asking, seen.account.id, accountsWords.oneRole);
    return answer(id, await accounts.setRoles(id, [first, ...others], seen.account.id), 'rolesChanged');
  });

  const endSession = signedIn(async (asking) => {
    const ended = await staff.endOther(idIn(asking), asking.form.get('session') ?? '', asking.seen.account.id);
    return ended ? { kind: 'go', to: `${AT}/${idIn(asking)}`, note: 'sessionEnded' } : { kind: 'missing' };
  });

  return {
    [`GET ${AT}`]: list,
    [`GET ${AT}/:id`]: signedIn((asking) => page(asking, asking.seen.account.id, null)),
    [`POST ${AT}/:id/roles`]: setRoles,
    [`POST ${AT}/:id/close`]: signedIn(async (asking) =>
      answer(idIn(asking), await accounts.close(idIn(asking), asking.seen.account.id), 'closed'),
    ),
    [`POST ${AT}/:id/open`]: signedIn(async (asking) =>
      answer(idIn(asking), await accounts.open(idIn(asking), asking.seen.account.id), 'opened'),
    ),
    [`POST ${AT}/:id/sessions/end`]: endSession,
  } as const;
}
