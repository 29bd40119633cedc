/** The messages on their way to phones: changed only from what is really there, so a status and a sender never undo each other. */
import type { OutgoingMessage } from '../store/collections/phone';
import type { Records } from '../store/ports';

export interface Messages {
  /** what still has to go on this line, in the order it was said */
  open(line: string): Promise<readonly OutgoingMessage[]>;
  held(line: string): Promise<readonly OutgoingMessage[]>;
  /** the newest that left for this line, at most 40 */
  gone(line: string): Promise<readonly OutgoingMessage[]>;
  /** lines with something due */
  dueLines(now: number, limit: number): Promise<readonly string[]>;
  byRef(ref: string | null, providerId: string): Promise<OutgoingMessage | null>;
  /** what the turn made at this moment, or just after, wanted sent; nothing when it was said some other way */
  ofTurn(conversationId: string, at: number): Promise<readonly OutgoingMessage[]>;
  /**
   * Changes a message from what is there now; null from `change` leaves it. Gives back what is there after. `seen`: as it
   * was a moment ago; where nobody changed it since, it need not be looked up again.
   */
  change(
    id: string,
    change: (message: OutgoingMessage) => Partial<OutgoingMessage> | null,
    seen?: OutgoingMessage,
  ): Promise<OutgoingMessage | null>;
}

const openStates: readonly string[] = ['waiting', 'sending', 'unsure'];
/** Still has to go, or is going. */
export const isOpen = ({ state }: OutgoingMessage): boolean => openStates.includes(state);
/** A turn is written down within this long of being thought, ms. */
const thoughtWithin = 30_000;

/** Messages on their records. */
export function createMessages(records: Records<OutgoingMessage>): Messages {
  return {
    async open(line) {
      const found = await records.find({ line, state: { $in: openStates } }, 500);
      return [...found].sort((a, b) => a.at - b.at || a.n - b.n);
    },
    held: (line) => records.find({ line, state: 'held' }, 500),
    async gone(line) {
      const found = await records.find({ line, state: { $in: ['sent', 'delivered', 'read'] } }, 300);
      return [...found].sort((a, b) => b.at - a.at).slice(0, 40);
    },
    async dueLines(now, limit) {
      const due = await records.find({ state: { $in: openStates }, dueAt: { $lte: now } }, limit);
      return [...new Set(due.map((message) => message.line))];
    },
    async byRef(ref, providerId) {
      const ours = ref === null ? [] : await records.find({ ref }, 1);
      return ours[0] ?? (await records.find({ providerId }, 1))[0] ?? null;
    },
    async ofTurn(conversationId, at) {
      const since = await records.find({ conversationId, at: { $gte: at, $lte: at + thoughtWithin } }, 100);
      const first = Math.min(...since.map((message) => message.at));
      return since.filter((message) => message.at === first);
    },
    async change(id, change, seen) {
      for (let guess = seen; ; guess = undefined) {
        const message = guess ?? (await records.get(id));
        const changed = message && change(message);
        // that nothing is to be changed is only known of what is really there
        if (guess !== undefined && !changed) continue;
        if (!message || !changed) return message;
        const next = { ...message, ...changed, rev: message.rev + 1 };
        if (await records.replace(next, message.rev)) return next;
      }
    },
  };
}
