/**
 * `npm run staff -- add | list | close | open | roles | reset`: accounts of the team and of partners.
 *
 *   add --email E --role R[,R] --name N [--organisation ID] [--password-stdin]
 *   list
 *   close|open --email E
 *   roles --email E --role R[,R]
 *   reset --email E [--password-stdin]
 *
 * A password is asked for, or read from standard input. It opens the way to add a passkey or an app for a week.
 */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createAudit } from '../../services/audit/audit';
import { type Accounts, createAccounts, hasSecondFactor } from '../../services/staff/accounts';
import { SHORTEST } from '../../services/staff/passwords';
import { doSum } from '../../services/staff/sums/sums';
import { isRole, ROLES, type Role } from '../../services/store/collections/roles';
import { audit, auditHead } from '../../services/store/collections/running';
import { staff } from '../../services/store/collections/staff';
import { openOwnDatabase } from './ownDatabase';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (line: string) => void process.stdout.write(`${line}\n`);
/** who acts, in the audit */
const BY = 'command';

const faults = {
  short: `The password is too short: ${SHORTEST} letters or more, and a few words are best.`,
  long: 'The password is too long.',
  same: 'The password is nearly all one letter.',
  yours: 'The password is mostly their own name.',
} as const;

/** One line of standard input, or an answer typed without being shown. */
async function readPassword(fromStdin: boolean): Promise<string> {
  if (!fromStdin && process.stdin.isTTY !== true)
    throw new Error('There is nobody to ask for a password: use --password-stdin');
  if (!fromStdin) process.stderr.write('Password (not shown): ');
  const silent = new Writable({ write: (_piece, _coding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: !fromStdin });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    if (!fromStdin) say('');
  }
}

function readRoles(text: string | undefined): readonly [Role, ...Role[]] {
  const given = (text ?? '').split(',').map((one) => one.trim());
  const [first, ...others] = given.filter(isRole);
  if (first === undefined || given.length !== others.length + 1)
    throw new Error(`--role is one or more of ${ROLES.join(', ')}, with commas between`);
  return [first, ...others];
}

function readEmail(text: string | undefined): string {
  const read = z.email().safeParse(text?.trim());
  if (!read.success) throw new Error('--email is an e-mail address');
  return read.data;
}

async function list(accounts: Accounts): Promise<number> {
  const all = await accounts.list();
  for (const one of all)
    print(
      JSON.stringify({
        name: one.name,
        email: one.email,
        roles: one.roles,
        state: one.state,
        passkeys: one.passkeys.length,
        app: one.codeSecret !== null,
        ready: one.state === 'open' && hasSecondFactor(one),
        ...(one.sample ? { sample: true } : {}),
      }),
    );
  say(`${all.length} ${all.length === 1 ? 'account' : 'accounts'}`);
  return 0;
}

/** What came of it, said; the exit code. */
function tell(done: { readonly kind: string; readonly fault?: keyof typeof faults }, well: string): number {
  const words: Readonly<Record<string, string>> = {
    exists: 'There is an account with this e-mail. `reset` gives it a new password, `open` opens a closed one.',
    unknown: 'There is no account with this e-mail.',
    refused: 'That would shut out the last one who may do this.',
    fault: done.fault === undefined ? '' : faults[done.fault],
  };
  const good = done.kind === 'added' || done.kind === 'changed';
  say(good ? well : (words[done.kind] ?? done.kind));
  return good ? 0 : 1;
}

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      email: text,
      role: text,
      name: text,
      organisation: text,
      'password-stdin': { type: 'boolean', default: false },
    },
  });
  const [command = ''] = positionals;
  if (!['add', 'list', 'close', 'open', 'roles', 'reset'].includes(command)) {
    say(
      `Usage: npm run staff -- add --email E --role R --name N | list | close --email E | open --email E | roles --email E --role R | reset --email E\nRoles: ${ROLES.join(', ')}. With --password-stdin the password is read from standard input.`,
    );
    return 1;
  }
  // what is wrong with what was typed is said before anything is opened
  const email = command === 'list' ? '' : readEmail(values.email);
  const roles = command === 'add' || command === 'roles' ? readRoles(values.role) : null;
  const name = values.name?.trim() ?? '';
  if (command === 'add' && name === '') throw new Error('--name is what people call them');
  const organisationId = values.organisation ?? null;
  if (command === 'add' && roles?.includes('partner') === true && organisationId === null)
    throw new Error('--organisation is needed for a partner: whose introductions they see');
  const password = command === 'add' || command === 'reset' ? await readPassword(values['password-stdin']) : '';

  const own = await openOwnDatabase(say);
  try {
    const now = () => Date.now();
    const trail = createAudit(own.records(audit), own.records(auditHead), now);
    const accounts = createAccounts({
      staff: own.records(staff),
      hash: own.hash,
      sum: doSum,
      audit: trail.add,
      now,
    });
    const id = accounts.idOf(email);
    const first = 'They sign in with it within a week and add a passkey or an app there.';
    switch (command) {
      case 'add':
        return tell(
          await accounts.add({ name, email, roles: roles ?? ['advisor'], organisationId, password, sample: false }, BY),
          `Added. ${first}`,
        );
      case 'close':
        return tell(await accounts.close(id, BY), 'Closed. Every session of theirs is over.');
      case 'open':
        return tell(await accounts.open(id, BY), 'Open again, with the ways in it had.');
      case 'roles':
        return tell(await accounts.setRoles(id, roles ?? ['advisor'], BY), 'Changed. They sign in again.');
      case 'reset':
        return tell(await accounts.reset(id, password, BY), `Reset. ${first}`);
      default:
        return await list(accounts);
    }
  } finally {
    await own.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? error.message : 'The accounts could not be read');
    process.exitCode = 1;
  },
);
