/** One thing and nothing else, at the question what is needed: "my flat", "ma back", "the bru". The person always confirms. */
import type { Need } from '../types';

/** In plain spelling. Somebody of theirs is about family until they say more. */
const NOUNS: Readonly<Partial<Record<Need, string>>> = {
  housing: 'flat|house|home|place|room|bedsit|tenancy|landlord|rent|roof|neighbours?|neighbors?',
  money: 'cash|tax|bru|buroo|broo|dole|giro|pension',
  physical_health: 'back|hips?|knees?|legs?|foot|feet|chest|heart|shoulder|neck|arm|hand|hands|lungs|body|health',
  mental_health: 'head|mind|mood|nerves|thoughts',
  digital: 'phone|computer|tablet|email|emails',
  family:
    'mum|mam|mother|dad|father|son|daughter|kids?|children|wean|weans|boy|girl|brother|sister|partner|husband|wife|man|ex|boyfriend|girlfriend|marriage',
  trauma: 'past|childhood',
  learning: 'school|reading|writing|spelling',
  justice: 'courts?|police|fines?|sentence',
  structure: 'days|day|time|mornings|evenings',
  loneliness: 'pals|friends|company',
};
const BARE = Object.entries(NOUNS).map(
  ([need, nouns]) =>
    [need, new RegExp(`^ ?(?:its |just |mostly )?(?:my |the |a |our |me |own )*(?:${nouns}) ?$`)] as const,
);

/** The need that a message of one bare thing names, in plain spelling; null for any other message. */
export function bareNeed(plain: string): Need | null {
  const found = BARE.find(([, says]) => says.test(plain))?.[0];
  return found !== undefined && isNeed(found) ? found : null;
}

const isNeed = (name: string): name is Need => name in NOUNS;
