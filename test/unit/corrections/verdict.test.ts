/** What may be said of a flag or a need, and what the counts come to. */
import { correctionWords } from '../../../dialogs/content/staff/corrections';
import { monthsUpTo, tallyOf } from '../../../services/corrections/tally';
import { flagVerdict, mayBeSaid, moved, needSaid, ruleName } from '../../../services/corrections/verdict';
import { LABELS } from '../../../services/understanding/learning/corpus';

test.each([
  ['right', '', 'right'],
  ['right', 'self_harm', 'right'],
  ['noDanger', '', 'noDanger'],
  ['another', 'self_harm', 'another:self_harm'],
  ['another', '', null],
  ['another', 'whatever', null],
  ['', '', null],
  ['wrong', '', null],
])('a flag said to be %j, of kind %j, is %j', (verdict, another, wanted) => {
  expect(flagVerdict(verdict, another)).toBe(wanted);
});

test('of a need we heard it is said whether it was meant, and of any other that it was missed', () => {
  const said = (label: string, verdict: string) => needSaid(label, verdict).some((one) => mayBeSaid(one, ['housing']));
  expect(said('housing', 'right')).toBe(true);
  expect(said('housing', 'notMeant')).toBe(true);
  expect(said('housing', 'notHeard')).toBe(false);
  expect(said('housing', 'none')).toBe(false);
  expect(said('money', 'notHeard')).toBe(true);
  expect(said('money', 'none')).toBe(true);
  expect(said('money', 'right')).toBe(false);
  expect(said('gold', 'notHeard')).toBe(false);
});

test('a detector with words in it is counted under no name of its own', () => {
  expect(ruleName('model:suicide_self_harm')).toBe('model:suicide_self_harm');
  expect(ruleName('he said that I')).toBe('other');
});

test('a count moves from one verdict to another, and what falls to none is gone', () => {
  expect(moved({ right: 1 }, 'right', 'noDanger')).toEqual({ noDanger: 1 });
  expect(moved({ right: 2 }, null, 'right')).toEqual({ right: 3 });
  expect(moved({ right: 2 }, 'right', null)).toEqual({ right: 1 });
});

test('counts are added up by label, those with the most to mend first', () => {
  const one = (rule: string, label: string, counts: Readonly<Record<string, number>>, kind: 'flag' | 'need' = 'flag') =>
    ({ id: rule, rev: 1, month: '2026-11', kind, rule, label, counts: { ...counts }, open: [], expiresAt: 0 }) as const;
  const all = [
    one('a', 'self_harm', { right: 3 }),
    one('b', 'danger_now', { noDanger: 1, 'another:self_harm': 2 }),
    one('c', 'danger_now', { right: 1 }),
    one('needs', 'housing', { notHeard: 4, right: 1 }, 'need'),
  ];
  expect(tallyOf(all.map((each) => ({ ...each, open: [] })))).toEqual([
    { kind: 'need', label: 'housing', right: 1, wrong: 0, missed: 4 },
    { kind: 'flag', label: 'danger_now', right: 1, wrong: 3, missed: 0 },
    { kind: 'flag', label: 'self_harm', right: 3, wrong: 0, missed: 0 },
  ]);
});

test('three months back from January', () => {
  expect(monthsUpTo('2026-01-15', 3)).toEqual(['2026-01', '2025-12', '2025-11']);
});

test('every kind of danger the corpus has can be picked, in words', () => {
  expect(Object.keys(correctionWords.kinds).sort()).toEqual([...LABELS, 'none'].sort());
});
