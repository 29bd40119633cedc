/**
 * `npm run outage`: both carriers take messages without saying so, refuse, hang, and limit us, while people go on writing.
 * First it shows that it fails when the carriers never recover.
 *
 *   --minutes 10 --people 24     minutes of a clock that is moved; the carriers are asked over real HTTP
 *   --json                       one JSON object
 */
import { parseArgs } from 'node:util';
import { endWithPrograms, holdEngine } from '../../bench/processes';
import { note, progress } from '../../bench/progress';
import { type Outage, outage, outageFaults } from './outageRun';
import { faultsIn } from './replayCheck';

const rows: readonly (readonly [keyof Outage, string])[] = [
  ['minutes', 'minutes down'],
  ['people', 'people'],
  ['written', 'messages written'],
  ['triesWhileDown', 'tries while down'],
  ['minutesToCatchUp', 'minutes to catch up'],
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['outOfOrder', 'out of order'],
  ['misassigned', 'answers to a question put later'],
  ['repliesSent', 'replies sent'],
  ['repliesLost', 'replies lost'],
  ['repliesDoubled', 'replies doubled'],
  ['repliesOutOfOrder', 'replies out of order'],
  ['couldNotGo', 'people whose reply may not go'],
  ['tasks', '  an open task with a date'],
  ['behindOneTemplate', '  behind one template'],
  ['opened', '  and came after OPEN'],
  ['forgotten', '  nobody knows of'],
  ['crisisP50', 'ms to the crisis text, middle'],
  ['crisisMost', '  longest'],
  ['crisisAfterReturnP50', 'ms after carriers return, middle'],
  ['crisisAfterReturnMost', '  longest'],
  ['crisisLate', 'people told after more than 5 s'],
  ['seconds', 'seconds'],
];

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '10' },
      people: { type: 'string', default: '24' },
      json: { type: 'boolean', default: false },
    },
  });
  const engine = await holdEngine();
  try {
    const never = await outage(engine.uri, { minutes: 0.5, people: 2, neverWell: true });
    note(`Planted fault (carriers that never recover): ${faultsIn(never) > 0 ? 'seen' : 'NOT SEEN'}`);
    if (faultsIn(never) === 0) process.exitCode = 1;
    const settings = { minutes: Number(values.minutes), people: Number(values.people), told: progress };
    const found = await outage(engine.uri, settings);
    if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`);
    else for (const [key, name] of rows) process.stdout.write(`${name.padEnd(34)}${String(found[key]).padStart(8)}\n`);
    if (faultsIn(found) + outageFaults(found) > 0) process.exitCode = 1;
  } finally {
    await engine.stop();
  }
}

main().catch((error: unknown) => {
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
