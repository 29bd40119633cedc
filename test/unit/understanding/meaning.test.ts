import { commandAt } from '../../../services/understanding/meaning/commandAt';
import { needsIn, readLearned } from '../../../services/understanding/meaning/readMeaning';
import { corpusFingerprint, readWeights } from '../../../services/understanding/meaning/weights';

const at = (text: string, asking: string | null = null) => ({
  ...readLearned(text, asking),
  command: commandAt(text, asking)?.command ?? null,
  needs: needsIn(text),
});

it('the weights were learned from the corpus as it is: run "npm run train" after a change', () => {
  expect(readWeights().corpus).toBe(corpusFingerprint());
});

describe('yes, no and yes-if', () => {
  it.each([
    ['aye nae bother', 'yes'],
    ['aye go on then', 'yes'],
    ['if I have to', 'yes'],
    ['whatever you need', 'yes'],
    ['batter on', 'yes'],
    ["I'd rather not the now", 'no'],
    ['naw yer fine', 'no'],
    ['You have my permission.', 'yes'],
    ['By all means.', 'yes'],
    ['Yes, provided it is kept within your team.', 'conditional'],
    ['alright as long as the jobcentre is not told', 'conditional'],
  ])('%s: %s', (text, value) => expect(at(text, 'consent').polarity?.value).toBe(value));

  it('a statement of something else is neither', () => {
    expect(at('I worked in the mill for ten years', 'consent').polarity).toBeUndefined();
  });
});

describe('questions of us', () => {
  it.each([
    ['who sees this', 'who_sees_this'],
    ['does the jobcentre get to see any of this', 'jobcentre_benefits_told'],
    ['wait do u tell my mum', 'is_it_confidential_from_family'],
    ['are you a robot', 'is_it_a_robot'],
    ['is it free', 'cost'],
    ['how long does this take', 'how_long'],
    ['dae yous dae counsellin', 'counselling'],
    ['can my sister come wi me', 'can_i_bring_someone'],
    ['what happens next', 'what_happens_next'],
    ['do I need a referral', 'do_i_need_referral'],
    ['why do you need that', 'why_ask'],
  ])('%s: %s', (text, topic) => expect(at(text).asks?.value).toBe(topic));

  it.each([
    "I don't know who to talk to",
    'I need a job more than anything',
    'the jobcentre stopped my money',
    'my mum reads my texts',
    'Blantyre',
    'aye that is fine',
    'could do with some company',
    'how I feel changes every day',
  ])('a statement is no question: %s', (text) => expect(at(text).asks).toBeUndefined());
});

describe('commands at a question', () => {
  it.each(['stop texting this number', 'unsubscribe me', 'przestań pisać', 'nie pisz do mnie', 'dinnae text me again'])(
    'W8: %s is a stop',
    (text) => {
      expect(at(text).command).toBe('stop');
      expect(at(text, 'need').command).toBe('stop');
    },
  );

  it('W3: "I want to stop" of drink is an answer, a bare STOP is a stop', () => {
    expect(at('I want to stop', 'detailDrinkDrugsGoal').command).toBeNull();
    expect(at('STOP', 'detailDrinkDrugsGoal').command).toBe('stop');
  });

  it.each([
    'Cancer',
    'Bread',
    'cancer treatment',
    'I want to change my life',
    'back pain',
    'my next of kin is my sister',
  ])('W1, W2: %s at the need question is a need', (text) => expect(at(text, 'need').command).toBeNull());

  it('H14: "Don\'t contact me" where it is offered is that answer', () => {
    expect(at("don't contact me", 'contactBy').command).toBeNull();
    expect(at("don't contact me", 'need').command).toBe('stop');
  });
});

describe('needs', () => {
  it('W10: nothing of police or courts in "I am fine, just lonely"', () => {
    expect(at('I am fine, just lonely').needs).toEqual(['loneliness']);
  });

  it('A4: figures of speech are no needs of their own', () => {
    expect(at("I'm dying for a fag lol").needs).not.toContain('bereavement');
    const loud = at('my neighbour is a nightmare, music all night').needs;
    expect(loud).not.toContain('structure');
    expect(loud).not.toContain('trauma');
  });

  it('A3: all that a message names is heard', () => {
    expect(at("Ma wife died in March, I've no been oot since, an the leccy's on its last fiver").needs).toEqual(
      expect.arrayContaining(['bereavement']),
    );
    expect(at('struggling wi the drink an ma landlord wants me oot').needs.toSorted()).toEqual([
      'addiction',
      'housing',
    ]);
  });

  it('a plain answer names none', () => {
    expect(['Blantyre', 'yes', '07700 900123', 'mornings are fine'].flatMap((text) => at(text).needs)).toEqual([]);
  });
});

it('the same text always reads the same', () => {
  const text = 'aye but no the social work, and ma name is Tam fae Blantyre';
  expect(readLearned(text, 'consent')).toEqual(readLearned(text, 'consent'));
});
