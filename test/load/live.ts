/**
 * `npm run live -- --threads 500 --advisors 20 --minutes 10 [--seed 1] [--json]`: so many people on the web page, each with
 * one of the team, writing to each other on one process of the real app. No message later than two seconds, none lost or
 * doubled, memory flat. Starts by showing that it fails on planted faults. The short form is in `npm test`.
 */
import { parseArgs } from 'node:util';
import { endWithPrograms } from '../../bench/processes';
import { note } from '../../bench/progress';
import { type LiveRun, runLive, type Times, wrongInLive } from './liveRun';

const inWords = ({ p50, p99, most, messages }: Times) =>
  `${messages} messages, p50 ${p50} ms, p99 ${p99} ms, most ${most} ms`;
const lines = (run: LiveRun) => [
  `${run.threads} threads, ${run.advisors} advisors, ${run.seconds} s: ${run.late} late, ${run.lost} lost, ${run.doubled} doubled.`,
  `To the person: ${inWords(run.toPerson)}.`,
  `To the open thread: ${inWords(run.toAdvisor)}.`,
  `That somebody else waits: ${inWords(run.toOthers)}.`,
  `Memory: ${run.memory.early} MB early, ${run.memory.end} MB at the end.`,
];

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      threads: { type: 'string', default: '500' },
      advisors: { type: 'string', default: '20' },
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  for (const planted of ['drop', 'late'] as const) {
    const seen = wrongInLive(await runLive({ threads: 6, advisors: 2, seconds: 20, seed, planted }));
    note(`Planted fault (${planted}): ${seen > 0 ? `seen, ${seen} wrong` : 'NOT SEEN'}`);
    if (seen === 0) process.exitCode = 1;
  }
  const found = await runLive({
    threads: Number(values.threads),
    advisors: Number(values.advisors),
    seconds: Number(values.minutes) * 60,
    seed,
    told: note,
  });
  process.stdout.write(`${values.json ? JSON.stringify(found) : lines(found).join('\n')}\n`);
  if (wrongInLive(found) > 0) process.exitCode = 1;
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
