/** B11: a database that cannot come back: what is said, that it is tried on, and what whoever watches us is told. */
import { spawn } from 'node:child_process';
import { createMetrics, mountHealth } from '../../../bot/routes/health';
import { createHttpServer } from '../../../bot/server';
import type { Running } from '../../../services/store/engine/launch';
import { EngineProblem, openProblem } from '../../../services/store/engine/problem';
import { noRoomIn } from '../../../services/store/engine/room';
import { supervise } from '../../../services/store/engine/supervise';

const slowly = 40;
const full = () => new EngineProblem('diskFull', 'The disk that holds /data is full. Free some space.');

async function until(what: () => boolean): Promise<void> {
  for (let n = 0; n < 400 && !what(); n += 1) await new Promise((later) => setTimeout(later, 10));
  expect(what()).toBe(true);
}

/** A process that stands still until it is ended. */
function aProcess(): Running {
  const child = spawn('sleep', ['60'], { stdio: ['pipe', 'pipe', 'pipe'] });
  return { child, pid: child.pid ?? 0, socketPath: '/nowhere' };
}

interface Seen {
  readonly said: string[];
  readonly told: string[];
  launches: number;
  room: boolean;
  problem: Error | null;
}

function aDatabase() {
  const seen: Seen = { said: [], told: [], launches: 0, room: true, problem: null };
  let serving = aProcess();
  const engine = supervise(
    {
      uri: 'mongodb://nowhere',
      slowly,
      launch: async () => {
        seen.launches += 1;
        if (seen.problem !== null) throw seen.problem;
        return aProcess();
      },
      noRoom: () => (seen.room ? null : full()),
      serves: (now) => {
        serving = now;
      },
      over: () => undefined,
      say: (line) => seen.said.push(line),
    },
    serving,
  );
  engine.onExit((why) => seen.told.push(why));
  const kill = async () => {
    const { pid } = serving;
    serving.child.kill('SIGKILL');
    await until(() => engine.pid !== pid || seen.told.length > 0);
  };
  return { seen, engine, kill };
}

it('B11: a full disk is said as it is, waited for, and gone on from when there is space', async () => {
  const { seen, engine, kill } = aDatabase();
  seen.room = false;
  await kill();
  const before = engine.pid;
  expect(seen.told).toEqual([expect.stringContaining('is full')]);
  await new Promise((later) => setTimeout(later, 4 * slowly));
  // nothing of ours can make room, so a start afresh is not asked for, and nothing is said twice
  expect([engine.down(), seen.launches, seen.told.length]).toEqual([null, 0, 1]);
  expect(seen.said.join(' ')).not.toMatch(/damaged|empty one/);
  seen.room = true;
  await until(() => engine.pid !== before);
  expect(seen.said.at(-1)).toBe('The database is back.');
  await engine.stop();
});

it('B11: the sixth end in a minute is said and shown as down, tried on, and over when it stands again', async () => {
  const { seen, engine, kill } = aDatabase();
  for (let n = 0; n < 5; n += 1) await kill();
  expect(engine.down()).toBeNull();
  const { pid } = engine;
  await kill();
  expect(engine.down()).toContain('more than 5 times');
  await until(() => engine.pid !== pid);
  await until(() => engine.down() === null);
  expect(seen.told).toHaveLength(1);
  await engine.stop();
});

it('B11: a database that does not start again is down, and is tried on', async () => {
  const { seen, engine, kill } = aDatabase();
  seen.problem = new EngineProblem('folderDamaged', 'The data is damaged');
  await kill();
  expect(engine.down()).toBe('The data is damaged');
  await until(() => seen.launches > 3);
  seen.problem = null;
  await until(() => engine.down() === null);
  await engine.stop();
});

it('B11: stopping does not wait for a disk that is full', async () => {
  const { seen, engine, kill } = aDatabase();
  seen.room = false;
  await kill();
  const asked = performance.now();
  await engine.stop();
  expect(performance.now() - asked).toBeLessThan(1_000);
});

it.each([
  // seen of this engine on a disk of 4 MB that was full
  'embedded MongoDB error: FileStreamFailed: Unable to write string 22771\n to file: /d/mongod.lock No space left on device',
  'Unable to create/open the lock file: /d/mongod.lock (No space left on device)',
  'WiredTiger error: 28: No space left on device',
  'ENOSPC: no space left on device, mkdtemp',
  'Disk quota exceeded',
])('B11: "%s" is a full disk, whatever file it names', (said) => {
  expect(openProblem(said, '/d').kind).toBe('diskFull');
});

it('B11: there is room here, and a folder that is not there is no full disk', () => {
  expect(noRoomIn('/tmp')).toBeNull();
  expect(noRoomIn('/tmp/not/there')).toBeNull();
});

it('B11: live is red while only a start afresh may help, and green again after', async () => {
  let down = true;
  const server = createHttpServer({ info: () => undefined, warn: () => undefined, error: () => undefined });
  mountHealth(
    server,
    { ready: async () => undefined, deepStage: () => 'off', version: '1', openSockets: () => 0, down: () => down },
    createMetrics(),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const live = async () => (await fetch(`http://127.0.0.1:${port}/health/live`)).status;
  expect(await live()).toBe(503);
  down = false;
  expect(await live()).toBe(200);
  await new Promise<void>((done) => server.close(() => done()));
});
