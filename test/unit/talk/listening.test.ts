/** It listens: answers in any words, facts kept, questions answered, nobody asked the same thing three times running. */
import * as fc from 'fast-check';
import { textOf } from '../../../dialogs/content/copy';
import { SHORTER } from '../../../dialogs/listen/shorter';
import type { ChannelKind, Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { type Answers, answer, walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const told = (turn: Turn) => turn.replies.map(textOf).join('\n');
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const at = (question: string, answers: Answers = {}, channel: ChannelKind = 'web') =>
  walked(channel, { need: 'I am lonely', pace: 'now', area: 'blantyre', ...answers }, question);
const kept = (talk: Talk, key: string) => talk.state.secrets[`said/${key}`] ?? '';
const picked = (talk: Talk, key: string) => talk.state.answers[key]?.choices ?? [];

describe('commands are never a slip away from an answer', () => {
  it('W1: "Cancer" at what do you need is a need, never a stop', () => {
    const talk = at('need');
    say(talk, 'Cancer');
    expect(talk.state.contact).toBe('OPEN');
    expect(talk.state.needs).toContain('physical_health');
  });

  it.each(['Stuart', 'Pearson', 'Hope', 'Skye'])('W2: %s at the name is a name', (name) => {
    const talk = at('name', { pace: 'more' });
    say(talk, name);
    expect(kept(talk, 'name')).toBe(name);
  });

  it('W3: "I want to stop" about drink is the answer; a bare STOP stays a stop', () => {
    const talk = at('detailDrinkDrugsGoal', { need: 'drinking too much', pace: 'more', detailDrinkDrugsWho: 'me' });
    say(talk, 'I want to stop');
    expect(talk.state.contact).toBe('OPEN');
    expect(talk.state.answers).toHaveProperty('detailDrinkDrugsGoal');
    const other = at('detailDrinkDrugsGoal', { need: 'drinking too much', pace: 'more', detailDrinkDrugsWho: 'me' });
    say(other, 'STOP');
    expect(other.state.contact).toBe('STOPPED');
  });

  it('W5: "1" beside Skip is skip where a name, a number or words are asked', () => {
    for (const [question, answers] of [
      ['name', { pace: 'more' }],
      ['supports', { pace: 'more' }],
    ] as const) {
      const talk = at(question, answers);
      say(talk, '1');
      expect(talk.state.answers[question]?.skipped).toBe(true);
      expect(kept(talk, question)).toBe('');
    }
  });

  it('W8: "stop texting this number" stops', () => {
    const talk = at('need', {}, 'sms');
    say(talk, 'stop texting this number');
    expect(talk.state.contact).toBe('STOPPED');
  });

  it('P-H14: typing the offered "Don\'t contact me" is that answer', () => {
    const talk = at('contactBy', { options: '1', ageBand: 'over18', sharedDevice: 'no', name: 'Tam' });
    say(talk, 'dont contact me');
    expect(talk.state.contact).toBe('OPEN');
    expect(picked(talk, 'contactBy')).toEqual(['none']);
  });

  it('P-H17: help alone is met, with no list of commands', () => {
    const turn = say(at('need'), 'help');
    expect(told(turn)).toContain('Is it about something you need, or how this works?');
    expect(told(turn)).not.toContain('SKIP');
  });

  it('P-A31: the list is asked for in small letters', () => {
    const talk = at('need');
    expect(JSON.stringify(talk.last)).not.toContain('MENU');
    say(talk, 'see a list');
    expect(talk.state.asked?.key).toBe('needMenu');
  });
});

describe('what was told is not asked', () => {
  const all = "ring me please, 07700 900123, name's Davie, I'm in Blantyre, need help with debt";

  it('P-A2: everything in one message is kept, said back, and asked no more', () => {
    const talk = at('need');
    const turn = say(talk, all);
    expect(talk.state.needs).toContain('money');
    expect(kept(talk, 'name')).toBe('Davie');
    expect(kept(talk, 'number')).toBe('07700 900123');
    expect(picked(talk, 'area')).toEqual(['blantyre']);
    expect(picked(talk, 'contactBy')).toEqual(['call']);
    expect(told(turn)).toContain('Davie, Blantyre');
    answer(talk, 'now');
    expect(talk.state.asked?.key).toBe('summary');
    expect(talk.last.map(textOf).join('\n')).toContain('I have you down as Davie, Blantyre');
  });

  it('told before they agreed it is held, and kept once they agree', () => {
    const talk = newTalk({ channel: 'web' });
    play(talk, { kind: 'hello' });
    say(talk, all);
    expect(talk.state.answers).not.toHaveProperty('name');
    expect(kept(talk, 'name')).toBe('');
    say(talk, 'aye that is fine');
    expect(kept(talk, 'name')).toBe('Davie');
    expect(picked(talk, 'area')).toEqual(['blantyre']);
  });

  it('told and then refused, nothing is kept', () => {
    const talk = newTalk({ channel: 'web' });
    play(talk, { kind: 'hello' });
    say(talk, all);
    say(talk, "naw I'd rather you didn't");
    expect(talk.state.answers['consent']?.choices).toEqual(['no']);
    expect(kept(talk, 'name')).toBe('');
  });

  it.each([
    ['my name is Bernadette McGlinchey', 'Bernadette McGlinchey'],
    ['call me Tam', 'Tam'],
    ['ma name is Shug', 'Shug'],
  ])('P-A1: "%s" is called %s', (words, name) => {
    const talk = at('name', { pace: 'more' });
    say(talk, words);
    expect(kept(talk, 'name')).toBe(name);
  });

  it('a change in words at the read-back is a change', () => {
    const talk = at('summary');
    say(talk, "naw it's Rutherglen");
    expect(picked(talk, 'area')).toEqual(['rutherglen']);
  });
});

describe('a way back is a number or an email', () => {
  it.each(['no', 'never mind', 'no thanks', 'Blantyre', 'just no worryin', 'one person', 'wait do u tell my mum'])(
    'P-H10: "%s" is kept as no way back, and nobody is promised a call',
    (words) => {
      const talk = at('need');
      say(talk, 'PERSON');
      expect(talk.state.asked?.key).toBe('wayBack');
      const turn = say(talk, words);
      expect(kept(talk, 'wayBack')).toBe('');
      expect(turn.effects.filter((effect) => effect.kind === 'promise')).toEqual([]);
    },
  );
});

describe('yes is a clear yes', () => {
  const begun = () => {
    const talk = newTalk({ channel: 'web' });
    play(talk, { kind: 'hello' });
    return talk;
  };
  const agreed = (talk: Talk) => picked(talk, 'consent')[0] === 'yes';

  it.each([
    'aye',
    'yh thats ok',
    "That's quite all right, I've nothing to hide",
    'ye whatever',
    'on ye go',
    'fine by me',
  ])('"%s" is a yes', (words) => {
    const talk = begun();
    say(talk, words);
    expect(agreed(talk)).toBe(true);
  });

  it.each(['???', 'Blantyre', 'who sees it', 'hmm', 'not sure', 'my rent', 'ok but who reads it'])(
    '"%s" is not',
    (words) => {
      const talk = begun();
      say(talk, words);
      expect(agreed(talk)).toBe(false);
    },
  );

  it('a yes with an if is met with the fact that settles it, and one short confirm', () => {
    const talk = begun();
    const turn = say(talk, 'k thats fine aslong as my mums not getting told');
    expect(agreed(talk)).toBe(false);
    expect(told(turn)).toContain('nobody you know is told');
    expect(told(turn)).toContain('Knowing that');
    say(talk, 'ok then yes');
    expect(agreed(talk)).toBe(true);
  });

  it('the talk never goes back to consent once it was given', () => {
    const talk = at('area');
    for (const words of ['???', 'whit', 'help', 'hello', 'who are you', 'start again', 'yes']) say(talk, words);
    expect(picked(talk, 'consent')).toEqual(['yes']);
    expect(talk.state.asked?.key).not.toBe('consent');
  });
});

describe('never pretending', () => {
  const UNHEARD = [
    'is this a robot? who sees this?',
    "I'm worried about my drinking when the weans are in",
    'my wife left me',
    'yous are aw useless, naebody ever phones back',
    'nothing really, just wanted a wee chat',
    'whats on in blantyre this week',
    'is this free',
    'actually forget it',
    'thank you',
    '\u{1F622}\u{1F622}',
    'my english is no good. i need help with house',
    'i cant type well can u phone me',
  ];

  it.each(UNHEARD)('P-H9: "%s" is never told "That helps" or "didn\'t catch that"', (words) => {
    const turn = say(at('need'), words);
    expect(told(turn)).not.toMatch(/That helps|catch that/);
    expect(told(turn)).not.toBe('');
  });

  it('P-A5: what was heard is said as people do', () => {
    const turn = say(at('need'), 'am skint and the house is damp');
    expect(told(turn)).toMatch(/got it/);
    expect(told(turn)).not.toMatch(/noted/);
  });

  it('P-A10: how long it takes is answered', () => {
    const turn = say(at('area'), 'how long will this take');
    expect(told(turn)).toContain('about 6 minutes');
  });

  it('P-A29: anger said twice is answered twice, differently', () => {
    const talk = at('need');
    const first = told(say(talk, 'this is a load of shite'));
    answer(talk, 'keepGoing');
    const second = told(say(talk, 'this is pure shite, yous are useless'));
    expect(second).not.toBe(first);
    expect(second).not.toMatch(/catch that/);
  });

  it('X26 is said at most once running, and never to words that carry meaning', () => {
    const talk = at('area');
    expect(idsOf(say(talk, '???'))).toContain('X26');
    expect(idsOf(say(talk, '...'))).not.toContain('X26');
    expect(idsOf(say(at('pace'), 'the purple heather'))).not.toContain('X26');
  });
});

describe('the road is short', () => {
  const steps = (answers: Answers, channel: ChannelKind) => {
    const talk = newTalk({ channel });
    let count = 0;
    if (channel === 'web') play(talk, { kind: 'hello' });
    else say(talk, 'hello');
    const always: Answers = {
      start: 'yes',
      consent: 'yes',
      safeNow: 'yes',
      area: 'blantyre',
      summary: 'yes',
      ageBand: 'over18',
      ...answers,
    };
    for (; count < 40 && talk.state.asked?.key !== 'options'; count += 1)
      answer(talk, always[talk.state.asked?.key ?? ''] ?? 'skip');
    return count;
  };

  it.each(['web', 'sms', 'whatsapp'] as const)(
    'P-A11: ideas in at most 8 answers on the short way, by %s',
    (channel) => {
      expect(steps({ need: 'I am lonely', pace: 'now' }, channel)).toBeLessThanOrEqual(8);
      expect(steps({ need: 'am skint and lonely and the house is damp', pace: 'now' }, channel)).toBeLessThanOrEqual(8);
    },
  );

  it.each(['web', 'sms', 'whatsapp'] as const)('P-A7: at most 16 on the longer one, by %s', (channel) => {
    expect(steps({ need: 'am skint and lonely and the house is damp', pace: 'more' }, channel)).toBeLessThanOrEqual(16);
    expect(steps({ need: 'I am lonely', pace: 'more' }, channel)).toBeLessThanOrEqual(16);
  });

  it('"a bit more first" says how many', () => {
    const talk = at('pace');
    expect(told(answer(talk, 'more'))).toMatch(/about \d+ more questions/);
  });
});

describe('nobody is asked the same thing three times running', () => {
  const WORDS = fc.constantFrom(
    '???',
    'purple',
    'whit',
    'yes',
    'no',
    'naw',
    'dunno',
    'help',
    'status',
    'hello',
    'thanks',
    'who sees this',
    'how long is this',
    'is it free',
    'my rent',
    'I am lonely',
    'Blantyre',
    'am fae Larkhall',
    'Tam',
    '07700 900123',
    'me@example.org',
    'skip',
    'back',
    'this is shite',
    'forget it',
    'the one with the tea',
    '1',
    '9',
    'aye but no if it goes to the polis',
    'ideas now',
    'a bit more',
    'I never said that',
    'mornings',
    'cannae leave ma mum on her own',
    'lol',
    'x',
    '\u{1F622}',
    'why do you need that',
    'my name is Jo and am skint',
  );

  it('whatever they say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('web', 'sms', 'whatsapp'),
        fc.array(WORDS, { minLength: 5, maxLength: 25 }),
        (channel, words) => {
          const talk = newTalk({ channel });
          if (channel === 'web') play(talk, { kind: 'hello' });
          let last = '';
          let running = 0;
          for (const text of words) {
            const turn = say(talk, text);
            const asked = talk.state.asked;
            const id = (asked?.key ?? '').split(':')[0] ?? '';
            const forms = [asked?.message, SHORTER[id], 'S-CONSENT-IF'];
            const put = asked !== null && idsOf(turn).some((one) => forms.includes(one));
            running = put && asked?.key === last ? running + 1 : put ? 1 : 0;
            last = put ? (asked?.key ?? '') : '';
            // is it safe to talk, in danger, is asked every time: that is its purpose
            if (!/^(r[a-z]+\d|check|care)/.test(id))
              expect([id, words.join(' | '), running]).toEqual([id, words.join(' | '), Math.min(running, 2)]);
          }
        },
      ),
      { numRuns: 60, seed: 20261129 },
    );
  });
});

it.each(['Admirably put', 'well said, aye', 'nicely summed up', 'that sums me up', 'in a nutshell'])(
  '"%s" at the read-back is a yes',
  (text) => {
    const talk = at('summary');
    say(talk, text);
    expect(picked(talk, 'summary')).toEqual(['yes']);
  },
);

it('a question put in place of an answer for the third time does not hold the talk', () => {
  const talk = at('options');
  for (let n = 0; n < 4; n += 1) say(talk, 'what is the cost of all this?');
  expect(talk.state.asked?.key).not.toBe('options');
});
