/** The ways in: a password and then a code, or a passkey. An account that is not there answers as one that is, and takes as long. */
import type { Limit } from '../limits/limit';
import type { Staff, StaffSession } from '../store/collections/staff';
import { type Accounts, hasSecondFactor, plainEmail } from './accounts';
import type { Challenges } from './challenges';
import { codeStep } from './codes';
import type { Vouched } from './oidc';
import { LONGEST, plainPassword } from './passwords';
import type { Sessions } from './sessions';
import { passkeyIdIn } from './sums/sums';
import { type DoSum, SumsBusy } from './sums/thread';

/** `no`: it does not go together, and that is all that is said. `later`: too often just now. `busy`: too many people at once. */
export type NotIn = { readonly kind: 'no' | 'later' | 'busy' };
export type PasswordRead = { readonly kind: 'half' | 'setUp'; readonly account: Staff } | NotIn;
export type CodeRead = { readonly kind: 'in' } | { readonly kind: 'over' } | NotIn;
export type PasskeyRead = { readonly kind: 'in'; readonly account: Staff } | NotIn;

export interface SignInDeps {
  readonly accounts: Accounts;
  readonly sessions: Pick<Sessions, 'wrongCode'>;
  readonly challenges: Challenges;
  readonly sum: DoSum;
  /** tries from one network */
  readonly byNetwork: Limit;
  /** tries at one account, there or not; passkeys do not count here, so nobody can lock their owner out */
  readonly byAccount: Limit;
  /** where people come in, as `https://door.example.org` */
  readonly origin: string;
  /** ms since 1970 */
  readonly now: () => number;
}

/** What a password is compared with where there is none: of the same cost as every other (tested), made of one nobody knows. */
export const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$cPssKITymQlHwUWxX+DD6Q$SORlstV52H9FgsEFvF/Oa3qugve2T/VT762pFi6VZ3g';

/** A passkey as it came back from a browser: its answer, and the challenge it was given. */
export interface PasskeyGiven {
  readonly response: unknown;
  readonly challenge: string;
}

export function createSignIn(deps: SignInDeps) {
  const { accounts, sum, now } = deps;
  const site = new URL(deps.origin).hostname;

  async function unlessBusy<T>(work: () => Promise<T>): Promise<T | NotIn> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SumsBusy) return { kind: 'busy' };
      throw error;
    }
  }

  return {
    /** The first way: e-mail and password. A right password with no second way, and past its time to add one, is a no. */
    withPassword: (given: { email: string; password: string; network: string }): Promise<PasswordRead> =>
      unlessBusy(async () => {
        const fromHere = await deps.byNetwork(given.network);
        const here = await deps.byAccount(accounts.idOf(plainEmail(given.email)));
        if (!fromHere || !here) return { kind: 'later' };
        const account = await accounts.byEmail(given.email);
        const password = plainPassword(given.password).slice(0, LONGEST + 1);
        const made = await sum({ kind: 'fits', password, hash: account?.password ?? NOBODYS });
        const right = made.kind === 'fits' && made.fits;
        if (!right || account === null || account.password === null || account.state !== 'open') return { kind: 'no' };
        if (hasSecondFactor(account)) return { kind: 'half', account };
        return (account.setUpUntil ?? 0) > now() ? { kind: 'setUp', account } : { kind: 'no' };
      }),

    /** The second way after a password: the code of an app. Wrong too often ends the session. */
    async withCode(session: StaffSession, account: Staff, code: string): Promise<CodeRead> {
      if (!(await deps.byAccount(`code ${account.id}`))) return { kind: 'later' };
      const step = account.codeSecret === null ? null : codeStep(account.codeSecret, code, now(), account.codeStep);
      if (step !== null && (await accounts.useCode(account.id, step))) return { kind: 'in' };
      return { kind: (await deps.sessions.wrongCode(session.id)) ? 'over' : 'no' };
    },

    /** A passkey, which is two ways in one: a device, and a finger, face or number that opens it. `owner`: only theirs will do. */
    withPasskey: (
      given: PasskeyGiven,
      { browser, network, owner }: { browser: string; network: string; owner: string | null },
    ): Promise<PasskeyRead> =>
      unlessBusy(async () => {
        if (!(await deps.byNetwork(network))) return { kind: 'later' };
        const id = passkeyIdIn(given.response);
        const account = id === null ? null : await accounts.byPasskey(id);
        const passkey = account?.passkeys.find((one) => one.id === id);
        if (account === null || passkey === undefined || account.state !== 'open') return { kind: 'no' };
        if (owner !== null && owner !== account.id) return { kind: 'no' };
        if (!(await deps.challenges.use(given.challenge, browser))) return { kind: 'no' };
        const { publicKey, counter } = passkey;
        const made = await sum({
          kind: 'usePasskey',
          ...given,
          origin: deps.origin,
          site,
          passkey: { id: passkey.id, publicKey, counter },
        });
        if (made.kind !== 'usePasskey' || made.counter === null) return { kind: 'no' };
        await accounts.usePasskey(account.id, passkey.id, made.counter);
        return { kind: 'in', account };
      }),

    /** Their organisation vouches for them. An account is bound to whom it vouched for first, whoever has the address later. */
    async withOidc({ email, subject }: Vouched, network: string): Promise<PasskeyRead> {
      if (!(await deps.byNetwork(network))) return { kind: 'later' };
      const account = await accounts.byEmail(email);
      if (account === null || account.state !== 'open') return { kind: 'no' };
      if (account.oidcSubject === subject) return { kind: 'in', account };
      const bound = await accounts.bindOidc(account.id, subject);
      return bound.kind === 'changed' ? { kind: 'in', account: bound.account } : { kind: 'no' };
    },

    /** Adds the passkey a browser has just made, under what its owner calls it. */
    addPasskey: (account: Staff, given: PasskeyGiven, browser: string, label: string) =>
      unlessBusy(async () => {
        if (!(await deps.challenges.use(given.challenge, browser))) return { kind: 'no' } as const;
        const made = await sum({ kind: 'addPasskey', ...given, origin: deps.origin, site });
        if (made.kind !== 'addPasskey' || made.passkey === null) return { kind: 'no' } as const;
        return accounts.addPasskey(account.id, {
          ...made.passkey,
          label: label.trim().slice(0, 60),
          addedAt: now(),
          usedAt: null,
        });
      }),

    /** Adds an app once it has shown that it knows `secret`. */
    async addCode(account: Staff, secret: string, code: string) {
      const step = codeStep(secret, code, now(), 0);
      return step === null ? ({ kind: 'no' } as const) : accounts.addCode(account.id, secret, step);
    },
  };
}
