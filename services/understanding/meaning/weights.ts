/** The learned weights on disk: one small file, committed, that names the corpus it was learned from. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { projectRoot } from '../../store/engine/projectRoot';
import { ASKED_FILES, CORPUS_FILES, corpusFile, TOLD_FILES } from './corpus';
import { COLUMNS } from './features';
import type { LinearModel } from './linear';

const MODEL_NAMES = ['needs', 'commands', 'polarity', 'asks', 'topics'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];
export type Models = Readonly<Record<ModelName, LinearModel>>;

const output = z.object({
  name: z.string(),
  bias: z.number(),
  step: z.number(),
  slope: z.number(),
  shift: z.number(),
  threshold: z.number(),
});
const model = z.array(output).min(1);
const header = z.object({
  columns: z.literal(COLUMNS),
  corpus: z.string(),
  models: z.object({ needs: model, commands: model, polarity: model, asks: model, topics: model }),
});

function weightsPath(): string {
  return join(projectRoot(), 'services', 'understanding', 'meaning', 'weights.bin');
}

/** A fingerprint of the lines the weights are learned from. */
export function corpusFingerprint(): string {
  const hash = createHash('sha256');
  for (const name of [...CORPUS_FILES, ...ASKED_FILES, ...TOLD_FILES])
    hash.update(name).update(readFileSync(corpusFile(name)));
  return hash.digest('hex');
}

/** Writes the weights; true when the file changed. */
export function writeWeights(models: Models, path: string = weightsPath()): boolean {
  const head = JSON.stringify({
    columns: COLUMNS,
    corpus: corpusFingerprint(),
    models: Object.fromEntries(MODEL_NAMES.map((name) => [name, models[name].outputs])),
  });
  const packed = brotliCompressSync(
    Buffer.concat([Buffer.from(`${head}\n`), ...MODEL_NAMES.map((name) => Buffer.from(models[name].weights.buffer))]),
    { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } },
  );
  const changed = !existsSync(path) || !readFileSync(path).equals(packed);
  if (changed) writeFileSync(path, packed);
  return changed;
}

export interface Weights {
  readonly corpus: string;
  readonly models: Models;
}

/** Reads the committed weights. Throws when they are missing or damaged, and says how they are made. */
export function readWeights(path: string = weightsPath()): Weights {
  try {
    const bytes = brotliDecompressSync(readFileSync(path));
    const end = bytes.indexOf(10);
    const { corpus, models } = header.parse(JSON.parse(bytes.subarray(0, end).toString()));
    let at = end + 1;
    const next = (outputs: LinearModel['outputs']): LinearModel => {
      const size = COLUMNS * outputs.length;
      if (at + size > bytes.length) throw new Error('the file is too short');
      const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, size);
      at += size;
      return { outputs, weights };
    };
    return {
      corpus,
      models: {
        needs: next(models.needs),
        commands: next(models.commands),
        polarity: next(models.polarity),
        asks: next(models.asks),
        topics: next(models.topics),
      },
    };
  } catch (error) {
    throw new Error(`The learned weights at ${path} cannot be read; "npm run train" makes them again.`, {
      cause: error,
    });
  }
}
