/** A call-back at a time they choose: offered when nobody can answer now, and theirs to move or call off in their own words. */
import { CALL_TIME, callTimes } from './callTimes';
import { part } from './content/copy';
import { askFirst, type Draft, later, put, say, settle } from './draft';
import { leaveNote } from './handOver';

/** They chose a time. Held for them before this is said, or it is not there any more. */
export function bookCall(d: Draft, from: number): void {
  const time = callTimes(d).find((one) => one.from === from);
  if (time === undefined) {
    say(d, part('W-CALL-GONE'));
    askFirst(d, CALL_TIME);
    return;
  }
  later(d, 'bookCall', { from, to: time.to });
  put(d, { call: { id: '', person: '', by: time.to, from }, handoff: null });
  say(d, part('W-CALL-BOOKED', { at: d.world.sayBy(from) }));
}

export function callOff(d: Draft): void {
  later(d, 'cancelCall', {});
  put(d, { call: null });
  say(d, part('W-CALL-OFF'));
}

/** Somebody was quicker after all, found out when it was written down: they hear it, and may choose again. */
export function callGone(d: Draft): void {
  put(d, { call: null });
  leaveNote(d, 'asked', 'P3');
  if (d.state.contact !== 'OPEN' || d.state.mode !== 'bot') {
    settle(d);
    return;
  }
  say(d, part('W-CALL-GONE'));
  if (callTimes(d).length > 0) askFirst(d, CALL_TIME);
}

const CALL = '(?:call|phone ?call|ring|appointment|slot|booking|time)';
const MOVE = [
  /^(?:please )?(?:move|change|rearrange|reschedule)(?: (?:it|that|this))?(?: please)?$/,
  new RegExp(`\\b(?:move|change|rearrange|reschedule|swap)\\b(?: \\w+){0,3} ${CALL}\\b`),
  new RegExp(`\\b(?:different|another|other|earlier|later|better) ${CALL}\\b`),
];
const OFF = [
  /^(?:please )?(?:no|nae) (?:phone ?)?call(?: please| thanks| ta)?$/,
  new RegExp(`\\b(?:cancel|scrap|forget|stop|call off)\\b(?: \\w+){0,3} ${CALL}\\b`),
  /\b(?:dont|do not|dinnae|please dont) (?:call|phone|ring)(?: me| us)?\b/,
];
const CANNOT = /\b(?:cant|cannot|cannae|canny|wont|not able to|no able tae) (?:make|manage|dae|do|take|talk)\b/;
const LONGEST = 160;

/** What these words ask of a call that is booked; null for nothing. */
export function asksOfCall(text: string): 'move' | 'off' | 'change' | null {
  const said = text
    .toLowerCase()
    .replace(/[\u2018\u2019']/g, '')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (said.length > LONGEST) return null;
  if (OFF.some((pattern) => pattern.test(said))) return 'off';
  if (MOVE.some((pattern) => pattern.test(said))) return 'move';
  return CANNOT.test(said) ? 'change' : null;
}

/** They have a call booked, and write of it. True when that took the turn. */
export function hearOfCall(d: Draft, text: string): boolean {
  const { call, contact } = d.state;
  if (call === null || call.from === null || call.by < d.world.now.at || contact !== 'OPEN') return false;
  const asked = asksOfCall(text);
  if (asked === null) return false;
  if (asked === 'off') callOff(d);
  else askFirst(d, asked === 'move' ? CALL_TIME : 'callChange');
  return true;
}
