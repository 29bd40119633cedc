/** The small transformer itself: word pieces in, one margin for each output out. Weights are 8-bit; see docs/deep-stage.md. */
import type { DeepCard } from './card';
import { loadKernel } from './kernel';
import { attend, bend, even, inWholeNumbers } from './numbers';

/** Word pieces (at most `card.longest`) to margins, in the order of `card.outputs`. Not to be called twice at once. */
export type Network = (pieces: readonly number[]) => readonly number[];

const HEADS = 12;
/** Rows are done four at a time. */
const fours = (rows: number) => Math.ceil(rows / 4) * 4;

/** Makes a network; `fill` puts deep.bin into the bytes it is given. Throws when the card asks for what is not there. */
export function createNetwork(card: DeepCard, size: number, fill: (into: Uint8Array) => void): Network {
  const parts = partsOf(card);
  const width = parts.size('start.gain');
  const wide = parts.size('0.widen.bias');
  const most = fours(card.longest);
  let end = Math.ceil(size / 16) * 16;
  const place = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 16) * 16;
    return at;
  };
  const at = {
    whole: place(most * wide * 2),
    scales: place(most * 4),
    looked: place(most * width * 3 * 4),
    state: place(most * width * 4),
    more: place(most * width * 4),
    wide: place(most * wide * 4),
  };
  const { buffer, multiply } = loadKernel(end);
  fill(new Uint8Array(buffer, 0, size));
  const floats = (from: number, length: number) => new Float32Array(buffer, from, length);
  const weight = (name: string) => floats(parts.at(name), parts.size(name));
  const whole = new Int16Array(buffer, at.whole, most * wide);
  const scales = floats(at.scales, most);
  const looked = floats(at.looked, most * width * 3);
  const state = floats(at.state, most * width);
  const more = floats(at.more, most * width);
  const widened = floats(at.wide, most * wide);
  const scores = new Float32Array(most);
  const words = new Int8Array(buffer, parts.at('words'), parts.size('words'));
  const wordScales = weight('words.scale');
  const places = weight('places');
  const evens = new Map(
    ['start', ...layersOf(card).flatMap((n) => [`${n}.gathered`, `${n}.narrowed`])].map((name) => [
      name,
      { gain: weight(`${name}.gain`), bias: weight(`${name}.bias`) },
    ]),
  );
  const heads = weight('heads');
  const headBias = weight('heads.bias');

  /** `from` times the weights of that name, into the bytes at `to`. */
  function times(name: string, from: Float32Array, across: number, to: number, rows: number): void {
    inWholeNumbers(from, whole, scales, rows, fours(rows), across);
    const outputs = parts.size(`${name}.bias`);
    const [w, s, b] = [parts.at(name), parts.at(`${name}.scale`), parts.at(`${name}.bias`)];
    multiply(at.whole, at.scales, w, s, b, to, fours(rows), across, outputs);
  }

  function evened(name: string, added: Float32Array | null, rows: number): void {
    const found = evens.get(name);
    if (found === undefined) throw new Error(`no ${name}`);
    even(state, added, found.gain, found.bias, rows);
  }

  return (pieces) => {
    const rows = Math.min(pieces.length, card.longest);
    for (let row = 0; row < rows; row += 1) {
      const piece = pieces[row] ?? 0;
      const scale = wordScales[piece] ?? 0;
      for (let n = 0; n < width; n += 1)
        state[row * width + n] = (words[piece * width + n] ?? 0) * scale + (places[row * width + n] ?? 0);
    }
    evened('start', null, rows);
    for (const layer of layersOf(card)) {
      times(`${layer}.look`, state, width, at.looked, rows);
      attend(looked, more, scores, rows, width, HEADS);
      times(`${layer}.gather`, more, width, at.more, rows);
      evened(`${layer}.gathered`, more, rows);
      times(`${layer}.widen`, state, width, at.wide, rows);
      bend(widened, rows * wide);
      times(`${layer}.narrow`, widened, wide, at.more, rows);
      evened(`${layer}.narrowed`, more, rows);
    }
    const summed = summary(state, rows, width);
    return card.outputs.map((_, output) => {
      let sum = headBias[output] ?? 0;
      for (let n = 0; n < summed.length; n += 1) sum += (heads[output * summed.length + n] ?? 0) * (summed[n] ?? 0);
      return sum;
    });
  };
}

const layersOf = (card: DeepCard) => Array.from({ length: card.layers }, (_, n) => n);

/** The mean of the rows, then the most of each column. */
function summary(state: Float32Array, rows: number, width: number): Float32Array {
  const summed = new Float32Array(width * 2).fill(-Infinity, width);
  for (let row = 0; row < rows; row += 1)
    for (let n = 0; n < width; n += 1) {
      const value = state[row * width + n] ?? 0;
      summed[n] = (summed[n] ?? 0) + value / rows;
      if (value > (summed[width + n] ?? 0)) summed[width + n] = value;
    }
  return summed;
}

function partsOf({ tensors }: DeepCard): { at: (name: string) => number; size: (name: string) => number } {
  const named = (name: string) => {
    const found = tensors[name];
    if (found === undefined) throw new Error(`the weights have no ${name}`);
    return found;
  };
  return {
    at: (name) => named(name).at,
    size: (name) => named(name).shape.reduce((product, length) => product * length, 1),
  };
}
