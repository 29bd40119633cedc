/** What somebody in danger asks about us: whether we are a person, and who will be told. It is answered, in a line. */
import type { Topic } from '../reading/topics';

const THEIRS =
  '(?:my|ma) (?:wee )?(?:mum|maw|mam|mother|da|dad|faither|father|man|husband|wife|partner|family|parents|sister|brother|son|daughter|lassie|boy|girlfriend|boyfriend)';
const OFFICIALS = '(?:the )?(?:police|polis|social work(?:ers?)?|social)';

const ASKS: readonly (readonly [RegExp, Topic])[] = [
  [
    /\b(?:are|r|is) (?:you|u|ye|ya|yous|this|it|that) (?:(?:even|actually|really|just) )?(?:an? )?(?:real|actual|human|person|robot|bot|machine|computer|ai)\b|\b(?:talking|speaking|typing|writing) (?:to|tae|with|wi) (?:an? )?(?:real |actual )?(?:person|human|robot|bot|machine|computer)\b/i,
    'is_it_a_robot',
  ],
  [
    new RegExp(
      `\\b(?:you|u|ye|yous|they)\\b.{0,24}\\b(?:tell|telling|phone|phoning|text|texting)\\b ${THEIRS}\\b|\\b(?:don'?t|do not|dinnae) (?:you |yous )?(?:tell|phone|text) ${THEIRS}\\b`,
      'i',
    ),
    'is_it_confidential_from_family',
  ],
  [
    new RegExp(
      `\\b(?:you|u|ye|yous|they)\\b.{0,24}\\b(?:tell|telling|phone|phoning|call|calling|send|sending)\\b ${OFFICIALS}\\b|^(?!.*\\bwhen\\b).*\\b(?:will|would|are|is|gonnae|gonna)\\b.{0,12}\\b${OFFICIALS}\\b.{0,20}\\b(?:come|coming|turn up|told|involved|at (?:my|ma) door)\\b`,
      'i',
    ),
    'police_social_work_told',
  ],
  [
    /\b(?:don'?t|do not|dinnae|no|not|never|without|nae)(?: \w+){0,3} (?:the |any )?(?:police|polis|polis|cops)\b/i,
    'police_social_work_told',
  ],
  [
    /\bwho (?:all )?(?:sees|reads|can see|will see|gets to see) (?:this|it|what)\b|\bis (?:this|it) (?:private|confidential|secret)\b/i,
    'who_sees_this',
  ],
];

/** The topic asked about; null where nothing of the kind is. */
export function askedOfUs(text: string): Topic | null {
  if (text.length > 240) return null;
  const plain = text.replace(/[\u2018\u2019]/g, "'");
  return ASKS.find(([asks]) => asks.test(plain))?.[1] ?? null;
}

const OWNS_UP =
  /\b(?:it'?s|its|it is|it was|that'?s|that is|i meant|i mean) (?:actually |really |just |all |about )*(?:me|masel|mysel|myself)\b(?! (?:that|who|wha|whit|he|she|they|what))|\b(?:there'?s|there is|there was|there'?s nae|there isnae|there isn'?t|there wasnae|there wasn'?t)(?: no| nae| any| an?)* (?:pal|friend|mate)\b|\b(?:i'?m|i am|am) the (?:pal|friend|mate|person)\b|\b(?:talking|asking|writing) (?:about|for) (?:me|masel|mysel|myself)\b/i;

/** "There's no pal, it's me": what was told of somebody else was their own. */
export function ownsUp(text: string): boolean {
  return text.length <= 240 && OWNS_UP.test(text.replace(/[\u2018\u2019]/g, "'"));
}
