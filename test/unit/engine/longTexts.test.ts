/** Texts no person writes, at every question: none may hold up everybody else (found by 100,000 fuzzed requests). */
import { boundHeard } from '../../../dialogs/bounds';
import { wholeCatalogue } from '../../../dialogs/catalogue';
import { newConversation } from '../../../dialogs/newConversation';
import { takeTurn } from '../../../dialogs/turn/takeTurn';
import { createReader } from '../../../services/understanding/read';
import { newTalk, worldOf } from './talk';

jest.setTimeout(120_000);

const LONG = 20_000;
const pieces = [
  'x',
  'xx ',
  'a@',
  '1',
  '. ',
  "o'",
  'X',
  '? ',
  'my name ',
  'not on the of a ',
  '\u0645',
  '-',
  'é',
  'at a. ',
];
const texts = pieces.map((piece) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG));
const read = createReader();
const readings = texts.map((text) => read(text, { recentlyFlagged: false }));
/** Generous, because a busy machine is slow: what this is about takes minutes. ms */
const WITHIN = 1_500;

test.each([null, ...[...wholeCatalogue.journey, ...wholeCatalogue.asides].map(({ id }) => id)])(
  'at "%s" no long text is slow',
  (key) => {
    const world = worldOf(newTalk({ channel: 'web' }));
    const at = world.now.at - 1_000;
    const asked = key === null ? null : { key, at, message: '', misses: 0 };
    const consent = { n: 1, at, choices: ['yes'], skipped: false, message: '' };
    const state = { ...newConversation('web', at), answers: { consent }, asked };
    for (const [n, text] of texts.entries()) {
      const reading = readings[n];
      if (reading === undefined) throw new Error('A text without a reading');
      const began = performance.now();
      takeTurn(state, { kind: 'text', text: boundHeard(text), reading, isCodeWord: false, crossed: false }, world);
      expect({ text: text.slice(0, 12), slow: performance.now() - began > WITHIN }).toEqual({
        text: text.slice(0, 12),
        slow: false,
      });
    }
  },
);

test.each(pieces)('20,000 characters of "%s" are read in a moment', (piece) => {
  const text = piece.repeat(LONG / piece.length);
  const began = performance.now();
  read(`${text} !`, { recentlyFlagged: false, asking: 'name' });
  expect(performance.now() - began).toBeLessThan(WITHIN);
});
