/** The words of the corpus by how often they are written: what a run of letters may be made of (danger/apart). */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { WORDS_FILE } from '../danger/apart';
import { weightsFolder } from '../danger/weights';
import { linesFolder } from '../meaning/corpus';
import { corpusFolder, readLines } from './corpus';

/** Written more seldom it may be a slip. */
const OFTEN = 3;
const MOST = 9_000;
const spoken = z.looseObject({ text: z.string().optional() });

/** Every word of these texts, the commonest first, and by the alphabet where they are alike. */
export function wordsByUse(texts: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of text.toLowerCase().match(/[a-z']+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word, count]) => count >= OFTEN && (word.length > 1 || /^[aiu]$/.test(word)))
    .sort(([a, often], [b, other]) => other - often || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word);
}

/** Writes the list; says whether it changed. */
export function writeWords(): boolean {
  const files = [corpusFolder(), linesFolder()].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => join(folder, name)),
  );
  const texts = files.flatMap((file) => readLines(file, spoken).flatMap(({ text }) => text ?? []));
  const list = `${wordsByUse(texts).join('\n')}\n`;
  const path = join(weightsFolder(), WORDS_FILE);
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // not there yet
  }
  if (before !== list) writeFileSync(path, list);
  return before !== list;
}
