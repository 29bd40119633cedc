/** The committed weights of danger are those of the committed corpus. */

import { readCard, readWeights } from '../../../services/understanding/danger/weights';
import { corpusFingerprint, readCorpus } from '../../../services/understanding/learning/corpus';

test('the weights name the corpus that is in the repository: run npm run train when this fails', () => {
  const card = readCard();
  expect(card.corpus).toBe(corpusFingerprint());
  expect(card.lines).toBe(readCorpus().length);
});

test('nothing that only measures is learned from', () => {
  const writers = new Set(readCorpus().map(({ writer }) => writer));
  expect([...writers].filter((writer) => /^m\d/.test(writer))).toEqual([]);
});

test('weights that are missing say what to do', () => {
  expect(() => readWeights('/nowhere')).toThrow('npm run train');
});

test('the figures on writers not learned from keep the limits', () => {
  const { crossValidation: seen } = readCard();
  expect(seen['hardNegativesRaised']).toBeLessThanOrEqual(0.15);
  expect(seen['hardNegativesCertain']).toBeLessThanOrEqual(0.03);
});
