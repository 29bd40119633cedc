/** On the real database a process ends before or after any one of its writes; another goes on, and what was done is done once. */
import { randomBytes } from 'node:crypto';
import { createAlarms } from '../../../services/alarms/alarms';
import { alarms as alarmCollection } from '../../../services/alarms/collection';
import { collections } from '../../../services/collections';
import type { Staff } from '../../../services/handoffMachine/reasons';
import { handoffs } from '../../../services/handoffs/collection';
import { createRepository } from '../../../services/handoffs/repository';
import type { AlarmsNeed } from '../../../services/ports';
import { connect } from '../../../services/store/mongo/connect';
import { createConversations } from '../../../services/store/mongo/conversations';
import { createRecords } from '../../../services/store/mongo/records';
import type { OpenRecords } from '../../../services/store/openRecords';
import type { ConversationStore, Records } from '../../../services/store/ports';
import { keyedHash } from '../../../services/store/seal';
import { aPerson, aProcess, type Clock, type Process, TUESDAY_AT_TEN } from '../conversation/aProcess';
import { engineUri, sealer } from '../store/database';

// dozens of processes, each on its own connection
jest.setTimeout(240_000);

const name = `everyWrite_${process.pid}_${randomBytes(3).toString('hex')}`;
const clock: Clock = { now: TUESDAY_AT_TEN };
const morag: Staff = { id: 'morag', name: 'Morag', roles: ['advisor'] };
const minute = 60_000;
/** as every process of these tests has it */
const HASH_KEY = Buffer.alloc(32, 5);

/** The alarms of the house on these records; nothing is mailed, for no runner works on the queue. */
const alarmsOn = (records: OpenRecords) => (need: AlarmsNeed) => {
  const made = createAlarms({
    alarms: records(alarmCollection),
    queue: need.queue,
    emails: ['duty@win.example', 'second@win.example'],
    phones: [],
    mail: async () => ({ kind: 'delivered' }),
    text: null,
    hash: (purpose, value) => `${purpose} ${value}`,
    publicUrl: 'https://win.example',
    open: () => true,
    now: () => clock.now,
    log: () => undefined,
  });
  return { ...made, alert: () => undefined };
};

/** A process that ends at the n-th edge of its writes, once it was told to count: each write has one before it and one after. */
function endsAt(n: number) {
  const life = { counts: false, edges: 0, isOver: false };
  async function read<T>(work: () => Promise<T>): Promise<T> {
    if (life.isOver) throw new Error('The process has ended');
    return work();
  }
  async function write<T>(work: () => Promise<T>): Promise<T> {
    const edge = () => {
      if (life.counts) life.edges += 1;
      life.isOver ||= life.edges === n;
    };
    edge();
    const done = await read(work);
    edge();
    return read(async () => done);
  }
  const recordsOf = <T extends { readonly id: string }>(records: Records<T>): Records<T> => ({
    add: (one) => write(() => records.add(one)),
    replace: (one, rev) => write(() => records.replace(one, rev)),
    get: (id) => read(() => records.get(id)),
    find: (query, limit) => read(() => records.find(query, limit)),
    revisions: (query, limit) => read(() => records.revisions(query, limit)),
    count: (query) => read(() => records.count(query)),
    sweepExpired: (at) => write(() => records.sweepExpired(at)),
  });
  const storeOf = (store: ConversationStore): ConversationStore => ({
    ...store,
    load: (id) => read(() => store.load(id)),
    look: (id) => read(() => store.look(id)),
    commit: (commit) => write(() => store.commit(commit)),
    effectDone: (id, effect) => write(() => store.effectDone(id, effect)),
    parkEffect: (id, effect) => write(() => store.parkEffect(id, effect)),
  });
  return { life, recordsOf, storeOf };
}

async function start(ends: ReturnType<typeof endsAt> | null = null): Promise<Process> {
  const database = connect(engineUri(), collections, { name });
  const plain = createConversations(database, { sealer, now: () => clock.now });
  const records: OpenRecords = (definition) => {
    const made = createRecords(database, definition, sealer);
    return ends === null ? made : ends.recordsOf(made);
  };
  const made = await aProcess(name, clock, {
    store: ends === null ? plain : ends.storeOf(plain),
    records,
    alarms: alarmsOn(records),
  });
  return {
    ...made,
    async close() {
      made.team.close();
      await made.close();
      await plain.settled();
      await database.close();
    },
  };
}

let well: Process;
beforeAll(async () => {
  well = await start();
}, 60_000);
afterAll(() => well.close(), 60_000);

const repository = () => createRepository(createRecords(well.database, handoffs, sealer));
const alarmsRung = () => createRecords(well.database, alarmCollection, sealer);

/** Somebody who asked for a person, at ten on a Tuesday; `isTaken`: Morag has them. */
async function waits(isTaken: boolean) {
  clock.now = TUESDAY_AT_TEN;
  const person = aPerson(well);
  for (const words of ['hi', 'yes', 'yes', 'yes', 'can i talk to a person']) await person.say(words);
  await well.effects.idle();
  await well.team.idle();
  const conversationId = await well.service.conversationOf(person.address);
  const [handoff] = await repository().ofConversation(conversationId);
  if (handoff === undefined) throw new Error('Nobody was asked for');
  if (isTaken) await well.team.claim(morag, handoff.id);
  return { id: handoff.id, conversationId, dueAt: handoff.dueAt };
}

const words = { key: 'the-same-message', words: 'What would help most?' };
type Doing = (process: Process, id: string) => Promise<unknown>;
const DOINGS: readonly (readonly [string, boolean, string, Doing])[] = [
  ['claims', false, 'W-JOINED', ({ team }, id) => team.claim(morag, id)],
  ['says', true, 'W-SAYS', ({ team }, id) => team.say(morag, id, words)],
  ['hands back', true, 'W-HANDED-BACK', ({ team }, id) => team.handBack(morag, id, { intake: 'goesOn', note: 'n' })],
  ['closes', true, 'W-TALK-ENDED', ({ team }, id) => team.wrapUp(morag, id, { outcome: 'helped', note: 'n' })],
];
const ends: Readonly<Record<string, object>> = {
  claims: { state: 'claimed', claim: 1, owner: { name: 'Morag' } },
  says: { state: 'live', claim: 1, owner: { name: 'Morag' } },
  'hands back': { state: 'closed', outcome: 'handedBack' },
  closes: { state: 'closed', outcome: 'helped' },
};

/** Does it on processes that end at each edge in turn, until one comes to its end; how many there were. */
async function atEveryEdge(
  act: (process: Process) => Promise<void>,
  begin: () => Promise<void>,
  check: () => Promise<void>,
): Promise<number> {
  for (let n = 1; n < 200; n += 1) {
    await begin();
    const dying = endsAt(n);
    const process = await start(dying);
    dying.life.counts = true;
    await act(process).catch(() => undefined);
    await process.effects.idle();
    await process.team.idle();
    dying.life.counts = false;
    const cameThrough = !dying.life.isOver;
    await process.close();
    await check();
    if (cameThrough) return n - 1;
  }
  throw new Error('It never came to its end');
}

it.each(DOINGS)(
  'an advisor %s: whatever write the process ends at, it is done once',
  async (what, isTaken, said, act) => {
    let now = { id: '', conversationId: '', dueAt: 0 };
    const edges = await atEveryEdge(
      async (process) => void (await act(process, now.id)),
      async () => {
        now = await waits(isTaken);
      },
      async () => {
        // what the one that ended had begun is another's after a while
        clock.now += 20_000;
        await well.effects.sweep(well.store);
        await well.team.look();
        // the page had no answer, and asks the same again
        await act(well, now.id);
        await well.effects.idle();
        await well.team.look();
        await well.effects.idle();
        const ids = (await well.store.transcript(now.conversationId, 0, 500)).flatMap(({ messageIds }) => messageIds);
        expect(ids.filter((id) => id === said)).toHaveLength(1);
        expect(await repository().get(now.id)).toMatchObject({ ...ends[what], todo: [], todoSince: null });
        await well.team.wrapUp(morag, now.id, { outcome: 'helped', note: '' });
      },
    );
    // audit, record and telling, each before and after
    expect(edges).toBeGreaterThanOrEqual(8);
    expect(await well.audit.firstBreak()).toBeNull();
  },
);

it('the clock escalates: whatever write the process ends at, each step is taken once and the alarm is raised once', async () => {
  let now = { id: '', conversationId: '', dueAt: 0 };
  const edges = await atEveryEdge(
    ({ team }) => team.look(),
    async () => {
      now = await waits(false);
      clock.now = now.dueAt + minute;
    },
    async () => {
      await well.team.look();
      await well.team.look();
      const handoff = await repository().get(now.id);
      expect(handoff).toMatchObject({ rung: 2, todo: [], todoSince: null });
      const steps = handoff?.steps.map(({ what, times }) => `${what} ${times}`) ?? [];
      expect(steps.filter((one) => one.startsWith('second'))).toEqual(['second 1']);
      expect(handoff?.deadline).toBeGreaterThan(clock.now);
      const subject = `h_${keyedHash(HASH_KEY, 'handoff alarm', now.id)}`;
      const rung = await alarmsRung().find({ subject }, 10);
      expect(rung).toMatchObject([{ kind: 'handoff', level: 'P2', places: 2 }]);
      await well.team.claim(morag, now.id);
      await well.team.wrapUp(morag, now.id, { outcome: 'helped', note: '' });
    },
  );
  // the steps, the alarm, its place on the queue, and that it was done
  expect(edges).toBeGreaterThanOrEqual(8);
});
