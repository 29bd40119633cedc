/** A number that costs nothing, for somebody with no credit: one that answers at this moment. */
import type { MessageId } from '../content/copy';
import { usableLines } from '../content/helplines';
import type { Draft } from '../draft';

const NO_CREDIT =
  /\b(?:no|nae|any|without|nothing|out of|ran out of|run out of|havent got|havenae got|not got|low on|skint for) ?(?:\w+ )?(?:credit|minutes|mins|top ?up)\b|\bcredit(?:s|'s)? (?:is )?(?:away|gone|done|finished|out)\b|\b(?:cant|can't|cannae|cannot) (?:afford (?:to|tae|a|the) |pay for (?:a |the )?)(?:call|phone|ring)\w*\b/i;

const FREE_NUMBER =
  /\b(?:free ?phone|free|0800)\b.{0,16}\b(?:number|line|wan|one|call|phone|ring)\b|\b(?:number|line|one|wan|call|ring|phone)\b.{0,20}\b(?:free|0800|freephone|cost|costs|charge|charged)\b|\bwh(?:at|it)(?:'?s| is) (?:the|that|their|yer|your) (?:0800 |free |phone )?(?:number|line)\b/i;

const NO_PHONE = /\b(?:no|nae|havent got a|haven't got a|without a|lost my|lost ma) (?:phone|mobile)\b/i;

/** They have nothing to phone with that costs. */
export const hasNoCredit = (text: string): boolean => NO_CREDIT.test(text) || NO_PHONE.test(text);

/** They ask for a number that is free, or have no credit for one that is not. */
export const wantsFreeLine = (text: string): boolean => FREE_NUMBER.test(text) || NO_CREDIT.test(text);

/** The free line for where they are to sleep, open now; the council by night, Shelter Scotland by day. */
function bedLine({ world }: Draft): MessageId {
  const open = usableLines(world.now);
  if (open.has('councilHomelessNight')) return 'W-FREE-COUNCIL';
  return open.has('shelterScotland') ? 'W-FREE-SHELTER' : 'W-NO-CALL';
}

/** The free line for what they told us of. */
export function freeLine(d: Draft, forBed: boolean): MessageId {
  if (forBed || d.state.safety?.category === 'no_shelter_tonight') return bedLine(d);
  return d.state.safety?.category === 'domestic_abuse' ? 'Q-ABUSE-LINE' : 'W-FREE-ANY';
}
