/** What may not lie about in the database does not: read document by document, as a thief would. */
import {
  aPerson,
  aProcess,
  type Process,
  partnerAnswers,
  rawDocuments,
  TUESDAY_AT_TEN,
  upToSharedDevice,
  upToSharing,
} from './aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const clock = { now: TUESDAY_AT_TEN };
let process_: Process;
beforeAll(async () => {
  process_ = await aProcess(`test_private_${process.pid}`, clock);
});
afterAll(async () => {
  await process_.database.use((db) => db.dropDatabase());
  await process_.close();
});

const everything = async () => [...(await rawDocuments(process_.database)).values()].join('\n');

describe('the database', () => {
  it('holds a code word only as a hash, and the word works', async () => {
    const person = aPerson(process_);
    await upToSharedDevice(person);
    await person.tap('Yes');
    await person.tap('Yes');
    const { turn } = await person.say('Marmaladecat');
    await process_.effects.idle();
    const all = await everything();
    expect(all).not.toMatch(/marmaladecat/i);
    const stored = await process_.store.load(turn.conversationId);
    // opened as well: not in the state, the transcript or an effect waiting
    expect(JSON.stringify(stored)).not.toMatch(/marmaladecat/i);
    expect(stored?.state.codeWordHash).toEqual(expect.any(String));
    const used = await person.say(' marmaladeCAT ');
    expect(used.ids).toEqual(['X16']);
    expect(await everything()).not.toMatch(/marmaladecat/i);
    const page = await process_.service.transcript(person.address, 0, 100);
    expect(JSON.stringify(page)).not.toMatch(/marmaladecat/i);
  });

  it('keeps who-you-are answers nowhere near the person', async () => {
    const maya = aPerson(process_);
    await upToSharing(maya);
    await maya.tap('Yes');
    await maya.tap('No');
    await maya.tap('No');
    await maya.tap('OK');
    await maya.tap('25-34');
    await maya.tap('Woman');
    await maya.say('Zetlandic Ruritanian');
    const { turn } = await maya.tap('Yes, a lot');
    await process_.effects.idle();

    const stored = await process_.store.load(turn.conversationId);
    const opened = JSON.stringify([stored, await process_.service.transcript(maya.address, 0, 200)]);
    expect(opened).not.toMatch(/Ruritanian/);
    expect(stored?.state.answers).toMatchObject({ ageRange: { choices: [] }, gender: { choices: [] } });
    // what the person said is hidden, tap or words
    expect(opened).not.toMatch(/"said":"(25-34|Woman|Yes, a lot)"/);
    const documents = await rawDocuments(process_.database);
    expect([...documents.values()].join('\n')).not.toMatch(/Ruritanian/);
    // the counts are there, and lead to nobody
    const outcomes: unknown = JSON.parse(documents.get('outcomes') ?? '[]');
    const counts = (Array.isArray(outcomes) ? outcomes : []).filter((one) => one.kind === 'equality');
    expect(counts.map((one) => one.label).sort()).toEqual(['ageRange', 'disability', 'ethnicity', 'gender']);
    const month = Date.parse('2026-11-01T00:00:00Z');
    for (const one of counts) {
      expect(one).toMatchObject({ conversationId: null, at: month });
      expect(JSON.stringify(one)).not.toContain(turn.conversationId.slice(2));
      // nor by a clock that is the conversation's own
      expect(Number(one.expiresAt) % 86_400_000).toBe(0);
    }
  });

  it('holds no words, names or numbers anybody can read', async () => {
    const maya = aPerson(process_, 'web', 'web:address-of-maya');
    await upToSharing(maya);
    await maya.tap('Yes');
    await partnerAnswers(process_, { say: 'no', reason: 'full', words: 'private partner words' });
    await maya.say('i want to end my life, says Quillfeather');
    await process_.effects.idle();
    const all = await rawDocuments(process_.database);
    const where = (documents: ReadonlyMap<string, string>, secret: string) =>
      [...documents].flatMap(([name, text]) =>
        text.includes(secret) ? [`${name}: ${text.slice(Math.max(0, text.indexOf(secret) - 80)).slice(0, 120)}`] : [],
      );
    for (const secret of ['Quillfeather', '900123', 'ma hoose', 'end my life', 'private partner', 'address-of-maya'])
      expect(where(all, secret)).toEqual([]);
  });
});
