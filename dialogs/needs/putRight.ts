/** "Actually no, it's more my housing": a need put right, or added, after it was read from other words. */
import { normalise } from '../safety/words/normalise';
import type { Need } from '../types';
import { putPlainly } from './figures';
import { recogniseNeeds } from './recogniseNeeds';

export interface PutRight {
  readonly named: readonly Need[];
  /** what they say it is not */
  readonly dropped: readonly Need[];
  /** it takes the place of what was heard, rather than being one more */
  readonly corrects: boolean;
}

const DENIES =
  / (?:not|isnt|no longer|instead of|rather than|never|(?:its|thats) no) (?:(?:really|just|so much|so|about|my|ma|the|for|with|help|any) )*([a-z]+)(?= )/g;
const LEADS =
  /^ ?(?:(?:actually|no|nah|nope|sorry|wait|hold on|hang on|haud on|oh|well|and|but|so|aye|yes|eh|um|its|it is|that|thats|i|im|ive|meant|mean|said|really|more|mainly|mostly|just|about|for|to do with|down to|also|plus|change it to|make it|want|need|help|with|got|a|problem) )+/;
const TRAILS =
  / (?:(?:really|instead|more|too|as well|though|tho|please|mainly|mostly|first|actually|sorry|thats the problem|i need (?:help|a hand) with|im (?:worried|bothered) about|i meant|to be honest|tbh) ?)+$/;
const CORRECTS =
  / (?:actually|sorry|i (?:mean|meant|said)|more|really|instead|rather|mainly|mostly|not|isnt|no longer|wrong|changed?|never|main|wait|(?:hold|hang|haud) on) |^ (?:no|nah|nope) /;
const ADDS = / (?:also|as well|too|plus|and another|another thing) /;
/** Said alone in answer to nothing, these name a need; elsewhere they are too common to. */
const ALONE: readonly (readonly [Need, RegExp])[] = [
  ['housing', /^(?:my |the |ma )?(?:housing|council house|house|accommodation)$/],
  ['addiction', /^(?:my |the |ma |his |her )?(?:drink|drinking|booze|bevvy)$/],
  ['learning', /^(?:my |the )?(?:english|college|learning)$/],
];
const bareIn = (bare: string): readonly Need[] => {
  const alone = ALONE.flatMap(([need, says]) => (says.test(bare) ? [need] : []));
  return alone.length > 0 ? alone : recogniseNeeds(bare);
};
/** A longer message is read as it was; the bare thing they name is looked for in a short one. */
const MOST_WORDS = 14;

/** What a message puts right of the needs; `read` are those it names by itself. */
export function needsPutRight(text: string, read: readonly Need[]): PutRight {
  const plain = putPlainly(normalise(text).plain).replace(/[|]/g, ' ').replace(/\s+/g, ' ');
  const dropped = [...plain.matchAll(DENIES)].flatMap(([, word = '']) => bareIn(word));
  const kept = plain.replace(DENIES, ' ').replace(/\s+/g, ' ');
  const bare = kept.replace(LEADS, ' ').replace(TRAILS, ' ').trim();
  const found = plain.trim().split(' ').length <= MOST_WORDS && bare !== '' ? bareIn(bare) : [];
  const named = [...new Set([...read, ...found])].filter((need) => !dropped.includes(need));
  return { named, dropped, corrects: CORRECTS.test(plain) && !ADDS.test(plain) };
}
