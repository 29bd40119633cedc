/** What people said to the door that it did not hear, one test for each kind (the numbers are of people.md). */
import { textOf } from '../../../dialogs/content/copy';
import type { ChannelKind, Turn } from '../../../dialogs/types';
import { newTalk, offered, play, type Talk, typed } from './talk';
import { type Answers, answer, walked } from './walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const told = (turn: Turn) => turn.replies.map(textOf).join('\n');
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const at = (question: string, answers: Answers = {}, channel: ChannelKind = 'web') =>
  walked(channel, { need: 'I am lonely', pace: 'now', area: 'blantyre', ...answers }, question);

it.each([
  "mum's kicked me oot, I've naewhere tae go the night, am 17",
  'im 16 and my mum kicked me out',
  'my dad threw me out and im 17',
])('P-H6: put out at 16 or 17 (%s): tonight first, the council and Childline, a person offered', (text) => {
  const said = told(say(at('need'), text));
  expect(said).toMatch(/0303 123 1012/);
  expect(said).toMatch(/0800 1111/);
  expect(said).toMatch(/tonight/);
  expect(said).not.toMatch(/0800 027 1234/);
});

describe('P-H8: somebody is coming in', () => {
  it.each(["he's coming in", "he's here", 'my partner is coming back in 5 mins', "someone's coming, gotta go"])(
    '"%s": a short word that gives nothing away, and no list',
    (text) => {
      const talk = at('need');
      const turn = say(talk, text);
      expect(idsOf(turn)).toEqual(['W-SOMEONE-COMING']);
      expect(turn.replies.flatMap(({ choices }) => choices)).toEqual([]);
    },
  );

  it.each(['my partner might read this', 'will my partner be able to see this', 'can my husband look at this chat'])(
    '"%s": how to hide it, and the question again in short',
    (text) => {
      expect(idsOf(say(at('need'), text))[0]).toBe('C6-WEB');
      expect(idsOf(say(at('need', {}, 'sms'), text))[0]).toBe('C6-SMS');
    },
  );
});

describe('P-H20: whose danger', () => {
  it('a daughter who self-harms: asked about her, never "you"', () => {
    const turn = say(at('need'), 'ma daughter is self harming and CAMHS wont see her');
    expect(idsOf(turn)).toEqual(['W-THEM']);
    expect(told(turn)).not.toMatch(/you've taken/);
  });
  it('pregnant, 15 and scared: asked gently, and not about her age', () => {
    expect(idsOf(say(at('need'), 'pregnant and scared to tell my mum, im 15'))).toEqual(['W-CHECK-YOUNG']);
  });
  it('a dying father has a word before anything is asked', () => {
    expect(told(say(at('need'), "my da's dying and I cannae cope"))).toMatch(/^Thank you\. Losing someone/);
  });
  it("asking for the number of women's aid is answered with a number", () => {
    expect(told(say(at('need'), "can you tell me the number for women's aid"))).toMatch(/0800 027 1234/);
  });
});

describe('P-A3: half heard', () => {
  it.each([
    [
      "Ma wife died in March, I've no been oot since, an the leccy's on its last fiver",
      ['bereavement', 'structure', 'essentials'],
    ],
    [
      'got oot Low Moss on thursday, nae money, stayin on ma cousins couch an he wants me gone',
      ['justice', 'money', 'housing'],
    ],
    ['struggling wi the drink an ma landlord wants me oot', ['addiction', 'housing']],
    ['my back is away with it and I miss the bowling', ['physical_health', 'structure']],
    ['widowed in June, skint, and the boiler has no gas', ['bereavement', 'money']],
  ] as const)('"%s": all of it is kept', (text, needs) => {
    const talk = at('need');
    say(talk, text);
    expect(talk.state.needs).toEqual(expect.arrayContaining([...needs]));
  });

  it('what fits no need of ours is kept in their own words', () => {
    const talk = at('goodWeek', { pace: 'more' });
    say(talk, 'a dance with my sister');
    expect(talk.state.secrets['said/goodWeek']).toBe('a dance with my sister');
  });
});

describe('P-A4: figures of speech are heard as they are meant', () => {
  it.each([
    ["I'm dying for a fag lol", 'bereavement'],
    ['I lost my keys again', 'bereavement'],
    ['my phone died on me', 'bereavement'],
    ['my neighbour is a nightmare, music all night', 'structure'],
    ['the drums next door every night', 'structure'],
    ['my neighbour is a nightmare, music all night', 'trauma'],
    ['my boss is a pain in the neck', 'physical_health'],
    ['this weather is depressing', 'mental_health'],
    ["that's fine", 'justice'],
    ['yeah course', 'learning'],
  ])('"%s" is not %s', (text, need) => {
    const talk = at('need');
    say(talk, text);
    expect(talk.state.needs).not.toContain(need);
  });
});

it('P-A6: somebody who says yes to a person after a low score is told when one will be in touch', () => {
  const talk = at('satisfied', { pace: 'more', measuresOk: 'yes' });
  say(talk, '4');
  expect(talk.state.asked?.key).toBe('talkItThrough');
  const said = told(say(talk, 'yes please'));
  expect(said).toMatch(/our team/i);
  expect(talk.state.handoff).not.toBeNull();
});

it('P-A8: "lots of people feel that way" never follows bills', () => {
  const talk = at('needMenu', { need: 'SKIP' });
  const said = [say(talk, '5'), say(talk, 'more'), say(talk, 'blantyre')].map(told).join('\n');
  expect(said).not.toMatch(/Lots of people feel that way/);
});

describe('P-A9: one slip and out', () => {
  it.each(["it's just me that uses it", 'only me', 'its just my phone'])('who uses the phone: "%s"', (text) => {
    const talk = at('sharedDevice', { need: 'SKIP', needMenu: 'safe' });
    say(talk, text);
    expect(talk.state.answers['sharedDevice']?.choices).toEqual(['no']);
  });
  it.each(['70s', 'thirty four', '52 next birthday'])('how old: "%s"', (text) => {
    const talk = at('ageBand', { pace: 'more' });
    say(talk, text);
    expect(talk.state.answers['ageBand']?.choices).toEqual(['over18']);
  });
  it.each(["naw that's it", 'mornings but no Wednesdays', 'cannae leave ma mum on her own'])(
    'what makes it hard: "%s" is never "didn\'t catch that"',
    (text) => {
      const talk = at('barriers', { pace: 'more' });
      const turn = say(talk, text);
      expect(talk.state.answers).toHaveProperty('barriers');
      expect(told(turn)).not.toMatch(/catch that/);
    },
  );
});

it('P-A25: on the web, with the number skipped, nobody is asked whether "this number" is safe', () => {
  const talk = at('number', { options: 'help', nextOption: 'help', contactBy: 'call' });
  const after = [say(talk, 'skip'), say(talk, 'skip')].map(told).join('\n');
  expect(after).not.toMatch(/this number/);
});

it('P-A26: somebody far away hears who looks for somebody nearer, and sees only what works from anywhere', () => {
  const talk = at('area');
  say(talk, 'somewhere else');
  say(talk, 'Aberdeen');
  expect(idsOf(say(talk, 'yes'))).toContain('W-NEARER');
  const ideas = told(say(talk, 'yes'));
  expect(ideas).toMatch(/online|by phone/i);
  expect(ideas).not.toMatch(/Blantyre/);
});

it.each(['call you', 'can I phone you', 'what is your number'])('P-A27: "%s" is answered with our number', (text) => {
  expect(told(say(at('need'), text))).toMatch(/01632 960 100/);
});

describe('P-A28: who is this', () => {
  it.each(['who is this', "who's this?"])('"%s" as a first text is a stranger, who is told', (text) => {
    const talk = newTalk({ channel: 'sms' });
    const turn = say(talk, text);
    expect(told(turn)).toMatch(/This is WIN/);
    expect(talk.state.contact).toBe('OPEN');
    expect(turn.effects.filter(({ kind }) => kind === 'raiseRisk')).toEqual([]);
  });
  it('in a live thread it is still a wrong number, and nothing is given away', () => {
    const talk = at('need', {}, 'sms');
    expect(told(say(talk, 'who is this'))).toBe("Sorry, wrong number. We won't text again.");
  });
  it('danger in the same breath is still danger', () => {
    expect(idsOf(say(newTalk({ channel: 'sms' }), 'who is this i want to kill myself'))).not.toContain(
      'Q-WHAT-IS-THIS',
    );
  });
});

it('P-A32: a pick from the menu gets a word back', () => {
  const talk = at('needMenu', { need: 'SKIP' });
  expect(told(answer(talk, 'mind'))).toMatch(/^Thank you\. How you feel, got it\./);
});

it('P-A33: somebody who cannot read well is offered a call', () => {
  for (const question of ['need', 'adjustments'] as const) {
    const talk = at(question, { pace: 'more' });
    const turn = say(talk, "I can't read very well");
    expect(told(turn)).toMatch(/call/i);
    expect(offered(talk).length).toBeLessThan(4);
  }
});
