/** What survives when the database, or the app that started it, is killed: on engines of this test's own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { MongoClient } from 'mongodb';
import { conversations, messages } from '../../../services/store/collections/conversations';
import type { Engine } from '../../../services/store/engine/engine';
import { projectRoot } from '../../../services/store/engine/projectRoot';
import { startEngine } from '../../../services/store/engine/startEngine';
import { connect, type Database } from '../../../services/store/mongo/connect';
import { createConversations } from '../../../services/store/mongo/conversations';
import { StoreDown, type StoredConversation } from '../../../services/store/ports';
import { exampleCommit, start } from '../../contracts/store/examples';
import { sealer } from './database';

jest.setTimeout(60_000);
const cacheDir = join(projectRoot(), '.cache');
const quiet = () => undefined;
const folders: string[] = [];
const engines: Engine[] = [];
const databases: Database[] = [];
const freshFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'win-test-'));
  folders.push(folder);
  return folder;
};
const startOn = async (dataDir: string, say: (line: string) => void = quiet, journal?: 'lazy' | 'eachWrite') => {
  const engine = await startEngine({ dataDir, cacheDir, say, ...(journal === undefined ? {} : { journal }) });
  engines.push(engine);
  return engine;
};
const open = (uri: string) => {
  const database = connect(uri, [conversations, messages]);
  databases.push(database);
  return createConversations(database, { sealer, now: () => start });
};
afterEach(async () => {
  await Promise.all(databases.splice(0).map((one) => one.close()));
  await Promise.all(engines.splice(0).map((one) => one.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const until = async (test: () => boolean) => {
  for (const end = Date.now() + 45_000; !test(); ) {
    if (Date.now() > end) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('the built-in database', () => {
  /** Eight people's turns while the database is killed: the commits that were acknowledged and are not there after. */
  const killWhileWriting = async (kills: number) => {
    const dataDir = freshFolder();
    const engine = await startOn(dataDir);
    const store = open(engine.uri);
    const acknowledged = new Map<string, Set<string>>();
    const count = () => [...acknowledged.values()].reduce((sum, ids) => sum + ids.size, 0);
    let going = true;
    let sent = 0;
    const writer = async (id: string) => {
      let before: StoredConversation | null = await store.load(id);
      while (going) {
        try {
          sent += 1;
          // its own inbound id: a lost commit whose number another one took later must still show
          const commit = exampleCommit(id, before);
          const inboundId = `${id}-${sent}`;
          const done = await store.commit({ ...commit, turn: { ...commit.turn, inboundId } });
          if (done.kind === 'committed') acknowledged.set(id, (acknowledged.get(id) ?? new Set()).add(inboundId));
          before = done.kind === 'committed' ? done.conversation : await store.load(id);
        } catch (error) {
          if (!(error instanceof StoreDown)) throw error;
          before = await store.load(id).catch(() => null);
        }
      }
    };
    const writers = Array.from({ length: 8 }, (_, n) => writer(`c-${n}`));
    for (let kill = 0; kill < kills; kill += 1) {
      const reached = count() + 80;
      await until(() => count() >= reached);
      const { pid } = engine;
      process.kill(pid, 'SIGKILL');
      await until(() => engine.pid !== pid);
    }
    going = false;
    await Promise.all(writers);
    await store.settled();
    await engine.stop();
    const again = await startOn(dataDir);
    const after = open(again.uri);
    const lost: string[] = [];
    for (const [id, ids] of acknowledged) {
      const turns = await after.transcript(id, 0, 10_000);
      const there = new Set(turns.map((turn) => turn.inboundId));
      lost.push(...[...ids].filter((inboundId) => !there.has(inboundId)));
      if (lost.length === 0) expect(turns.map((turn) => turn.firstItem)).toEqual(turns.map((_, n) => n * 2 + 1));
    }
    return { people: acknowledged.size, acknowledged: count(), lost };
  };

  it('keeps every acknowledged commit through five kills, and the driver finds it again', async () => {
    const { people, acknowledged, lost } = await killWhileWriting(5);
    expect(people).toBe(8);
    expect(acknowledged).toBeGreaterThanOrEqual(400);
    expect(lost).toEqual([]);
  });

  it('B16: is told to put each commit on the disk before it answers; left alone it answers first', async () => {
    const told = async (journal: 'eachWrite' | 'lazy') => {
      const engine = await startOn(freshFolder(), quiet, journal);
      const environment = readFileSync(`/proc/${engine.pid}/environ`, 'utf8').split('\0');
      await engine.stop();
      return environment.filter((one) => one.startsWith('WIREDTIGER_CONFIG='));
    };
    expect(await told('eachWrite')).toEqual(['WIREDTIGER_CONFIG=transaction_sync=(enabled=true,method=fsync)']);
    expect(await told('lazy')).toEqual([]);
  });

  it('is called away within two and a half seconds', async () => {
    const dataDir = freshFolder();
    const engine = await startOn(dataDir);
    const store = open(engine.uri);
    const one = await store.commit(exampleCommit('c-away', null));
    const before = one.kind === 'committed' ? one.conversation : null;
    // stopped as a machine that hangs is not: the process is gone and the address is still there
    await engine.stop();
    for (const act of [() => store.commit(exampleCommit('c-away', before)), () => store.load('c-other')]) {
      const asked = performance.now();
      await expect(act()).rejects.toThrow(StoreDown);
      expect(performance.now() - asked).toBeLessThan(2_500);
    }
  });

  it('is used as soon as it answers, when the app was started first', async () => {
    const dataDir = freshFolder();
    const first = await startOn(dataDir);
    await first.stop();
    const socket = decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(first.uri)?.[1] ?? '');
    const store = open(first.uri);
    const asked = performance.now();
    await expect(store.load('c-early')).rejects.toThrow(StoreDown);
    expect(performance.now() - asked).toBeLessThan(2_500);
    const second = await startOn(dataDir);
    const now = decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(second.uri)?.[1] ?? '');
    mkdirSync(join(socket, '..'), { recursive: true });
    folders.push(join(socket, '..'));
    symlinkSync(now, socket);
    expect((await store.commit(exampleCommit('c-early', null))).kind).toBe('committed');
  });

  it('serves nobody but this account, and leaves no socket behind', async () => {
    const engine = await startOn(freshFolder());
    const socketDir = join(decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(engine.uri)?.[1] ?? ''), '..');
    expect(statSync(socketDir).mode & 0o077).toBe(0);
    const { pid } = engine;
    await engine.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(socketDir)).toBe(false);
  });

  it('names who has the folder when a second copy wants it', async () => {
    const dataDir = freshFolder();
    const engine = await startOn(dataDir);
    await expect(startEngine({ dataDir, cacheDir, say: quiet })).rejects.toMatchObject({
      kind: 'folderInUse',
      message: expect.stringContaining(`database process ${engine.pid}`),
    });
  });

  it('says so when its data is damaged', async () => {
    const dataDir = freshFolder();
    await (await startOn(dataDir)).stop();
    writeFileSync(join(dataDir, 'db', 'WiredTiger.turtle'), 'not what it was');
    await expect(startEngine({ dataDir, cacheDir, say: quiet })).rejects.toMatchObject({
      kind: 'folderDamaged',
      message: expect.stringContaining('restore a backup'),
    });
  });

  it('says so when the folder is a file', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    await expect(startEngine({ dataDir: file, cacheDir, say: quiet })).rejects.toMatchObject({
      kind: 'folderUnwritable',
    });
  });

  it('says what was tried when neither kind of database can run', async () => {
    const machine = { platform: 'win32', arch: 'x64', glibc: null } as const;
    const lines: string[] = [];
    // the library tells of each download it tries
    const chatter = jest.spyOn(console, 'warn').mockReturnValue();
    const settings = {
      dataDir: freshFolder(),
      cacheDir: freshFolder(),
      say: (line: string) => lines.push(line),
      machine,
    };
    await expect(startEngine(settings)).rejects.toMatchObject({
      kind: 'nothingWorks',
      message: expect.stringMatching(/no build.*win32 x64.*MongoDB server.*MONGODB_URI=/s),
    });
    chatter.mockRestore();
    expect(lines[0]).toContain('Trying an official MongoDB server');
  });

  it('says so when it is not ready in time', async () => {
    const dataDir = freshFolder();
    await expect(startEngine({ dataDir, cacheDir, say: quiet, readyWithinMs: 1 })).rejects.toMatchObject({
      kind: 'notReady',
    });
  });
});

describe('an app that is killed', () => {
  const hold = async (dataDir: string): Promise<{ holder: ChildProcess; uri: string; pid: number }> => {
    const script = join(projectRoot(), 'dist/services/store/engine/hold.js');
    const holder = spawn(process.execPath, [script, '--dir', dataDir, '--cache', cacheDir], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    if (holder.stdout === null) throw new Error('no output');
    const [line] = await once(createInterface({ input: holder.stdout }), 'line');
    const { uri }: { uri: string } = JSON.parse(String(line));
    const { engine }: { engine: number } = JSON.parse(readFileSync(join(dataDir, 'engine.json'), 'utf8'));
    return { holder, uri, pid: engine };
  };

  it('leaves no database running, and the next start has its data at once', async () => {
    const dataDir = freshFolder();
    const { holder, uri, pid } = await hold(dataDir);
    const client = new MongoClient(uri);
    await client
      .db()
      .collection<{ _id: string }>('x')
      .insertOne({ _id: 'kept' }, { writeConcern: { w: 'majority', journal: true } });
    await client.close();
    holder.kill('SIGKILL');
    const next = await startOn(dataDir);
    await until(() => !isAlive(pid));
    const again = new MongoClient(next.uri);
    expect(await again.db().collection<{ _id: string }>('x').findOne({ _id: 'kept' })).toEqual({ _id: 'kept' });
    await again.close();
    expect(existsSync(join(decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? ''), '..'))).toBe(false);
  });

  it('leaves its folder usable when the database was killed with it', async () => {
    const dataDir = freshFolder();
    const { holder, uri, pid } = await hold(dataDir);
    holder.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const next = await startOn(dataDir);
    expect(isAlive(next.pid)).toBe(true);
    expect(existsSync(join(decodeURIComponent(/mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? ''), '..'))).toBe(false);
  });

  it('stops the database when its input closes', async () => {
    const { holder, pid } = await hold(freshFolder());
    const gone = once(holder, 'exit');
    holder.stdin?.end();
    expect((await gone)[0]).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });
});
