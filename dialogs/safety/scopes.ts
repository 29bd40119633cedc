/** Works out what the words around a warning sign make of it: not so, long ago, about somebody who died, about someone else. */
import { pattern } from './rule';

export type Scope = 'stands' | 'denied' | 'past' | 'gone';

const DENIED =
  /(?: (?:not|never|no|dont|doesnt|didnt|wouldnt|wont|isnt|wasnt|havent|hasnt|arent|couldnt) (?:(?:actually|really|ever|even|currently|at all|feeling|having|have|had|any|been|gonna|want to|wanted to|wants to|thinking|think|think about|thoughts|plans|of|about|to|intention|intend|planning|saying|be|being|get|a|in|do|would|feel|felt|that|im|is|hes|shes) ){0,5})$/;
/** "don't know if", "why don't I", "can't stop", "not sure", "don't care if" deny nothing. */
const NOT_DENIED =
  / (?:dont know|not sure|dont care|why dont|why not|if i dont|not long|not only|not just|dont see why|dont think i can|unless|cant|stop|no reason|no point|not bothered) (?:[^ |]+ ){0,4}$/;
const BUT =
  / but (?:[^ |]+ ){0,5}(?:cant|dont|wish|want|hate|tired|struggling|done|thoughts|scared|sometimes|feel|need)/;
const PAST = pattern(
  '(?:years?|yrs|months|decades?) (?:~2 )?(?:ago|back|before)|when i was (?:\\d+|a|young|younger|wee|at|in|little|growing|married|on|with|living)|used to (?:be|feel|have|get|cut|self|hit|hear|batter|beat|think|take|want|hurt|try)|back in (?:the )?(?:19|20)?\\d\\d|in (?:19|20)\\d\\d|last year|in the past|(?:a )?long time ago|as a (?:kid|teenager|teen|young|girl|boy)|previously|history of|in my (?:twenties|thirties|teens|20s|30s)|once upon|years since|in recovery from|ex used|growing up|during lockdown|at school i|after my divorce i',
);
const STILL = pattern(
  'again|still|now|tonight|currently|these days|back to|today|same (?:again|way)|coming back|this week|lately|recently',
);
const GONE = pattern(
  '(?:died|dead|passed|passing|lost|losing|loss|funeral|bereaved?|grieving) (?:~5 )?(?:by|to|from|through|of)? ?(?:~1 )?(?:suicide|overdose|an overdose)|(?:brother|sister|mum|dad|son|daughter|husband|wife|friend|pal|mate|uncle|cousin|partner|he|she|boyfriend|girlfriend|neighbour|nephew|auntie|somebody) (?:~3 )?(?:killed|hanged|hung|shot|drowned|topped) (?:himself|herself|themselves)|(?:he|she|brother|sister|mum|dad|son|daughter|friend|pal|mate|husband|wife|uncle|cousin|partner|who|they) (?:~1 )?(?:took|ended|taken) (?:his|her|their) (?:own )?life|(?:died|killed) (?:~3 )?overdose|lost (?:~5 )?(?:suicide|overdose)|after (?:his|her|their|my \\w+) suicide|(?:his|her|their|brothers|sisters|dads|mums|sons|friends|cousins) (?:suicide|overdose)',
);
const TOLD_STORY = pattern(
  '(?:film|movie|book|novel|song|songs|lyrics?|episode|corrie|eastenders|emmerdale|river city|taggart|documentary|podcast|programme|drama|novel|training|leaflet|poster|article|essay|story line|storyline|first aid course|awareness|panto|horror|the game|video game|call of duty|fortnite|gta|csi|crime show|play at|theatre|true crime)',
);
const FIRST = / (?:i|im|ive|me|my|myself) /;

/** What becomes of a sign found at `from`..`to`. */
export function scopeOf(plain: string, from: number, to: number): Scope {
  const start = plain.lastIndexOf('|', from) + 1;
  const stop = plain.indexOf('|', to);
  const sentence = plain.slice(Math.max(start, from - 120), Math.min(stop < 0 ? plain.length : stop, to + 90));
  const before = ` ${plain.slice(Math.max(start, from - 90), from).trimStart()}`;
  const inside = plain.slice(from, to);
  if (has(GONE, ` ${sentence.trim()} `)) return 'gone';
  if (has(TOLD_STORY, before) && !FIRST.test(` ${before.split(' ').slice(-4).join(' ')} ${inside} `)) return 'denied';
  if (DENIED.test(before) && !NOT_DENIED.test(before) && !BUT.test(plain.slice(to - 1))) return 'denied';
  if (has(PAST, ` ${sentence.trim()} `) && !has(STILL, ` ${sentence.trim()} `)) return 'past';
  return 'stands';
}

const OTHERS =
  / (?:he|she|they|hes|shes|theyre|him|them|himself|herself|themselves|my (?:[^ |]+ )?(?:mum|dad|brother|sister|son|daughter|husband|wife|partner|friend|pal|mate|neighbour|cousin|uncle|auntie|gran|granda|boyfriend|girlfriend|nephew|niece|man|ex|flatmate|kids?|boy|girl|lassie|stepson|stepdaughter)s?|somebody|the (?:guy|woman|man|boy|lassie|girl|old|wee)|a (?:friend|pal|mate|neighbour|guy|man|woman)) /g;
const SELVES = / (?:i|im|ive|me|myself) /g;

/** Is the danger somebody else's? The nearest person named before or in the words decides. */
export function isAboutOther(plain: string, from: number, to: number): boolean {
  const inside = plain.slice(from - 1, to + 1);
  if (/ (?:himself|herself|themselves) /.test(inside)) return true;
  if (/ (?:myself|im|i|ive) /.test(inside)) return false;
  const start = plain.lastIndexOf('|', from) + 1;
  const before = ` ${plain.slice(Math.max(start, from - 120), from)}${inside}`.replaceAll(' ', '  ');
  return lastOf(OTHERS, before) > lastOf(SELVES, before);
}

/** They write for somebody else, and say so: "it's not for me, it's for the old man up the stair". */
const FOR_OTHER =
  / (?:not|no) (?:really |actually )?for (?:me|myself)(?= )| (?:writing|asking|texting|phoning|messaging|contacting you|here|enquiring|this is|its|help) (?:for|about|on behalf of) (?:my|a|the|our|an) (?:[^ |]+ ){0,2}?(?:mum|dad|mother|father|son|daughter|boy|girl|lassie|husband|wife|partner|brother|sister|gran|granny|nan|papa|granda|friend|pal|mate|neighbour|cousin|auntie|uncle|nephew|niece|man|woman|fella|lady|client|tenant|patient) /;

export function isForOther(plain: string): boolean {
  return FOR_OTHER.test(plain);
}

function lastOf(words: RegExp, text: string): number {
  const spaced = text.replaceAll('  ', ' ');
  let last = -1;
  words.lastIndex = 0;
  for (let found = words.exec(spaced); found !== null; found = words.exec(spaced)) {
    last = found.index;
    words.lastIndex = found.index + 1;
  }
  return last;
}

function has(words: RegExp, text: string): boolean {
  words.lastIndex = 0;
  return words.test(text);
}
