/** The saved phrases of our team, held to the same rules as everything else people read (guide 3.2 to 3.5). */
import { SegmentedMessage } from 'sms-segments-calculator';
import { savedPhrases } from '../../../dialogs/content/staff/phrases';
import { avoidedWords, gradeOf, riskWords, sentencesOf, wordsIn } from './copyRules';

const all = savedPhrases.flatMap(({ phrases }) => phrases);

test('each is there once, and there are enough to be of use', () => {
  expect(all.length).toBeGreaterThan(10);
  expect(new Set(all).size).toBe(all.length);
});

test.each(all)('%s', (text) => {
  const message = new SegmentedMessage(text);
  expect(message.encodingName).toBe('GSM-7');
  expect(message.segmentsCount).toBe(1);
  expect((text.match(/\?/g) ?? []).length).toBeLessThanOrEqual(1);
  expect(text).not.toMatch(/!|\p{Extended_Pictographic}/u);
  for (const one of sentencesOf(text)) expect(wordsIn(one).length).toBeLessThanOrEqual(20);
  expect(avoidedWords.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text))).toEqual([]);
  // any of them may be the first words on a locked phone
  expect(text.slice(0, 40)).not.toMatch(riskWords);
});

test('together they read at a grade of 6 or less, 12 words a sentence on average', () => {
  const lengths = all.flatMap(sentencesOf).map((one) => wordsIn(one).length);
  expect(lengths.reduce((sum, one) => sum + one, 0) / lengths.length).toBeLessThanOrEqual(12);
  expect(gradeOf(all)).toBeLessThanOrEqual(6);
});
