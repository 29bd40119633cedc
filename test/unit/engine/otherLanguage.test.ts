/** P-A30: somebody who writes in another language is answered in it, and an interpreter's call is arranged first. */
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, typed } from './talk';

const idsOf = ({ replies }: Turn) => replies.flatMap((reply) => reply.parts.map((one) => one.id));
const isConsent = (id: string) => /^(?:B[123]|A[123])/.test(id);

it.each([
  ['Dzień dobry, potrzebuję pomocy z mieszkaniem', 'L-POLISH'],
  ['Мені потрібна допомога', 'L-UKRAINIAN'],
  ['أحتاج إلى مساعدة', 'L-ARABIC'],
  ['Am nevoie de ajutor cu locuința', 'L-ROMANIAN'],
  ['مجھے مدد چاہیے', 'L-URDU'],
  ['Ez alîkariyê dixwazim', 'L-KURMANJI'],
  ['من پێویستم بە یارمەتی هەیە', 'L-SORANI'],
  ['ኣነ ሓገዝ የድልየኒ ኣሎ', 'L-TIGRINYA'],
])('P-A30: on the web "%s" gets a line of its own, then a call, and no English consent', (text, line) => {
  const talk = newTalk({ channel: 'web' });
  play(talk, { kind: 'hello' });
  expect(idsOf(play(talk, typed(talk, text)))).toEqual([line, 'X13']);
  const second = play(talk, typed(talk, text));
  expect(second.effects.filter(({ kind }) => kind === 'handOver').map(({ data }) => data['reason'])).toEqual([
    'language',
  ]);
  expect(idsOf(second)[0]).toBe(`${line}-NUMBER`);
  const third = play(talk, typed(talk, '07700 900222'));
  expect(third.effects.map(({ kind }) => kind)).toContain('promise');
  expect([...idsOf(second), ...idsOf(third)].filter(isConsent)).toEqual([]);
  // and what they write while they wait does not bring it either
  expect(idsOf(play(talk, typed(talk, text))).filter(isConsent)).toEqual([]);
});

it('P-A30: a first text message is answered at once; the number it came from is the way back', () => {
  const talk = newTalk({ channel: 'sms' });
  expect(idsOf(play(talk, typed(talk, 'potrzebuję pomocy, nie mówię po angielsku')))).toEqual(['L-POLISH', 'X13']);
  const second = play(talk, typed(talk, 'polski'));
  expect(idsOf(second)).toEqual(['W-LANGUAGE-THANKS']);
  expect(second.effects.map(({ kind }) => kind)).toContain('handOver');
});

it('P-A30: the language and a number in one message are both heard', () => {
  const talk = newTalk({ channel: 'web' });
  play(talk, { kind: 'hello' });
  play(talk, typed(talk, 'necesito ayuda con mi casa'));
  const second = play(talk, typed(talk, 'Spanish 07700 900222'));
  expect(idsOf(second)).toEqual(['W-LANGUAGE-THANKS']);
});

it('P-A30: "polish please" at the list is a wish for an interpreter', () => {
  const talk = newTalk({ channel: 'web' });
  play(talk, { kind: 'hello' });
  play(talk, { kind: 'choice', id: 'consent~yes', label: "Yes, that's OK" });
  play(talk, { kind: 'choice', id: 'safeNow~yes', label: 'Yes' });
  play(talk, { kind: 'choice', id: 'need~list', label: 'See a list' });
  const asked = play(talk, typed(talk, 'polish please'));
  expect(idsOf(asked)[0]).toBe('L-POLISH-NUMBER');
  expect(asked.effects.map(({ kind }) => kind)).toContain('handOver');
});

it('danger in another language is still asked about, and not lost behind the language', () => {
  const talk = newTalk({ channel: 'sms' });
  play(talk, typed(talk, 'nie chcę już żyć, proszę o pomoc'));
  expect(talk.state.checks.map(({ category }) => category)).toContain('suicide_thoughts');
});
