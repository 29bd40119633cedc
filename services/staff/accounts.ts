/** Accounts of the team and of partners: who they are, what they may, and the ways in they have. Every change is in the audit before it is made. */
import type { Done } from '../audit/audit';
import type { Role } from '../store/collections/roles';
import type { Passkey, Staff } from '../store/collections/staff';
import type { Records } from '../store/ports';
import { type PasswordFault, passwordFault, plainPassword } from './passwords';
import type { DoSum } from './sums/thread';

export interface AccountsDeps {
  readonly staff: Records<Staff>;
  readonly hash: (purpose: string, value: string) => string;
  readonly sum: DoSum;
  /** throws StoreDown, and then nothing was changed */
  readonly audit: (done: Done) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly [Role, ...Role[]];
  readonly organisationId: string | null;
  /** null: nobody signs in to it until a password is set */
  readonly password: string | null;
  /** invented, on a development machine */
  readonly sample: boolean;
}

export type Changed =
  | { readonly kind: 'changed'; readonly account: Staff }
  | { readonly kind: 'unknown' }
  /** an admin locks themselves out, or the last second way would go */
  | { readonly kind: 'refused' };
export type WithPassword = Changed | { readonly kind: 'fault'; readonly fault: PasswordFault };
export type Added =
  | { readonly kind: 'added'; readonly account: Staff }
  | { readonly kind: 'exists' }
  | { readonly kind: 'fault'; readonly fault: PasswordFault };

const DAY = 24 * 60 * 60_000;
/** A password somebody else made opens the way to a second factor for so long, and then no more. */
export const SET_UP_FOR = 7 * DAY;
const KEPT_AFTER_CLOSING = 730 * DAY;
const MOST_PASSKEYS = 10;

export const plainEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Whether there is a second way in beside the password. */
export const hasSecondFactor = ({ codeSecret, passkeys }: Staff): boolean => codeSecret !== null || passkeys.length > 0;

/** What the account with this e-mail is known by. */
export const accountIdOf = (hash: (purpose: string, value: string) => string, email: string): string =>
  `s_${hash('staff', plainEmail(email))}`;

export function createAccounts({ staff, hash, sum, audit, now }: AccountsDeps) {
  const idOf = (email: string) => accountIdOf(hash, email);

  async function hashed(password: string): Promise<string> {
    const made = await sum({ kind: 'hash', password: plainPassword(password) });
    if (made.kind !== 'hash') throw new Error('A sum came back as another');
    return made.hash;
  }

  /** Changes what is there now; `next` gives null where it must not be. */
  async function change(id: string, next: (account: Staff) => Partial<Staff> | null): Promise<Changed> {
    for (;;) {
      const found = await staff.get(id);
      if (found === null) return { kind: 'unknown' };
      const changes = next(found);
      if (changes === null) return { kind: 'refused' };
      const account = { ...found, ...changes, rev: found.rev + 1, changedAt: now() };
      if (await staff.replace(account, found.rev)) return { kind: 'changed', account };
    }
  }

  /** As `change`, written in the audit first. `next` is tried before that, so that what is refused leaves no trace of having been done. */
  async function act(
    id: string,
    done: Pick<Done, 'actor' | 'action' | 'detail'>,
    next: (account: Staff) => Partial<Staff> | null,
  ): Promise<Changed> {
    const found = await staff.get(id);
    if (found === null) return { kind: 'unknown' };
    if (next(found) === null) return { kind: 'refused' };
    await audit({ ...done, subject: `staff:${id}` });
    return change(id, next);
  }

  const over = ({ epoch }: Staff) => ({ epoch: epoch + 1 });

  return {
    idOf,
    get: (id: string) => staff.get(id),
    byEmail: (email: string) => staff.get(idOf(email)),
    byPasskey: async (passkeyId: string) => (await staff.find({ 'passkeys.id': passkeyId }, 1))[0] ?? null,
    /** everybody, by name */
    list: async () => [...(await staff.find({}, 1_000))].sort((a, b) => a.name.localeCompare(b.name, 'en')),

    async add(asked: NewAccount, by: string): Promise<Added> {
      const { name, email, roles, organisationId, password, sample } = asked;
      const fault = password === null ? null : passwordFault(password, asked);
      if (fault !== null) return { kind: 'fault', fault };
      const id = idOf(email);
      if ((await staff.get(id)) !== null) return { kind: 'exists' };
      const at = now();
      const account: Staff = {
        id,
        rev: 1,
        name: name.trim(),
        email: plainEmail(email),
        roles: [...roles],
        organisationId,
        state: 'open',
        sample,
        epoch: 1,
        password: password === null ? null : await hashed(password),
        setUpUntil: password === null ? null : at + SET_UP_FOR,
        codeSecret: null,
        codeStep: 0,
        passkeys: [],
        oidcSubject: null,
        createdAt: at,
        changedAt: at,
        expiresAt: null,
      };
      await audit({ actor: by, action: 'accountAdded', subject: `staff:${id}`, detail: { roles: roles.join(' ') } });
      return (await staff.add(account)) ? { kind: 'added', account } : { kind: 'exists' };
    },

    /** Nobody signs in to it any more, and every session of it is over. */
    close: (id: string, by: string) =>
      act(id, { actor: by, action: 'accountClosed', detail: {} }, (one) =>
        id === by ? null : { ...over(one), state: 'closed', expiresAt: now() + KEPT_AFTER_CLOSING },
      ),

    /** Opens a closed one again, with the ways in it had. */
    open: (id: string, by: string) =>
      act(id, { actor: by, action: 'accountOpened', detail: {} }, (one) => ({
        ...over(one),
        state: 'open',
        expiresAt: null,
      })),

    /** Every session of it is over, so that nobody goes on with what they may no longer. */
    setRoles: (id: string, roles: readonly [Role, ...Role[]], by: string) =>
      act(id, { actor: by, action: 'rolesChanged', detail: { roles: roles.join(' ') } }, (one) =>
        id === by && !roles.includes('admin') ? null : { ...over(one), roles: [...roles] },
      ),

    /** Takes every way in away and gives a new password, good for a while to add a second way with. */
    async reset(id: string, password: string, by: string): Promise<WithPassword> {
      const found = await staff.get(id);
      if (found === null) return { kind: 'unknown' };
      const fault = passwordFault(password, found);
      if (fault !== null) return { kind: 'fault', fault };
      const made = await hashed(password);
      return act(id, { actor: by, action: 'accountReset', detail: {} }, (one) => ({
        ...over(one),
        password: made,
        setUpUntil: now() + SET_UP_FOR,
        codeSecret: null,
        passkeys: [],
        oidcSubject: null,
      }));
    },

    /** Its owner gives it another password; every session of it is over. */
    async setPassword(id: string, password: string): Promise<WithPassword> {
      const found = await staff.get(id);
      if (found === null) return { kind: 'unknown' };
      const fault = passwordFault(password, found);
      if (fault !== null) return { kind: 'fault', fault };
      const made = await hashed(password);
      return act(id, { actor: id, action: 'passwordChanged', detail: {} }, (one) => ({
        ...over(one),
        password: made,
      }));
    },

    addCode: (id: string, secret: string, step: number) =>
      act(id, { actor: id, action: 'codeAdded', detail: {} }, () => ({ codeSecret: secret, codeStep: step })),

    addPasskey: (id: string, passkey: Passkey) =>
      act(id, { actor: id, action: 'passkeyAdded', detail: {} }, ({ passkeys }) =>
        passkeys.length >= MOST_PASSKEYS || passkeys.some((one) => one.id === passkey.id)
          ? null
          : { passkeys: [...passkeys, passkey] },
      ),

    /** Takes the app away; refused where it is the only second way. Every session is over. */
    removeCode: (id: string) =>
      act(id, { actor: id, action: 'codeRemoved', detail: {} }, (one) =>
        one.codeSecret === null || one.passkeys.length === 0 ? null : { ...over(one), codeSecret: null },
      ),

    removePasskey: (id: string, passkeyId: string) =>
      act(id, { actor: id, action: 'passkeyRemoved', detail: {} }, (one) => {
        const passkeys = one.passkeys.filter((other) => other.id !== passkeyId);
        const gone = passkeys.length < one.passkeys.length;
        const enough = hasSecondFactor({ ...one, passkeys });
        return gone && enough ? { ...over(one), passkeys } : null;
      }),

    /** Signed in by their organisation for the first time: known by that subject from now on. Refused where it is another. */
    bindOidc: (id: string, subject: string) =>
      act(id, { actor: id, action: 'oidcBound', detail: {} }, ({ oidcSubject }) =>
        oidcSubject === null || oidcSubject === subject ? { oidcSubject: subject } : null,
      ),

    /** A code was right: it and all before it are used up. False when somebody else was first. */
    async useCode(id: string, step: number): Promise<boolean> {
      const done = await change(id, (one) => (step > one.codeStep ? { codeStep: step } : null));
      return done.kind === 'changed';
    },

    /** A passkey was right; its count is kept so that a copy of it shows. */
    usePasskey: (id: string, passkeyId: string, counter: number) =>
      change(id, (one) => ({
        passkeys: one.passkeys.map((other) =>
          other.id === passkeyId ? { ...other, counter: Math.max(counter, other.counter), usedAt: now() } : other,
        ),
      })),
  };
}
export type Accounts = ReturnType<typeof createAccounts>;
