/** What somebody asks to be called, in any script, never a word of the sentence around it. */
import type { Found } from '../reading';
import { isPlace } from './area';
import type { Clause } from './clauses';
import { COMMON, NAMES, NAMES_AND_WORDS } from './lexicon';

const TITLES =
  /^(?:mr|mrs|ms|miss|dr|doctor|father|sister|rev|big|wee|auntie|uncle|nana|gran|granny|papa|lady|sir)\.?$/i;
const NEVER = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
  christmas easter blantyre rutherglen ruggie ruglen burnside cathkin fernhill springhall bankhead spittal hamilton cambuslang larkhall bothwell
  uddingston lanark strathaven glasgow scotland english polish ukrainian arabic scottish irish british whatsapp facebook zoom pip dwp uc hmrc nhs
  god jesus celtic rangers yes no aye naw ok okay hi hello hiya hey thanks thank cheers sorry please mum dad mam maw da wife husband
  whatever anything nothing someone somebody anonymous none skip text phone call email fine good great lonely depressed skint homeless stuck lost sad
  low anxious tired scared bored broke alone done gonna feeling looking needing wanting struggling trying having getting going living stopping
  on in at off up oot out just only not no a the an so too very pure really dead still here back home from fae wi with for what why who how when
  it this that me us you i im ma my your carer veteran mother father student pensioner worker builder cleaner widow widower muslim christian
  autistic deaf dyslexic disabled pregnant single married divorced male female trans gay straight man woman girl boy lad lassie`.split(
    /\s+/,
  ),
);
/** "I'm", "it's", "don't" */
const SHORT_FORM = /['’](?:m|s|d|ll|ve|re|t)$/;
const HELLO =
  /^(?:hi|hello|hiya|hey|haw|heya|yo|alright|awright|good (?:morning|afternoon|evening|day)|morning|evening|oh|aye|yes|yeah|ok|okay|right|well|um|er|sure|sorry|naw|no|and|but|so)\b[ ,!.]*/i;
/** one word of a name as written: letters of any script, joined by - or ', initials with a stop */
const WORD = String.raw`[\p{L}\p{M}][\p{L}\p{M}'’-]*\.?`;

interface Cue {
  readonly says: RegExp;
  /** a name must follow, whatever its capitals */
  readonly strong: boolean;
}
const cue = (words: string, strong: boolean): Cue => ({
  says: new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${words})\\s+((?:${WORD}\\s*){1,4})`, 'iu'),
  strong,
});
const CUES: readonly Cue[] = [
  cue(
    String.raw`(?:my|ma|me|the|a|full|first|real|preferred)\s+(?:first |full |real )?name(?:['’]?s|\s+is|\s+wis|\s*[:=])(?:\s+just)?|(?:^|\b)names?(?:['’]s|\s+is)?(?:\s+you can put)?|(?:my|ma) name|that name is`,
    true,
  ),
  cue(
    String.raw`(?:call|cry|caw|cries|calls?|caws|called|name)\s+(?:me|us|mi)|known as|go by|goes by|just (?:put|say|use)|you can (?:put|say)|(?:put|pit) (?:my|ma) name (?:as|doon as|down as)|(?:put|pit) me (?:down|doon) as|you just say|address me as|sign it|ask for|wee note for`,
    true,
  ),
  cue("this is|it['’]?s|it is|its|tis", false),
  cue("i['’]?m|i am|am|ah['’]?m|a['’]?m", false),
];

/** The name to use, or undefined. `asked`: a name is what we asked, so a bare word is one. */
export function nameIn(clauses: readonly Clause[], asked: boolean): Found<string> | undefined {
  const said: Found<string>[] = [];
  for (const { raw, asks } of clauses)
    for (const { says, strong } of CUES) {
      if (asks && !asked) continue;
      const rest = says.exec(raw)?.[1];
      const before = rest === undefined ? '' : raw.slice(0, raw.indexOf(rest));
      if (
        rest === undefined ||
        /\b(?:not|dont|don't|dinnae|no) (?:\p{L}+ )?$/iu.test(before) ||
        isOthers(before) ||
        /\b(?:say|saying|tell them|pretend)\b/i.test(before)
      )
        continue;
      const name = taken(rest, strong || asked, strong);
      if (name !== null) said.push({ value: name, words: raw, confidence: strong ? 0.95 : 0.85 });
    }
  const chosen = preferred(clauses);
  if (chosen !== undefined && (said.length > 0 || asked)) return chosen;
  const strongest = said.filter(({ confidence }) => confidence > 0.9).at(-1) ?? said.at(-1);
  if (strongest !== undefined) return strongest;
  return atTheEdge(clauses, asked) ?? (asked ? bareAnswer(clauses) : undefined);
}

/** "but Mo is easy", "so George", "or Norman if we are to be friends", "Dee's fine": the name they like better. */
function preferred(clauses: readonly Clause[]): Found<string> | undefined {
  for (const { raw } of [...clauses].reverse()) {
    const match = PREFERRED.map((says) => says.exec(raw)?.[1]).find((word) => word !== undefined && isName(word, true));
    if (match !== undefined) return { value: capital(match), words: raw, confidence: 0.85 };
  }
  return undefined;
}

const PREFERRED: readonly RegExp[] = [
  new RegExp(
    `(?:^|\\s)(?:but|or|so)\\s+(?:just\\s+)?(${WORD})\\s+(?:is (?:easy|easier|fine|ok|okay|grand|better)|if (?:you|we|it)|will do|for short)`,
    'iu',
  ),
  /(?:^|\s)so\s+(\p{Lu}[\p{L}'’-]+)$/u,
  /(?:^|\s)(\p{Lu}\p{L}+)['’]s\s+(?:fine|ok|okay|grand|good|better)/u,
  /^(\p{Lu}[\p{L}'’-]+)\s+not\s+\p{Lu}/u,
  /^(?:naw|no|sorry)\s+(\p{Lu}[\p{L}'’-]+)$/u,
];

/** "my son's name is Ryan", "he's called": not theirs. */
function isOthers(whole: string): boolean {
  const before = whole.slice(-80).replace(/\s+/g, ' ');
  return /\b(?:his|her|their|wee man's|son['’]?s|daughter['’]?s|mum['’]?s|dad['’]?s|sister['’]?s|brother['’]?s|wean['’]?s|baby['’]?s|he|she|son|daughter|boy|brother|mum|dad|doctor|worker)['’]?s?\s+(?:is\s+|wis\s+)?(?:\p{L}+\s+)?$/iu.test(
    ` ${before} `.replace(
      /\s+(?:my|ma|the|first|full)?\s*(?:name(?:['’]?s|\s+is)?|it['’]?s|its|call(?:ed)? me|i['’]?m|am)?\s*$/i,
      ' ',
    ),
  );
}

/** The name at the start of some words: as many words as are part of it; null when it begins with none. */
function taken(rest: string, loose: boolean, strong: boolean): string | null {
  const words = rest.trim().split(/\s+/);
  const name: string[] = [];
  for (const word of words) {
    const bare = word.replace(/[.'’]+$/, '').replace(/['’]s$/, '');
    const small = bare.toLowerCase();
    if (name.length === 0 ? isName(bare, loose) : continues(bare, small, name, strong)) {
      name.push(TITLES.test(word) || (/^\p{Lu}\.?$/u.test(word) && words.length > 1) ? word : bare);
      if (/['’]s$/.test(word)) break;
    } else break;
  }
  const last = name.at(-1);
  if (
    last === undefined ||
    (name.length === 1 && TITLES.test(last) && !/^(?:gran|granny|nana|papa|auntie|sister)$/i.test(last))
  )
    return null;
  return name.map(capital).join(' ');
}

function isName(word: string, loose: boolean): boolean {
  const small = word.toLowerCase();
  if (TITLES.test(word)) return /^\p{Lu}/u.test(word) || loose;
  if (NEVER.has(small) || NEVER.has(small.replace(/s$/, '')) || small.length > 24 || SHORT_FORM.test(small))
    return false;
  if (isPlace(small) && !NAMES.has(small)) return false;
  if (NAMES.has(small)) return true;
  // "AA", "EK": letters that stand for something
  if (/^\p{Lu}{2,3}$/u.test(word) && !loose) return false;
  const capitalised = /^\p{Lu}\p{L}*/u.test(word);
  if (NAMES_AND_WORDS.has(small)) return loose && (capitalised || !COMMON.has(small));
  if (COMMON.has(small)) return loose && capitalised && !/^(?:I|A)$/.test(word);
  // letters that have no capitals, or a word that is no common one
  if (!/\p{Script=Latin}/u.test(word)) return /^\p{L}/u.test(word) && (loose || /\p{Script=Cyrillic}/u.test(word));
  return (capitalised && word.length > 1) || (loose && (word.length > 2 || capitalised));
}

function continues(word: string, small: string, name: readonly string[], strong: boolean): boolean {
  const first = name[0] ?? '';
  if (NEVER.has(small) && !TITLES.test(word)) return false;
  const afterTitle = name.length === 1 && TITLES.test(first);
  const capitalised = /^\p{Lu}/u.test(word);
  if (/^\p{Lu}$/u.test(word)) return afterTitle;
  if (afterTitle) return capitalised || !COMMON.has(small);
  // "Margaret Ann", "Harriet Moss", "bernadette mcglinchey"
  if (capitalised && /^\p{Lu}/u.test(first))
    return !COMMON.has(small) || (strong && NAMES_AND_WORDS.has(small)) || strong;
  return (
    strong &&
    !COMMON.has(small) &&
    !NAMES_AND_WORDS.has(small) &&
    /^(?:mc|mac|o')|.{4,}/.test(small) &&
    /^\p{Ll}/u.test(first)
  );
}

const capital = (word: string) => (/^\p{Ll}/u.test(word) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word);

/** "Gerry fae Cathkin", "Dougie.", "... , Paul", "Cheryl x": a name alone at the start or the end. */
function atTheEdge(clauses: readonly Clause[], asked: boolean): Found<string> | undefined {
  const first = clauses.find(({ raw }) => raw.replace(HELLO, '').replace(HELLO, '').trim() !== '');
  const last = clauses.at(-1);
  if (first !== undefined) {
    const raw = first.raw.replace(HELLO, '').replace(HELLO, '').trim();
    const [name, rest] = leading(raw);
    const alone = rest === '' && (clauses.length > 1 || asked);
    const begins =
      /^(?:fae|frae|from|here|but|and (?:i|a|ah|am)\b|btw|x+\b|wi |no\b|- |by the way|is (?:my|the|ma) name|\d)/i.test(
        rest,
      );
    if (name !== null && (alone || begins || asked)) return { value: name, words: first.raw, confidence: 0.8 };
  }
  if (last !== undefined && !isOthersNext(clauses, clauses.length - 1)) {
    const raw = last.raw
      .replace(/(?:\s+(?:x+|btw|by the way|here|thanks|ta|if that helps|is (?:my|ma|the) name))+$/i, '')
      .replace(/[^\p{L}\p{M} '’.-]+/gu, ' ')
      .trim();
    const [name, rest] = leading(raw.replace(/^(?:and|so|or)\s+/i, ''));
    const named = /\bis (?:my|ma|the) name\b/i.test(last.raw);
    if (name !== null && rest === '' && (clauses.length > 1 || named))
      return { value: name, words: last.raw, confidence: 0.75 };
  }
  // "45 next birthday, Cheryl by the way, mornings only"
  const alone = clauses.findIndex(({ raw }, n) => !isOthersNext(clauses, n) && byItself(raw) !== null);
  if (alone >= 0) {
    const raw = clauses[alone]?.raw ?? '';
    return { value: byItself(raw) ?? raw, words: raw, confidence: 0.7 };
  }
  const isTheName = clauses
    .flatMap(({ raw }) => [new RegExp(`(?:^|\\s)(${WORD}) is (?:my|ma|the) name`, 'iu').exec(raw)?.[1] ?? ''])
    .find((word) => word !== '' && isName(word, true));
  return isTheName === undefined ? undefined : { value: capital(isTheName), words: isTheName, confidence: 0.9 };
}

/** A clause that is nothing but a first name we know, and "by the way". */
function byItself(raw: string): string | null {
  const word = raw.replace(/\s+(?:x+|btw|by the way|here)$/i, '').trim();
  return /^\p{L}[\p{L}'’-]+$/u.test(word) && NAMES.has(word.toLowerCase()) && isName(word, false)
    ? capital(word)
    : null;
}

/** "my key worker at the hostel, Shona": the name of whoever was just spoken of. */
function isOthersNext(clauses: readonly Clause[], n: number): boolean {
  const before = clauses[n - 1]?.plain ?? '';
  return (
    / (?:my|the|our|a|his|her) (?:[a-z]+ ){0,3}(?:sponsor|worker|sister|brother|son|daughter|mum|dad|gran|nan|pal|friend|mate|neighbour|niece|nephew|cousin|aunt|auntie|uncle|doctor|boy|girl|wife|husband|man|partner|host|minister|lawyer|teacher|nurse|boss|dog|cat|baby|granny|papa) /.test(
      before,
    ) &&
    !/ (?:im|i am|i live|name) /.test(before.slice(-12)) &&
    before.trim().split(' ').length <= 9
  );
}

function leading(raw: string): readonly [string | null, string] {
  const words = raw.split(/\s+/);
  const first = words[0] ?? '';
  const sure =
    NAMES.has(first.toLowerCase().replace(/['’.]+$/, '')) || (/^\p{Lu}/u.test(first) && isName(first, false));
  const titled = TITLES.test(first) && words.length > 1 && /^\p{Lu}/u.test(words[1] ?? '');
  if (!sure && !titled) return [null, raw];
  const name = taken(words.slice(0, 4).join(' '), true, titled);
  if (name === null) return [null, raw];
  return [name, words.slice(name.split(' ').length).join(' ')];
}

const NO_NAME =
  /\?|^(?:no|naw|nah|nope|yes|aye|yeah|yep|ok|okay|skip|pass|none|nothing|whatever|anything|stop|help|why|what|who|how|later|back|never)\b|\b(?:rather no|rather not|anonymous|don['’]?t need to know|dont need|no name|not? say|not telling|prefer not|already (?:said|told)|told you|said that)\b/i;

/** Asked for a name: one to four words that are no answer to anything else. */
function bareAnswer(clauses: readonly Clause[]): Found<string> | undefined {
  const raw =
    clauses[0]?.raw
      .replace(/^(?:just|erm|um|well|oh|hi|hello|hiya|hey|sorry|its|it's)\s+/i, '')
      .replace(/\s+x+$/i, '')
      .trim() ?? '';
  const words = raw.split(/\s+/);
  if (words.length > 4 || NO_NAME.test(raw) || clauses[0]?.asks === true || /\d/.test(raw)) return undefined;
  const last =
    words.length > 1 &&
    words.every((word) => COMMON.has(word.toLowerCase())) &&
    !words.every((word) => /^\p{Lu}/u.test(word));
  if (last) return undefined;
  return { value: words.map((word) => capital(word.replace(/[.,]+$/, ''))).join(' '), words: raw, confidence: 0.6 };
}
