/** What people write at a question about danger: a clear no is a no, and what is not clear counts as danger. */
import { dangerAnswer, hasNumber, safetyAnswer, saysYoung } from '../../../dialogs/risk/answers';

it.each([
  ['naw', 'no'],
  ['not really', 'no'],
  ["no I'm ok just tired", 'no'],
  ["Bless you son I'm fine, I'm just an old woman that misses her man", 'no'],
  ['naw am awright', 'no'],
  ['nothing like that', 'no'],
  ['yeah im safe its not like that im just sad', 'no'],
  ["yes I'm safe, honestly, it's literally just noisy neighbours", 'no'],
  ["Och don't be daft, it's an expression. It's the damp I'm talking about", 'no'],
  ['heavens no, only a saying', 'no'],
  ['aye the now', 'yes'],
  ['sometimes', 'yes'],
  ['am no okay', 'unclear'],
  ['not ok', 'unclear'],
  ["I'm not sure", 'unclear'],
  ['what do you mean', 'unclear'],
  ['', 'unclear'],
  ['no but he comes back at 6 and then it starts', 'unclear'],
] as const)('"%s" at "is anyone hurting you" is %s', (text, answer) => {
  expect(dangerAnswer(text)).toBe(answer);
});

it.each([
  ["I'm fine", 'yes'],
  ['aye', 'yes'],
  ['am ok', 'yes'],
  ['naw', 'no'],
  ['not fine at all', 'no'],
  ['am no okay', 'no'],
  ['yeah im safe its not like that im just sad', 'yes'],
  ['i suppose', 'unclear'],
  ['for now', 'unclear'],
] as const)('"%s" at "are you safe" is %s', (text, answer) => {
  expect(safetyAnswer(text)).toBe(answer);
});

it.each(['im 16 and my mum kicked me out', "I'm 15", 'am seventeen'])('"%s" is somebody young', (text) => {
  expect(saysYoung(text)).toBe(true);
});

it.each(['I am 14 weeks pregnant', "I'm 10 years sober", 'im 34'])('"%s" is not', (text) => {
  expect(saysYoung(text)).toBe(false);
});

it.each([
  ['07700 900123', true],
  ['+44 (0)7700 900123 after 6', true],
  ['call me at 5', false],
  ['never mind', false],
])('"%s" has a number to call: %s', (text, has) => {
  expect(hasNumber(text)).toBe(has);
});

it.each([
  'no but kind of',
  'no but sometimes',
  'naw but whiles',
  'no, sometimes',
  'not really, kind of',
  'no... maybe a bit',
  'not exactly',
  'no not yet',
  'yes and no',
  'no but he shouts',
  'no but I think about it',
  'no just thoughts',
  'fine but scared',
  'nope, some days',
  'she says no to phoning anyone',
])('"%s" at a question about danger is never a no', (text) => {
  expect(dangerAnswer(text)).not.toBe('no');
});

it.each([
  'no',
  'no but thanks',
  'no but im ok',
  'no but im just tired',
  'no am fine honest',
  'no not at all',
  'no never',
  'naw nothing like that',
  'no just a bit fed up sometimes',
])('"%s" is still a no', (text) => {
  expect(dangerAnswer(text)).toBe('no');
});
