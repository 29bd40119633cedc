/** The sentences guide 2.7 names, each heard exactly as the guide says. */
import { detectRisk } from '../../../dialogs/safety/detectRisk';
import { riskLabel, taxonomyLevel } from '../../../dialogs/safety/labels';

const SEEDS: readonly (readonly [string, string, string])[] = [
  ['am done wi it aw', 'P1', 'suicide_thoughts'],
  ['ah cannae dae this any mair', 'P1', 'suicide_thoughts'],
  ['nae point', 'P1', 'suicide_thoughts'],
  ['took 30 paras', 'P0', 'medical_emergency'],
  ['naebody wid miss me', 'P1', 'suicide_thoughts'],
  ["he's oot the noo but he'll be back at 6", 'P1', 'domestic_abuse'],
  ["he says he'll take the weans", 'P1', 'domestic_abuse'],
  ['wean hasnae been fed', 'P1', 'child_at_risk'],
  ['got tae be oot by the night', 'P1', 'no_shelter_tonight'],
  ['nae leccy, baby in the hoose', 'P1', 'no_food_or_heat'],
  ["they've took over ma hoose", 'P1', 'exploitation'],
  ['the telly is talking aboot me', 'P1', 'psychosis_distress'],
  ['I want to stab him', 'P0', 'harm_to_others'],
  ["who's this? this is her man", 'P1', 'phone_not_theirs'],
];

test.each(SEEDS)('"%s" is %s %s', (text, level, category) => {
  const first = detectRisk(text, false)[0];
  expect({ level: first?.level, category: first?.category }).toEqual({ level, category });
});

test.each([
  'dying for a fag',
  'ma feet are killing me',
  'dead tired',
  'murder a curry',
  'killing time',
  'id kill for a cuppa',
])('the figure of speech "%s" passes on a calm day, and does not after a flag', (text) => {
  expect(detectRisk(text, false)).toEqual([]);
  expect(detectRisk(text, true)[0]).toMatchObject({ level: 'P1', unclear: true });
});

test('taking it back as a joke is not a flag of its own', () => {
  expect(detectRisk('jist kidding', true)).toEqual([]);
});

test('danger to somebody else is still a flag, and says so', () => {
  expect(detectRisk('my brother says he wants to end it', false)[0]).toMatchObject({ level: 'P1', aboutOther: true });
  expect(detectRisk("he's no breathing", false)[0]).toMatchObject({ level: 'P0', aboutOther: true });
  expect(detectRisk('I want to end it', false)[0]).toMatchObject({ aboutOther: false });
});

test('what happened long ago is heard, less urgently', () => {
  expect(detectRisk('I took an overdose years ago', false)[0]).toMatchObject({ level: 'P2' });
});

test('a flag quotes the person, in their own spelling', () => {
  expect(detectRisk('Hiya. Ah cannae dae this any mair, sorry', false)[0]?.words).toBe('cannae dae this any mair');
});

test('the labels of reports follow from category and level', () => {
  expect(riskLabel('suicide_act')).toBe('suicide_self_harm');
  expect(riskLabel('concern_about_us')).toBe('none');
  expect([taxonomyLevel('P0'), taxonomyLevel('P2'), taxonomyLevel('P4')]).toEqual(['emergency', 'urgent', 'none']);
});
