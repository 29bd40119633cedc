/**
 * `npm run bench`: measures the front door beside its baselines, all in one run on this machine.
 *
 *   --json          one JSON object instead of tables
 *   --only NAMES    of turns, weight, growth, reading, handoff, console (commas between)
 *   --short         small enough to run among the tests; its figures say little
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type ConsoleTimes, measureConsole } from './console';
import { type Growth, measureGrowth } from './growth';
import { type HandoffTimes, measureHandoff } from './handoff';
import { endWithPrograms } from './processes';
import { note } from './progress';
import { measureReading, type Reading } from './reading';
import { consoleTable, growthTable, handoffTable, readingTable, turnsTable, weightTable } from './tables';
import { measureTurns, type Turns } from './turns';
import { measureWeight, type Weight } from './weight';

interface Measured {
  readonly machine: { readonly node: string; readonly cpus: number; readonly cpu: string };
  readonly turns?: Turns;
  readonly weight?: Weight;
  readonly growth?: Growth;
  readonly reading?: Reading;
  readonly handoff?: HandoffTimes;
  readonly console?: ConsoleTimes;
}

const all = ['turns', 'weight', 'growth', 'reading', 'handoff', 'console'];

async function main(): Promise<void> {
  endWithPrograms();
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: all.join(',') },
      short: { type: 'boolean', default: false },
    },
  });
  const wanted = values.only.split(',');
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no measurement called ${unknown.join(', ')}; there are ${all.join(', ')}`);
  const say = values.json ? note : (line: string) => process.stdout.write(`${line}\n`);
  const show = (table: string) => {
    if (!values.json) say(table);
  };

  const cores = cpus();
  let measured: Measured = {
    machine: { node: process.versions.node, cpus: cores.length, cpu: cores[0]?.model ?? '' },
  };
  if (wanted.includes('turns')) {
    const turns = await measureTurns(values.short);
    measured = { ...measured, turns };
    show(turnsTable(turns));
  }
  if (wanted.includes('weight')) {
    const weight = await measureWeight();
    measured = { ...measured, weight };
    show(weightTable(weight));
  }
  if (wanted.includes('growth')) {
    const growth = await measureGrowth(values.short);
    measured = { ...measured, growth };
    show(growthTable(growth));
  }
  if (wanted.includes('reading')) {
    const reading = measureReading(values.short);
    measured = { ...measured, reading };
    show(readingTable(reading));
  }
  if (wanted.includes('handoff')) {
    const handoff = await measureHandoff(values.short);
    measured = { ...measured, handoff };
    show(handoffTable(handoff));
  }
  if (wanted.includes('console')) {
    const times = await measureConsole(values.short);
    measured = { ...measured, console: times };
    show(consoleTable(times));
  }
  if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
}

main().catch((error: unknown) => {
  note(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
