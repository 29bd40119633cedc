/** A bed to lose on a later day, and small thanks: neither is asked about for likeness alone. */
import { isForLater } from '../../../dialogs/safety/later';
import { isSmallThanks } from '../../../dialogs/safety/smallThanks';
import { normalise } from '../../../dialogs/safety/words/normalise';
import type { RiskFlag } from '../../../dialogs/types';
import { withoutLater } from '../../../services/understanding/danger/notTonight';
import { createReader } from '../../../services/understanding/read';

const plain = (text: string) => normalise(text).plain;
const bed = (rule: string): RiskFlag => ({
  category: 'no_shelter_tonight',
  level: 'P1',
  rule,
  words: 'out',
  aboutOther: false,
  unclear: true,
});

describe('a later day', () => {
  it.each([
    'they want us out by christmas',
    'got to leave in 28 days',
    'the lease is up at the end of march',
    'moving us next month',
  ])('"%s" is one', (text) => expect(isForLater(plain(text))).toBe(true));

  it.each([
    'out by christmas but I slept in the car last night',
    'they want me out tonight',
    'out on the street',
    'I need a flat',
  ])('"%s" is none', (text) => expect(isForLater(plain(text))).toBe(false));

  it('lets a worry of likeness about tonight go', () => {
    expect(withoutLater([bed('model:no_shelter_tonight')], 'out by christmas', { any: 0.8 })).toEqual([]);
  });

  it('keeps what a rule heard, and any worry beside which another danger is likely', () => {
    expect(withoutLater([bed('nowhere')], 'out by christmas', { any: 0.8 })).toHaveLength(1);
    const scores = { any: 0.8, suicide_self_harm: 0.5 };
    expect(withoutLater([bed('model:no_shelter_tonight')], 'out by christmas', scores)).toHaveLength(1);
  });

  it('is heard so in a whole message', () => {
    const read = createReader();
    const { checks, needs } = read('I need a place, they want me out of supported accommodation by christmas', {
      recentlyFlagged: false,
    });
    expect(checks).toBeUndefined();
    expect(needs).toContain('housing');
  });
});

describe('small thanks', () => {
  it.each(['no bad, thanks for being real', 'cheers pal', 'ta, that was easier than I thought'])('"%s"', (text) =>
    expect(isSmallThanks(plain(text))).toBe(true),
  );

  it.each([
    'thanks for everything',
    'thanks for trying anyway',
    'thank you, goodbye',
    'cheers, that is me done',
    'thank you, you have been kind',
  ])('"%s" may be a goodbye', (text) => expect(isSmallThanks(plain(text))).toBe(false));
});
