/** One of the team in the thread: who is told what, what the bot says meanwhile, and how the questions go on afterwards. */
import fc from 'fast-check';
import { riskReplyIds } from '../../../dialogs/content/copy';
import type { Happening, Turn } from '../../../dialogs/types';
import { newTalk, offered, play, type Talk, type TalkParts, typed } from './talk';

const ids = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const happens = (talk: Talk, event: Happening) => ids(play(talk, { kind: 'happened', event }));
const says = (talk: Talk, text: string) => ids(play(talk, typed(talk, text)));

const thread = { id: 'h', claim: 1 };
const accepted = { name: 'handoffAccepted', person: 'Morag', minutes: 0, thread } as const;
const wrote = { name: 'advisorWrote', person: 'Morag', words: 'Hello, it is Morag. How is today?', thread } as const;
const ended = { name: 'handoffEnded', person: 'Morag', how: 'goesOn', thread } as const;

/** Somebody half way through, who is being asked what they need. */
function half(parts: Partial<TalkParts> = {}): Talk {
  const talk = newTalk({ channel: 'web', ...parts });
  for (const words of ['hi', 'yes', 'yes', 'yes']) says(talk, words);
  return talk;
}
const asked = (talk: Talk) => talk.state.asked?.key;

describe('one of us comes', () => {
  it('"handed over" and the line that says so are one turn', () => {
    const talk = half();
    expect(happens(talk, accepted)).toEqual(['W-JOINED']);
    expect(talk.state).toMatchObject({ mode: 'advisor', thread });
  });

  it('their words come as theirs, as they wrote them', () => {
    const talk = half();
    happens(talk, accepted);
    const turn = play(talk, { kind: 'happened', event: wrote });
    expect(turn.replies).toMatchObject([
      { from: 'advisor', parts: [{ id: 'W-SAYS', params: { words: wrote.words } }] },
    ]);
  });

  it('somebody who went long ago hears who it is with the first words, not before', () => {
    const talk = half();
    talk.now += 5 * 60 * 60_000;
    expect(happens(talk, accepted)).toEqual([]);
    expect(talk.state.mode).toBe('bot');
    expect(happens(talk, wrote)).toEqual(['W-JOINED', 'W-SAYS']);
    expect(talk.state.mode).toBe('advisor');
  });

  it('after STOP, and while they are away, nobody can write to them', () => {
    const stopped = half();
    says(stopped, 'STOP');
    expect(happens(stopped, accepted)).toEqual([]);
    expect(happens(stopped, wrote)).toEqual([]);
    const away = half();
    says(away, "he's coming in");
    expect(happens(away, wrote)).toEqual([]);
    expect(away.state.mode).toBe('bot');
  });

  it('the second of two is the writer once they have it, and what the first still sends is refused', () => {
    const talk = half();
    happens(talk, accepted);
    expect(happens(talk, { ...accepted, person: 'Jean', thread: { id: 'h', claim: 2 } })).toEqual(['W-JOINED']);
    expect(happens(talk, wrote)).toEqual([]);
    expect(happens(talk, ended)).toEqual([]);
    expect(talk.state.mode).toBe('advisor');
    expect(happens(talk, { ...wrote, thread: { id: 'h', claim: 2 } })).toEqual(['W-SAYS']);
  });

  it('while one has the thread, the holder of another handoff of the same person cannot write in it', () => {
    const talk = half();
    happens(talk, accepted);
    expect(happens(talk, { ...wrote, thread: { id: 'other', claim: 9 } })).toEqual([]);
  });
});

describe('while they talk', () => {
  it.each(['hello?', 'STATUS', 'PAUSE', 'HELP', 'PERSON', 'who are you', 'my flat is damp', 'skip', 'MENU'])(
    '"%s" is for the advisor: the bot says nothing, and they are told that somebody wrote',
    (words) => {
      const talk = half();
      happens(talk, accepted);
      const turn = play(talk, typed(talk, words));
      expect(turn.replies).toEqual([]);
      expect(turn.effects).toMatchObject([{ kind: 'tellHolder', data: { handoffId: 'h', what: 'heard' } }]);
    },
  );

  it('a button of before, the page opened again, and a picture are met with silence too', () => {
    const talk = half();
    const [choice] = offered(talk);
    happens(talk, accepted);
    expect(ids(play(talk, { kind: 'hello' }))).toEqual([]);
    expect(ids(play(talk, { kind: 'choice', id: choice?.id ?? 'start~yes', label: 'Yes' }))).toEqual([]);
    const reading = { risks: [], command: null, needs: [], moments: [] };
    expect(ids(play(talk, { kind: 'media', media: 'picture', caption: '', reading }))).toEqual([]);
  });

  it('danger has its fixed words at once, is written down, and goes to whoever is there', () => {
    const talk = half();
    happens(talk, accepted);
    const turn = play(talk, typed(talk, 'i have taken all my tablets'));
    expect(ids(turn).every((id) => riskReplyIds.has(id))).toBe(true);
    expect(ids(turn)).not.toEqual([]);
    expect(turn.effects.map(({ kind }) => kind)).toEqual(['tellHolder', 'raiseRisk', 'handOver', 'alert']);
    expect(talk.state.mode).toBe('advisor');
    // what follows is between the two of them
    expect(says(talk, 'yes')).toEqual([]);
  });

  it.each([
    ['STOP', 'X17', 'stop'],
    ["he's coming in", 'W-SOMEONE-COMING', 'someone coming'],
    ['wrong number', 'X16', 'locked'],
  ])('"%s" is their own way out: it ends the holding, and the advisor is told', (words, said, why) => {
    const talk = half();
    happens(talk, accepted);
    const turn = play(talk, typed(talk, words));
    expect(ids(turn)).toContain(said);
    expect(turn.effects).toContainEqual({ kind: 'tellHolder', data: { handoffId: 'h', claim: 1, what: 'left', why } });
    expect(talk.state.mode).toBe('bot');
    expect(happens(talk, wrote)).toEqual([]);
  });

  it('news, a check-in and a light touch wait', () => {
    const talk = half();
    happens(talk, accepted);
    for (const event of [{ name: 'checkInDue' }, { name: 'silence', step: 1 }, { name: 'saidYesByText' }] as const)
      expect(happens(talk, event)).toEqual([]);
  });
});

describe('they go', () => {
  it('hand back is said, and the questions go on where they were', () => {
    const talk = half();
    const before = asked(talk);
    happens(talk, accepted);
    happens(talk, wrote);
    says(talk, 'ok thanks');
    const turn = play(talk, { kind: 'happened', event: ended });
    expect(ids(turn)[0]).toBe('W-HANDED-BACK');
    expect(asked(talk)).toBe(before);
    expect(talk.state.mode).toBe('bot');
  });

  it('after danger the questions go on only because a person said so', () => {
    const talk = half();
    says(talk, 'i want to die');
    happens(talk, accepted);
    happens(talk, { ...ended, how: 'stays' });
    expect(talk.state.safety).toMatchObject({ holds: true });
    happens(talk, { ...accepted, thread: { id: 'h', claim: 2 } });
    happens(talk, { ...ended, thread: { id: 'h', claim: 2 } });
    expect(talk.state.safety).toMatchObject({ holds: false });
    expect(asked(talk)).not.toBeUndefined();
  });

  it('a call that was agreed is said with its time, and nothing is asked', () => {
    const talk = half();
    happens(talk, accepted);
    expect(happens(talk, { ...ended, how: 'callback', by: talk.now + 60 * 60_000 })).toEqual(['W-CALL-AGREED']);
  });

  it('whoever had to go is named, in hours the team is asked again, out of hours it says when', () => {
    const talk = half();
    happens(talk, accepted);
    expect(happens(talk, { name: 'handoffReleased', person: 'Morag', thread })).toEqual(['W-STEPPED-AWAY']);
    expect(talk.state.mode).toBe('waiting');
    expect(happens(talk, wrote)).toEqual([]);
    const night = half({ from: Date.parse('2026-11-24T22:00:00Z') });
    happens(night, accepted);
    expect(happens(night, { name: 'handoffReleased', person: 'Morag', thread })).toEqual(['W-STEPPED-AWAY', 'X25']);
    expect(night.state.mode).toBe('bot');
  });

  it('nobody came in the time that was told: said, with the number', () => {
    const talk = half({ onDuty: true });
    says(talk, 'talk to a person');
    expect(talk.state.mode).toBe('waiting');
    expect(happens(talk, { name: 'handoffLate' })).toEqual(['W-NOBODY-YET']);
    // somebody who was promised nothing hears nothing
    expect(happens(half(), { name: 'handoffLate' })).toEqual([]);
  });

  it('in quiet mode nothing is said when they come and go, and what they write is', () => {
    const talk = half();
    talk.state = { ...talk.state, contact: 'QUIET' };
    expect(happens(talk, accepted)).toEqual([]);
    expect(happens(talk, wrote)).toEqual(['W-JOINED', 'W-SAYS']);
    expect(happens(talk, ended)).toEqual([]);
  });
});

const event = fc.oneof(
  fc
    .record({ id: fc.constantFrom('h', 'lead'), claim: fc.integer({ min: 1, max: 4 }) })
    .chain((of) =>
      fc.constantFrom<Happening>(
        { ...accepted, thread: of },
        { ...accepted, thread: of },
        { ...wrote, thread: of },
        { ...wrote, thread: of },
        { ...ended, thread: of },
        { ...ended, how: 'stays', thread: of },
        { name: 'handoffReleased', person: 'Morag', thread: of },
      ),
    ),
  fc.constantFrom<Happening>(
    { name: 'handoffLate' },
    { name: 'riskSilence' },
    { name: 'left' },
    { name: 'checkInDue' },
  ),
);
const words = fc.constantFrom(
  'hello',
  'ok',
  'STOP',
  'START',
  'i want to die',
  'he has a knife',
  "he's coming in",
  'yes',
);
const doing = fc.oneof(event, event, words);

it('whatever order it comes in: one writer, and the bot silent beside them but for danger', () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 30 }), (doings) => {
      const talk = half();
      for (const one of doings) {
        const before = talk.state;
        const turn = play(talk, typeof one === 'string' ? typed(talk, one) : { kind: 'happened', event: one });
        const said = ids(turn);
        if (typeof one !== 'string' && 'thread' in one && one.thread !== undefined) {
          const { id, claim } = one.thread;
          const past = claim < (before.thread?.id === id ? before.thread.claim : 0);
          if (past || (before.mode === 'advisor' && before.thread?.id !== id)) {
            expect(said).toEqual([]);
            expect(turn.state.mode).toBe(before.mode);
          }
          if (said.includes('W-SAYS')) expect(turn.state).toMatchObject({ mode: 'advisor', thread: { id, claim } });
        } else if (before.mode === 'advisor' && turn.state.mode === 'advisor')
          expect(said.filter((id) => !riskReplyIds.has(id))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});
