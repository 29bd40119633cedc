/** A form sends the box together with the button: words are heard first, danger wins, and nothing typed is lost. */
import type { Said } from '../../../dialogs/types';
import { newTalk, offered, play, type Talk, typed } from './talk';

const DANGER = 'I took all my tablets, I want to die';
const RENT = "I need help with my rent, I'm two months behind";

function pressed(talk: Talk, id: string, label: string, words: string): Said {
  const said = typed(talk, words);
  if (said.kind !== 'text') throw new Error('typed words are text');
  const { kind: _text, ...beside } = said;
  return { kind: 'choice', id, label, beside };
}

function opened(): Talk {
  const talk = newTalk({ channel: 'web' });
  play(talk, { kind: 'hello' });
  return talk;
}

const idsOf = (turn: ReturnType<typeof play>) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));

describe('B2: words typed beside a button', () => {
  it.each([
    ['consent~yes', "Yes, that's OK"],
    ['consent~no', 'No'],
    ['needMenu~home', 'Home'],
    ['command~skip', 'Skip'],
    ['command~back', 'Back'],
    ['command~pause', 'Pause'],
    ['command~human', 'Talk to a person'],
    ['nobody~knows', 'Old button'],
  ])('B2: danger wins over %s', (id, label) => {
    const talk = opened();
    const turn = play(talk, pressed(talk, id, label, DANGER));
    expect(talk.state.safety).not.toBeNull();
    expect(turn.effects.map((effect) => effect.kind)).toContain('raiseRisk');
    expect(idsOf(turn)).not.toContain('W-STALE');
    expect(talk.state.answers).toEqual({});
  });

  it('B2: the first words beside "yes" are what they came with, and are not asked again', () => {
    const talk = opened();
    play(talk, pressed(talk, 'consent~yes', "Yes, that's OK", RENT));
    expect(talk.state.answers['consent']?.choices).toEqual(['yes']);
    expect(talk.state.secrets['firstWords'] ?? talk.state.secrets['said/need']).toBe(RENT);
    expect(talk.state.needs).toContain('housing');
  });

  it('B2: words beside Skip are kept, and the question is skipped', () => {
    const talk = opened();
    const id = offered(talk).find((choice) => choice.id.endsWith('~yes'))?.id ?? '';
    play(talk, { kind: 'choice', id, label: 'Yes' });
    const asked = talk.state.asked?.key ?? '';
    play(talk, pressed(talk, 'command~skip', 'Skip', 'the stairs are hard for me'));
    expect(talk.state.answers[asked]?.skipped).toBe(true);
    expect(Object.values(talk.state.secrets)).toContain('the stairs are hard for me');
  });

  it('B2: a stop typed beside a button is a stop', () => {
    const talk = opened();
    play(talk, pressed(talk, 'consent~yes', "Yes, that's OK", 'STOP'));
    expect(talk.state.contact).toBe('STOPPED');
    expect(talk.state.answers).toEqual({});
  });

  it('B2: the code word typed beside a button is the code word, and is not kept', () => {
    const talk = opened();
    talk.state = { ...talk.state, codeWordHash: 'hash' };
    const turn = play(talk, pressed(talk, 'consent~yes', "Yes, that's OK", 'bluebell'));
    expect(turn.hideSaid).toBe(true);
    expect(JSON.stringify(talk.state)).not.toContain('bluebell');
  });

  it('B2: words beside a button of an earlier page are heard without it', () => {
    const talk = opened();
    const turn = play(talk, pressed(talk, 'priority~money', 'Money', 'can I talk to a person'));
    expect(idsOf(turn)).not.toContain('W-STALE');
  });

  it('B2: somebody coming in, typed beside a button, gets the neutral line and nothing else', () => {
    const talk = opened();
    play(talk, { kind: 'choice', id: 'consent~yes', label: 'Yes' });
    const turn = play(talk, pressed(talk, 'command~skip', 'Skip', "he's coming in"));
    expect(idsOf(turn)).toEqual(['W-SOMEONE-COMING']);
  });

  it('B2: a worry typed beside a button gets its question, not the button', () => {
    const talk = opened();
    play(talk, { kind: 'choice', id: 'consent~yes', label: 'Yes' });
    const said = pressed(talk, 'command~skip', 'Skip', 'I am tired of it all');
    if (said.kind !== 'choice' || said.beside === undefined) throw new Error('it stands beside a button');
    const flag = {
      category: 'suicide_thoughts',
      level: 'P1',
      rule: 'test',
      words: 'tired',
      aboutOther: false,
      unclear: false,
    } as const;
    const reading = { ...said.beside.reading, checks: [flag] };
    play(talk, { ...said, beside: { ...said.beside, reading } });
    expect(talk.state.checks.map((one) => one.category)).toEqual(['suicide_thoughts']);
  });
});
