/** Lost spaces are put back and slips mended, for danger alone; what is a word, a name or a number stays. */
import fc from 'fast-check';
import { createApart, putApart } from '../../../services/understanding/danger/apart';
import { wordsByUse } from '../../../services/understanding/learning/countWords';
import { createReader } from '../../../services/understanding/read';

it.each([
  ['iwantto die', 'i want to die'],
  ['nothingleft for me', 'nothing left for me'],
  ['weans arestarving', 'weans are starving'],
  ['imdone with itall', 'imdone with it all', 'im done with it all'],
  ['someone isinthe house', 'someone is in the house'],
  ['wnat this over, tiredd', 'want this over, tired'],
])('%s', (text, ...meant) => {
  expect(meant).toContain(putApart(text));
});

it.each([
  'Agnieszka Quillfeather from Burnbank',
  'shoppin and stoppin',
  'a partnership with antidepressants',
  'ring 07700900123 or maya@example.org',
  'lone\u{1F62D}ly and t1red',
  'ma hoose is hoachin',
])('stays as it is: %s', (text) => {
  expect(putApart(text)).toBe(text);
});

it('only puts spaces in, swaps, or mends one slip in a word; and never takes long', () => {
  const words = ['the', 'house', 'is', 'cold', 'i', 'want', 'to', 'go'];
  const apart = createApart(words);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (said) => {
      expect(apart(said.join(' '))).toBe(said.join(' '));
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 1_500 }), (text) => {
      const began = performance.now();
      expect(putApart(text).replace(/\s/g, '').length).toBeLessThanOrEqual(text.length + 60);
      expect(performance.now() - began).toBeLessThan(500);
    }),
  );
});

it('danger without its spaces is heard, and the words kept are enough to know them by', () => {
  const read = createReader();
  const { risks } = read('iwantto killmyself', { recentlyFlagged: false, asking: null });
  expect(risks === 'failed' ? [] : risks.map(({ category }) => category)).toContain('suicide_thoughts');
});

it('counts the words of the corpus, the commonest first', () => {
  expect(wordsByUse(['the cat', 'The dog, the cat', 'the CAT b'])).toEqual(['the', 'cat']);
});
