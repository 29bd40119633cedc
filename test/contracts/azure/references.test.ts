/** The way back: what of an activity is kept, when it is written, and what is given out again. */
import type { Activity } from 'botbuilder';
import { createReferences, referenceIn } from '../../../bot/channels/azure/references';
import { references as collection } from '../../../services/store/collections/references';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { StoreDown } from '../../../services/store/ports';
import { aTalk, botServer, expectReplies } from './botServer';

const day = 24 * 60 * 60 * 1_000;

const message = (more: object = {}): Partial<Activity> => ({
  type: 'message',
  id: 'm-1',
  channelId: 'directline',
  serviceUrl: 'https://directline.example/',
  locale: 'en-GB',
  from: { id: 'u-1', name: 'Mags McCann', aadObjectId: 'aad-1' },
  recipient: { id: 'bot', name: 'WIN' },
  conversation: { id: 'c-1', name: 'Talk with Mags', isGroup: false, conversationType: '' },
  text: 'my secret',
  ...more,
});

function aShelf({ keptUntil = async (): Promise<number | null> => 30 * day } = {}) {
  let clock = 1_000;
  const writes: string[] = [];
  const events: string[] = [];
  const inside = createMemoryRecords(collection);
  const records: typeof inside = {
    ...inside,
    add: (record) => {
      writes.push('add');
      return inside.add(record);
    },
    replace: (record, rev) => {
      writes.push('replace');
      return inside.replace(record, rev);
    },
  };
  const open = (over: Partial<typeof inside> = {}) =>
    createReferences({
      records: { ...records, ...over },
      hash: (purpose, value) => `${purpose}:${value.length}:${value.slice(-3)}`,
      keptUntil,
      now: () => clock,
      log: (event) => void events.push(event),
    });
  const pass = (ms: number) => {
    clock += ms;
  };
  return { open, records, writes, events, pass };
}

describe('what is kept', () => {
  it('is what Azure needs: no names, no words, no message id', () => {
    expect(referenceIn(message())).toEqual({
      channelId: 'directline',
      serviceUrl: 'https://directline.example/',
      locale: 'en-GB',
      conversation: { id: 'c-1', isGroup: false },
      user: { id: 'u-1' },
      bot: { id: 'bot' },
    });
  });

  it('is the same for a joining, which has no message to answer', () => {
    expect(referenceIn(message({ type: 'conversationUpdate', channelId: 'webchat', id: 'u' }))).toEqual(
      referenceIn(message({ channelId: 'webchat' })),
    );
  });

  it.each([
    ['a group', { conversation: { id: 'c', isGroup: true } }],
    ['a channel of a team', { conversation: { id: 'c', conversationType: 'channel' } }],
    ['no address', { serviceUrl: undefined }],
    ['an address that is none', { serviceUrl: 'nonsense' }],
    ['an address in the clear', { serviceUrl: 'http://directline.example' }],
    ['a file', { serviceUrl: 'file:///etc/passwd' }],
    ['nobody', { from: undefined }],
    ['no conversation', { conversation: { id: '' } }],
    ['an id without end', { conversation: { id: 'x'.repeat(501) } }],
  ])('of %s is nothing', (_name, more) => {
    expect(referenceIn(message(more))).toBeNull();
  });
});

describe('keeping', () => {
  it('writes once, and an ordinary turn writes nothing, in another process too', async () => {
    const shelf = aShelf();
    const first = shelf.open();
    await first.keep(message(), 'c_ours');
    for (const id of ['m-2', 'm-3']) await first.keep(message({ id }), 'c_ours');
    await shelf.open().keep(message({ id: 'm-4' }), 'c_ours');
    expect(shelf.writes).toEqual(['add']);
    const id = await first.newestOf('c_ours');
    expect(await first.get(id ?? '')).toEqual(referenceIn(message()));
    const [stored] = await shelf.records.find({ conversationId: 'c_ours' }, 5);
    expect(stored).toMatchObject({ rev: 1, channelId: 'directline', expiresAt: 30 * day, updatedAt: 1_000 });
    expect(JSON.stringify(stored)).not.toMatch(/Mags|secret|aad-1|m-1/);
  });

  it('writes again when the address moved, or the conversation goes on as another', async () => {
    const shelf = aShelf();
    const kept = shelf.open();
    await kept.keep(message(), 'c_ours');
    await kept.keep(message({ serviceUrl: 'https://eu.directline.example/' }), 'c_ours');
    await kept.keep(message({ serviceUrl: 'https://eu.directline.example/' }), 'c_other');
    expect(shelf.writes).toEqual(['add', 'replace', 'replace']);
    expect(await kept.newestOf('c_ours')).toBeNull();
    const id = await kept.newestOf('c_other');
    expect((await kept.get(id ?? ''))?.serviceUrl).toBe('https://eu.directline.example/');
  });

  it('is forgotten with its conversation: the clock follows, longer or shorter, once it moved by a day', async () => {
    let until = day;
    const shelf = aShelf({ keptUntil: async () => until });
    const kept = shelf.open();
    const clock = async () => (await shelf.records.find({ conversationId: 'c_ours' }, 1))[0]?.expiresAt;
    await kept.keep(message(), 'c_ours');
    until = 30 * day;
    await kept.keep(message(), 'c_ours');
    expect(await clock()).toBe(30 * day);
    until = 30 * day + day / 2;
    await kept.keep(message(), 'c_ours');
    expect(await clock()).toBe(30 * day);
    until = 2 * day;
    await kept.keep(message(), 'c_ours');
    expect(await clock()).toBe(2 * day);
    const id = (await kept.newestOf('c_ours')) ?? '';
    shelf.pass(3 * day);
    expect(await kept.get(id)).toBeNull();
    expect(await kept.newestOf('c_ours')).toBeNull();
  });

  it('keeps nothing for a conversation that is not there', async () => {
    const shelf = aShelf({ keptUntil: async () => null });
    await shelf.open().keep(message(), 'c_ours');
    expect(shelf.writes).toEqual([]);
  });

  it('gives way when two processes write at once: the last word is one of theirs, and nothing is lost', async () => {
    const shelf = aShelf();
    await shelf.open().keep(message(), 'c_ours');
    const hosts = ['a', 'b', 'c'].map((name) => `https://${name}.example/`);
    await Promise.all(hosts.map((serviceUrl) => shelf.open().keep(message({ serviceUrl }), 'c_ours')));
    const [stored] = await shelf.records.find({ conversationId: 'c_ours' }, 5);
    expect(hosts).toContain((await shelf.open().get(stored?.id ?? ''))?.serviceUrl);
    expect(shelf.events).toEqual([]);
  });

  it('never breaks a turn: a store that is down is logged by name', async () => {
    const shelf = aShelf();
    await shelf.open({ get: () => Promise.reject(new StoreDown('gone')) }).keep(message(), 'c_ours');
    expect(shelf.events).toEqual(['reference.failed']);
  });

  it('gives out nothing of a record that no longer reads', async () => {
    const shelf = aShelf();
    const bad = { rev: 1, channelId: 'x', conversationId: 'c', updatedAt: 1, expiresAt: 30 * day };
    await shelf.records.add({ ...bad, id: 'r-1', reference: '{"channelId":"x"}' });
    await shelf.records.add({ ...bad, id: 'r-2', reference: 'rubbish' });
    expect(await shelf.open().get('r-1')).toBeNull();
    expect(await shelf.open().get('r-2')).toBeNull();
    expect(await shelf.open().get('r-3')).toBeNull();
  });
});

describe('through the bot', () => {
  it('every joining and message keeps it under the conversation it belongs to; answers in the response do not', async () => {
    const kept: string[] = [];
    const keep = async (activity: Partial<Activity>, id: string) =>
      void kept.push(`${activity.type} ${id.slice(0, 2)}`);
    const server = await botServer({ references: { keep }, sendWithin: 200 });
    const talk = aTalk('emulator', 'http://localhost:9');
    await server.post(talk.joined());
    await server.post(talk.says('yes'));
    await server.post(talk.says('yes', expectReplies));
    await server.post({ ...talk.says(''), type: 'typing' });
    expect(kept).toEqual(['conversationUpdate c_', 'message c_']);
    await server.stop();
  });

  it('a shelf that hangs does not hold up Azure', async () => {
    const server = await botServer({ references: { keep: () => new Promise(() => undefined) }, sendWithin: 200 });
    const began = performance.now();
    expect((await server.post(aTalk('emulator', 'http://localhost:9').joined())).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(6_000);
    expect(server.logged).toContain('reference.late');
    await server.stop();
  });
});
