/** Despair told at a question that wants a yes, a number or a choice is no answer to it: it is asked about first. */
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const asked = (talk: Talk) => talk.state.asked?.key;

function at(question: string): Talk {
  const talk = walked('web', { need: 'my money' }, question);
  expect(asked(talk)).toBe(question);
  return talk;
}

const DESPAIR = [
  'dont care wot happens 2 me anymore tbh',
  'i dont care what happens to me any more',
  'no longer bothered whit becomes o me',
  'everything feels pointless',
  'its all pointless anyway',
  'being here is pointless',
  "there's nothing left of me",
];

describe.each(['safeNow', 'pace'])('at the question %s', (question) => {
  it.each(DESPAIR)('"%s" is asked about', (text) => {
    const talk = at(question);
    play(talk, typed(talk, text));
    expect(asked(talk)).toMatch(/^(?:check:suicide_thoughts|rs3|rs)/);
    // no yes was given
    expect(talk.state.answers[question]?.choices ?? []).not.toContain('yes');
  });

  it.each(['i dont care which', "don't mind", 'not bothered', 'whatever you think', 'yes thats fine'])(
    '"%s" is an answer, and no worry',
    (text) => {
      const talk = at(question);
      play(talk, typed(talk, text));
      expect(asked(talk)).not.toMatch(/^(?:check|r)/);
    },
  );
});

it('is asked about at the very first question too', () => {
  const talk = newTalk({ channel: 'web' });
  play(talk, { kind: 'hello' });
  play(talk, typed(talk, 'i dont care what happens to me any more'));
  expect(asked(talk)).toMatch(/^(?:check:suicide_thoughts|rs3|rs)/);
});
