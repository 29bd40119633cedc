/** Who to call, on the page about being safe online: only lines that are checked and open at this moment (D1, D2). */
import type { Moment } from '../types';
import { lineOf, usableLines } from './helplines';

/** One sentence a line; the first is always about danger. */
export function safetyLines(now: Moment): readonly string[] {
  const usable = usableLines(now);
  const abuse = lineOf('sdafmh');
  return [
    "If you're in danger, call 999. If you can't speak, use a mobile, listen, then press 55 when asked.",
    ...(usable.has('sdafmh')
      ? [`About someone you know, who controls or hurts you: ${abuse.name}, free on ${abuse.numbers[0]}.`]
      : []),
    'To talk to someone about anything: Samaritans, free on 116 123, or 111.',
  ];
}
