/**
 * `npm run silence`: people who go quiet for hours to a year, come back, stop, start and change phones, and write of danger
 * at every point, by web, SMS and WhatsApp, on two processes of the real app that die between any two writes. Starts by
 * showing that it fails on planted faults. (The short form in `npm test` is silencePeople, on a clock that stands still.)
 *
 *   --people 200 --rounds 5 --together 24 --seed 1 --json
 *   --dies 0.003     how often a process dies at a write
 */
import { parseArgs } from 'node:util';
import { endWithPrograms } from '../../bench/processes';
import { note } from '../../bench/progress';
import { runSilence, type SilenceRun, wrongInRun } from './silenceRun';

const inWords = (one: SilenceRun) =>
  `${one.people} people, ${one.messages} messages, ${one.dangers} of danger, ${one.crashes} processes killed, quiet for ${one.longestQuietDays} days in all: ` +
  `${one.unanswered} unanswered, ${one.refusedByCarrier} refused by a carrier after its own STOP (the team told), ` +
  `${one.keptBack} kept back as too late to be safe (the team told), ${one.setAside} set aside, ` +
  `${one.unalerted} without an alert, ${one.unrung} alarms that rang nowhere, ` +
  `${one.alertsDoubled} alerts doubled, ${one.repliesDoubled} replies doubled, ${one.left} left undone; ${one.late} late by more than a minute. ` +
  `Danger answered after ${one.answerP50} ms (most ${one.answerMost}). ${one.seconds} s.`;

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '5' },
      together: { type: 'string', default: '24' },
      dies: { type: 'string', default: '0.003' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  for (const planted of ['effects', 'message', 'twice'] as const) {
    const seen = wrongInRun(await runSilence({ people: 3, rounds: 1, seed, dies: 0, together: 3, planted }));
    note(`Planted fault (${planted}): ${seen > 0 ? `seen, ${seen} wrong` : 'NOT SEEN'}`);
    if (seen === 0) process.exitCode = 1;
  }
  let told = 0;
  const found = await runSilence({
    people: Number(values.people),
    rounds: Number(values.rounds),
    together: Number(values.together),
    dies: Number(values.dies),
    seed,
    told: (what) => {
      if (Date.now() - told < 5_000) return;
      told = Date.now();
      note(what);
    },
  });
  process.stdout.write(`${values.json ? JSON.stringify(found) : [inWords(found), ...found.wrong].join('\n')}\n`);
  if (wrongInRun(found) > 0) process.exitCode = 1;
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    note(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
