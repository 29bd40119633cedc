/** How often the database is asked before a reply, and what a person hears when it does not answer. */
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { openFrontDoor } from '../../../bot/tools/frontDoor';
import { textOf } from '../../../dialogs/content/copy';
import { collections } from '../../../services/collections';
import type { Inbound, TurnDone, TurnFailed } from '../../../services/conversation/inbound';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { connect } from '../../../services/store/mongo/connect';
import { createConversations } from '../../../services/store/mongo/conversations';
import { engineUri, sealer } from '../store/database';
import { TUESDAY_AT_TEN } from './aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const name = `test_away_${process.pid}`;
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** Only conversations are on the database at `uri`; effects are left, so that what is counted is the turn. */
async function serviceOn(uri: string) {
  const database = connect(uri, collections, { name });
  closing.push(() => database.close());
  const store = createConversations(database, { sealer, now: () => TUESDAY_AT_TEN });
  const front = await openFrontDoor({
    store,
    records: createMemoryRecords,
    hashKey: Buffer.alloc(32, 5),
    now: () => new Date(TUESDAY_AT_TEN),
    idleHands: true,
    log: () => undefined,
  });
  return { ...front, database, store };
}

const text = (id: string, words: string, address: string): Inbound => ({
  id,
  address,
  channel: 'web',
  what: { kind: 'text', text: words },
});
const wordsOf = (done: TurnDone | TurnFailed) =>
  (done.kind === 'done' ? done.turn.replies : done.replies).map(textOf).join('\n');

describe('round trips before the reply', () => {
  it('are at most two, for the first turn and for later ones, here and in a copy that starts cold', async () => {
    const uri = `${engineUri()}&monitorCommands=true`;
    const commands: string[] = [];
    const warm = await serviceOn(uri);
    const cold = await serviceOn(uri);
    for (const one of [warm, cold])
      await one.database.use(async (db) => {
        db.client.on('commandStarted', (event) => commands.push(event.commandName));
      });
    const trips = async (service: (typeof warm)['service'], inbound: Inbound) => {
      commands.length = 0;
      expect((await service.handleTurn(inbound)).kind).toBe('done');
      return [...commands];
    };
    const hello: Inbound = { id: 'hello', address: 'web:trips', channel: 'web', what: { kind: 'hello' } };
    expect(await trips(warm.service, hello)).toEqual(['find', 'update']);
    expect(await trips(warm.service, text('2', 'yes', 'web:trips'))).toEqual(['update']);
    expect(await trips(cold.service, text('3', 'yes', 'web:trips'))).toEqual(['find', 'update']);
    for (let n = 4; n < 40; n += 1) {
      const later = await trips(cold.service, text(String(n), 'ma rent', 'web:trips'));
      expect(later.length).toBeLessThanOrEqual(2);
    }
    await warm.database.use((db) => db.dropDatabase());
  });
});

/** A way to the engine that can go silent: bytes are taken and nothing comes back. */
async function aWayThatCanFail(): Promise<{ uri: string; silence(): void; server: Server }> {
  const path = /^mongodb:\/\/([^/?]+)/.exec(engineUri())?.[1] ?? '';
  const host = decodeURIComponent(path);
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (silent) return;
    const [hostname = '', port = '27017'] = host.split(':');
    const behind = host.startsWith('/') ? dial(host) : dial(Number(port), hostname);
    sockets.add(behind);
    behind.on('error', () => undefined);
    socket.on('data', (bytes) => void (silent || behind.write(bytes)));
    behind.on('data', (bytes) => void (silent || socket.write(bytes)));
    socket.on('close', () => behind.destroy());
    behind.on('close', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    silence: () => {
      silent = true;
    },
    server,
  };
}

describe('when the database does not answer', () => {
  const danger = 'i have taken an overdose and i want to die';

  it('a person in danger gets the crisis text within 3 s, and everybody a phone number', async () => {
    const { service } = await serviceOn('mongodb://127.0.0.1:1/?directConnection=true');
    const began = performance.now();
    const [risk, plain] = await Promise.all([
      service.handleTurn(text('1', danger, 'web:a')),
      service.handleTurn(text('1', 'ma rent', 'web:b')),
    ]);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(risk.kind).toBe('storeDown');
    expect(wordsOf(risk)).toMatch(/999/);
    expect(wordsOf(risk)).toMatch(/01632 960 100/);
    expect(wordsOf(plain)).toMatch(/01632 960 100/);
    expect(wordsOf(plain)).toMatch(/116 123/);
  });

  it('nor does it take longer when it falls silent in the middle of a conversation', async () => {
    const way = await aWayThatCanFail();
    const { service } = await serviceOn(way.uri);
    expect((await service.handleTurn(text('1', 'hello', 'web:silent'))).kind).toBe('done');
    way.silence();
    const began = performance.now();
    const risk = await service.handleTurn(text('2', danger, 'web:silent'));
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(risk.kind).toBe('storeDown');
    expect(wordsOf(risk)).toMatch(/999[\s\S]*116 123|116 123[\s\S]*999/);
    expect(wordsOf(risk)).toMatch(/01632 960 100/);
  });
});
