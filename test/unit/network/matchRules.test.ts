/** What holds for anybody, whatever they ask and whatever is in the directory. */
import fc from 'fast-check';
import type { MatchQuery } from '../../../dialogs/types';
import { ADJUSTMENTS, NEEDS } from '../../../dialogs/vocabulary';
import { AREAS } from '../../../services/directory/vocabulary';
import { match } from '../../../services/routing/match';
import type { Offer } from '../../../services/routing/offer';
import { capacityOn, reach } from '../../../services/routing/rules';
import { LINE_LENGTH } from '../../../services/routing/words';

const DATES = ['2026-11-23', '2026-12-07', '2027-03-01'];
const words = fc.stringMatching(/^[a-z ]{1,40}$/);
const offer: fc.Arbitrary<Offer> = fc.record({
  serviceId: fc.uuid(),
  organisationId: fc.constantFrom('one', 'two', 'three', 'four', 'five'),
  partner: words,
  service: words,
  needs: fc.subarray([...NEEDS], { minLength: 1, maxLength: 4 }),
  alsoHelps: fc.subarray([...NEEDS], { maxLength: 3 }),
  anyone: fc.boolean(),
  areas: fc.subarray([...AREAS], { minLength: 1 }),
  minimumAge: fc.constantFrom(null, 16, 17, 18, 60),
  maximumAge: fc.constantFrom(null, 16, 25),
  rungs: fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
  adjustments: fc.subarray([...ADJUSTMENTS]),
  quietSafe: fc.boolean(),
  dayOne: words,
  whoMeetsYou: words,
  cost: fc.constantFrom('Free', 'Pay what you can', ''),
  hours: fc.constantFrom([], [{ days: [1, 3, 5], opens: '09:30', closes: '12:00' }]),
  capacity: fc.record({
    state: fc.constantFrom('accepting', 'from', 'full', 'unknown'),
    from: fc.constantFrom(null, '2026-12-01'),
    until: fc.constantFrom('2026-11-30', '2027-12-31'),
  }),
  contact: words,
});
const directory = fc.uniqueArray(offer, { maxLength: 24, selector: (it) => it.serviceId });
const asks: fc.Arbitrary<MatchQuery> = fc.record({
  needs: fc.subarray([...NEEDS], { maxLength: 4 }),
  priority: fc.constantFrom(null, ...NEEDS),
  area: fc.constantFrom('blantyre', 'rutherglen', 'somewhereElse', '', 'Hamilton', 'G74 1AB', 'Aberdeen'),
  ageBand: fc.constantFrom('16-17', '18+', 'unknown'),
  adjustments: fc.subarray([...ADJUSTMENTS]),
  barriers: fc.subarray(['childcare', 'travel', 'nerves', 'nothing']),
  rung: fc.integer({ min: 1, max: 5 }),
  quiet: fc.boolean(),
  declined: fc.constant([]),
});
const today = fc.record({ date: fc.constantFrom(...DATES), weekday: fc.integer({ min: 1, max: 7 }) });
const RUNS = { numRuns: 400 };

describe('for anybody and any directory', () => {
  it('gives at most three, never the same one twice, and each line fits a text', () => {
    fc.assert(
      fc.property(directory, asks, today, (offers, query, day) => {
        const { options } = match({ offers }, query, day);
        expect(options.length).toBeLessThanOrEqual(3);
        expect(new Set(options.map((it) => it.serviceId)).size).toBe(options.length);
        for (const option of options) expect(option.line.length).toBeLessThanOrEqual(LINE_LENGTH);
      }),
      RUNS,
    );
  });

  it('never shows a declined one again, one that is not safe in quiet mode, one that is full, or one out of reach', () => {
    fc.assert(
      fc.property(directory, asks, today, fc.nat(23), (offers, query, day, at) => {
        const declined = offers[at] === undefined ? [] : [offers[at].serviceId];
        const { options } = match({ offers }, { ...query, declined }, day);
        for (const option of options) {
          const found = offers.find((it) => it.serviceId === option.serviceId);
          expect(declined).not.toContain(option.serviceId);
          expect(found?.quietSafe === true || !query.quiet).toBe(true);
          expect(found === undefined ? 'full' : capacityOn(found.capacity, day.date)).not.toBe('full');
          expect(found?.areas.some((area) => reach(query.area).includes(area))).toBe(true);
          if (query.ageBand === '16-17') expect(found?.minimumAge ?? 0).toBeLessThanOrEqual(16);
        }
      }),
      RUNS,
    );
  });

  it('gives the same answer however the directory is ordered', () => {
    fc.assert(
      fc.property(directory, asks, today, (offers, query, day) => {
        const forwards = match({ offers }, query, day).options;
        const backwards = match({ offers: [...offers].reverse() }, query, day).options;
        expect(backwards).toEqual(forwards);
      }),
      RUNS,
    );
  });

  it('leads with what matters most whenever anything for it fits', () => {
    fc.assert(
      fc.property(directory, asks, today, (offers, query, day) => {
        const first = query.priority ?? query.needs[0];
        const { options } = match({ offers }, query, day);
        const alone =
          first === undefined ? [] : match({ offers }, { ...query, needs: [first], priority: first }, day).options;
        if (alone.length > 0) expect(options[0]?.need).toBe(first);
      }),
      RUNS,
    );
  });

  it('offers one partner twice only when nobody else is left', () => {
    fc.assert(
      fc.property(directory, asks, today, (offers, query, day) => {
        const shown = match({ offers }, query, day).options.map((it) => it.serviceId);
        const partnersOf = (ids: readonly string[]) =>
          new Set(offers.filter((it) => ids.includes(it.serviceId)).map((it) => it.organisationId));
        if (partnersOf(shown).size === shown.length) return;
        const without = offers.filter((it) => !partnersOf(shown).has(it.organisationId));
        expect(match({ offers: without }, query, day).options).toEqual([]);
      }),
      RUNS,
    );
  });

  it('accounts for every offer that helps: shown, or left out with a reason, or one too many', () => {
    fc.assert(
      fc.property(directory, asks, today, (offers, query, day) => {
        const { options, leftOut } = match({ offers }, query, day);
        const out = new Set(leftOut.map((it) => it.serviceId));
        for (const option of options) expect(out.has(option.serviceId)).toBe(false);
        for (const { why } of leftOut) expect(why).not.toBe('');
      }),
      RUNS,
    );
  });

  it('takes turns: equal partners lead on different days', () => {
    const base = fc.sample(offer, { numRuns: 1, seed: 7 })[0];
    if (base === undefined) throw new Error('no sample');
    const equal = ['a', 'b', 'c', 'd'].map(
      (id): Offer => ({
        ...base,
        serviceId: id,
        organisationId: id,
        needs: ['money'],
        areas: ['online'],
        minimumAge: null,
        maximumAge: null,
        quietSafe: true,
        capacity: { state: 'accepting', from: null, until: '2028-01-01' },
      }),
    );
    const query: MatchQuery = {
      needs: ['money'],
      priority: null,
      area: '',
      ageBand: '18+',
      adjustments: [],
      barriers: [],
      rung: 1,
      quiet: false,
      declined: [],
    };
    const led = new Map<string, number>();
    for (let day = 1; day <= 28; day += 1) {
      const date = `2027-02-${String(day).padStart(2, '0')}`;
      const first = match({ offers: equal }, query, { date, weekday: 1 }).options[0]?.serviceId ?? '';
      led.set(first, (led.get(first) ?? 0) + 1);
    }
    expect([...led.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(Math.max(...led.values())).toBeLessThanOrEqual(14);
  });
});
