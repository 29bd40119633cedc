/** The desk where webhooks are handed in: nothing is thanked for before it is safe on disk. */
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Reply } from '../../dialogs/content/words';
import type { Contact } from '../contact/contact';
import { type Hash, type Lines, lineIdOf } from '../contact/lines';
import type { SetAside } from '../conversation/setAside';
import { createPace, SHORT_IN_A_FLOOD, TALK_PACE } from '../limits/pace';
import type { InboxItem, Line } from '../store/collections/phone';
import { type Records, StoreDown } from '../store/ports';
import { type Reader, readAhead } from '../understanding/read';
import { joinWithin } from './join';
import type { Desk, PhoneMessage } from './webhook';
import { phoneMessage } from './webhookShape';

const day = 24 * 60 * 60 * 1000;
/** The id of a message is known this long, so that a webhook that comes again is not heard again (Meta tries for up to seven days). */
const rememberedFor = 30 * day;
/** Messages of one payload written at once. */
const writersAtOnce = 32;
/** The longest text kept of one message, characters. */
const longest = 100_000;

export interface DeskParts {
  readonly inbox: Records<InboxItem>;
  readonly lines: Lines;
  readonly contact: Pick<Contact, 'status' | 'withoutStore' | 'dropAll'>;
  readonly read: Reader;
  readonly hash: Hash;
  /** the crisis text for what was written, and a phone number */
  readonly repliesWithoutStore: (text: string) => readonly Reply[];
  /** a line has something to hear, from `at` on, ms */
  readonly wake: (line: string, at: number, isUrgent: boolean) => void;
  readonly setAside: SetAside;
  readonly now: () => number;
  /** kinds of fault only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const textOf = ({ what }: PhoneMessage): string =>
  what.kind === 'text' ? what.text : what.kind === 'media' ? what.caption : '';

interface Kept {
  readonly line: string;
  readonly readyAt: number;
  readonly urgent: boolean;
}

/** The same message, whatever carrier brings it however often. */
export const messageKey = (hash: Hash, { carrier, id }: PhoneMessage): string => hash('message', `${carrier} ${id}`);

function shortened(message: PhoneMessage): PhoneMessage {
  const { what } = message;
  if (what.kind === 'text') return { ...message, what: { ...what, text: what.text.slice(0, longest) } };
  return what.kind === 'media' ? { ...message, what: { ...what, caption: what.caption.slice(0, longest) } } : message;
}

/** A message is first looked at by itself. */
const NOTHING_BEFORE = { recentlyFlagged: false } as const;

/** The desk. */
export function createDesk(parts: DeskParts): Desk {
  const { now } = parts;
  const paced = createPace(TALK_PACE, () => performance.now());
  let last = 0;
  /** When it came; of two in one payload the second came later, if only by a moment. */
  const arrival = (): number => {
    last = Math.max(now(), last + 1);
    return last;
  };

  const known = new LRUCache<string, string>({ max: 20_000 });
  /** Where two names of one person came together once, the second leads to the first from then on, a stop with it. */
  async function join({ carrier, from, alias }: PhoneMessage): Promise<void> {
    if (alias === undefined || alias === from || known.get(alias) === from) return;
    const other = await parts.lines.meet(carrier, alias);
    if (other.address !== from) await parts.lines.change(other.id, (line) => ({ ...line, address: from }));
    const { stopped } = other;
    if (stopped) {
      const main = await parts.lines.meet(carrier, from);
      await parts.lines.change(main.id, (line) => (line.stopped ? null : { ...line, stopped, nudge: null }));
    }
    known.set(alias, from);
  }

  /**
   * A line this process wrote lately, where the number alone says whose it is: Meta gives people several names, and says
   * when one left a number. Should it be gone, the worker makes it again.
   */
  function knownLine({ carrier, from }: PhoneMessage): Line | null {
    const line = carrier === 'twilio' ? parts.lines.lately(lineIdOf(parts.hash, carrier, from)) : null;
    return line?.address === from && line.expiresAt - now() > day ? line : null;
  }

  /** The line of whoever sent it, and the message under the name they are known by. */
  async function lineOf(message: PhoneMessage): Promise<{ readonly line: Line; readonly message: PhoneMessage }> {
    const known = knownLine(message);
    if (known !== null) return { line: known, message };
    await join(message);
    const line = await parts.lines.meet(message.carrier, message.from);
    if (!line.address || line.address === message.from) return { line, message };
    const from = line.address;
    const main = await parts.lines.meet(message.carrier, from);
    if ((main.leftAt ?? 0) < line.updatedAt) return { line: main, message: { ...message, from } };
    // they left the number this name led to, and are not whoever has it now
    const own = await parts.lines.change(line.id, (one) => ({ ...one, address: message.from }));
    return { line: own ?? line, message };
  }

  /** Gives back the line, which is woken when the whole payload is safe. */
  async function keep(whole: PhoneMessage, at: number): Promise<Kept> {
    const { line, message } = await lineOf(shortened(whole));
    const words = textOf(message);
    // page after page from one phone: its carrier waits with us, and nobody else does. What is short may be danger
    if (words.length > SHORT_IN_A_FLOOD) await pause(paced(line.id, words.length));
    await readAhead(words, NOTHING_BEFORE);
    const reading = parts.read(words, NOTHING_BEFORE);
    const urgent = reading.risks === 'failed' || reading.risks.length > 0;
    const alone = message.what.kind !== 'text' || message.carrierDid !== null || reading.command !== null;
    const readyAt = urgent || alone ? at : at + joinWithin;
    await parts.inbox.add({
      id: messageKey(parts.hash, message),
      rev: 1,
      line: line.id,
      channel: message.channel,
      at,
      // a clock of theirs that runs ahead of ours must not make a message younger than its coming
      writtenAt: Math.min(at, message.sentAt ?? at),
      alone,
      message: JSON.stringify(message),
      state: 'waiting',
      turn: null,
      readyAt,
      expiresAt: at + rememberedFor,
    });
    return { line: line.id, readyAt, urgent };
  }

  /** What somebody wrote before they left is not answered to whoever has the number now; danger in it is set aside for a person. */
  async function dropUnheard(line: string, leftAt: number): Promise<void> {
    for (const item of await parts.inbox.find({ line, state: 'waiting' }, 500)) {
      if (item.writtenAt > leftAt || item.message === null) continue;
      const words = textOf(phoneMessage.parse(JSON.parse(item.message)));
      const { risks } = parts.read(words, NOTHING_BEFORE);
      if (risks === 'failed' || risks.length > 0)
        await parts.setAside({
          id: `aside:${item.id}`,
          what: 'message',
          conversationId: null,
          source: item.id,
          why: 'they left the number',
          words: words || null,
          level: 'P0',
        });
      await parts.inbox.replace({ ...item, rev: item.rev + 1, turn: item.id, state: 'heard', message: null }, item.rev);
    }
  }

  async function unkept(message: PhoneMessage): Promise<void> {
    const where = { carrier: message.carrier, channel: message.channel, to: message.from };
    const key = messageKey(parts.hash, message);
    await parts.contact.withoutStore(where, parts.repliesWithoutStore(textOf(message)), key);
  }

  return {
    async take(messages) {
      // their order is settled before any of them is written, so that many can be written at once
      const waiting = messages.map((message) => ({ message, at: arrival() }));
      const kept: Kept[] = [];
      let down = false;
      const writer = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          try {
            kept.push(await keep(next.message, next.at));
          } catch (error) {
            // a full disk, a check that refuses it: whatever kept it off the disk, danger is answered, and it is sent again
            if (!(error instanceof StoreDown)) parts.log('inbox.failed', { error: nameOf(error) });
            down = true;
            await unkept(next.message);
          }
        }
      };
      await Promise.all(Array.from({ length: Math.min(writersAtOnce, waiting.length) }, writer));
      for (const { line, readyAt, urgent } of [...kept].sort((a, b) => Number(b.urgent) - Number(a.urgent)))
        parts.wake(line, readyAt, urgent);
      return down ? 'storeDown' : 'kept';
    },
    async left(carrier, gone) {
      try {
        for (const { address, at } of gone) {
          const id = lineIdOf(parts.hash, carrier, address);
          let isNew = false;
          await parts.lines.change(id, (line) => {
            // the word may come again for days, when somebody new has long been writing from it
            const untouched = line.sms === null && line.whatsapp === null;
            isNew = line.leftAt === undefined || (at === null ? !untouched : at > line.leftAt);
            return isNew ? { ...line, sms: null, whatsapp: null, nudge: null, stopped: null, leftAt: now() } : null;
          });
          if (!isNew) continue;
          await dropUnheard(id, at ?? now());
          await parts.contact.dropAll(id);
        }
        return 'kept';
      } catch (error) {
        if (error instanceof StoreDown) return 'storeDown';
        throw error;
      }
    },
    async status(news) {
      try {
        await parts.contact.status(news);
        return 'kept';
      } catch (error) {
        if (!(error instanceof StoreDown)) parts.log('status.failed', { error: nameOf(error) });
        return 'storeDown';
      }
    },
  };
}
