/** `npm run play -- --file F.jsonl [--json]`: plays written conversations through the real service (docs/play.md). */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { PendingEffect } from '../../services/store/ports';
import { ownConfig } from '../config';
import { openFrontDoor } from './frontDoor';
import { playAll } from './playAll';
import { type Played, playOne } from './playOne';
import { openScratch } from './scratch';
import { readScripts } from './script';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const usage =
  'Usage: npm run play -- --file F.jsonl [--json] [--now 2026-11-24T10:00:00Z]   (F may be - for standard input)';

function readable({ id, transcript, outcome }: Played): string {
  const spoken = transcript.map(({ from, text: words, choices }) => {
    const body = words.replaceAll('\n', '\n  ');
    return `${from === 'person' ? '>' : '<'} ${body}${choices ? `\n  [ ${choices.join(' | ')} ]` : ''}`;
  });
  const { needs, referrals, checks, ...rest } = outcome;
  const facts = Object.entries(rest).map(([key, value]) => `${key} ${String(value)}`);
  const came = [
    `needs ${needs.join('+') || 'none'}`,
    `checks ${checks.join('+') || 'none'}`,
    ...facts,
    ...referrals.map((one) => `${one.ref} ${one.state}`),
  ];
  return [`== ${id}`, ...spoken, `-- ${came.join(', ')}`, ''].join('\n');
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { file: { type: 'string' }, json: { type: 'boolean', default: false }, now: { type: 'string' } },
  });
  const fixed = values.now === undefined ? null : new Date(values.now);
  if (values.file === undefined || (fixed !== null && Number.isNaN(fixed.getTime()))) {
    say(usage);
    return 1;
  }
  const config = ownConfig();
  if (config.kind === 'faults') {
    say(`These settings need putting right (see .env.example):\n- ${config.faults.join('\n- ')}`);
    return 1;
  }
  const now = () => fixed ?? new Date();
  const lines = readScripts(values.file === '-' ? await text(process.stdin) : await readFile(values.file, 'utf8'));
  const scratch = await openScratch(config.config.MONGODB_URI, now, say);
  const stop = () => void scratch.close().finally(() => process.exit(1));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const effects = new Map<string, readonly PendingEffect[]>();
    const effectsOf = (conversationId: string) => effects.get(conversationId) ?? [];
    const frontDoor = await openFrontDoor({
      ...scratch,
      now,
      asked: (id, asked) => void effects.set(id, [...effectsOf(id), ...asked]),
      log: (event, facts) => say(`${event} ${Object.values(facts).join(' ')}`),
    });
    const wrong = await playAll(lines, {
      play: (line, address) =>
        playOne(line.script, address, {
          frontDoor,
          effectsOf,
          note: (words) => say(`line ${line.line}: ${words}`),
        }),
      print: (played) =>
        void process.stdout.write(values.json ? `${JSON.stringify(played)}\n` : `${readable(played)}\n`),
      complain: say,
      progress: (played) => {
        if (played % 100 === 0) say(`${played} of ${lines.length} played`);
      },
    });
    await frontDoor.effects.idle();
    return wrong > 0 ? 1 : 0;
  } finally {
    await scratch.close();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(`It could not be played: ${error instanceof Error ? error.message : 'unknown fault'}`);
    process.exitCode = 1;
  },
);
