/**
 * `npm run flood`: a loop writes megabytes into one conversation by web, and into one by SMS, while other people talk. It must go on being heard, stay
 * bounded, and keep nobody else waiting: the others' p99 at most twice what it was before. First it shows that it sees a
 * planted fault: a talk that is not bounded.
 *
 *   --megabytes 20 --people 6 --json
 */
import { parseArgs } from 'node:util';
import { endWithPrograms } from '../../bench/processes';
import { note, progress } from '../../bench/progress';
import { floodOnce, wrongOfFlood } from './floodRun';

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      megabytes: { type: 'string', default: '20' },
      people: { type: 'string', default: '6' },
      json: { type: 'boolean', default: false },
    },
  });
  const people = Number(values.people);
  const planted = await floodOnce({ bytes: 200_000, people: 1, quietMs: 1_000, planted: true });
  note(
    `Planted fault (a danger that is never answered, a document that grows): ${wrongOfFlood(planted) > 1 ? 'seen' : 'NOT SEEN'}`,
  );
  if (wrongOfFlood(planted) < 2) process.exitCode = 1;
  const bytes = Number(values.megabytes) * 1_000_000;
  const found = await floodOnce({
    bytes,
    people,
    quietMs: 15_000,
    planted: false,
    told: (done) => progress('flood', done, bytes),
  });
  const line =
    `${(found.bytes / 1e6).toFixed(1)} MB in ${found.messages} messages, ${found.refused} not taken; ` +
    `its document ${Math.round(found.documentBytes / 1000)} KB; others' p99 ${found.before.p99} ms before (${found.before.count} answers), ${found.during.p99} ms during (${found.during.count}); ` +
    `danger in it answered after ${found.dangerAfter ?? 'never'} ms, by SMS ${found.dangerBySmsAfter ?? 'never'} ms; the process held ${found.memoryMB} MB.`;
  process.stdout.write(`${values.json ? JSON.stringify(found) : line}\n`);
  if (wrongOfFlood(found) > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  note(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
