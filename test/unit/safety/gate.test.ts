/** The gate never shuts out a pattern that matches. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { gateOf } from '../../../dialogs/safety/gate';
import { IDIOMS } from '../../../dialogs/safety/idioms';
import { allRules } from '../../../dialogs/safety/rules';
import { normalise } from '../../../dialogs/safety/words/normalise';

const patterns = [...allRules.map(({ says }) => says), ...IDIOMS];
const gate = gateOf(patterns);

/** Places of patterns that match a text and are shut out. */
function shutOut(plain: string): readonly number[] {
  const open = gate(plain);
  return patterns.flatMap((says, n) => {
    says.lastIndex = 0;
    return open[n] !== 1 && says.test(plain) ? [n] : [];
  });
}

test('no rule and no figure of speech that matches a line of the corpus is shut out', () => {
  const folder = join(__dirname, '../../../services/understanding/corpus');
  const lines = ['risk-w0', 'risk-w1', 'risk-w6', 'risk-w10'].flatMap((name) =>
    readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n'),
  );
  const texts = lines.flatMap((line) =>
    [...line.matchAll(/"text": ?("(?:[^"\\]|\\.)*")/g)].map(([, text]) => String(JSON.parse(text ?? ''))),
  );
  expect(texts.length).toBeGreaterThan(3000);
  expect(texts.filter((text) => shutOut(normalise(text).plain).length > 0)).toEqual([]);
});

test('nor one that matches words strung together', () => {
  const words =
    'i am want to die kill myself he hits me took pills not the out of food house cold no says will now tonight'.split(
      ' ',
    );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (some) => {
      expect(shutOut(` ${some.join(' ')} `)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('it shuts out nearly all of them where nothing is said', () => {
  const open = gate(normalise('Hello, I would like to join the gardening group on Tuesday').plain);
  expect(open.filter((one) => one === 1).length).toBeLessThan(patterns.length / 4);
});
