/** What a rule is: words to listen for, how fast they ask us to act, and the words that make them mean something else. */
import type { Level, RiskCategory } from '../types';

export interface Rule {
  /** for ever: it is kept in risk records */
  readonly id: string;
  readonly category: RiskCategory;
  readonly level: Level;
  /** each match starts with the space before its first word */
  readonly says: RegExp;
  /** words around it, in the same sentence, that make it harmless */
  readonly unless: RegExp | null;
  /** not clear enough to act on without asking (RS3U) */
  readonly unclear: boolean;
  /** "not", "years ago", "died by", "in a film" can take it down; off for dangers that are true however they are told */
  readonly softens: boolean;
}

/** Short names for groups of words, used in rules as <name>. All in the plain spelling of words/normalise. */
const GROUPS: Readonly<Record<string, string>> = {
  kid: '(?:kids?|baby|babies|bab|toddler|son|daughter|boys?|girls?|lassies?|laddies?|weeone|grandson|granddaughter|grandkids?|niece|nephew|wee (?:one|yin|man|boy|girl|guy|brother|sister)s?)',
  pills:
    '(?:pills?|tablets?|paracetamol|ibuprofen|meds|medication|valium|codeine|tramadol|xanax|antidepressants?|cocodamol|codamol|methadone|gabapentin|pregabalin|insulin|sleepers|painkillers|zopiclone|sertraline|blues|benzos|jellies|morphine|propranolol|amitriptyline|mirtazapine|heroin|smack|kit|pregabs|streeties)',
  he: '(?:he|she|they|my (?:man|partner|boyfriend|girlfriend|husband|wife|ex|dad|mum|stepdad|brother|son|sister|uncle|daughter)|dad|mum|stepdad|hes|shes|theyre)',
  partner:
    '(?:my (?:man|partner|boyfriend|girlfriend|husband|wife|ex|other half|fella|bloke)|her (?:man|partner|boyfriend|husband|ex)|his (?:wife|girlfriend|partner|ex))',
  self: '(?:myself|himself|herself|themselves|yourself|ourselves)',
  num: '(?:\\d+|one|two|three|four|five|six|seven|eight|ten|twelve|twenty|thirty|forty|fifty|sixty|hundred|loads|tons|hunners|dozens|handful|handfuls|bunch|packet|packets|pack|box|boxes|bottle|bottles|strip|strips|lot|lots|few|couple)',
  not: '(?:not|no|isnt|aint|never|hasnt|havent|wasnt|dont|doesnt|wont)',
  now: '(?:now|right now|the now|tonight|the night|today|this (?:minute|second|evening|morning))',
  hit: '(?:hits?|hit|hitting|hurts?|hurting|batters?|battered|battering|beats?|beat|beating|beaten|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|slap(?:s|ped|ping)?|skelp(?:s|ed|ing|t)?|strangl(?:es|ed|ing)|chok(?:es|ed|ing)|leather(?:s|ed|ing)?|attack(?:s|ed|ing)?|smack(?:s|ed|ing)?|thump(?:s|ed|ing)?|abus(?:es|ed|ing)|headbutt(?:s|ed)?|throttl(?:es|ed|ing)|grab(?:s|bed)? ~2 (?:throat|neck|hair)|shak(?:es|ing)|burn(?:s|ed|t)?|knock(?:s|ed) (?:~2 )?about|lift(?:s|ed) (?:his|her) hands? to|raised (?:his|her) hands? to|lays? (?:into|hands on)|laid (?:into|hands on))',
};

/** Words into a pattern: <name> is a group above, ~3 up to three words of the same sentence, none of them a "not". */
export function pattern(words: string): RegExp {
  let source = words;
  for (let depth = 0; depth < 2; depth += 1)
    source = source.replace(/<(\w+)>/g, (whole, name: string) => GROUPS[name] ?? whole);
  source = source.replace(/~(\d) ?/g, '(?:(?!(?:not|never|no|isnt|doesnt|hasnt|wasnt|didnt|arent) )[^ |]+ ){0,$1}');
  return new RegExp(`(?<= )(?:${source})(?= )`, 'g');
}

/**
 * The same, found faster in a long text: a match starts with the space before its first word. For rules, which look at
 * every message in full.
 */
export function search(words: string): RegExp {
  return new RegExp(pattern(words).source.replace(/^\(\?<= \)/, ' '), 'g');
}

interface Options {
  readonly unless?: string;
  readonly unclear?: boolean;
  readonly softens?: boolean;
}

/** Writes rules of one category: [id, level, words, options]. */
export function rules(
  category: RiskCategory,
  rows: readonly (readonly [string, Level, string, Options?])[],
): readonly Rule[] {
  return rows.map(([id, level, words, options = {}]) => ({
    id,
    category,
    level,
    says: search(words),
    unless: options.unless === undefined ? null : search(options.unless),
    unclear: options.unclear ?? false,
    softens: options.softens ?? true,
  }));
}
