/** Danger is heard wherever it stands in a message of any length (H12). */
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
