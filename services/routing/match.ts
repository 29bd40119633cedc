/** Finds up to three offers that fit what a person told us, each with its reasons, and says why others were left out. */
import type { MatchQuery, MatchResult, Need, OptionShown } from '../../dialogs/types';
import type { DirectorySnapshot, Offer, Today } from './offer';
import { compareFits, howItFits } from './rank';
import { needsInOrder, whyLeftOut } from './rules';
import { optionLine, optionReasons } from './words';

/** Choice, but not too much (guide L). */
const MOST_OPTIONS = 3;

/** Nobody is shown help for drink, abuse or prison they did not name: it could hurt, or give something away. A family room is for families. */
const ONLY_WHEN_NAMED: readonly Need[] = ['addiction', 'domestic_abuse', 'justice', 'family', 'caring'];

function helpsWith(offer: Offer, needs: readonly Need[]): boolean {
  if (needs.length === 0) return offer.anyone;
  const special = offer.needs.some((need) => ONLY_WHEN_NAMED.includes(need));
  if (special && !needs.some((need) => offer.needs.includes(need))) return false;
  return needs.some((need) => offer.needs.includes(need) || offer.alsoHelps.includes(need));
}

function helps(offer: Offer, need: Need): boolean {
  return offer.needs.includes(need) || offer.alsoHelps.includes(need);
}

/** The best offer for a need among those not taken yet; `fresh` allows only partners not taken yet. */
function best(
  fitting: readonly Offer[],
  taken: readonly Offer[],
  need: Need | null,
  query: MatchQuery,
  today: Today,
  fresh: boolean,
): Offer | undefined {
  return fitting
    .filter((offer) => !taken.includes(offer))
    .filter((offer) => !fresh || !taken.some((other) => other.organisationId === offer.organisationId))
    .map((offer) => ({ offer, fit: howItFits(offer, need, query, today) }))
    .sort((left, right) => compareFits(left.fit, right.fit))[0]?.offer;
}

/** First one for what matters most, then one for each other need nobody taken helps with yet, then the next best. */
function choose(fitting: readonly Offer[], query: MatchQuery, today: Today): readonly Offer[] {
  const needs = needsInOrder(query);
  const taken: Offer[] = [];
  for (const need of needs) {
    if (taken.length === MOST_OPTIONS || taken.some((offer) => helps(offer, need))) continue;
    const forThis = fitting.filter((offer) => helps(offer, need));
    const found = best(forThis, taken, need, query, today, true);
    if (found !== undefined) taken.push(found);
  }
  const top = needs[0] ?? null;
  for (const fresh of [true, false]) {
    while (taken.length < MOST_OPTIONS) {
      const found = best(fitting, taken, top, query, today, fresh);
      if (found === undefined) break;
      taken.push(found);
    }
  }
  return taken;
}

function shown(offer: Offer, query: MatchQuery, today: Today): OptionShown | null {
  const need = needsInOrder(query).find((it) => helps(offer, it)) ?? offer.needs[0];
  if (need === undefined) return null;
  return {
    serviceId: offer.serviceId,
    partner: offer.partner,
    service: offer.service,
    line: optionLine(offer, query, today),
    reasons: optionReasons(offer, need, query),
    contact: offer.contact,
    need,
  };
}

/**
 * Up to three offers for one person (DESIGN.md 7, guide L): QUIET mode, age, area, places and what they already
 * declined are rules; the rest is a preference among offers. The same answers on the same day give the same options.
 * Never two of one partner while another partner fits. With no need named, only offers that are a first door for anyone.
 */
export function match(directory: DirectorySnapshot, query: MatchQuery, today: Today): MatchResult {
  const about = directory.offers.filter((offer) => helpsWith(offer, needsInOrder(query)));
  const judged = about.map((offer) => ({ offer, why: whyLeftOut(offer, query, today.date) }));
  const fitting = judged.filter(({ why }) => why === null).map(({ offer }) => offer);
  return {
    options: choose(fitting, query, today)
      .map((offer) => shown(offer, query, today))
      .filter((option) => option !== null),
    leftOut: judged.flatMap(({ offer, why }) => (why === null ? [] : [{ serviceId: offer.serviceId, why }])),
  };
}
