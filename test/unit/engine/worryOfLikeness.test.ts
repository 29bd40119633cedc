/** A worry that only likeness raised: a plain answer to a plain question is taken, and "skip" never ends in "call 999". */
import type { RiskFlag, Said } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from './talk';

function worried(talk: Talk, text: string, rule: string, level: RiskFlag['level']): Said {
  const said = typed(talk, text);
  if (said.kind !== 'text') return said;
  const flag: RiskFlag = {
    category: 'suicide_thoughts',
    level,
    rule,
    words: text,
    aboutOther: false,
    unclear: true,
  };
  return { ...said, reading: { ...said.reading, risks: [], checks: [flag] } };
}

function atSafe() {
  const talk = newTalk({ channel: 'web' });
  play(talk, { kind: 'hello' });
  play(talk, typed(talk, 'yes'));
  expect(talk.state.asked?.key).toBe('safeNow');
  return talk;
}

const idsOf = (talk: Talk) => talk.last.flatMap((reply) => reply.parts.map((one) => one.id));

it.each(['model:suicide_self_harm', 'deep:suicide_self_harm'])(
  '%s at a plain yes is noted for the team, and the talk goes on',
  (rule) => {
    const talk = atSafe();
    const turn = play(talk, worried(talk, 'yes, it is as good a time as any', rule, 'P1'));
    expect(talk.state.answers['safeNow']?.choices).toEqual(['yes']);
    expect(talk.state.asked?.key).toBe('need');
    expect(turn.effects.filter(({ kind }) => kind === 'raiseRisk')).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ grade: 'check', level: 'P2' }) }),
    ]);
  },
);

it.each([
  ['end-it', 'P1'],
  ['talk:unease', 'P1'],
  ['deep:suicide_self_harm', 'P0'],
] as const)('%s (%s) at the same words is asked about', (rule, level) => {
  const talk = atSafe();
  play(talk, worried(talk, 'yes, it is as good a time as any', rule, level));
  expect(talk.state.asked?.key).toBe('check:suicide_thoughts');
});

it('"skip" to a question that only likeness asked: a person looks today, with numbers, and nothing is forced out of them', () => {
  const talk = atSafe();
  play(talk, worried(talk, 'there is nobody left up here now', 'deep:suicide_self_harm', 'P0'));
  play(talk, typed(talk, 'skip'));
  expect(idsOf(talk)).toContain('W-CHECK-SKIP');
  expect(talk.state.safety).toBeNull();
});

it('"skip" where a rule heard a life at stake is no all-clear', () => {
  const talk = atSafe();
  play(talk, worried(talk, 'took them all', 'took', 'P0'));
  play(talk, typed(talk, 'skip'));
  expect(talk.state.safety?.holds).toBe(true);
});
