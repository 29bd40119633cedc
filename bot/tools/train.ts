/** `npm run train`: rebuilds the weights of danger from the corpus, and says whether they changed. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { weightsFolder, writeWeights } from '../../services/understanding/danger/weights';
import { writeWords } from '../../services/understanding/learning/countWords';
import { trainDanger } from '../../services/understanding/learning/trainDanger';
import { trainMeaning } from '../../services/understanding/meaning/trainMeaning';

const began = performance.now();
const say = (line: string) =>
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
say(`words ${writeWords() ? 'CHANGED' : 'unchanged'}`);
const { card, weights } = trainDanger(say);
const changed = writeWeights(card, weights);
for (const [name, value] of Object.entries(card.crossValidation)) say(`unseen writers: ${name} ${value.toFixed(3)}`);
const size = statSync(join(weightsFolder(), 'danger.bin')).size;
say(`weights ${changed ? 'CHANGED' : 'unchanged'}: ${(size / 1e6).toFixed(2)} MB, corpus ${card.corpus.slice(0, 12)}`);
const meaning = trainMeaning();
say(`meaning ${meaning.changed ? 'CHANGED' : 'unchanged'}`);
