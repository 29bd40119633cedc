/** Introductions and the directory in the real database: sealed, counted once, and still there after a restart. */

import { organisationCollection, serviceCollection } from '../../../services/directory/collection';
import { openDirectory, seedSampleDirectory } from '../../../services/directory/directory';
import { sampleDirectory } from '../../../services/directory/sample/sampleDirectory';
import { referralCollection, referralLinkCollection } from '../../../services/referrals/collection';
import { match } from '../../../services/routing/match';
import { createRecords } from '../../../services/store/mongo/records';
import { aNetwork, DAY, MAYA, type Stores } from '../../unit/network/aNetwork';
import { sealer, testDatabase } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const test = testDatabase('network', [
  referralCollection,
  referralLinkCollection,
  organisationCollection,
  serviceCollection,
]);
afterAll(() => test.drop());

/** The stores as another process would open them. */
const open = (): Stores => ({
  organisations: createRecords(test.database, organisationCollection, sealer),
  services: createRecords(test.database, serviceCollection, sealer),
  referrals: createRecords(test.database, referralCollection, sealer),
  links: createRecords(test.database, referralLinkCollection, sealer),
});
const maya = (name: string) => ({ ...MAYA, id: `${name}:9:0`, conversationId: name });

describe('the directory in the database', () => {
  it('is seeded once, reads back the same, and matches as the sample does', async () => {
    const stores = open();
    const sample = sampleDirectory('2026-11-23');
    expect(await seedSampleDirectory(stores, sample, false)).toBe(sample.services.length);
    expect(await seedSampleDirectory(stores, sample, false)).toBe(0);
    const directory = openDirectory(open());
    expect(directory.snapshot().offers).toEqual([]);
    await directory.refresh();
    expect(directory.snapshot().offers).toHaveLength(sample.services.length);
    const query = {
      needs: ['housing'],
      priority: null,
      area: 'blantyre',
      ageBand: '18+',
      adjustments: [],
      barriers: [],
      rung: 2,
      quiet: false,
      declined: [],
    } as const;
    const found = match(directory.snapshot(), query, { date: '2026-11-23', weekday: 1 });
    expect(found.options[0]?.partner).toBe('Calder Door');
    expect(await directory.addressOf('sample-door-home')).toMatchObject({ email: 'calder-door@example.org' });
    expect(await directory.addressOf('nothing')).toBeNull();
  });

  it('never gets sample partners in production', async () => {
    await expect(seedSampleDirectory(open(), sampleDirectory('2026-11-23'), true)).rejects.toThrow(/production/);
  });
});

describe('an introduction in the database', () => {
  it('keeps what was shared where only we can read it, and no link at all', async () => {
    const { referrals, token } = await aNetwork(open());
    await referrals.create(maya('sealed'));
    await referrals.answer(token(), { say: 'no', reason: 'other', words: 'very private words' });
    const raw = test.raw.db(test.name);
    const stored = JSON.stringify([
      await raw.collection('referrals').find().toArray(),
      await raw.collection('referralLinks').find().toArray(),
    ]);
    for (const secret of ['Maya', '07700', 'how she feels', 'Mornings', 'would see', 'very private', token()]) {
      expect(stored).not.toContain(secret);
    }
    // and we can
    expect(await referrals.get('sealed:9:0')).toMatchObject({
      shared: MAYA.shared,
      declineWords: 'very private words',
    });
  });

  it('one answer of eight at once counts, across two processes', async () => {
    const here = await aNetwork(open());
    await here.referrals.create(maya('race'));
    const token = here.token();
    const there = await aNetwork(open());
    const answers = await Promise.all(
      [0, 1, 2, 3, 4, 5, 6, 7].map((n) =>
        (n % 2 === 0 ? here : there).referrals.answer(
          token,
          n < 4 ? { say: 'yes', within: '1' } : { say: 'no', reason: 'full', words: '' },
        ),
      ),
    );
    expect(answers.filter((it) => it.kind === 'moved')).toHaveLength(1);
    expect((await here.referrals.get('race:9:0'))?.history).toHaveLength(2);
  });

  it('made eight times at once is one introduction', async () => {
    const here = await aNetwork(open());
    await Promise.all(Array.from({ length: 8 }, () => here.referrals.create(maya('many'))));
    expect(await here.stores.referrals.find({ conversationId: 'many' }, 9)).toHaveLength(1);
    expect(await here.referrals.get('many:9:0')).toMatchObject({ state: 'requested', nextAction: 'chase' });
  });

  it('overdue, untold and withdrawn are found after a restart', async () => {
    const before = await aNetwork(open());
    await before.referrals.create(maya('later'));
    const after = await aNetwork(open());
    after.wait(2 * DAY);
    const due = await after.referrals.overdue(after.now(), 50);
    expect(due.map((it) => it.id)).toContain('later:9:0');
    await after.referrals.answer(before.token(), { say: 'yes', within: '1' });
    expect((await after.referrals.untold(50)).map((it) => it.referralId)).toContain('later:9:0');
    await after.referrals.markTold('later:9:0');
    expect((await after.referrals.untold(50)).map((it) => it.referralId)).not.toContain('later:9:0');
    await after.referrals.withdraw('later', MAYA.ref);
    expect(await after.referrals.lookAt(before.token())).toMatchObject({ kind: 'withdrawn' });
  });
});
