/** Reads what people write at "Is it OK to chat just now?", where a wrong yes shows a helpline to whoever watches the phone. */
import { asksLike } from '../reading/questionForm';
import type { Topic } from '../reading/topics';
import { plainAnswer } from './answers';

/** `again`: neither a yes nor a no, so it is asked once more before anything is shown. */
export type ChatAnswer = 'yes' | 'no' | 'again';

const plainOf = (text: string) => text.toLowerCase().replace(/[\u2018\u2019'`]/g, '');

const WATCHER = '(?:he|she|they|him|her|them|(?:my|ma) \\w+|any ?(?:one|body)|some ?(?:one|body))';

/** Can it be seen: asked or feared. */
const SEEN = new RegExp(
  `\\b(?:can|could|will|would|does|is|might|may|what if|whit if) ${WATCHER}\\b.{0,24}\\b(?:see|sees|seen|read|reads|know|find|finds|tell|hear|check|checks|get|gets|look|looks)\\b|\\b${WATCHER} (?:can|could|will|would|might|may|al+ways)? ?(?:see|sees|read|reads|check|checks|look|looks|go|goes)\\b.{0,16}\\b(?:this|these|that|phones?|messages?|texts?|chat|it)\\b|\\b(?:show|shows|come up|appear|stay)\\b.{0,16}\\b(?:on|in) (?:my|ma|the|his|her|our) (?:\\w+ )?(?:bill|phone|screen|history)\\b|\\b(?:traced?|tracked|hide|delete) (?:this|it|these)\\b|\\b(?:is|are) (?:this|it|these|you) (?:\\w+ )?(?:private|secret|confidential|safe|traced|tracked|recorded)\\b|\\bwho (?:all )?(?:sees|reads|can see|can read)\\b`,
);

/** Why it is asked. */
const WHY =
  /\b(?:why|how come|whit fur|what for)\b.{0,12}\b(?:you|u|ye|yous|ya|that|this|it|asking|askin|ask)\b|^\s*(?:why|what for|whit fur|how come|how no)\W*$|\bwhat(?:s| is|s it| is it) (?:this|it|that|to you|to yous) ?(?:for|about)?\W*$|\bwhat do (?:you|u|ye|yous) (?:want|mean|need to know)\b/;

/** What they ask of us while it is not known who reads along; null when they ask nothing that can be answered so. */
export function askedInQuiet(text: string): Topic | null {
  const plain = plainOf(text);
  if (plain.length > 240) return null;
  if (SEEN.test(plain)) return 'how_to_hide_this';
  return WHY.test(plain) ? 'why_ask' : null;
}

/** The moment is wrong, or somebody is there. */
const NOT_NOW =
  /\b(?:not|no|naw|nah|cant|cannae|cannot|dont|dinnae|isnt|never)\b.{0,12}\b(?:now|the now|just now|tonight|today|chat|talk|safe|ok|okay|good|text|write|here)\b|\b(?:later|bad time|wrong time|(?:he|she|they)s? ?(?:is |are )?(?:here|in|back|home|beside|next to|watching|coming|through there|in the (?:room|house|next room)))\b|\b(?:stop|leave it|go away)\b/;

/** Whoever they fear is somewhere else. */
const AWAY =
  /\b(?:he|she|they|(?:my|ma) \w+)(?:s|re)? ?(?:is |are |has |have )?(?:just |now )?(?:out|away|gone|left|at (?:his|her|their|the|work|football|pub)|not here|no here|not in|no in|isnt (?:here|in)|isnae (?:here|in)|went out|work(?:ing)?)\b|\b(?:im|i am|am) (?:on my own|on ma own|alone|by myself|by masel|at work|out|at my (?:mums|mas|sisters|pals))\b|\b(?:nobody|no one|naebody)(?:s| is)? (?:here|in|about|around)\b/;

const SAYS_OK =
  /^(?!.*\b(?:not|no|nae|isnt|isnae) (?:\w+ )?(?:ok|okay|fine|safe|alright|awright|grand)\b).*\b(?:yes|yeah|yep|yup|ye|aye|ok|okay|fine|safe|sure|alright|awright|all right|grand|go on|go ahead|of course|can (?:chat|talk))\b/;

/** The one they fear is somewhere else, by these words. */
export const isElsewhere = (text: string): boolean => AWAY.test(plainOf(text)) && !/\bnot sure\b/.test(plainOf(text));

/** They call on us, or go on telling of themselves: the one they fear would not write this. */
const APPEAL =
  /\b(?:help|please|pls|plz|where (?:can|do|could|would|will) i|what (?:can|do|should|could|will) i do|whit (?:can|do|should) (?:i|a) dae?|how (?:can|do|could) i (?:get|leave|go|stop)|need (?:to|tae|out|away|someone|somebody|help)|want (?:out|away|to leave|tae leave|to get)|scared|feart|frightened|terrified|afraid|shaking|nowhere (?:to|tae) go|(?:he|she|they) (?:\w+ )?(?:hit|hits|battered|batters|hurt|hurts|punched|kicked|slapped|pushed|strangled|choked|grabbed|threatened|threatens|shouts|screams|locks|locked|controls|took|takes|wont let|willnae let|threw|spat|said (?:he|she)))\b/;

/** What an answer to "Is it OK to chat just now?" comes to. */
export function chatAnswer(text: string): ChatAnswer {
  const plain = plainOf(text);
  if (askedInQuiet(text) !== null) return 'again';
  if (NOT_NOW.test(plain) && !AWAY.test(plain)) return 'no';
  if (/^\W*(?:no|naw|nah|nope)\W*$/.test(plain)) return 'no';
  if (AWAY.test(plain) || APPEAL.test(plain)) return 'yes';
  if (/not sure|dunno|dont know|no sure/.test(plain)) return 'no';
  if (asksLike(text)) return 'again';
  if (SAYS_OK.test(plain)) return 'yes';
  return plainAnswer(text) === 'no' ? 'no' : 'again';
}

/** A yes is in these words, whatever they ask beside it. */
export const saysYes = (text: string): boolean => /\b(?:yes|yeah|yep|aye|please|ok|okay|sure|definitely)\b/i.test(text);

/** "Please don't ring my mobile": a wish about how, and no number to be reached on. */
export function forbidsNumber(text: string): boolean {
  const plain = plainOf(text);
  const not =
    /\b(?:dont|do not|dinnae|never|not to|(?:you|ye|yous|they) (?:cant|cannot|cannae)|not on|no on|not my|not this)\b(?! (?:have|hae|own|know|got|like|need|use (?:a|the)|want (?:a|any|to|tae|the|your?)\b(?! (?:to|tae)))).{0,24}?/;
  const how = '(?:ring|phone|call|text|txt|message|use|mobile|number|phone|landline|house|voicemail)';
  const barred = new RegExp(`${not.source}\\b${how}\\b`).exec(plain);
  if (barred === null) return false;
  // "don't ring my mobile, my work is 0141...": the number comes after, as the one to use
  const after = plain.slice(barred.index + barred[0].length);
  const digits = /(?:\+?\d[\s\-().]{0,2}){10,14}/.exec(after);
  if (digits === null) return true;
  return !/[,.;]|\b(?:but|use|instead|try|on|work|is|can|safe)\b/.test(after.slice(0, digits.index));
}
