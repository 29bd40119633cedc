/** Advisors for the load of live threads: accounts and sessions made beside the running app, in its own database with its own keys. */
import { createAudit } from '../../services/audit/audit';
import { collections } from '../../services/collections';
import { createStaff } from '../../services/staff/staff';
import { doSum } from '../../services/staff/sums/sums';
import { guesses } from '../../services/store/collections/guesses';
import { audit, auditHead } from '../../services/store/collections/running';
import { staff, staffSessions } from '../../services/store/collections/staff';
import { loadKeys } from '../../services/store/keys';
import { connect } from '../../services/store/mongo/connect';
import { createRecords } from '../../services/store/mongo/records';
import { createSealer, keyedHash } from '../../services/store/seal';

/** What each browser holds, as the app would have given it. */
export async function advisorCookies(mongodbUri: string, dataDir: string, many: number): Promise<readonly string[]> {
  const keys = loadKeys({ production: false, dataDir });
  const sealer = createSealer(keys.encryption);
  const database = connect(mongodbUri, collections);
  const hash = (purpose: string, value: string) => keyedHash(keys.hash, purpose, value);
  const now = () => Date.now();
  try {
    const made = createStaff({
      staff: createRecords(database, staff, sealer),
      sessions: createRecords(database, staffSessions, sealer),
      guesses: createRecords(database, guesses, sealer),
      hash,
      sum: doSum,
      audit: createAudit(createRecords(database, audit, sealer), createRecords(database, auditHead, sealer), now).add,
      publicUrl: 'http://localhost',
      now,
    });
    const cookies: string[] = [];
    for (let n = 0; n < many; n += 1) {
      const who = { name: `Advisor ${n + 1}`, email: `advisor${n + 1}@win.example.org`, organisationId: null };
      const added = await made.accounts.add({ ...who, roles: ['advisor'], password: null, sample: true }, 'load');
      if (added.kind !== 'added') throw new Error('An account was not made');
      const token = await made.enter(added.account, { stage: 'in', by: 'link', device: 'load', before: null });
      cookies.push(`win_staff=${token}.${hash('cookie win_staff', token)}`);
    }
    return cookies;
  } finally {
    await database.close();
  }
}
