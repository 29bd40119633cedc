/**
 * `npm run replay`: webhooks of both carriers, doubled, shuffled and in parallel, to two apps on one database.
 * First it shows that it fails when one message is dropped.
 *
 *   --webhooks 10000 --people 200 --seconds 120 --seed 1
 *   --kill     kills one of the two in the middle; the other has to finish
 *   --json     one JSON object
 */
import { parseArgs } from 'node:util';
import { endWithPrograms } from '../../bench/processes';
import { note, progress } from '../../bench/progress';
import { faultsIn } from './replayCheck';
import { droppedIsSeen, type Replayed, replay } from './replayRun';

const rows: readonly (readonly [keyof Replayed, string])[] = [
  ['webhooks', 'webhooks posted'],
  ['refused', 'posts not taken, brought again'],
  ['people', 'people'],
  ['unique', 'unique messages'],
  ['turns', 'turns'],
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['outOfOrder', 'out of order'],
  ['misassigned', 'answers to a question put later'],
  ['repliesSent', 'replies sent'],
  ['repliesLost', 'replies lost'],
  ['repliesDoubled', 'replies doubled'],
  ['repliesOutOfOrder', 'replies out of order'],
  ['seconds', 'seconds'],
];

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      webhooks: { type: 'string', default: '10000' },
      people: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '120' },
      seed: { type: 'string', default: '1' },
      kill: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { kill } = values;
  const planted = await droppedIsSeen(Number(values.seed));
  note(`Planted fault (a message dropped): ${planted > 0 ? 'seen' : 'NOT SEEN'}`);
  if (planted === 0) process.exitCode = 1;
  note('Starting a database, two apps and the stand-in carriers');
  const found = await replay({
    webhooks: Number(values.webhooks),
    people: Number(values.people),
    over: Number(values.seconds) * 1_000,
    seed: Number(values.seed),
    kill,
    told: progress,
    wrong: note,
  });
  if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`);
  else for (const [key, name] of rows) process.stdout.write(`${name.padEnd(34)}${String(found[key]).padStart(8)}\n`);
  if (faultsIn(found) > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  note(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
