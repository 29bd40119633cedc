/** A need told as one, and one that is only explained with. */
import { explains } from '../../../dialogs/needs/aside';
import { clausesOf } from '../../../dialogs/reading/clauses';
import { isTold } from '../../../services/understanding/meaning/told';

const first = (text: string) => {
  const [clause] = clausesOf(text);
  if (clause === undefined) throw new Error('nothing was said');
  return clause;
};

describe('a clause that explains', () => {
  it.each([
    ['a barrier', 'my knees are bad so nothing up a stair'],
    ['a time', 'the wife has her dialysis on Tuesdays'],
    ['a way to be reached', 'I have no credit but text me'],
    ['what was once', 'I was a joiner to trade'],
    ['what another does', 'my son has a job'],
    ['who sent them', 'the jobcentre woman gave me the leaflet'],
    ['what is well', 'money is fine'],
    ['a question', 'is it a ground floor?'],
  ])('%s: "%s"', (_kind, text) => expect(explains(first(text))).toBe(true));

  it.each([
    'I need a job',
    'struggling with the rent',
    'want help with my reading, mornings',
    'I feel that low',
    'nobody ever comes',
  ])('"%s" does not', (text) => expect(explains(first(text))).toBe(false));
});

describe('a need among other facts', () => {
  const none = new Set<never>();

  it('is not told where it only explains a barrier', () => {
    expect(isTold('Rena, 61, Blantyre. My hip is bad so it has to be near', 'physical_health', none)).toBe(false);
  });

  it('is told where it is asked for, beside a barrier of another kind', () => {
    expect(isTold('Rena, Blantyre. No car. I need a job', 'work', none)).toBe(true);
  });

  it('is told where it is said in so many words', () => {
    expect(
      isTold('Rena, Blantyre, my hip is bad so near', 'physical_health', new Set(['physical_health' as const])),
    ).toBe(true);
  });

  it('is told where nothing but the need is said', () => {
    expect(isTold('he shouts at me', 'domestic_abuse', none)).toBe(true);
  });
});
