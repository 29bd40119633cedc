/** Does a message ask something, by its form: a question mark, or the order of its words? */
import { normalise } from '../safety/words/normalise';

const ASKS =
  /(?:^|\|| but| and| so| aye| hi| ok| wait| right| please| hello| sorry| before i| haud on| hang on) (?:(?:who|what|whats|whos|when|whens|where|wheres|why|how|hows|which|whose|whit|whits|whae|whaur) |(?:do|does|did|is|are|am|was|can|could|will|would|should|may|might|must|have|has|gonna|dont|isnt|arent|cant|wont|shall) (?:i|we|you|it|this|that|they|he|she|my|the|there|any|anybody|somebody|a|an|u|your|its) |any (?:chance|of) )|(?: is it| are you| will you| will she| will he| dont you| do you| isnt it| arent you| can i| can you| aye or no| or what| or no| or not| question mark) (?:\|)?\s*$/;

/** "Who sees this", "ma maw'll no find oot, will she", "is it free?": asked of us, by its form. */
export function asksLike(text: string): boolean {
  return text.includes('?') || ASKS.test(normalise(text.slice(0, 1000)).plain);
}

const WH = '(?:who|what|whats|whos|whom|when|whens|where|wheres|how|hows|why|which|whose|whit|whits|whae|whaur|hoo)';
/** Words that go before a question and are no answer of their own there. */
const LEADS =
  '(?:but|and|so|hi|hello|wait|right|please|sorry|well|um|eh|och|oh|hm|then|before (?:i|a)|haud on|hang on|hold on|just|first|if i say (?:yes|aye|no)|depends(?: on)?) ';
/** A yes that leads straight into a question hangs on the answer to it. */
const YES_LEADS = `(?:${LEADS}|(?:ok|okay|aye|yes|yeah|sure|fine|alright) )`;
const WHO_DOES = '(?:i|we|you|u|ye|yous|youse|it|this|that|they|he|she|anyone|anybody|someone|somebody|everyone|win)';
const STATES = '(?:is|are|am|was|does|did|isnt|arent|doesnt)';
const MAYS = '(?:can|could|will|would|should|might|shall|cant|couldnt|wont)';
const THINGS = `(?:${WHO_DOES}|my|the|there|any|your|its|people|other)`;
/** "I want to know how long": a question in a sentence. */
const INDIRECT = `(?:(?:i|id|ill|just|would|do|really|only|a) )*(?:(?:want|like|need|have|got|love) to (?:know|ask|hear|see)|tell me|wonder|wondering|was wondering|curious|asking|explain|let me know|depends|(?:dont|do not|not) (?:know|sure|clear|ken)) (?:(?:on|about|first|exactly) )*(?:${WH}|if|whether) `;

/** Asked only for show, or of what comes next: nothing in the answer hangs on these. */
const IDLE =
  '(?:why not|why no|why wouldnt|who cares|what harm|what (?:have i got|do i have|have i|is there|can (?:it|i)) (?:to )?(?:lose|hurt)|how (?:could|can) i (?:refuse|say no)|what (?:now|next|first)|whats (?:next|first)|what (?:else )?(?:do|would|else) you (?:need|want|like)(?: to know)?(?= $| \\|)|(?:how|where|when) do (?:i|we) (?:start|begin|sign)|what the (?:hell|heck)|what(?:s)? ?ever)';

const clauses = (leads: string, aux: string): RegExp =>
  new RegExp(
    `(?<=^ |\\| |^ (?:\\S+ ){0,12}(?:but|and|so|before i say(?: yes)?|ok|okay|aye|yes|yeah|no) )(?:${leads})*(?!${IDLE})(?:${WH} |${INDIRECT}|(?:${aux}) ${THINGS} |(?:do|have|has|does) (?:i|we|you|u|ye|yous|youse|they|he|she|people|the(?: \\w+){1,3}) )[^|]*`,
    'g',
  );

const STRICTLY = clauses(YES_LEADS, `${STATES}|${MAYS}`);
const LOOSELY = clauses(LEADS, STATES);
/** "You sell it on, aye or no", "ok so they keep it?" */
const TAGGED = / (?:aye|yes) or (?:no|not) $/;
const ENDS_ASKING =
  /(?:^|\|) (?:(?:ok|okay|right|so|aye|alright|well|yeah|yes|and|but) )*(?:you|they|it|its|this|thats|my|theyll|youll|everyone|everybody|nobody) [^|]* \| $/;
/** "Can you pass it on please": asked for, not asked about. */
const REQUEST = / (?:can|could|will|would) (?:you|u|ye|yous|youse) [^|]*\bplease /;

/**
 * What is left of plain words when their questions are taken out. `strictly`: where a yes lets details be kept or
 * passed on, a yes that leads into a question goes with it, and "can you..." asks too.
 */
export function outsideQuestions(plain: string, text: string, strictly: boolean): string {
  if (REQUEST.test(plain)) return plain;
  if (TAGGED.test(plain) && !/^ i /.test(plain)) return ' ';
  const asking = text.trimEnd().endsWith('?') ? plain.replace(ENDS_ASKING, '| ') : plain;
  return asking.replace(strictly ? STRICTLY : LOOSELY, ' ');
}
