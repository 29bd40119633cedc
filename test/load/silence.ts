/**
 * `npm run silence`: people who go quiet for hours to a year, come back, stop, start and change phones, and write of danger
 * at every point, on two processes with crashes. Starts by showing that it fails on planted faults.
 *
 *   --people 200 --seed 1 --json
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '../../services/store/engine/startEngine';
import { playSilence, wrongIn } from './silencePeople';

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  const folder = mkdtempSync(join(tmpdir(), 'win-silence-'));
  const given = process.env['MONGODB_URI'];
  const engine = given === undefined ? await startEngine({ dataDir: folder, cacheDir: resolve('.cache'), say }) : null;
  try {
    const uri = given ?? engine?.uri ?? '';
    for (const planted of ['effects', 'message'] as const) {
      const seen = wrongIn(await playSilence(uri, 3, seed, planted));
      say(`Planted fault (${planted}): ${seen > 0 ? 'seen' : 'NOT SEEN'}`);
      if (seen === 0) process.exitCode = 1;
    }
    const all = Number(values.people);
    const every = Math.max(1, Math.round(all / 20));
    const told = (done: number) => void (done % every === 0 && say(`${done} of ${all} people`));
    const found = await playSilence(uri, all, seed, null, told);
    const line = `${found.people} people, ${found.messages} messages, ${found.dangers} of danger, ${found.crashes} processes killed, quiet for up to ${found.longestQuietDays} days: ${found.unanswered} unanswered, ${found.refusedByCarrier} refused by a carrier after its own STOP (the team told), ${found.unalerted} without an alert, ${found.doubled} doubled.`;
    process.stdout.write(`${values.json ? JSON.stringify(found) : line}\n`);
    if (wrongIn(found) > 0) process.exitCode = 1;
  } finally {
    await engine?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(process.exitCode ?? 0),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
