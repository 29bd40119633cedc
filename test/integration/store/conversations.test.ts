/** The conversations in MongoDB keep the promises of every store, and a few only a database can break. */
import fc from 'fast-check';
import { Collection, MongoNetworkError } from 'mongodb';
import { conversations, messages } from '../../../services/store/collections/conversations';
import { createConversations } from '../../../services/store/mongo/conversations';
import { StoreDown, type StoredConversation } from '../../../services/store/ports';
import { keepsItsPromises } from '../../contracts/store/conversationStore';
import { exampleCommit, exampleState, exampleTurn, start } from '../../contracts/store/examples';
import { sealer, testDatabase } from './database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const test = testDatabase('conversations', [conversations, messages]);
afterAll(() => test.drop());

const open = (now = () => start) => createConversations(test.database, { sealer, now });

describe('conversations in MongoDB', () => {
  keepsItsPromises((now) => {
    const store = open(now);
    return { store, reopened: () => open(now) };
  });

  it('reads the database once for a conversation and then not at all', async () => {
    const reads = jest.spyOn(test.database, 'use');
    const id = 'c-reads';
    await open().commit(exampleCommit(id, null));
    const store = open();
    reads.mockClear();
    let before = await store.load(id);
    for (let n = 0; n < 3; n += 1) {
      const next = await store.commit(exampleCommit(id, before));
      before = next.kind === 'committed' ? next.conversation : null;
      expect(await store.load(id)).toBe(before);
      expect(await store.findTurn(id, 'in-new')).toBeNull();
    }
    // one read, three writes
    expect(reads).toHaveBeenCalledTimes(4);
    reads.mockRestore();
  });

  it('sends what waits at the same moment together, each with its own result', async () => {
    const store = open();
    const other = open();
    const ids = Array.from({ length: 20 }, (_, n) => `c-group-${n}`);
    const first = await Promise.all(ids.map((id) => store.commit(exampleCommit(id, null))));
    const before = first.map((one) => (one.kind === 'committed' ? one.conversation : null));
    // every third conversation goes on elsewhere, and one is forgotten
    await Promise.all(
      ids.filter((_, n) => n % 3 === 0).map(async (id) => other.commit(exampleCommit(id, await other.load(id)))),
    );
    await other.forget('c-group-1');
    const writes = jest.spyOn(test.database, 'use');
    const second = await Promise.all(ids.map((id, n) => store.commit(exampleCommit(id, before[n] ?? null))));
    expect(writes).toHaveBeenCalledTimes(1);
    writes.mockRestore();
    expect(second.map(({ kind }) => kind)).toEqual(ids.map((_, n) => (n % 3 === 0 || n === 1 ? 'stale' : 'committed')));
    const counts = await store.revisions(ids);
    expect([...counts.values()].every((revision) => revision === 2)).toBe(true);
    expect(counts.has('c-group-1')).toBe(false);
  });

  it('refuses field names the database would take for paths', async () => {
    for (const key of ['a.b', '$a', '', 'a\0b']) {
      const state = exampleState({ secrets: { [key]: 'words' } });
      await expect(open().commit(exampleCommit('c-names', null, { state }))).rejects.toThrow('field name');
    }
  });

  it('would rather refuse a turn than lose an older one whose copy never worked', async () => {
    const store = open();
    const id = 'c-lost-copies';
    const copies = jest.spyOn(Collection.prototype, 'insertMany');
    copies.mockRejectedValue(new MongoNetworkError('gone'));
    let before: StoredConversation | null = null;
    const next = async () => {
      const done = await store.commit(exampleCommit(id, before));
      before = done.kind === 'committed' ? done.conversation : null;
    };
    for (let n = 0; n < 12; n += 1) await next();
    await expect(next()).rejects.toThrow(StoreDown);
    copies.mockRestore();
    for (let n = 0; n < 18; n += 1) await next();
    const all = await open().transcript(id, 0, 100);
    expect(all.map((turn) => turn.said)).toEqual(Array.from({ length: 30 }, (_, n) => `words ${n + 1}`));
  });

  it('answers look-ups from indexes', async () => {
    const db = test.raw.db(test.name);
    const plans = await Promise.all([
      db.collection('conversations').find({ phraseHash: 'x' }).explain('queryPlanner'),
      db
        .collection('conversations')
        .find({ 'outbox.at': { $lte: 5 } })
        .explain('queryPlanner'),
      db
        .collection('conversations')
        .find({ expiresAt: { $lte: 5 } })
        .explain('queryPlanner'),
      db
        .collection('messages')
        .find({ conversationId: 'x', lastItem: { $gt: 4 } })
        .sort({ lastItem: 1 })
        .explain('queryPlanner'),
      db.collection('messages').find({ conversationId: 'x', 'turns.inboundId': 'y' }).explain('queryPlanner'),
    ]);
    for (const plan of plans) {
      const text = JSON.stringify(plan['queryPlanner'].winningPlan);
      expect(text).toContain('IXSCAN');
      expect(text).not.toContain('"SORT"');
    }
  });

  it('leaves no word of a person readable in the database', async () => {
    const word = fc.stringMatching(/^[a-z]{6,12}$/).map((text) => `canary${text}`);
    const db = test.raw.db(test.name);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 5, maxLength: 12 }), fc.uuid(), async (words, uuid) => {
        const [one = '', two = '', three = '', four = '', ...more] = words;
        const id = `c-${uuid}`;
        const store = open();
        let before = null;
        for (let n = 1; n <= 14; n += 1) {
          const params = { name: two, place: more[n % more.length] ?? '' };
          const done = await store.commit(
            exampleCommit(id, before, {
              state: exampleState({ secrets: { 'said/E1': one, [`shown/${n}`]: `${three} ${n}` } }),
              turn: exampleTurn(n, {
                said: `${one} ${four}`,
                replies: [
                  {
                    parts: [{ id: 'E1', params }],
                    choices: [{ id: 'a', label: three }],
                    many: false,
                    from: 'advisor',
                    toGo: 0,
                  },
                ],
              }),
              effects: [{ id: `${id}:${n}`, at: n, kind: 'raiseRisk', data: { level: 'P1' }, secret: four }],
            }),
          );
          before = done.kind === 'committed' ? done.conversation : null;
        }
        await store.settled();
        let documents = 0;
        for (const { name } of await db.listCollections().toArray()) {
          for await (const bytes of db.collection(name).find({}, { raw: true })) {
            documents += 1;
            const text = Buffer.isBuffer(bytes) ? bytes.toString('latin1') : JSON.stringify(bytes);
            // the ledger of migrations has short lines, and they are looked through like all the others
            if (name !== 'ledger') expect(text.length).toBeGreaterThan(50);
            expect(text.includes('canary')).toBe(false);
          }
        }
        expect(documents).toBeGreaterThan(1);
      }),
      { numRuns: 8 },
    );
  });
});
