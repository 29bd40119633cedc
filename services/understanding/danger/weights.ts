/** A trained model on disk: `danger.json` says what it is, `danger.bin` holds its weights, deflated. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { projectRoot } from '../../store/engine/projectRoot';
import { COLUMNS } from './features';
import type { DangerModel } from './model';

const output = z.object({
  name: z.string(),
  bias: z.number(),
  step: z.number(),
  slope: z.number(),
  shift: z.number(),
});

/** The card beside the weights: what they were made of and how well they did on writers they had not seen. */
const card = z.object({
  about: z.string(),
  columns: z.literal(COLUMNS),
  /** SHA-256 of the corpus they were trained on */
  corpus: z.string().length(64),
  lines: z.number(),
  outputs: z.array(output).min(3),
  thresholds: z.object({
    check: z.number(),
    certain: z.number(),
    ruleCertain: z.number(),
    ruleCheck: z.number(),
  }),
  /** figures on writers not learned from, by name */
  crossValidation: z.record(z.string(), z.number()),
});
export type Card = z.infer<typeof card>;

export function weightsFolder(): string {
  return join(projectRoot(), 'services', 'understanding', 'weights');
}

/** Writes both files; true when either changed. */
export function writeWeights(about: Card, weights: Int8Array, folder: string = weightsFolder()): boolean {
  const files: readonly (readonly [string, Buffer])[] = [
    ['danger.json', Buffer.from(`${JSON.stringify(about, null, 2)}\n`)],
    ['danger.bin', deflateRawSync(Buffer.from(weights.buffer, weights.byteOffset, weights.length), { level: 9 })],
  ];
  return files
    .map(([name, bytes]) => {
      const path = join(folder, name);
      const same = bytesOf(path)?.equals(bytes) ?? false;
      if (!same) writeFileSync(path, bytes);
      return !same;
    })
    .some(Boolean);
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

export function readCard(folder: string = weightsFolder()): Card {
  return card.parse(JSON.parse(readFileSync(join(folder, 'danger.json'), 'utf8')));
}

/** Reads the trained model. Throws, saying what to do, when it is missing or broken. */
export function readWeights(folder: string = weightsFolder()): DangerModel {
  try {
    const { outputs, thresholds } = readCard(folder);
    const bytes = inflateRawSync(readFileSync(join(folder, 'danger.bin')));
    if (bytes.length !== COLUMNS * outputs.length) throw new Error('weights of the wrong size');
    return { outputs, thresholds, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  } catch (error) {
    throw new Error(`The danger weights in ${folder} cannot be read. Run "npm run train", which makes them.`, {
      cause: error,
    });
  }
}
