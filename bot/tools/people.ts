/** `npm run people -- --file PERSONAS.jsonl [--json] [--show ID,ID|all]`: test people, played closed loop in memory (docs/play.md). */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createMemoryConversations } from '../../services/store/memory/conversations';
import { createMemoryRecords } from '../../services/store/memory/records';
import type { PendingEffect } from '../../services/store/ports';
import { openFrontDoor } from './frontDoor';
import { figuresOf, rowOf, tableOf } from './peopleFigures';
import { type Persona, readPersonas } from './personas';
import { startPlaying } from './playOne';
import { type PersonPlayed, playPerson } from './playPerson';

const say = (line: string) => void process.stderr.write(`${line}\n`);
/** a weekday morning in open hours, so that figures do not change with the day they are taken */
const WEDNESDAY = '2026-12-02T10:30:00Z';

/** Plays them one after the other on one front door that lives in memory. */
async function playPeople(people: readonly Persona[], now: Date): Promise<readonly PersonPlayed[]> {
  const effects = new Map<string, readonly PendingEffect[]>();
  const effectsOf = (id: string) => effects.get(id) ?? [];
  const frontDoor = await openFrontDoor({
    store: createMemoryConversations({ now: () => now.getTime() }),
    records: createMemoryRecords,
    hashKey: randomBytes(32),
    now: () => now,
    asked: (id, asked) => void effects.set(id, [...effectsOf(id), ...asked]),
    log: (event) => say(`(${event})`),
  });
  const played: PersonPlayed[] = [];
  for (const [at, persona] of people.entries()) {
    const parts = { frontDoor, effectsOf, note: (words: string) => say(`${persona.id}: ${words}`) };
    played.push(await playPerson(persona, await startPlaying(persona.channel, `people:${at}`, parts)));
  }
  await frontDoor.effects.idle();
  return played;
}

function spoken(talk: PersonPlayed): string {
  const lines = talk.transcript.map(
    ({ from, text }) => `${from === 'person' ? '>' : '<'} ${text.replaceAll('\n', ' / ')}`,
  );
  return [`== ${talk.persona.id} ${talk.persona.who}`, ...lines, JSON.stringify(talk.outcome), ''].join('\n');
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string' },
      json: { type: 'boolean', default: false },
      show: { type: 'string', default: '' },
      now: { type: 'string', default: WEDNESDAY },
    },
  });
  const now = new Date(values.now);
  if (values.file === undefined || Number.isNaN(now.getTime())) {
    say('Usage: npm run people -- --file PERSONAS.jsonl [--json] [--show ID,ID|all] [--now 2026-12-02T10:30:00Z]');
    return 1;
  }
  const talks = await playPeople(readPersonas(await readFile(values.file, 'utf8')), now);
  const shown = values.show.split(',');
  for (const talk of talks) if (shown.includes('all') || shown.includes(talk.persona.id)) say(spoken(talk));
  const rows = talks.map(rowOf);
  const figures = figuresOf(talks);
  process.stdout.write(`${values.json ? JSON.stringify({ ...figures, rows }) : tableOf(rows, figures)}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(`They could not be played: ${error instanceof Error ? error.message : 'unknown fault'}`);
    process.exitCode = 1;
  },
);
