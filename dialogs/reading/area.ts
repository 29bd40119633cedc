/** Where somebody lives, from local names, towns near and postcodes in any spelling. */

import type { Found, PlaceFact } from '../reading';
import type { Clause } from './clauses';

/** Names in plain spelling. The second list is heard only where the area is what we asked. */
const HERE: Readonly<Record<'blantyre' | 'rutherglen', string>> = {
  blantyre:
    'blantyre|blantire|bluntyre|blantyer|blantrye|blantye|blatnyre|blanytre|springwells|auchinraith|auchenraith|hunthill|coatshill|crossbasket|redburn farm|broompark|wheatlandhead|bardykes|livingstone museum|david livingstone|stonefield road|priory bridge|low blantyre|high blantyre|larkfield|barnhill blantyre',
  rutherglen:
    'rutherglen|rutherglin|rutherglenn|ruthrglen|rutherglan|rutheglen|ruggie|ruggy|rugie|ruglen|rugglen|burnside|fernhill|springhall|bankhead|spittal|eastfield|cathkin|farme cross|burnhill|shawfield|royal burgh|gallowflat|stonelaw|overtoun|blairbeth|clincarthill|wardlawhill',
};
const HERE_IF_ASKED: Readonly<Record<'blantyre' | 'rutherglen', string>> = {
  blantyre: 'priory|the village|stonefield|larkfield|victoria street|calder street|broompark road|barnhill',
  rutherglen: 'farme|mill street|greenhill|kings park end|the burgh|toun heid',
};
/** town as we say it: how it is written */
const TOWNS: Readonly<Record<string, string>> = {
  Cambuslang: 'cambuslang|cambuslng|camby|whitlawburn|cambuslan',
  Hamilton: 'hamilton|hammy',
  'East Kilbride': 'east kilbride|ek|e k',
  Larkhall: 'larkhall|larky',
  Bothwell: 'bothwell',
  Uddingston: 'uddingston|uddy|uddingstone',
  Lanark: 'lanark',
  Strathaven: 'strathaven',
  Stonehouse: 'stonehouse',
  Carluke: 'carluke',
  Lesmahagow: 'lesmahagow|the gow',
  Motherwell: 'motherwell',
  Wishaw: 'wishaw',
  Bellshill: 'bellshill',
  Coatbridge: 'coatbridge',
  Airdrie: 'airdrie',
  Burnbank: 'burnbank',
  Toryglen: 'toryglen',
  Croftfoot: 'croftfoot',
  Castlemilk: 'castlemilk',
  Glasgow:
    'glasgow|glesga|glesca|govan|govanhill|gorbals|easterhouse|dennistoun|shettleston|partick|maryhill|glasgow green',
  Edinburgh: 'edinburgh',
  Carmyle: 'carmyle',
  Carmunnock: 'carmunnock',
  Newton: 'newton mearns',
  Baillieston: 'baillieston',
  Viewpark: 'viewpark',
  Tannochside: 'tannochside',
  Ferniegair: 'ferniegair',
  Chapelton: 'chapelton',
  Glassford: 'glassford',
  Ashgill: 'ashgill',
  Netherburn: 'netherburn',
  Kirkmuirhill: 'kirkmuirhill',
  Biggar: 'biggar',
  Newmains: 'newmains',
  Shotts: 'shotts',
  Cumbernauld: 'cumbernauld',
  Paisley: 'paisley',
  Aberdeen: 'aberdeen',
  Dundee: 'dundee',
  Inverness: 'inverness',
  Stirling: 'stirling',
  Kilmarnock: 'kilmarnock',
};
const TOWNS_IF_ASKED: Readonly<Record<string, string>> = {
  Halfway: 'halfway',
  Newton: 'newton',
  Quarter: 'quarter',
  Law: 'law',
  Forth: 'forth',
  Douglas: 'douglas',
  Perth: 'perth',
  Ayr: 'ayr',
  Hillhouse: 'hillhouse',
  Whitehill: 'whitehill',
  Westwood: 'westwood',
  London: 'london',
  Livingston: 'livingston',
};
/** districts of ML and G7 by their towns */
const DISTRICTS: Readonly<Record<string, string>> = {
  g71: 'Uddingston',
  g74: 'East Kilbride',
  g75: 'East Kilbride',
  ml1: 'Motherwell',
  ml2: 'Wishaw',
  ml3: 'Hamilton',
  ml4: 'Bellshill',
  ml5: 'Coatbridge',
  ml6: 'Airdrie',
  ml7: 'Shotts',
  ml8: 'Carluke',
  ml9: 'Larkhall',
  ml10: 'Strathaven',
  ml11: 'Lanark',
  ml12: 'Biggar',
};

interface Known {
  readonly says: RegExp;
  readonly idOf: (words: string) => PlaceFact;
}

const titled = (place: string) => place.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

function knownOf(here: Readonly<Record<string, string>>, towns: Readonly<Record<string, string>>): Known {
  const ids = new Map<string, PlaceFact>();
  for (const [id, names] of Object.entries(here))
    for (const name of names.split('|'))
      ids.set(name, { id: id === 'blantyre' ? 'blantyre' : 'rutherglen', place: titled(id) });
  for (const [town, names] of Object.entries(towns))
    for (const name of names.split('|')) ids.set(name, { id: 'else', place: town });
  const names = [...ids.keys()].sort((a, b) => b.length - a.length);
  return {
    says: new RegExp(`(?<= )(?:${names.join('|')})(?=s? )`, 'g'),
    idOf: (words) => ids.get(words) ?? { id: 'else', place: titled(words) },
  };
}

const ALWAYS = knownOf(HERE, TOWNS);
const ASKED = knownOf(HERE_IF_ASKED, TOWNS_IF_ASKED);
const POSTCODE = /\b(g|ml|ka|pa|eh|fk|dg|td|ky|dd|ab)\s?([0-9o]{1,2})\s?([0-9o])?\s?([a-z]{2})?\b/gi;

/** What makes a place another one than where they live, just before it. */
const NOT_THERE =
  / (?:not|no|no longer|isnt|never|used to (?:be|live|stay)(?: in)?|was(?: in)?|grew up(?: in)?|brought up(?: in)?|born(?: and bred)?(?: in)?|raised(?: in)?|moved from|came from|out of|dont (?:live|stay|come) (?:in|from)|dont come from|works? (?:in|at)|working in|job in|salon in|shop (?:in|at)|factory in|gym in|school in|college in|course in|group in|(?:moving|move|flitting|going|goes|went|go|travel|way|bus|train|trains|run) (?:to|from)|left|over the road from|one mile outside|than|instead of|except|bypass to|like in) (?:the |up |down |back )?$/;
const OUTSIDE =
  / (?:just outside|outside|near|nearly|next to|beside|by|close to|just outside of|out by|not far from) (?:the )?$/;
/** Where we work rather than where they live: "is it just Blantyre you do", "do I have to live in Blantyre". */
const OURS_BEFORE =
  / (?:(?:is|are|was) (?:it|this|that|you|win)(?: all)? (?:just|only)|or just|do (?:i have|ive|i need|i got) to (?:be|live|stay|come)|must i (?:be|live))(?: (?:for|in|from|round|around|about|people|folk|them|those))*(?: the)? $/;
const OURS_AFTER =
  /^s? (?:only )?(?:(?:that )?(?:you|ye|they) (?:do|cover|serve|help|are in|work in|deal with|look after)|(?:people|folk|ones|residents) (?:only|you))(?= |$)|^s? only (?:is it|or)(?= |$)/;
const NOT_AFTER = /^ (?:was before|before|in the past|years ago|originally|isnt|wasnt|aint)\b/;
const SOMEBODY_ELSE =
  / (?:(?:my |the |his |her )?(?:mums?|mother|dads?|father|sons?|boys?|daughters?|sisters?|brothers?|pals?|friends?|mates?|neighbours?|niece|nephew|aunt|auntie|uncle|cousin|gran|granny|doctor|lawyer|worker|ex|partner|husband|wife|man|woman|lady|lassie|guy|landlord)|shes|hes|she|he|they|theyre) /;
const MYSELF = / (?:i|im|ive|id|am|we|were|us|me|weve|i will|living|living in|live|stay) /;

/** Where they live, or undefined. `asked`: the area is what we asked, so barer words are heard as a place. */
export function areaIn(clauses: readonly Clause[], asked: boolean): Found<PlaceFact> | undefined {
  let best: { readonly score: number; readonly found: Found<PlaceFact> } | undefined;
  for (const clause of clauses)
    for (const { fact, index, words } of placesIn(clause, asked)) {
      const score = scoreOf(clause.plain, index, words, asked);
      if (score > 0 && (best === undefined || score > best.score))
        best = { score, found: { value: fact, words: clause.raw, confidence: Math.min(0.95, 0.6 + score * 0.1) } };
    }
  return best?.found;
}

interface Mention {
  readonly fact: PlaceFact;
  readonly index: number;
  readonly words: string;
}

function placesIn({ plain, raw }: Clause, asked: boolean): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const known of asked ? [ALWAYS, ASKED] : [ALWAYS])
    for (const match of plain.matchAll(known.says)) {
      const fact = known.idOf(match[0]);
      const outside = fact.id !== 'else' && /outside(?: of)? (?:the )?$/.test(plain.slice(0, match.index));
      mentions.push({
        fact: outside ? { id: 'else', place: `just outside ${fact.place}` } : fact,
        index: match.index,
        words: match[0],
      });
    }
  if (/\d/.test(raw))
    for (const match of raw.matchAll(POSTCODE)) {
      const fact = byPostcode(match);
      if (fact !== null) mentions.push({ fact, index: Math.max(1, plain.length - 1), words: match[0] });
    }
  return mentions;
}

/** "ML36AA", "ml3 6aa", "G72 O" and "g73 4 something": a district is read, and of G72 the sector, where it splits. */
function byPostcode(match: RegExpMatchArray): PlaceFact | null {
  const [words, letters = '', district = '', sector = '', unit = ''] = match;
  const number = (part: string) => part.replace(/o/gi, '0');
  let out = number(district);
  let inner = number(sector);
  const lettersSmall = letters.toLowerCase();
  // "ML36AA" and "G720AA": the last digit before two letters is the sector
  if (out.length === 2 && inner === '' && unit !== '') {
    inner = out.slice(1);
    out = out.slice(0, 1);
  }
  // "g7 20"
  if (lettersSmall === 'g' && out === '7' && inner !== '') {
    out = `7${inner}`;
    inner = '';
  }
  const code = `${lettersSmall}${out}`;
  if (code === 'g73') return { id: 'rutherglen', place: 'Rutherglen' };
  if (code === 'g72') {
    if (inner === '0' || inner === '9') return { id: 'blantyre', place: 'Blantyre' };
    // G72 alone is Blantyre and Cambuslang both
    return inner === '7' || inner === '8' ? { id: 'else', place: 'Cambuslang' } : null;
  }
  if (lettersSmall !== 'g' && lettersSmall !== 'ml' && (sector === '' || unit === '')) return null;
  // "G4" of "4G wifi" is no place unless more of it is given
  if (lettersSmall === 'g' && DISTRICTS[code] === undefined && inner === '') return null;
  return { id: 'else', place: DISTRICTS[code] ?? words.toUpperCase().trim() };
}

function scoreOf(plain: string, index: number, words: string, asked: boolean): number {
  const before = plain.slice(0, index);
  const after = plain.slice(index + words.length);
  let score = 2;
  if (OURS_BEFORE.test(before) || OURS_AFTER.test(after)) return 0;
  if (NOT_THERE.test(before)) score -= 3;
  if (NOT_AFTER.test(after)) score -= 3;
  if (/^s? (?:main street )?where (?:i|we) (?:live|stay|am)/.test(after)) score += 4;
  const since = before.split(/ (?:but|and|where|cause|because) /).at(-1) ?? before;
  const last = ` ${since.trim()} `;
  if (SOMEBODY_ELSE.test(last) && !MYSELF.test(last) && !/ (?:with|of|for|at|from) my? ?\w* ?\w* in $/.test(before))
    score -= 3;
  if (
    / (?:live|stay|living|staying|moved|got my own door|my own door|shifted to|now|based|from|im|stays) (?:[^ ]+ ){0,3}$/.test(
      before,
    )
  )
    score += 1;
  if (OUTSIDE.test(before) && !asked) score -= 1;
  return score;
}

/** Is this one word the name of a place we know? */
export function isPlace(word: string): boolean {
  return PLACE_WORDS.has(word.toLowerCase()) || /^(?:g|ml)\d/i.test(word);
}

const PLACE_WORDS: ReadonlySet<string> = new Set(
  [HERE, HERE_IF_ASKED, TOWNS, TOWNS_IF_ASKED].flatMap((list) =>
    Object.values(list).flatMap((names) => names.split(/[| ]/)),
  ),
);
