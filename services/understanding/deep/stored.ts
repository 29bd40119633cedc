/** The weights on disk: deep.json says what they are, deep.bin holds them, pieces.txt the word pieces. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../store/engine/projectRoot';
import { type DeepCard, deepCard } from './card';
import { createNetwork } from './network';
import { createPieces } from './pieces';

export function deepFolder(): string {
  return join(projectRoot(), 'services', 'understanding', 'weights', 'deep');
}

/** Whether there are weights at all. */
export function hasWeights(folder: string = deepFolder()): boolean {
  return existsSync(join(folder, 'deep.json')) && existsSync(join(folder, 'deep.bin'));
}

/** Throws when the card is missing or wrong. */
export function readDeepCard(folder: string = deepFolder()): DeepCard {
  return deepCard.parse(JSON.parse(readFileSync(join(folder, 'deep.json'), 'utf8')));
}

/** A text as `asRead` gives it, to a margin for each output. */
export type Margins = (text: string) => readonly number[];

/** Loads everything, about 18 MB. Throws when a file is missing or is not what its card says. */
export function loadDeep(folder: string = deepFolder()): Margins {
  const card = readDeepCard(folder);
  const pieces = createPieces(readFileSync(join(folder, 'pieces.txt'), 'utf8').trimEnd().split('\n'));
  const file = openSync(join(folder, 'deep.bin'), 'r');
  try {
    const { size } = fstatSync(file);
    // straight into the network's own memory: never held twice
    const network = createNetwork(card, size, (into) => {
      if (readSync(file, into, 0, size, 0) !== size) throw new Error('deep.bin was cut short');
    });
    return (text) => network(pieces.cut(text, card.longest));
  } finally {
    closeSync(file);
  }
}
