/** The plain rules that leave an offer out, each with the reason in words. */
import type { MatchQuery } from '../../dialogs/types';
import type { Area, Capacity, Offer } from './offer';

/** Towns of South Lanarkshire people name when they say where they are, so "Hamilton" counts as near. */
const NEARBY = [
  'lanark',
  'hamilton',
  'cambuslang',
  'east kilbride',
  'larkhall',
  'uddingston',
  'bothwell',
  'halfway',
  'burnside',
  'fernhill',
  'stonehouse',
  'strathaven',
  'carluke',
];

/** The first parts of postcodes that lie in South Lanarkshire, at least mostly. */
const NEAR_POSTCODE = /^(g7[1-5]|ml(3|8|9|10|11))(?!\d)/;

/** Where a person can use things, nearest first. A skipped area shows everything in South Lanarkshire (guide D2). */
export function reach(area: string): readonly Area[] {
  const said = area.trim().toLowerCase();
  if (said.includes('blantyre')) return ['blantyre', 'south_lanarkshire', 'online'];
  if (said.includes('rutherglen')) return ['rutherglen', 'south_lanarkshire', 'online'];
  if (said === '') return ['south_lanarkshire', 'online', 'blantyre', 'rutherglen'];
  if (NEARBY.some((town) => said.includes(town)) || NEAR_POSTCODE.test(said)) return ['south_lanarkshire', 'online'];
  // somebody further away is only sure to be reached online
  return ['online', 'south_lanarkshire'];
}

/** The needs an offer is asked to meet: the one that matters most first, then the others as they were named. */
export function needsInOrder(query: MatchQuery): MatchQuery['needs'] {
  const { needs, priority } = query;
  return priority === null ? needs : [priority, ...needs.filter((need) => need !== priority)];
}

/** Capacity as it stands on a day (YYYY-MM-DD): an old answer is no answer, and a date that came is "accepting". */
export function capacityOn(capacity: Capacity, date: string): Capacity['state'] {
  if (capacity.state !== 'unknown' && date > capacity.until) return 'unknown';
  if (capacity.state === 'from') return capacity.from !== null && capacity.from <= date ? 'accepting' : 'from';
  return capacity.state;
}

/** Everyone in the band has to be welcome: at 16 or 17 we do not know which. Older and unknown count as grown up (guide B4). */
function outsideAges(offer: Offer, band: MatchQuery['ageBand']): string | null {
  if (band === '16-17') {
    if (offer.minimumAge !== null && offer.minimumAge > 16) return `for people ${offer.minimumAge} and over`;
    if (offer.maximumAge !== null && offer.maximumAge < 17) return `for people up to ${offer.maximumAge}`;
    return null;
  }
  return offer.maximumAge !== null && offer.maximumAge < 18 ? `for people up to ${offer.maximumAge}` : null;
}

/** Why this offer cannot be shown to this person on this day, or null when it can. */
export function whyLeftOut(offer: Offer, query: MatchQuery, date: string): string | null {
  if (query.declined.includes(offer.serviceId)) return 'they already said no thanks, or the partner could not help';
  if (query.quiet && !offer.quietSafe) return 'not set up for somebody whose phone is looked at';
  const ages = outsideAges(offer, query.ageBand);
  if (ages !== null) return ages;
  const near = reach(query.area);
  if (!offer.areas.some((area) => near.includes(area))) return 'not in their area';
  if (capacityOn(offer.capacity, date) === 'full') return 'full just now';
  return null;
}
