/** The number a person quotes: short, the same for the same seed, and no two letters to mix up. */
import fc from 'fast-check';
import { makeRef } from '../../../dialogs/reference';

describe('a reference', () => {
  it('has five letters, none of them easy to mix up', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const ref = makeRef(seed);
        expect(ref).toMatch(/^WIN-[34679ACDEFGHJKMNPQRTUVWXY]{5}$/);
        expect(ref.slice(4)).not.toMatch(/[0O1IL5S2Z8B]/);
        expect(makeRef(seed)).toBe(ref);
      }),
    );
  });

  it('hardly ever comes twice', () => {
    const refs = new Set(Array.from({ length: 3_000 }, (_, at) => makeRef(`seed-${at}`)));
    // 3,000 of 25^5 is about half a pair
    expect(refs.size).toBeGreaterThanOrEqual(2_995);
  });
});
