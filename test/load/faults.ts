/**
 * `npm run faults`: kills the app and its database while people talk to it and end in danger; counts what was lost, asked
 * twice or left stuck, and whether each record, alert and place in the queue is there once. First it shows that it fails
 * when effects are never done, and when turns are acknowledged before they are kept, as with the journal off.
 *
 *   --kills 50 --people 20 --answers 10 --seed 1
 *   --engine own|apart|both     the app's own database, or one that lives on (default both)
 *   --stops 20                  after that it is told to end (SIGTERM) so often, under the same load (default 5)
 *   --json                      one JSON object
 */
import { parseArgs } from 'node:util';
import { endWithPrograms } from '../../bench/processes';
import { note, progress } from '../../bench/progress';
import { endsWithin, type Faults, measureFaults, plantedFaults, wrongOf } from './kill';

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '50' },
      people: { type: 'string', default: '20' },
      answers: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      engine: { type: 'string', default: 'both' },
      stops: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const kills = Number(values.kills);
  const found: Record<string, Faults> = {};
  for (const planted of ['effects', 'journal'] as const) {
    const wrong = await plantedFaults(planted, Number(values.seed));
    note(
      `Planted fault (${planted === 'effects' ? 'effects never done' : 'acknowledged before it is kept, as with the journal off'}): ${wrong > 0 ? `seen, ${wrong} wrong` : 'NOT SEEN'}`,
    );
    if (wrong === 0) process.exitCode = 1;
  }
  for (const engine of ['apart', 'own'] as const) {
    if (values.engine !== 'both' && values.engine !== engine) continue;
    note(
      engine === 'own' ? 'Killing the app and its own database' : 'Killing the app, and now and then a database apart',
    );
    found[engine] = await measureFaults({
      kills,
      people: Number(values.people),
      answers: Number(values.answers),
      seed: Number(values.seed),
      engine,
      told: (done) => progress('kills', done, kills),
    });
  }
  const stops = Number(values.stops);
  if (stops > 0) {
    note('Telling the app and its own database to end');
    found['told to end'] = await measureFaults({
      kills: stops,
      people: Number(values.people),
      answers: Number(values.answers),
      seed: Number(values.seed),
      engine: 'own',
      signal: 'SIGTERM',
      told: (done) => progress('stops', done, stops),
    });
    if ((found['told to end']?.goneAfter.worst ?? 0) > endsWithin) process.exitCode = 1;
  }
  if (values.json) process.stdout.write(`${JSON.stringify(found)}\n`);
  else {
    for (const [engine, one] of Object.entries(found)) {
      process.stdout.write(
        `${engine}: ended ${one.kills} times, ${one.databaseKills} times its database killed with it, gone after ${one.goneAfter.p50} ms (worst ${one.goneAfter.worst}); ${one.conversations} conversations, ${one.answersAcknowledged} answers acknowledged: ` +
          `${one.lost} lost, ${one.doubled} doubled, ${one.askedTwice} questions asked twice, ${one.untrue} untrue, ${one.stuck} stuck. ` +
          `${one.looked} ended in danger: ${one.effectsLost} records, alerts or places in the queue lost, ${one.effectsDoubled} doubled. ` +
          `Back after ${one.backAfter.p50} ms (worst ${one.backAfter.worst}); longest wait ${one.longestWait} ms.\n`,
      );
    }
  }
  if (Object.values(found).some((one) => wrongOf(one) > 0)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  note(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
