/** What a message says outright is believed: in several signs together, and of somebody close whatever the words round it. */
import { createReader } from '../../../services/understanding/read';

const read = createReader();
const at = (text: string, asking: string | null = null) => read(text, { recentlyFlagged: false, asking });
const risksOf = (text: string, asking: string | null = null) => {
  const { risks } = at(text, asking);
  return risks === 'failed' ? [] : risks.map(({ category }) => category);
};

describe('several signs of one danger are together most of what is said', () => {
  it.each([
    "i can't go on, no point any more",
    'cannae dae this anymair, naebody would miss me',
    'whats the point in living, had enough now',
    "I'm done with it all and I don't want to be here",
  ])('"%s" is raised, at any question', (text) => {
    for (const asking of [null, 'start', 'consent', 'name'])
      expect(risksOf(text, asking)).toEqual(expect.arrayContaining([expect.stringMatching(/^suicide/)]));
  });

  it.each([
    "I can't go on holiday this year so there's no point in a passport, is there a club on instead",
    "no point phoning the council any more, and I can't take this form to the post office till Monday when my niece has the car",
  ])('two that are neither are nothing: "%s"', (text) => expect(risksOf(text)).toEqual([]));
});

describe('harm by somebody close is certain', () => {
  it.each([
    'my husband raped me',
    'ma man forces himself on me',
    'my partner makes me have sex',
    'she sexually assaulted me',
    'i was raped by my ex',
    'my uncle raped me',
    'he keeps raping me',
  ])('"%s"', (text) => {
    expect(risksOf(text)).toContain('domestic_abuse');
  });

  it.each(['i was raped last night', "i've been sexually assaulted", 'i got raped'])(
    'by nobody named: "%s"',
    (text) => {
      expect(risksOf(text)).toContain('danger_now');
    },
  );

  it.each([
    'my gran made me have a second helping',
    'my sister made me sleep with the light on',
    'the garden club made me have a seat',
  ])('what only sounds like it is not: "%s"', (text) => {
    expect(risksOf(text)).toEqual([]);
  });
});
