/** Two uneasy messages are asked about, though neither was enough alone; and never twice for one worry. */
import type { Said } from '../../../dialogs/types';
import { newTalk, play, typed } from './talk';

function uneasy(text: string, unease: number): Said {
  const scores = { suicide_self_harm: unease, domestic_abuse: 0.1, none: 1 - unease };
  return {
    kind: 'text',
    text,
    isCodeWord: false,
    reading: { risks: [], command: null, needs: [], moments: [], scores, unease },
  };
}

function afterConsent() {
  const talk = newTalk({ channel: 'sms' });
  play(talk, typed(talk, 'hi'));
  for (let n = 0; n < 3; n += 1) play(talk, typed(talk, 'yes'));
  return talk;
}

it('one uneasy message alone asks nothing', () => {
  const talk = afterConsent();
  play(talk, uneasy('tired of it all these days', 0.45));
  expect(talk.state.checks).toEqual([]);
});

it('a second one is asked about, gently', () => {
  const talk = afterConsent();
  play(talk, uneasy('tired of it all these days', 0.45));
  const turn = play(talk, uneasy('given my good coat to my sister', 0.45));
  expect(turn.replies.at(-1)?.parts.map((one) => one.id)).toEqual(['RS3U']);
  expect(talk.state.checks.map((one) => one.category)).toEqual(['suicide_thoughts']);
  expect(turn.effects.map((effect) => effect.kind)).not.toContain('raiseRisk');
});

it('unease fades over ordinary talk', () => {
  const talk = afterConsent();
  play(talk, uneasy('tired of it all these days', 0.45));
  for (let n = 0; n < 4; n += 1) play(talk, uneasy('a cup of tea and a chat', 0.02));
  play(talk, uneasy('given my good coat to my sister', 0.45));
  expect(talk.state.checks).toEqual([]);
});
