/** What can be heard by plain words alone, where the recognisers say nothing: the commonest questions back, and a stop. */
import type { Topic } from '../reading/topics';

/** People somebody lives with, or would rather not have know. */
const CLOSE =
  '(?:mum|maw|mam|mother|da|dad|father|man|husband|wife|partner|boyfriend|girlfriend|ex|family|parents|son|daughter|brother|sister|flatmate|carer)';

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'how_to_hide_this',
    new RegExp(
      `\\b(?:my|ma|the) ${CLOSE}s? (?:might|may|could|will|would|can) (?:be able to )?(?:read|see|look at|find|check)\\b.{0,20}\\b(?:this|it|phone|messages|chat)\\b|\\b(?:will|can|could|would|might) (?:my|ma|the) ${CLOSE}s? (?:be able to )?(?:read|see|look at|find|check)\\b.{0,20}\\b(?:this|it|phone|messages|chat)\\b`,
      'i',
    ),
  ],
  [
    'how_to_hide_this',
    /\b(?:can|could|will|would|might|what if|if) (?:he|she)(?: be able to)? (?:sees?|reads?|looks? at|finds?|checks?)\b.{0,20}\b(?:this|it|phone|messages|chat|texts)\b/i,
  ],
  [
    'abuse_helpline',
    /\b(?:number|phone|line|helpline|contact)\b.{0,20}\b(?:women'?s aid|domestic abuse|abuse line|abuse helpline)\b|\b(?:women'?s aid|domestic abuse|abuse)\b.{0,12}\b(?:number|phone|line|helpline|contact)\b/i,
  ],
  [
    'our_number',
    /^\W*(?:can (?:i|a) )?(?:call|phone|ring) (?:you|u|ye|yous)(?: up| back| instead| directly)?\W*$|\bwhat(?:'?s| is| wis) (?:your|yer|the) (?:phone )?number\b|\bwhat number (?:do|can|should) i (?:call|phone|ring)\b/i,
  ],
  [
    'jobcentre_benefits_told',
    /\b(?:job ?cent(?:re|er)|dwp|universal credit|the social)\b.*\b(?:see|sees|know|told|tell|get|hear|find)\b|\b(?:see|know|told|tell|hear)\b.*\b(?:job ?cent(?:re|er)|dwp)\b/i,
  ],
  [
    'is_it_confidential_from_family',
    /\b(?:tell|told|know|find out|see)\b.*\b(?:my|ma) (?:mum|maw|da|dad|man|husband|wife|partner|family|parents|son|daughter)\b.*\?|\bd(?:o|ae) (?:you|u|yous|ye) tell (?:my|ma)\b/i,
  ],
  [
    'who_sees_this',
    /\bwho (?:all )?(?:sees|reads|gets|is reading|can see|will see|else sees|gets to see)\b|\bget hold of what i write\b|\bis (?:it|this) (?:a )?(?:secret|private|confidential)\b/i,
  ],
  [
    'who_sees_this',
    /\bwho(?:m)? (?:all )?(?:do|will|would|are|dae) (?:you|yous|youse|ye|u)\b.{0,12}\b(?:pass|give|tell|send|share|show|sell)|\bwho (?:all )?(?:keeps|has|knows|hears)\b|\bwho'?s (?:reading|seeing|getting)\b/i,
  ],
  [
    'data_deleted',
    /\bhow long\b.{0,24}\b(?:you|yous|youse|ye|it)\b.{0,12}\b(?:keep|hold|store|save|kept|stored|held)\b|\byou keep (?:it|this|them|everything) (?:for ?ever|for good|always)\b/i,
  ],
  ['how_long', /\bhow long (?:is|will|does|wid|dis|til)\b.*\b(?:this|it|take)\b|\bhow many (?:more )?questions\b/i],
  [
    'cost',
    /\b(?:is|does) (?:this|it|that) (?:free|cost)\b|\bhow much (?:is|does)\b|\bd(?:o|ae) (?:i|a) (?:have to|need tae|need to) pay\b/i,
  ],
  [
    'is_it_a_robot',
    /\b(?:are|is) (?:you|u|this|it|ye|yous) (?:a |an |even )?(?:real )?(?:person|human|robot|bot|machine|computer|ai)\b|\breal person\b.*\?/i,
  ],
  ['what_happens_next', /\bwhat happens (?:now|next|then|after)\b/i],
  ['data_deleted', /\bhow long do (?:you|yous|ye) (?:keep|retain|hold)\b/i],
  [
    'why_ask',
    /\bwhy (?:do|d'?you|are|is|dae) (?:you|yous|ye|that|this|it)?\s*(?:need|want|ask|asking|relevant)?\b.*\?*$/i,
  ],
  ['immigration_status', /\bhome office\b/i],
];

/** The topic of a question of theirs; null where none of these is asked. Never throws. */
export function topicIn(text: string): Topic | null {
  if (text.length > 240) return null;
  return TOPICS.find(([, asks]) => asks.test(text))?.[0] ?? null;
}

const STOPS =
  /^\s*(?:please |can you |could you )?(?:stop|quit) (?:texting|messaging|contacting|writing|sending|emailing)\b/i;

/** "Stop texting this number" is a stop, whatever follows it. */
export function saysStop(text: string): boolean {
  return STOPS.test(text);
}

const ALL_OF_IT =
  '(?:(?:all|everything|anything|all of|whatever|what|the lot|every word)(?: (?:of )?(?:it|that|this|what))*(?: (?:i|a|ive)(?: have|ve)? (?:said|told (?:you|ye|yous)|wrote|written|typed|gave (?:you|ye|yous)|put))?|(?:it|that|this) all|the lot|my (?:data|details|answers|chat))';
const FORGETS = new RegExp(
  `^\\s*(?:(?:i|a|please|just|can|could|will|would|you|ye|yous|ok|right|actually|no|want|wanna|like|id|i'd|to|tae|it|need|now|sorry|so)[ ,.]+)*(?:delete|erase|wipe|bin|scrub|get rid of|remove|destroy|clear) ${ALL_OF_IT}(?: (?:please|now|thanks|then|ok|for me|off|away|just now|the now))*\\W*$`,
  'i',
);

/** "I want to delete everything I told you": all of it, and nothing of somebody else's. */
export function saysForget(text: string): boolean {
  return text.length <= 120 && FORGETS.test(text);
}
