/** `npm run introductions -- --people 1000 [--crashes 10] [--json]`: one letter, one link, one reminder, one check each (H4). */
import { parseArgs } from 'node:util';
import { allOnce, introduce } from './introductionsRun';

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '1000' },
      crashes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const [people, crashes, seed] = [Number(values.people), Number(values.crashes), Number(values.seed)];
  // a check that cannot fail is none: first it has to see two planted faults
  const idle = await introduce({ people: 3, crashes: 0, seed, planted: 'noWork' });
  const doubled = await introduce({ people: 3, crashes: 0, seed, planted: 'twice' });
  if (allOnce(idle) || allOnce(doubled)) {
    say('This check did not see a planted fault, so it proves nothing.');
    return 1;
  }
  say('Two planted faults were seen (no work done; a second link).');
  let last = 0;
  const found = await introduce({
    people,
    crashes,
    seed,
    told: (what) => {
      if (Date.now() - last < 5_000) return;
      last = Date.now();
      say(what);
    },
  });
  const good = allOnce(found);
  process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : `${JSON.stringify(found, null, 2)}\n`);
  say(good ? 'Each once.' : 'NOT each once.');
  return good ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? error.message : 'unknown fault');
    process.exitCode = 1;
  },
);
