/** Danger is heard wherever it stands in a message of any length (H12). */
import { normalise } from '../../../dialogs/safety/words/normalise';
import { createReader } from '../../../services/understanding/read';

const read = createReader();
const filler = 'we went to the shop and bought bread and then it rained so we came home again. ';
const long = (danger: string, at: number, length: number) => {
  const text = filler.repeat(Math.ceil(length / filler.length)).slice(0, length);
  return `${text.slice(0, at)}. ${danger}. ${text.slice(at)}`;
};

it.each([7_990, 50_000])('H12: "i want to kill myself" at character %i of 100,000 is heard', (at) => {
  const { risks } = read(long('i want to kill myself', at, 100_000), { recentlyFlagged: false });
  expect(risks).not.toBe('failed');
  expect(risks === 'failed' ? [] : risks.map(({ category }) => category)).toContain('suicide_thoughts');
});

it('H12: and across the edge of two pieces, whatever their size', () => {
  for (let at = 990; at < 13_000; at += 4_001) {
    const { risks } = read(long('ive taken all my tablets and i want to die', at, 14_000), { recentlyFlagged: false });
    expect(risks === 'failed' || risks.length > 0).toBe(true);
  }
});

describe('texts that came one after another are lines of one message, and each line is heard by itself', () => {
  const certain = (text: string) => {
    const { risks } = read(text, { recentlyFlagged: false });
    return risks === 'failed' ? [] : risks.filter(({ unclear }) => !unclear).map(({ category }) => category);
  };
  it.each([
    'i took an overdose\ni took an overdose',
    'ok\nyes\ni took an overdose\nplease',
    'need food for the weans\ni took an overdose\nhello',
  ])('%j', (text) => expect(certain(text)).toContain('medical_emergency'));

  it.each([
    ['suicide_thoughts', 'i want to\ndie'],
    ['suicide_thoughts', 'tired of it all now\ni want to kill\nmyself\nsorry'],
    ['domestic_abuse', 'my husband\nhits\nme'],
  ])('one thing said with a line for every breath is heard too (%s)', (category, text) =>
    expect(certain(text)).toContain(category),
  );

  it('letters under each other are still one word', () => {
    expect(certain('s\nu\ni\nc\ni\nd\ne')).toEqual(certain('suicide'));
    expect(normalise('h\ne\nl\np').plain).toBe(' help ');
  });

  it('a line is a sentence, whatever it begins with', () => {
    expect(normalise('yes\nblantyre').plain).toBe(' yes | blantyre ');
    expect(normalise('yes\r\nblantyre').plain).toBe(' yes | blantyre ');
  });
});
