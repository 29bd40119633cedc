/** A question of theirs and what they need, in one message: the one is answered, the other is heard. */
import { play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const idsOf = (talk: Talk) => talk.last.flatMap((reply) => reply.parts.map((one) => one.id));

describe('at the question what they need', () => {
  it.each([
    ['is this private? I want help with drinking', 'addiction'],
    ['who sees this? need a hand with my rent', 'housing'],
    ['is it free? im looking for company', 'loneliness'],
    ['are you a robot? anyway I could do with help to find work', 'work'],
  ])('"%s"', (text, need) => {
    const talk = walked('web', {}, 'need');
    play(talk, typed(talk, text));
    expect(talk.state.needs).toContain(need);
    expect(idsOf(talk).some((id) => /^(?:Q-|C6-|X21)/.test(id))).toBe(true);
    expect(talk.state.asked?.key).not.toBe('need');
  });

  it.each(['is this private?', 'does the jobcentre see this?', 'who sees it if I say I drink'])(
    '"%s" is a question alone, and it is asked again',
    (text) => {
      const talk = walked('web', {}, 'need');
      play(talk, typed(talk, text));
      expect(talk.state.needs).toEqual([]);
      expect(talk.state.asked?.key).toBe('need');
    },
  );
});

it('what they ask for at the door is not asked for again', () => {
  const talk = walked('web', {}, 'consent');
  play(talk, typed(talk, 'Is there any help with food for mums with wee ones in Blantyre?'));
  play(talk, typed(talk, 'yes'));
  play(talk, typed(talk, 'yes'));
  expect(talk.state.needs).toContain('essentials');
  expect(talk.state.asked?.key).not.toBe('need');
});

describe.each(['consent', 'need', 'pace', 'area', 'ageBand'])('"eh?" at the question %s', (question) => {
  it.each(['what?', 'eh?', 'whit', 'pardon?', 'you what', 'WHAT'])(
    '"%s" is told in other words, and asked again',
    (text) => {
      const talk = walked('web', { need: 'my money', pace: 'more' }, question);
      play(talk, typed(talk, text));
      expect(idsOf(talk)).not.toContain('Q-UNKNOWN');
      expect(idsOf(talk).some((id) => id.startsWith('Q-MEAN'))).toBe(true);
      expect(talk.state.asked?.key).toBe(question);
    },
  );
});
