/** The network in Node gives what the one in Python gave, and its kernel is what its source says. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';
import { z } from 'zod';
import { projectRoot } from '../../../../services/store/engine/projectRoot';
import { asRead } from '../../../../services/understanding/deep/asRead';
import { kernelBytes, loadKernel } from '../../../../services/understanding/deep/kernel';
import { filesLearned } from '../../../../services/understanding/deep/lines';
import { createPieces } from '../../../../services/understanding/deep/pieces';
import { deepFolder, loadDeep, readDeepCard } from '../../../../services/understanding/deep/stored';
import { marginsOfWhole } from '../../../../services/understanding/deep/whole';

const example = z.object({ text: z.string(), ids: z.array(z.number()), any: z.number() });
const examples = readFileSync(join(projectRoot(), 'test', 'fixtures', 'deep', 'examples.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => example.parse(JSON.parse(line)));
const listed = readFileSync(join(deepFolder(), 'pieces.txt'), 'utf8');

it('cuts words into the pieces Python cuts them into', () => {
  const { cut } = createPieces(listed.trimEnd().split('\n'));
  const { longest } = readDeepCard();
  expect(examples.length).toBeGreaterThan(40);
  for (const { text, ids } of examples) expect({ text, ids: cut(text, longest) }).toEqual({ text, ids });
});

it('gives the margins Python gave, within rounding', () => {
  const look = loadDeep();
  for (const { text, any } of examples) expect(Math.abs((look(text)[0] ?? 99) - any)).toBeLessThan(0.05);
});

it('finds what is said far into a long message', () => {
  const look = loadDeep();
  const small = 'we went to the shops and had a nice cup of tea and talked about the weather for a while '.repeat(5);
  const [quiet = 0] = marginsOfWhole(look, small);
  const [worried = 0] = marginsOfWhole(look, `${small} i have taken all my tablets and i want to die now`);
  expect(worried).toBeGreaterThan(quiet + 2);
});

it('is the weights and pieces its card names, learned from the corpus as it is', () => {
  const { weights, pieces, files } = readDeepCard();
  const sha = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(deepFolder(), name)))
      .digest('hex');
  expect(sha('deep.bin')).toBe(weights);
  expect(sha('pieces.txt')).toBe(pieces);
  // a file that changed means: npm run train:deep (docs/deep-stage.md)
  expect(filesLearned()).toEqual(files);
});

it('has the kernel that kernel.wat describes', async () => {
  const { parseWat } = await wabt();
  const source = readFileSync(join(projectRoot(), 'services', 'understanding', 'deep', 'kernel.wat'), 'utf8');
  const compiled = parseWat('kernel.wat', source, { simd: true }).toBinary({}).buffer;
  expect(Buffer.from(kernelBytes())).toEqual(Buffer.from(compiled));
});

it('multiplies as sums done one by one do, at the largest numbers too', () => {
  const [rows, width, outputs] = [4, 1536, 6];
  const { buffer, multiply } = loadKernel(200_000);
  const x = new Int16Array(buffer, 0, rows * width).map((_, n) => (n < width ? 4095 : ((n * 7919) % 8191) - 4095));
  const w = new Int8Array(buffer, 20_000, width * outputs).map((_, n) => (n < width ? 127 : ((n * 31) % 255) - 127));
  new Int16Array(buffer, 0, x.length).set(x);
  new Int8Array(buffer, 20_000, w.length).set(w);
  new Float32Array(buffer, 40_000, rows).fill(0.5);
  new Float32Array(buffer, 41_000, outputs).fill(0.25);
  new Float32Array(buffer, 42_000, outputs).fill(3);
  multiply(0, 40_000, 20_000, 41_000, 42_000, 43_008, rows, width, outputs);
  const out = new Float32Array(buffer, 43_008, rows * outputs);
  for (let row = 0; row < rows; row += 1)
    for (let output = 0; output < outputs; output += 1) {
      let sum = 0;
      for (let n = 0; n < width; n += 1) sum += (x[row * width + n] ?? 0) * (w[output * width + n] ?? 0);
      expect(out[row * outputs + output]).toBeCloseTo(Math.fround(sum * 0.125 + 3), -2);
    }
});

it('reads a message as written English, whatever its spelling', () => {
  expect(asRead('A dinnae wantae be here ony mair!! Im done')).toMatch(/don't want to be here/);
  expect(asRead('k1ll mysеlf')).toBe('kill myself');
  expect(asRead('can you help?')).toBe('can you help . ?');
  expect(asRead('')).toBe('');
});
