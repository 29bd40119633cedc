/** After STOP somebody with nowhere to sleep tonight still hears whom to ring: the council, day and night. */
import { riskReplyIds } from '../../../dialogs/content/copy';
import { newTalk, play, type Talk, TUESDAY, typed } from '../engine/talk';

const EVENING = TUESDAY + 11 * 60 * 60 * 1000;
const say = (talk: Talk, text: string) => play(talk, typed(talk, text)).replies.flatMap(({ parts }) => parts);

test.each(['ive nowhere to sleep tonight', 'nowhere to go tonight', 'am sleeping rough the night'])(
  '"%s" after stop gets the line of the council that is open',
  (text) => {
    const talk = newTalk({ channel: 'sms', from: EVENING });
    for (const one of ['hi', 'stop']) say(talk, one);
    const said = say(talk, text);
    expect(said).toEqual([{ id: 'W-HOME-SHUT', params: { line: '0800 24 20 24 (free)' } }]);
    expect(said.every(({ id }) => riskReplyIds.has(id))).toBe(true);
  },
);

const effects = (talk: Talk, text: string) => play(talk, typed(talk, text)).effects;

/** Somebody who said stop, and then told of danger. */
function stopped(danger: string): Talk {
  const talk = newTalk({ channel: 'sms', from: EVENING });
  for (const one of ['hi', 'stop']) say(talk, one);
  expect(say(talk, danger).length).toBeGreaterThan(0);
  return talk;
}

describe('what a reply to danger asks after stop can be answered', () => {
  it.each(['yes', 'aye please', 'help me', 'can someone call me', 'im scared', 'please', 'i cant do this alone'])(
    '"%s" is told to the team and answered once, with numbers that are open',
    (text) => {
      const talk = stopped('i want to die');
      const turn = play(talk, typed(talk, text));
      const said = turn.replies.flatMap(({ parts }) => parts);
      expect(said.length).toBe(1);
      expect(said.every(({ id }) => riskReplyIds.has(id))).toBe(true);
      expect(turn.effects.some(({ kind, data }) => kind === 'alert' && data['to'] === 'duty')).toBe(true);
      // the stop still stands
      expect(talk.state.contact).toBe('STOPPED');
    },
  );

  it('a no is noted and let be', () => {
    const talk = stopped('i want to die');
    const turn = play(talk, typed(talk, 'no'));
    expect(turn.replies).toEqual([]);
    expect(turn.effects.map(({ kind }) => kind)).toContain('noteRiskAnswer');
  });

  it('said again a minute later the team hears it, and the same words are not sent twice', () => {
    const talk = stopped('i want to die');
    say(talk, 'yes');
    const again = play(talk, typed(talk, 'help me'));
    expect(again.replies).toEqual([]);
    expect(again.effects.map(({ kind }) => kind)).toContain('alert');
    talk.now += 20 * 60_000;
    expect(say(talk, 'help me').map(({ id }) => id)).toEqual(['W-AFTER-STOP']);
  });

  it('where somebody may watch, nothing is said of a team', () => {
    const talk = stopped('he is hitting me and wont let me out, he controls everything');
    const said = say(talk, 'help me').map(({ id }) => id);
    for (const id of said) expect(riskReplyIds.has(id)).toBe(true);
  });

  it('a yes where no danger was told stays silent, and START opens the door', () => {
    const talk = newTalk({ channel: 'sms', from: EVENING });
    for (const one of ['hi', 'stop']) say(talk, one);
    expect(say(talk, 'yes')).toEqual([]);
    expect(effects(talk, 'help me').filter(({ kind }) => kind === 'alert')).toEqual([]);
    const told = stopped('i want to die');
    expect(say(told, 'start').length).toBeGreaterThan(0);
    expect(told.state.contact).not.toBe('STOPPED');
  });
});
