/** The messages on their way to phones: changed only from what is really there, so a status and a sender never undo each other. */
import type { OutgoingMessage } from '../store/collections/phone';
import type { Records } from '../store/ports';

/** A question: whose, and when it was put, ms. */
export interface Asked {
  readonly conversationId: string;
  readonly at: number;
}

export interface OnLine {
  readonly open: readonly OutgoingMessage[];
  readonly held: readonly OutgoingMessage[];
  readonly ofTurn: readonly OutgoingMessage[];
}

export interface Messages {
  /** what still has to go on this line, in the order it was said */
  open(line: string): Promise<readonly OutgoingMessage[]>;
  held(line: string): Promise<readonly OutgoingMessage[]>;
  /** in one look: what still has to go, what is held back, and (with `asked`) what the turn made then wanted sent */
  onLine(line: string, asked: Asked | null): Promise<OnLine>;
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

/** In the order it was said. */
const inOrder = (a: OutgoingMessage, b: OutgoingMessage): number => a.at - b.at || a.n - b.n;

const turnOf = ({ conversationId, at }: Asked) => ({ conversationId, at: { $gte: at, $lte: at + thoughtWithin } });

function firstTurnIn(since: readonly OutgoingMessage[]): readonly OutgoingMessage[] {
  const first = Math.min(...since.map((message) => message.at));
  return since.filter((message) => message.at === first);
}

/** Messages on their records. */
export function createMessages(records: Records<OutgoingMessage>): Messages {
  return {
    async open(line) {
      const found = await records.find({ line, state: { $in: openStates } }, 500);
      return found.toSorted(inOrder);
    },
    async onLine(line, asked) {
      const waits = { line, state: { $in: [...openStates, 'held'] } };
      const found = await records.find(asked === null ? waits : { $or: [waits, turnOf(asked)] }, 600);
      const onIt = found.filter((message) => message.line === line);
      const inTurn = (message: OutgoingMessage) =>
        asked !== null &&
        message.conversationId === asked.conversationId &&
        message.at >= asked.at &&
        message.at <= asked.at + thoughtWithin;
      return {
        open: onIt.filter(isOpen).toSorted(inOrder),
        held: onIt.filter(({ state }) => state === 'held'),
        ofTurn: firstTurnIn(found.filter(inTurn)),
      };
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
      return firstTurnIn(await records.find(turnOf({ conversationId, at }), 100));
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
