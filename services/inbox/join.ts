/** Which of the messages waiting on a line make the next turn. Pure. */
import type { InboxItem } from '../store/collections/phone';

/** Texts sent one after another within this long are one thing said. */
export const joinWithin = 2_000;
/** Nobody waits longer than this for an answer because they go on writing. */
export const joinAtMost = 6_000;

export type Next =
  | { readonly kind: 'turn'; readonly items: readonly InboxItem[] }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'none' };

const inOrder = (a: InboxItem, b: InboxItem) => a.writtenAt - b.writtenAt || a.at - b.at || (a.id < b.id ? -1 : 1);

/** The next turn of a line. One begun before a crash is finished first, with exactly the messages it had. */
export function nextTurn(waiting: readonly InboxItem[], now: number): Next {
  const begun = waiting.find((item) => item.turn !== null);
  if (begun) return { kind: 'turn', items: waiting.filter((item) => item.turn === begun.turn).sort(inOrder) };
  const [first, ...others] = [...waiting].sort(inOrder);
  if (!first) return { kind: 'none' };
  if (first.alone) return { kind: 'turn', items: [first] };
  const items = [first];
  let last = first.at;
  for (const item of others) {
    // what was said on another channel of this line is another conversation
    if (item.alone || item.channel !== first.channel) break;
    // by when they were written: what was written long apart and came together is still read as it was written
    if (Math.abs(item.writtenAt - (items.at(-1)?.writtenAt ?? 0)) > joinAtMost) break;
    items.push(item);
    last = Math.max(last, item.at);
  }
  // something that stands alone comes after these: nothing more will be joined to them
  const closed = items.length < waiting.length;
  const urgent = items.some((item) => item.readyAt <= item.at);
  const ready = Math.min(last + joinWithin, Math.min(...items.map((item) => item.at)) + joinAtMost);
  return closed || urgent || ready <= now ? { kind: 'turn', items } : { kind: 'wait', until: ready };
}
