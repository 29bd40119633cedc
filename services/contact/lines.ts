/** The lines we write to: found, made, and changed only from what is really there. */
import { LRUCache } from 'lru-cache';
import type { CarrierName, PhoneKind } from '../store/collections/carriers';
import type { Line } from '../store/collections/phone';
import type { Records } from '../store/ports';

const day = 24 * 60 * 60 * 1000;
/** A line nobody wrote on for so long is forgotten; one that was stopped keeps its hash and its stop. */
const keptFor = 400 * day;
const stopKeptFor = 100 * 365 * day;

export type Hash = (purpose: string, value: string) => string;

/** The id of a line: says nothing of the number, and is the same for every channel of one carrier. */
export function lineIdOf(hash: Hash, carrier: CarrierName, address: string): string {
  return hash('line', `${carrier} ${address}`);
}

/**
 * What the conversation service knows a channel address by. A number that somebody left begins anew with whoever has it
 * now, so that a stranger never enters the talk of the one before.
 */
export function addressOf(
  carrier: CarrierName,
  channel: PhoneKind,
  to: string,
  { leftAt }: Pick<Line, 'leftAt'> = {},
): string {
  return `${carrier}:${channel}:${to}${leftAt === undefined ? '' : `:since-${leftAt}`}`;
}

export interface Lines {
  /** the line, made when it is new */
  meet(carrier: CarrierName, address: string): Promise<Line>;
  get(id: string): Promise<Line | null>;
  /** as this process last wrote it, without a look: no more than a guess, but while the line is held here */
  lately(id: string): Line | null;
  /** changes a line from what is there now; null from `change` leaves it. Gives back what is there after, or null */
  change(id: string, change: (line: Line) => Line | null): Promise<Line | null>;
  /** the line a conversation was last heard on by this channel */
  ofConversation(conversationId: string, channel: PhoneKind): Promise<Line | null>;
  dueNudges(now: number, limit: number): Promise<readonly Line[]>;
}

/** Lines on their records. `now` is in ms since 1970. */
export function createLines(records: Records<Line>, hash: Hash, now: () => number): Lines {
  const fresh = (id: string, carrier: CarrierName, address: string): Line => ({
    id,
    rev: 1,
    carrier,
    address,
    sms: null,
    whatsapp: null,
    stopped: null,
    nudge: null,
    leaseBy: '',
    leaseUntil: 0,
    createdAt: now(),
    updatedAt: now(),
    expiresAt: now() + keptFor,
  });
  /** lines as this process last wrote them: where nobody wrote since, a change needs no look first */
  const lately = new LRUCache<string, Line>({ max: 2_000, ttl: day });
  const changeLine: Lines['change'] = async (id, change) => {
    for (;;) {
      const guess = lately.get(id);
      lately.delete(id);
      const line = guess ?? (await records.get(id));
      const changed = line && change(line);
      // that nothing is to be changed is only known of what is really there
      if (guess !== undefined && !changed) continue;
      if (!line || !changed) return line;
      const next: Line = {
        ...changed,
        rev: line.rev + 1,
        updatedAt: now(),
        expiresAt: now() + (changed.stopped ? stopKeptFor : keptFor),
      };
      if (await records.replace(next, line.rev)) {
        lately.set(id, next);
        return next;
      }
    }
  };
  return {
    async meet(carrier, address) {
      const id = lineIdOf(hash, carrier, address);
      const known = await records.get(id);
      if (known && known.address !== null && known.expiresAt - now() > day) return known;
      // kept as a hash, or soon to go: somebody writes on it again
      if (known) return (await changeLine(id, (line) => ({ ...line, address }))) ?? known;
      const made = fresh(id, carrier, address);
      if (await records.add(made)) return made;
      return (await records.get(id)) ?? made;
    },
    get: (id) => records.get(id),
    lately: (id) => lately.get(id) ?? null,
    change: changeLine,
    async ofConversation(conversationId, channel) {
      const found = await records.find({ [`${channel}.conversationId`]: conversationId }, 20);
      const heardAt = (line: Line) => line[channel]?.heardAt ?? 0;
      return [...found].sort((a, b) => heardAt(b) - heardAt(a))[0] ?? null;
    },
    dueNudges: (at, limit) => records.find({ 'nudge.at': { $lte: at } }, limit),
  };
}
