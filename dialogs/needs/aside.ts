/**
 * Clauses that explain and do not ask: what makes it hard, when and how to be reached, what was once, what somebody else
 * said or does. "My knees are bad so nothing up a stair" tells how to plan, not what they came for.
 */
import type { Clause } from '../reading/clauses';
import { readFacts } from '../reading/facts';
import { wantsSomething } from './mentioned';

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
/** The patterns, by what such a clause does. */
const EXPLAINS: readonly RegExp[] = [
  // a time
  new RegExp(
    ` (?:${DAY}|mornings?|afternoons?|evenings?|nights?|weekends?|shifts?|bedtime|all week|most days|\\d{1,2} ?(?:am|pm|oclock)|(?:at|till|til|until|from|before|after) (?:half |quarter )?(?:\\d{1,2}|lunch|tea|dinner|noon)) `,
  ),
  // what was once
  / (?:used to|i was|was a|were a|had been|i worked|ive worked|years?|long time|in (?:19|20)\d\d|in my (?:teens|twenties|thirties|\d\ds)|when i was|last time|once|retired) /,
  // what another says, does or has
  /^ (?:and |but |yes |because |its |it is )?(?:my|the|a|our) (?!head|back|knees?|hips?|legs?|nerves|drinking|flat|house|rent|benefits?|money|landlord|chest|anxiety|depression|health|life|english|reading|confidence)(?:[a-z]+ ){0,2}(?:has|had|got|is|was|does|did|gave|gives|said|says|told|mentioned|works?|comes?|lives?|goes|stays?|can|will|knows?|reads?|answers|woman|man|lady|officer|doctor|school|nurse) /,
  /^ (?:he|she|hes|shes|they|theyre|them) /,
  / (?:gave|gies|passed|handed|seen you|saw you|mentioned|leaflet|poster|sent me) /,
  // what is well, or meant to be left out
  / (?:fine|grand|sorted|no (?:bother|barriers|complaints|drama|debts|problem)|plenty(?: of)?|not (?:looking|lonely|a carer|into)|dont need|nothing (?:stops|to do with)|lucky|isnt|its not|not the) /,
  // what follows from it
  / so (?:nothing|no|not|i|itd|it|the|that|you|a|short|please|ring|text|call|email|mornings|he|she|they|someone|somebody|near|give|dont) | (?:as long as|unless|depends|stops? me|near) /,
  // where it is
  / (?:next to|opposite|above|round the corner|across from|behind|live|lives|stay) /,
];

/** Does this clause explain something rather than ask for it? Never throws. */
export function explains(clause: Clause): boolean {
  if (wantsSomething(clause.plain)) return false;
  if (clause.asks || EXPLAINS.some((says) => says.test(clause.plain))) return true;
  const { contactBy, number, email, voicemail, avoid, when, barriers } = readFacts(clause.raw);
  return [contactBy, number, email, voicemail, avoid, when, barriers].some((fact) => fact !== undefined);
}
