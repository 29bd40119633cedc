/** Words of leaving, said in danger or after agreeing to something (W20, W21). */
import type { ChannelKind } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from './talk';
import { walked } from './walk';

const say = (talk: Talk, words: string) => play(talk, typed(talk, words));
const idsOf = (turn: ReturnType<typeof say>) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const cancelled = (turn: ReturnType<typeof say>) =>
  turn.effects.filter(({ kind }) => kind === 'cancelReminders').flatMap(({ data }) => data['kinds']);

const inDanger = [
  'i want to die',
  "i'm going to kill myself tonight",
  'i dont want to be here anymore',
  'i cut myself',
];
const leaving = [
  'goodbye',
  'bye',
  'cheerio',
  'cheers',
  'thanks',
  'ok',
  'got to go',
  'i need a break',
  'bye bye',
  'PAUSE',
];

describe.each(['web', 'sms', 'whatsapp'] as const)('on %s', (channel: ChannelKind) => {
  describe.each(inDanger)('W20: after "%s"', (danger) => {
    it.each(leaving)('W20: "%s" is an answer about danger, and the five-minute look stays', (words) => {
      const talk = newTalk({ channel });
      say(talk, 'hi');
      const raised = say(talk, danger);
      const turn = say(talk, words);
      expect(idsOf(turn)).not.toContain('X1');
      expect(idsOf(turn).length).toBeGreaterThan(0);
      expect(talk.state.safety).not.toBeNull();
      expect(talk.state.paused).toBe(false);
      expect([...cancelled(raised), ...cancelled(turn)]).not.toContain('riskSilence');
      // what they said is on the record for the team
      expect(turn.effects.map(({ kind }) => kind)).toContain('noteRiskAnswer');
    });
  });

  it.each(['goodbye', 'STOP', 'wrong number'])(
    'W20: "i want to die", then "%s", then nothing: a person is told',
    (words) => {
      const talk = newTalk({ channel });
      say(talk, 'hi');
      say(talk, 'i want to die');
      const stopped = say(talk, words);
      expect(cancelled(stopped)).not.toContain('riskSilence');
      talk.now += 5 * 60_000;
      const look = play(talk, { kind: 'happened', event: { name: 'riskSilence' } });
      expect(look.effects.filter(({ kind }) => kind === 'alert')).toHaveLength(1);
      if (words !== 'goodbye') expect(look.replies).toEqual([]);
    },
  );
});

it('W20: where it was only a break, it is one', () => {
  const talk = walked('sms', {}, 'need');
  const turn = say(talk, 'bye');
  expect(idsOf(turn)).toContain('X1');
  expect(talk.state.paused).toBe(true);
});

/** On the question whether we may look in on them in two weeks. */
function asked(): Talk {
  const talk = walked('sms', {}, 'need');
  const at = { key: 'checkIn', at: talk.now, message: 'N2', misses: 0 };
  const shown = JSON.stringify({
    text: 'N2',
    choices: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
    many: false,
  });
  talk.state = { ...talk.state, asked: at, secrets: { ...talk.state.secrets, asked: shown } };
  return talk;
}
const tap = (talk: Talk, id: string) => play(talk, { kind: 'choice', id: `checkIn~${id}`, label: id });

describe('W21: a check-in that was agreed', () => {
  const agreed = () => {
    const talk = asked();
    expect(tap(talk, 'yes').effects.filter(({ kind }) => kind === 'remind')).toHaveLength(1);
    return talk;
  };

  it.each(['bye', 'goodbye', 'PAUSE', 'thanks', 'cheerio the now'])('W21: "%s" keeps it', (words) => {
    expect(cancelled(say(agreed(), words))).not.toContain('checkIn');
  });

  it('W21: STOP cancels it', () => {
    expect(cancelled(say(agreed(), 'STOP'))).toContain('checkIn');
  });

  it('W21: declining it cancels it, and agreeing again never makes two', () => {
    expect(cancelled(tap(asked(), 'no'))).toContain('checkIn');
    const yes = tap(asked(), 'yes').effects.map(({ kind }) => kind);
    expect(yes.indexOf('cancelReminders')).toBeGreaterThanOrEqual(0);
    expect(yes.indexOf('cancelReminders')).toBeLessThan(yes.indexOf('remind'));
  });
});
