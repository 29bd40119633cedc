/** `npm run work -- list | replay ID | replay --all`: the dead letters of the work queue, and another go for them. */
import { parseArgs } from 'node:util';
import { jobs } from '../../services/work/collection';
import { createQueue, type Queue } from '../../services/work/queue';
import { openOwnDatabase } from './ownDatabase';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const most = 1_000;

async function list(queue: Queue): Promise<number> {
  const dead = await queue.dead(most);
  for (const { id, kind, why, attempts, endedAt, data } of dead)
    print(
      JSON.stringify({
        id,
        kind,
        what: data['what'],
        why,
        tries: attempts,
        since: new Date(endedAt ?? 0).toISOString(),
      }),
    );
  say(`${dead.length} dead ${dead.length === 1 ? 'letter' : 'letters'}`);
  return 0;
}

async function replay(queue: Queue, ids: readonly string[]): Promise<number> {
  let wrong = 0;
  for (const id of ids) {
    const again = await queue.replay(id);
    if (!again) wrong += 1;
    print(`${id} ${again ? 'goes again' : 'is no dead letter'}`);
  }
  return wrong === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false } },
  });
  const [command, ...ids] = positionals;
  if (command !== 'list' && (command !== 'replay' || (ids.length === 0 && !values.all))) {
    say('Usage: npm run work -- list | replay ID... | replay --all');
    return 1;
  }
  const own = await openOwnDatabase(say);
  try {
    const queue = createQueue(own.records(jobs), () => Date.now());
    if (command === 'list') return await list(queue);
    return await replay(queue, values.all ? (await queue.dead(most)).map(({ id }) => id) : ids);
  } finally {
    await own.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? error.message : 'The queue could not be read');
    process.exitCode = 1;
  },
);
