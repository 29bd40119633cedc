/** Which of two offers fits this person better. It compares offers and never people. */
import type { MatchQuery, Need } from '../../dialogs/types';
import { ADJUSTMENTS, type Adjustment } from '../../dialogs/vocabulary';
import type { Offer, Today } from './offer';
import { capacityOn, reach } from './rules';

/** What would make it easier, from what they asked for and from what they said could make it hard. */
export function easierWith(query: MatchQuery): readonly Adjustment[] {
  return ADJUSTMENTS.filter(
    (it) => query.adjustments.includes(it) || (it === 'childcare' && query.barriers.includes('childcare')),
  );
}

/** Of those, what this offer does not do. */
export function stillToAsk(offer: Offer, query: MatchQuery): readonly Adjustment[] {
  return easierWith(query).filter((it) => !offer.adjustments.includes(it));
}

/** A room full of strangers is a hard first step for somebody who wants to look, talk to one person, or is nervous of groups. */
function tooMuchAtOnce(offer: Offer, query: MatchQuery): boolean {
  const gentle = query.rung <= 2 || query.barriers.includes('nerves');
  return gentle && !offer.rungs.some((rung) => rung <= 2) && !offer.adjustments.includes('onePerson');
}

function areaSteps(offer: Offer, query: MatchQuery): number {
  if (query.adjustments.includes('online') && offer.areas.includes('online')) return 0;
  const steps = reach(query.area).findIndex((area) => offer.areas.includes(area));
  return steps === -1 ? 9 : steps;
}

function rungSteps(offer: Offer, rung: number): number {
  return Math.min(...offer.rungs.map((at) => Math.abs(at - rung)), 9);
}

/** An even-handed number from words, the same every time (FNV-1a, then MurmurHash3's finish so near words end far apart). */
function fairNumber(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Smaller is a better fit for this need, compared from left to right; the last number takes turns by day among equals. */
export function howItFits(offer: Offer, need: Need | null, query: MatchQuery, today: Today): readonly number[] {
  return [
    need === null || offer.needs.includes(need) || offer.alsoHelps.includes(need) ? 0 : 1,
    capacityOn(offer.capacity, today.date) === 'accepting' ? 0 : 1,
    need === null || offer.needs.includes(need) ? 0 : 1,
    stillToAsk(offer, query).length + (tooMuchAtOnce(offer, query) ? 1 : 0),
    areaSteps(offer, query),
    rungSteps(offer, query.rung),
    fairNumber(`${offer.serviceId}@${today.date}`),
  ];
}

/** The order of two fits, for sorting. */
export function compareFits(left: readonly number[], right: readonly number[]): number {
  for (const [at, value] of left.entries()) {
    const other = right[at] ?? 0;
    if (value !== other) return value - other;
  }
  return 0;
}
