/** Time of one reading: varied texts of every length, none twice, so that no cache flatters it; and texts made to be slow. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReader } from '../services/understanding/read';
import { root } from './processes';
import { median, percentile, round } from './statistics';

interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export interface Reading {
  /** milliseconds, over messages as people send them */
  readonly messages: Times;
  /** over messages of every length up to 4,000 characters, evenly */
  readonly upTo4000: Times;
  /** over texts of 4,000 characters made to be slow */
  readonly adversarial: Times;
}

const LONGEST = 4_000;

/** In the short form each text is read so many times, in turn, and its best counts: what it takes, not what the machine does. */
const TRIES_SHORT = 4;

export function measureReading(short: boolean): Reading {
  const lines = linesOfCorpus();
  const read = createReader();
  const timed = (texts: readonly string[]): Times => {
    const took = texts.map(() => Number.POSITIVE_INFINITY);
    for (let n = 0; n < (short ? TRIES_SHORT : 1); n += 1)
      for (const [at, text] of texts.entries()) {
        const began = performance.now();
        read(text, { recentlyFlagged: false });
        took[at] = Math.min(took[at] ?? Number.POSITIVE_INFINITY, performance.now() - began);
      }
    return { p50: round(median(took)), p99: round(percentile(took, 0.99)), most: round(Math.max(...took)) };
  };
  const count = short ? 60 : 1_000;
  // the first readings after a start warm the engine
  timed(lines.slice(0, short ? 200 : 400));
  return {
    messages: timed(lines.slice(400, 400 + count)),
    upTo4000: timed(Array.from({ length: count }, (_, n) => longText(lines, n, ((n + 1) / count) * LONGEST))),
    adversarial: timed(slowTexts(short ? 2 : 10)),
  };
}

/** Every message of the corpus, in an order that mixes its files. */
function linesOfCorpus(): readonly string[] {
  const folder = join(root, 'services', 'understanding', 'corpus');
  const texts = readdirSync(folder)
    .sort()
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/"text": ?("(?:[^"\\]|\\.)*")/g)])
    .map(([, text]) => String(JSON.parse(text ?? '""')));
  return texts.map((_, n) => texts[(n * 7919) % texts.length] ?? '');
}

function longText(lines: readonly string[], n: number, length: number): string {
  let text = '';
  for (let at = n * 31; text.length < length; at += 1) text += `${lines[at % lines.length] ?? ''} `;
  return text.slice(0, Math.max(1, Math.round(length)));
}

/** Kinds of text that have made readers of text slow; each repeat differs by a number at its end. */
function slowTexts(times: number): readonly string[] {
  const parts = [
    'a',
    ' ',
    '\n\t',
    '. ',
    'kill ',
    'not not ',
    'he says he will ',
    'i want you to not not ',
    '🔪',
    '07700 ',
  ];
  const more = [
    'a@',
    "'",
    'a-',
    'my the ',
    'years ago when i was ',
    'ا ',
    'а',
    'ML3 6AA ',
    's u i ',
    'e\u0301',
    'he hit me. ',
    'no no ',
    'after 5 ',
    'i took pills and want to die. ',
    '5 out of 10 ',
  ];
  return [...parts, ...more].flatMap((part) =>
    Array.from({ length: times }, (_, n) => `${part.repeat(LONGEST)}`.slice(0, LONGEST - 4) + n),
  );
}
