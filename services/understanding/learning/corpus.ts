/** The lines danger is learned from: who wrote each, what it is, and a fingerprint that changes when any of it does. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../store/engine/projectRoot';

/** The labels of taxonomy.json that a model gives, in the order of its outputs. */
export const LABELS = [
  'suicide_self_harm',
  'danger_now',
  'domestic_abuse',
  'child_at_risk',
  'harm_to_others',
  'medical_emergency',
  'exploitation',
  'no_shelter_tonight',
  'no_food_or_heat',
  'psychosis_distress',
] as const;

export const riskLine = z.object({
  text: z.string().min(1),
  risk: z.enum([...LABELS, 'none']),
  level: z.enum(['emergency', 'urgent', 'none']),
  style: z.string().default('plain'),
  writer: z.string().default('unknown'),
});
export type RiskLine = z.infer<typeof riskLine>;

/** One line to learn danger from. `ordinary`: a reply or question of a talk, not a line written to look like danger. */
export interface Line extends RiskLine {
  readonly ordinary: boolean;
}

const ordinaryLine = z.object({ text: z.string().min(1), writer: z.string() });

export function corpusFolder(): string {
  return join(projectRoot(), 'services', 'understanding', 'corpus');
}

/** Lines of a JSONL file, each checked. Throws with file and line number when one is wrong. */
export function readLines<T>(file: string, shape: z.ZodType<T>): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, n): T[] => {
      if (line.trim() === '') return [];
      const read = shape.safeParse(parseJson(line));
      if (!read.success) throw new Error(`${file}, line ${n + 1}: ${z.prettifyError(read.error)}`);
      return [read.data];
    });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** `needs` lines carry no risk label, and many would be danger: they are never learned from here. */
const SETS = { risk: true, answers: false, commands: false, questions: false } as const;

function filesOf(folder: string): readonly { readonly file: string; readonly set: keyof typeof SETS }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => {
      const set = file.slice(0, file.indexOf('-'));
      return isSet(set) ? [{ file, set }] : [];
    });
}

function isSet(name: string): name is keyof typeof SETS {
  return name in SETS;
}

/** Every line danger is learned from, in a fixed order. */
export function readCorpus(folder: string = corpusFolder()): readonly Line[] {
  return filesOf(folder).flatMap(({ file, set }): readonly Line[] => {
    const path = join(folder, file);
    if (SETS[set]) return readLines(path, riskLine).map((line) => ({ ...line, ordinary: false }));
    return readLines(path, ordinaryLine).map(({ text, writer }) => ({
      text,
      writer,
      risk: 'none',
      level: 'none',
      style: 'answer',
      ordinary: true,
    }));
  });
}

/** SHA-256, in hex, of the files danger is learned from: a model names it, and a test compares. */
export function corpusFingerprint(folder: string = corpusFolder()): string {
  const hash = createHash('sha256');
  for (const { file } of filesOf(folder))
    hash
      .update(file)
      .update('\n')
      .update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}
