/** Forty people and more, and where each is led, with why. */
import type { MatchQuery } from '../../../dialogs/types';
import { sampleSnapshot } from '../../../services/directory/sample/sampleDirectory';
import { match } from '../../../services/routing/match';

const MONDAY = { date: '2026-11-23', weekday: 1 };
const snapshot = sampleSnapshot(MONDAY.date);
const SOMEBODY: MatchQuery = {
  needs: [],
  priority: null,
  area: 'blantyre',
  ageBand: '18+',
  adjustments: [],
  barriers: [],
  rung: 2,
  quiet: false,
  declined: [],
};
const result = (asks: Partial<MatchQuery>, today = MONDAY) => match(snapshot, { ...SOMEBODY, ...asks }, today);
const ids = (asks: Partial<MatchQuery>, today = MONDAY) =>
  result(asks, today).options.map((option) => option.serviceId.replace('sample-', ''));

/** Who asks, what for, where they should be led (exactly, first to last), and why that is right. */
const PEOPLE: readonly (readonly [who: string, asks: Partial<MatchQuery>, led: readonly string[], why: string])[] = [
  // company
  [
    'lonely in Blantyre, would come and see',
    { needs: ['loneliness'], rung: 3 },
    ['blether-table', 'gate-garden', 'otter-talk'],
    'the room made for company first, a garden in the same town, then one person to talk to',
  ],
  [
    'lonely in Rutherglen',
    { needs: ['loneliness'], area: 'rutherglen', rung: 3 },
    ['kettle-cafe', 'otter-talk'],
    'the cafe of their own town; nothing of Blantyre',
  ],
  [
    'lonely, area skipped',
    { needs: ['loneliness'], area: '' },
    ['blether-table', 'kettle-cafe', 'otter-talk'],
    'a skipped area still sees both towns (guide D2)',
  ],
  [
    'lonely in Blantyre, already said no to the table',
    { needs: ['loneliness'], rung: 3, declined: ['sample-blether-table'] },
    ['gate-garden', 'otter-talk'],
    'never offered again',
  ],
  [
    'lonely, phone is looked at',
    { needs: ['loneliness'], quiet: true },
    ['otter-talk'],
    'only places that know how to be careful',
  ],
  [
    'lonely, wants to start online',
    { needs: ['loneliness'], adjustments: ['online'], rung: 1 },
    ['blether-table', 'otter-talk', 'gate-garden'],
    'a place made for company leads; the one that starts online beats the garden',
  ],
  // mind and feelings
  [
    'low in Rutherglen',
    { needs: ['mental_health'], area: 'rutherglen' },
    ['otter-talk', 'kettle-cafe', 'gate-moving'],
    'one to one talk is made for it; a cafe and gentle moving also help',
  ],
  [
    'low, phone is looked at',
    { needs: ['mental_health'], quiet: true },
    ['otter-talk', 'gate-moving'],
    'no drop-in, and no abuse service they did not ask for',
  ],
  [
    'low, lives in London',
    { needs: ['mental_health'], area: 'London' },
    ['otter-talk', 'gate-moving'],
    'only what works from far away',
  ],
  [
    'no confidence, Rutherglen',
    { needs: ['confidence'], area: 'rutherglen', rung: 3 },
    ['kettle-cafe', 'otter-talk', 'corner-learning'],
    'their own town first, and it fits "come and see"',
  ],
  ['hurt long ago', { needs: ['trauma'] }, ['lantern-safe', 'otter-talk'], 'both are made for it'],
  [
    'grieving in Blantyre',
    { needs: ['bereavement'], rung: 3 },
    ['blether-loss', 'otter-talk'],
    'the walk is in their town',
  ],
  ['grieving at 16 or 17', { needs: ['bereavement'], ageBand: '16-17' }, ['otter-talk'], 'the walk is for grown-ups'],
  [
    'grieving in Rutherglen',
    { needs: ['bereavement'], area: 'rutherglen' },
    ['otter-talk', 'kettle-cafe'],
    'made for it before also helps',
  ],
  // safety
  [
    'hurt at home, phone is looked at',
    { needs: ['domestic_abuse'], quiet: true, area: 'rutherglen' },
    ['lantern-safe'],
    'the one place that is right, and quiet about it',
  ],
  [
    'hurt at home and the roof first',
    { needs: ['domestic_abuse', 'housing'], priority: 'housing', quiet: true },
    ['door-home', 'lantern-safe', 'shelf-money'],
    'what matters most leads, and the other need is not forgotten',
  ],
  [
    'hurt at home, said no to Lantern Lane',
    { needs: ['domestic_abuse'], declined: ['sample-lantern-safe'] },
    [],
    'nothing second best: a person of the team looks',
  ],
  [
    'hurt at home, in another city',
    { needs: ['domestic_abuse'], area: 'Leeds' },
    ['lantern-safe'],
    'they can talk from anywhere',
  ],
  // home, money, food
  [
    'might lose a home in Rutherglen',
    { needs: ['housing'], area: 'rutherglen' },
    ['door-home', 'shelf-money', 'words-advice'],
    'the home desk, then money and rights, and no abuse service unasked',
  ],
  [
    'housing, somewhere else',
    { needs: ['housing'], area: 'somewhereElse' },
    ['door-home', 'shelf-money', 'words-advice'],
    'what covers the whole area or is online; the last two take turns by day',
  ],
  [
    'money before home',
    { needs: ['housing', 'money'], priority: 'money', area: 'rutherglen' },
    ['shelf-money', 'door-home', 'words-advice'],
    'the need that matters most leads',
  ],
  [
    'money, from Hamilton',
    { needs: ['money'], area: 'Hamilton' },
    ['shelf-money', 'words-advice', 'door-home'],
    'a neighbour town counts as near; the two that also help take turns',
  ],
  [
    'money, said no to the money desk',
    { needs: ['money'], declined: ['sample-shelf-money'] },
    ['shelf-pantry', 'door-home', 'words-advice'],
    'the pantry of the same partner is still a choice of its own; nearer ones take turns',
  ],
  [
    'no food in Blantyre',
    { needs: ['essentials'] },
    ['shelf-pantry', 'shelf-money'],
    'the pantry; the second of one partner only because nobody else is left',
  ],
  [
    'no food, somewhere else',
    { needs: ['essentials'], area: 'somewhereElse' },
    ['shelf-money'],
    'the pantry is a place; the money desk is by phone',
  ],
  [
    'food and money, phone is looked at',
    { needs: ['essentials', 'money'], priority: 'essentials', area: 'rutherglen', quiet: true },
    ['shelf-pantry', 'door-home', 'words-advice'],
    'other partners before the same one again',
  ],
  // drink, drugs, police
  ['drink, in Blantyre', { needs: ['addiction'] }, ['bend-recovery', 'otter-talk'], 'people who have been there'],
  ['drugs at 16 or 17', { needs: ['addiction'], ageBand: '16-17' }, ['otter-talk'], 'recovery talk starts at 18'],
  [
    'gambling, far away, online',
    { needs: ['addiction'], area: 'somewhereElse', adjustments: ['online'] },
    ['bend-recovery', 'otter-talk'],
    'both can start online',
  ],
  ['home from prison', { needs: ['justice'], area: 'rutherglen' }, ['bend-home', 'words-advice'], 'a mentor first'],
  [
    'home from prison, work first',
    { needs: ['justice', 'work'], priority: 'work', area: 'rutherglen', rung: 3 },
    ['kelpie-jobs', 'bend-home', 'corner-learning'],
    'work leads; the mentor covers the other',
  ],
  // family
  [
    'a parent in Rutherglen',
    { needs: ['family'], area: 'rutherglen', adjustments: ['childcare'] },
    ['feet-family'],
    'children are looked after there',
  ],
  [
    'a parent, somewhere else',
    { needs: ['family'], area: 'somewhereElse' },
    [],
    'a room is a room: the team finds one nearer',
  ],
  [
    'looks after somebody',
    { needs: ['caring'] },
    ['feet-carers'],
    'not known whether there is a place, so we check, but it is shown',
  ],
  // learning, work, helping out
  [
    'wants to read, Rutherglen',
    { needs: ['learning'], area: 'rutherglen', rung: 4 },
    ['corner-learning', 'kelpie-jobs'],
    'a class before a work coach',
  ],
  [
    'wants a job',
    { needs: ['work'], rung: 3 },
    ['kelpie-jobs', 'corner-learning', 'words-advice'],
    'no prison mentor for somebody who never named prison',
  ],
  [
    'wants a job, phone is looked at',
    { needs: ['work'], quiet: true },
    ['corner-learning', 'words-advice'],
    'the job coach rings people, so not now',
  ],
  [
    'would help out in Blantyre',
    { needs: ['volunteering'], rung: 5 },
    ['gate-garden', 'words-helpers'],
    'a place now before a place in two weeks; the full crew is left out',
  ],
  [
    'would help out in Rutherglen',
    { needs: ['volunteering'], area: 'rutherglen', rung: 5 },
    ['kettle-crew', 'words-helpers'],
    'their own town first',
  ],
  [
    'would help out at 16 or 17',
    { needs: ['volunteering'], area: 'rutherglen', rung: 5, ageBand: '16-17' },
    ['kettle-crew'],
    'helping from home starts at 18',
  ],
  [
    'would help out, phone is looked at',
    { needs: ['volunteering'], quiet: true, rung: 5 },
    [],
    'none is set up for it: the team helps',
  ],
  // body, days, papers, phones
  [
    'sore and tired in Blantyre',
    { needs: ['physical_health'], rung: 4 },
    ['gate-garden', 'gate-moving'],
    'same partner twice only because nobody else helps',
  ],
  [
    'sore and tired in Rutherglen',
    { needs: ['physical_health'], area: 'rutherglen', rung: 3 },
    ['gate-moving'],
    'the garden is in the other town',
  ],
  [
    'sore, big print, online',
    { needs: ['physical_health'], adjustments: ['online', 'bigPrint'] },
    ['gate-moving', 'gate-garden'],
    'what they asked for comes before the nearer place',
  ],
  [
    'days too long, Blantyre',
    { needs: ['structure'], rung: 4 },
    ['blether-table', 'gate-garden', 'corner-learning'],
    'two places made for it, then a class',
  ],
  [
    'nervous of groups, days too long',
    { needs: ['structure'], barriers: ['nerves'], rung: 4 },
    ['blether-table', 'gate-garden', 'corner-learning'],
    'each lets you meet one person first',
  ],
  ['no phone, Blantyre', { needs: ['digital'] }, ['corner-digital'], 'a phone to take home'],
  [
    'papers, wants an interpreter',
    { needs: ['rights'], area: 'rutherglen', adjustments: ['interpreter'] },
    ['words-advice', 'door-home'],
    'both bring one',
  ],
  // no words yet, or many
  ['cannot say what, Blantyre', { rung: 1 }, ['blether-table', 'words-advice', 'otter-talk'], 'first doors for anyone'],
  [
    'cannot say what, phone is looked at',
    { area: 'rutherglen', quiet: true },
    ['words-advice', 'otter-talk'],
    'quiet first doors',
  ],
  [
    'four needs at once, company first',
    { needs: ['housing', 'loneliness', 'work', 'money'], priority: 'loneliness', rung: 3 },
    ['blether-table', 'door-home', 'kelpie-jobs'],
    'one for each, the most important first',
  ],
];

describe('where people are led', () => {
  it('knows more than forty people', () => expect(PEOPLE.length).toBeGreaterThanOrEqual(40));

  it.each(PEOPLE)('%s', (_who, asks, led) => expect(ids(asks)).toEqual(led));
});

describe('what is said of an option', () => {
  it('says why in plain words, what day one is like, and how to reach them', () => {
    const [first] = result({ needs: ['loneliness'], adjustments: ['quiet', 'interpreter'], rung: 3 }).options;
    expect(first).toMatchObject({
      partner: 'The Blether Bench',
      service: 'The long table',
      line: 'In Blantyre, Tue and Thu 10.30am, free. Tea with Isla, leave when you like',
      contact: '01632 960101',
      need: 'loneliness',
      reasons: ["There's a quiet space", 'Near you', "You'd meet Isla", 'We can ask them about an interpreter or BSL'],
    });
  });

  it('is honest when we do not know of a place, or places open later', () => {
    expect(result({ needs: ['caring'] }).options[0]?.line).toMatch(/We'll check they have a place$/);
    const later = result({ needs: ['volunteering'], rung: 5 }).options[1];
    expect(later?.line).toMatch(/New places from 7 December$/);
  });

  it('takes an old answer about places for no answer', () => {
    const after = { date: '2027-06-01', weekday: 2 };
    expect(result({ needs: ['housing'] }, after).options[0]?.line).toMatch(/We'll check they have a place$/);
    // the full crew may have places by now
    expect(ids({ needs: ['volunteering'], rung: 5 }, after)).toContain('gate-growers');
  });

  it('says why the others were left out', () => {
    const { leftOut } = result({ needs: ['volunteering'], area: 'rutherglen', rung: 5, ageBand: '16-17' });
    expect(leftOut).toEqual([
      { serviceId: 'sample-gate-garden', why: 'not in their area' },
      { serviceId: 'sample-gate-growers', why: 'for people 18 and over' },
      { serviceId: 'sample-words-helpers', why: 'for people 18 and over' },
    ]);
  });
});

describe('why it fits is about them', () => {
  const why = (asks: Partial<MatchQuery>) => result(asks).options.map((option) => option.reasons[0]);

  it('P-A14: three ideas never say three times only that they help', () => {
    for (const [, asks] of PEOPLE)
      for (const option of result(asks).options)
        expect(option.reasons.join('. ')).not.toMatch(/help with (?!bus fare)/);
  });

  it.each<[string, Partial<MatchQuery>, string]>([
    ['bus fare', { adjustments: ['busFare'] }, 'They can help with bus fare'],
    ['getting there is hard', { barriers: ['travel'] }, 'They can help with bus fare'],
    ['nervous of groups', { barriers: ['nerves'] }, 'You can meet one person first'],
    ['mornings', { window: 'morning' }, 'Mornings, as you said'],
    ['just looking', { rung: 1, saidRung: true }, 'You can just look'],
    ['nothing but an area', {}, 'Near you'],
  ])('P-A14: %s', (_what, asks, said) => expect(why({ needs: ['loneliness'], ...asks })[0]).toBe(said));

  it('P-A14: with several needs, each idea says which it is for', () => {
    expect(why({ needs: ['housing', 'loneliness'], priority: 'housing' }).slice(0, 2)).toEqual([
      'For your home, which matters most',
      'For company',
    ]);
  });

  it('P-A14: nothing claims to be near somebody who named no place, and a time that does not suit is not said to', () => {
    expect(why({ needs: ['loneliness'], area: '' })).not.toContain('Near you');
    expect(why({ needs: ['loneliness'], window: 'evening' })[0]).not.toMatch(/Evenings/);
  });

  it('P-A14: every idea says where, when there are hours, and what day one is like', () => {
    for (const [, asks] of PEOPLE)
      for (const { line } of result(asks).options)
        expect(line).toMatch(/^(In (Blantyre|Rutherglen)|South Lanarkshire|Online or by phone), .*\d(am|pm).*\. [A-Z]/);
  });
});
