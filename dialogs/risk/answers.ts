/** Reads what people write at a question about danger. Where it is not clear, danger is taken to be there (changes 1). */

/** What an answer comes to. `unclear`: words that say neither; never taken for a no. */
export type DangerAnswer = 'yes' | 'no' | 'unclear';

/** "Am no a wean" is Scots for "not a": it says no to nothing that was asked. */
const NOT_A = /\bno (?=an? (?!(?:chance|thing|bit|soul|bother|hope)\b))/g;

const plainOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(NOT_A, 'not ')
    .normalize('NFKD')
    .replace(/[\u2018\u2019'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const NO =
  / (?:no|naw|nah|nope|nae|never|not at all|not really|no really|nothing like that|nobody|noone|no one|god no|dont think so|i dont|im not|am not|aint|nane|none) /;
const YES =
  / (?:yes|yeah|yep|yup|ye|aye|uh ?huh|i am|i do|i have|he is|she is|they are|think so|sometimes|often|always|a bit|kind of|sort of|kinda|sorta|maybe|probably|every day|all the time|the now|right now|definitely|sadly|afraid so) /;
/** "Fine", "OK", "safe": but not after a "not". */
const FINE =
  /(?<! (?:not|no|isnt|arent|wasnt|never|dont feel|didnt feel|cant be|hardly) )(?<! (?:not|no) (?:really|very|too|all|that) )(?<= )(?:fine|ok|okay|okey|k|alright|awright|all right|safe|grand|sound|no bad|not bad|doing ok) /;
/** "Am no okay", with no comma after the no. */
const NOT_FINE = /\b(?:no|not|nae)\s+(?:ok|okay|fine|safe|alright|awright|all right|right|good|great|well)\b/i;
/** What tired, sad and joking people say when they meant no danger. */
const FIGURE =
  / (?:(?:its |thats |it is )?(?:not|no|nothing|nowt) like that|(?:literally|honestly|its|thats) just (?:\w+ )?\w+|just (?:a (?:bit|wee bit) )?(?:tired|knackered|done in|shattered|fed up|stressed|skint|sad|lonely|an? (?:\w+ )?(?:expression|saying|joke|phrase)|venting|moaning|moanin|blethering|having a (?:moan|rant|bad day))|(?:its |thats |was |is )?(?:just |only )?(?:an?|the) (?:old |wee )?(?:expression|saying|phrase|joke|turn of phrase)|dont be (?:daft|silly|stupid)|away ye go|heavens no|goodness no|figure of speech|manner of speaking|way of (?:talking|speaking)|only (?:joking|kidding)|just (?:joking|kidding)|i was (?:joking|kidding)|didnt mean (?:it )?(?:like )?that|didnt mean it|bless you|dont worry|no worries|nothing to worry) /;

/** "Sometimes", "kind of", "not exactly": beside a no they take it back. */
const SOFTENS =
  / (?:sometimes|somtimes|whiles|kind ?of|kinda|sort ?of|sorta|maybe|mibbe|mebbe|perhaps|possibly|at times|(?:every )?now and (?:then|again)|once in a while|occasionally|(?:some|most|every) (?:days?|nights?)|a (?:wee )?bit|a (?:little|lot)|often|in a way|partly|once or twice|now and then)(?: (?:i (?:do|am|have|think|feel|suppose|guess)|aye|yes|yeah|but no|pal|tbh|really|yous?))*$| (?:not|no|isnt) (?:exactly|as such|yet|always|all the time|every day|entirely|completely|technically)(?= |$)|^(?:no|naw|nah|nope)(?: and|or| an)? (?:yes|aye|yeah)$|^(?:yes|aye|yeah) (?:and |or |an |but )?(?:no|naw|nah)$| (?:think|thought|thinking) about it(?= |$)| crosse[sd] my mind(?= |$)| (?:just|only|more) (?:the |dark |bad )?thoughts?(?= |$)/;
/** After a "but", what is still no more than a no. */
const STILL_NO =
  /^(?:thanks?|thank (?:you|u|ye)|ta|cheers|i ?m (?:ok|okay|fine|safe|alright|grand)|am (?:ok|okay|fine|safe|alright|awright|grand)|its (?:ok|okay|fine|alright)|no worries|(?:i ?m|am|just|only|feeling|i feel|its just)(?: just| only| pure| really| so| dead| a bit)* (?:tired|knackered|done in|shattered|fed up|stressed|skint|sad|lonely|cold|hungry|bored|busy|annoyed|down)|(?:i )?(?:need|want|could (?:do with|use)|can you|could you|you can)|appreciate|good of you|nice of you|i was|it was|(?:he|she|they) used to)(?: |$)/;
/** "She says no to a doctor" is her no, and none to what was asked. */
const THEIR_NO =
  / (?:he|hes|she|shes|they|theyre|my \w+|ma \w+)(?: \w+){0,3} (?:no|naw|not|wont|refus\w+|dont|doesnt|never)(?: \w+){0,4} (?:phon\w*|call\w*|ring\w*|ambulance|doctor|hospital|999|police|polis|help)(?= )/;

/**
 * A question about danger ("Is anyone hurting you?"): a clear no is a no. "No but kind of", "no, sometimes" and whatever
 * else follows a no and takes it back never is.
 */
export function dangerAnswer(text: string): DangerAnswer {
  const answer = plainAnswer(text);
  if (answer !== 'no') return answer;
  const plain = plainOf(text);
  if (THEIR_NO.test(plain)) return 'unclear';
  if (FIGURE.test(plain)) return 'no';
  const [, after] = / (?:but|except|although) (.+) $/.exec(plain) ?? [];
  const bare = plain.trim();
  const softened = SOFTENS.test(` ${bare}`) || SOFTENS.test(bare);
  if (softened) return 'unclear';
  return after !== undefined && !STILL_NO.test(after) ? 'unclear' : 'no';
}

/** Yes or no to an offer, or to "is it OK to chat?": a clear no, or a clear "I'm OK", is no. */
export function plainAnswer(text: string): DangerAnswer {
  const plain = plainOf(text);
  if (plain.trim() === '' || NOT_FINE.test(text)) return 'unclear';
  // "yeah im safe its not like that im just sad": the yeah is to the talk, not to the danger
  if (FIGURE.test(plain) && (FINE.test(plain) || !YES.test(plain))) return 'no';
  if (/ (?:not sure|no sure|dunno|dont know|no idea|hard to say) /.test(plain)) return 'unclear';
  const fine = FINE.test(plain) || FIGURE.test(plain);
  const no = NO.test(plain);
  // "no but..." and "I'm fine but he..." go on to say something, and a person should hear it
  const turns = / (?:but|except|till|until|unless|though) /.test(plain) && plain.trim().split(' ').length > 5;
  if (turns && !FIGURE.test(plain)) return YES.test(plain) ? 'yes' : 'unclear';
  if (no || fine) return YES.test(plain.replace(FINE, ' ')) && !no ? 'yes' : 'no';
  return YES.test(plain) ? 'yes' : 'unclear';
}

/** "Are you safe right now?": only a clear yes is safe. `yes` here means safe. */
export function safetyAnswer(text: string): DangerAnswer {
  if (NOT_FINE.test(text)) return 'no';
  // "not like that", "not going to do anything" are no answer to "are you safe"
  const plain = plainOf(text).replace(
    / (?:its |thats )?(?:not|no|nothing|never) (?:like that|gonna do anything|going to do anything|gonnae dae anything|that kind of thing)(?= )/g,
    ' ',
  );
  if (/ (?:im|am|i am|we are|were|feel|yes|yeah|aye) (?:\w+ )?(?:safe|fine|ok|okay|alright|awright) /.test(plain))
    return 'yes';
  if (
    / (?:not|no|naw|nah|nope|isnt|dont|never|unsafe) /.test(plain) &&
    !/ (?:no bad|not bad|no worries|no problem|nae bother) /.test(plain)
  ) {
    return 'no';
  }
  // "the now aye": asked about right now, it is a plain yes
  if (/^ (?:(?:the now|right now|now) (?:aye|yes|yeah|ye)|(?:aye|yes|yeah) (?:am safe )?right now) /.test(plain))
    return 'yes';
  const unsure =
    / (?:maybe|dunno|i suppose|suppose so|not sure|for now|the now|sort of|kind of|i think|think so|hope so|guess) /.test(
      plain,
    );
  if (unsure) return 'unclear';
  return YES.test(plain) || FINE.test(plain) ? 'yes' : 'unclear';
}

/** They say they are a child or young person. */
export function saysYoung(text: string): boolean {
  return / (?:im|i am|am|me|aged|age|only|just turned|nearly) (?:only |just )?(?:[6-9]|1[0-7]|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?! (?:weeks?|months?|days?|hours?|mins?|minutes?|stone|st|kg|years (?:sober|clean|married|in)|pounds?|quid|miles?|percent|of|am|pm|times))(?: (?:yrs?|years?)(?: old)?)? /.test(
    plainOf(text),
  );
}

/** A number somebody can be called on is in these words. */
export function hasNumber(text: string): boolean {
  return /(?:\+?\d[\s\-().]{0,2}){10,14}/.test(text);
}
