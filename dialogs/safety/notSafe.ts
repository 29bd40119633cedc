/** "I'm not safe", "I lied": words that take back an "I'm safe", heard only where danger was spoken of before. */
import { normalise } from './words/normalise';

/** `unsafe`: not safe, or what was said of being safe was not so. `low`: not OK, which is to be asked about. */
export type TakenBack = 'unsafe' | 'low' | null;

/** Whose safety it may be instead. */
const OTHERS =
  / (?:he|hes|she|shes|it|its|they|theyre|this|that|thats|theres|there|you|youre|who|(?:the|my|ma|his|her|our|your) (?!own |head )\w+) /g;
const OWN = / (?:i|im|id|ive|ill|am|me|myself) /g;

const HOW =
  '(?:really|very|that|all|at|actually|so|being|feeling|quite|even|entirely|totally|completely|exactly|any|right|now|gonna|going|to|be|feel|stay|staying|keep|keeping|myself|make|making|sure|if|think|thinking|im|i|am|ill|id|guarantee|promise|say|trust|with)';
const NOT_SAFE = new RegExp(
  ` (?:(?:not|isnt|aint|dont|cant|cannot|wont|wasnt|never|doubt|didnt|no longer|dunno if|hardly|far from) (?:${HOW} ){0,5}|no (?:(?:really|very|that|all that|feeling|so|even|too) )*)(?:safe|secure)(?! (?:to|for) (?:talk|chat|text|speak|write|type|message|call|phone|ring|you|yous)\\b)(?= )| unsafe(?= )`,
  'g',
);
/** "I said I was safe but I'm not": the not comes after. */
const SAFE_BUT_NOT =
  / (?:safe|ok|fine|alright|okay) (?:\| )?(?:but |and |except |only |well )?(?:i )?(?:really |actually )?(?:im|i am|am|i) (?:really |actually |just )?(?:not|no|wasnt|amnt|isnt)(?= (?:really |actually |anymore |safe |at all )*(?:\||$))/;
const LIED =
  / (?:lied|lying|was a lie|were lies|wasnt (?:true|the truth|honest)|not (?:true|the truth|honest)|wasnt (?:being )?(?:honest|truthful)|didnt tell (?:you )?the truth|take (?:it|that) back|didnt mean (?:it when i said )?(?:i was )?(?:yes|safe))(?= (?:\||$|im |i |am |about (?:it|that|being|feeling)|when |to you|earlier|before|there |sorry|just |because |and |but |with ))/;
/** "I don't trust myself", "I might do something": a fear of what they may do. */
const OF_SELF =
  / (?:(?:dont|cant|not) (?:really )?trust myself|(?:might|gonna|going to|about to|could|want to|think i will|think ill|scared i will|scared ill|scared i might) (?:end up )?(?:doing |do )(?:something (?:stupid|daft|bad|silly|to myself)|it (?:now|tonight|anyway))|(?:scared|frightened|feart|afraid|terrified) of (?:myself|what i (?:will|might|may|could|would) do|what ill do)|cant (?:control|stop) myself)(?= )/;
const NOT_OK =
  / (?:not|isnt|aint|dont feel|cant be|never|no) (?:(?:really|very|that|all|at|actually|so|feeling|doing|even|too|any) )*(?:ok|okay|alright|fine|coping|good|great|well|any better)(?= (?:\||$|now |anymore |at all |really |tonight |today |the now |i |im |and |but |please ))/g;
/** However it is put, things are worse than they were. */
const WORSE =
  / (?:getting|got|gotten|feel|feeling) (?:a lot |much |even |far )?worse(?= )| (?:bad|rough|terrible|awful) again(?= )/;

/** Nearest before this place: do they speak of themselves, or of somebody or something else? */
function isOwn(clause: string, at: number): boolean {
  const before = ` ${clause.slice(0, at).trim()} `;
  const last = (words: RegExp) => Math.max(-1, ...[...before.matchAll(words)].map((one) => one.index));
  return last(OTHERS) <= last(OWN);
}

const saysOwn = (plain: string, words: RegExp): boolean =>
  plain
    .split('|')
    .map((clause) => ` ${clause.trim()} `)
    .some((clause) => [...clause.matchAll(words)].some((found) => isOwn(clause, found.index)));

/** What these words take back of an "I'm safe" said before. */
export function takesBackSafe(text: string): TakenBack {
  if (text.length > 400) return null;
  const plain = normalise(text).plain;
  if (saysOwn(plain, NOT_SAFE) || SAFE_BUT_NOT.test(plain) || LIED.test(plain) || OF_SELF.test(plain)) return 'unsafe';
  return saysOwn(plain, NOT_OK) || WORSE.test(plain) ? 'low' : null;
}
