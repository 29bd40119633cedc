/** What can be heard by plain words alone, where the recognisers say nothing: the commonest questions back, and a stop. */
import type { Topic } from '../reading/topics';

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
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
