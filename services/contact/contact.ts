/** The one way to a phone: what a turn wants said is written down, put to the safe-contact rules, sent, and followed up. */
import type { Reply } from '../../dialogs/content/words';
import type { Happening, Moment } from '../../dialogs/types';
import type { NeedPerson } from '../handoffMachine/asking';
import type { CarrierName, PhoneKind } from '../store/collections/carriers';
import type { Line, OutgoingMessage } from '../store/collections/phone';
import { turnIn } from '../store/identity';
import type { ConversationStore, Records, TurnRecord } from '../store/ports';
import { type Carrier, outgoing, type StatusNews, type Where } from './carrier';
import type { Delivery } from './delivery';
import type { Lines } from './lines';
import { type Asked, createMessages, isOpen, type OnLine } from './messages';
import { openingFor } from './openings';
import { createOutbox, type Render } from './outbox';
import { afterStatus, type Became } from './outcomes';
import type { Verdict } from './rules';
import { createSending, type SendHow } from './sending';

export interface ContactParts {
  readonly lines: Lines;
  readonly outgoing: Records<OutgoingMessage>;
  /** asks for a person of the team (services/handoffs) */
  readonly needPerson: NeedPerson;
  readonly store: Pick<ConversationStore, 'load' | 'look' | 'transcript'>;
  readonly carriers: readonly Carrier[];
  readonly render: Render;
  readonly momentAt: (at: number) => Moment;
  /** when a person will act at this level, ms (guide.md 2.2) */
  readonly dueAt: (level: 'P1' | 'P2') => number;
  /** tells a conversation of something; the same key does it once */
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<unknown>;
  /** ms since 1970 */
  readonly now: () => number;
  /** codes and rules only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** A turn this young is taken as this process wrote it, ms. */
const justNow = 5_000;

/** When the last of these left for them, ms; Infinity while it has not, 0 when there is none. They were made at `at`. */
function lastLeft(said: readonly OutgoingMessage[], at: number): number {
  const gone: readonly OutgoingMessage['state'][] = ['sent', 'delivered', 'read'];
  return Math.max(0, ...said.map((one) => (gone.includes(one.state) ? (one.lastTriedAt ?? at) : Infinity)));
}

/** The contact service. */
export function createContact(parts: ContactParts) {
  const { lines, now } = parts;
  const messages = createMessages(parts.outgoing);
  const carriers = new Map<CarrierName, Carrier>(parts.carriers.map((one) => [one.name, one]));
  const wakers = new Set<(line: string) => void>();
  const wake = (line: string) => {
    for (const waker of wakers) waker(line);
  };
  /** what this process wrote down for lines since it last looked at them, in the order it was said */
  const written = new Map<string, readonly OutgoingMessage[]>();
  const outbox = createOutbox({
    messages: parts.outgoing,
    render: parts.render,
    now,
    opening: async (conversationId) => openingFor((await parts.store.look(conversationId))?.state ?? null),
  });

  /** Somebody of the team has to reach them another way: an open record with an owner and a time, once a day and person. */
  async function task(message: OutgoingMessage, code: string): Promise<void> {
    // a question nobody waits for: their news stays where they were told it is
    if (message.why === 'ask') return parts.log('message.task', { carrier: message.carrier, why: 'ask', code });
    const level = message.why === 'crisis' ? 'P1' : 'P2';
    const date = parts.momentAt(now()).date;
    parts.log('message.task', { carrier: message.carrier, why: message.why, code });
    const { conversationId } = message;
    const life = turnIn(message.id, conversationId)?.life ?? '';
    await parts.needPerson({
      // a more urgent one is another
      id: `${conversationId}:${life}:0:undelivered:${level}:${date}`,
      conversationId,
      reason: 'undelivered',
      level,
      at: now(),
      dueAt: parts.dueAt(level),
      daily: true,
    });
  }

  async function stopLine(lineId: string, conversationId: string): Promise<void> {
    const at = now();
    // where they had stopped it themselves, what is left of our answer to that would only come up against the carrier's own
    await lines.change(lineId, (line) => ({
      ...line,
      nudge: null,
      stopped: { at, replied: null, ...line.stopped, by: 'carrier', told: line.stopped?.told ?? 0 },
    }));
    await parts.happen(conversationId, `stopped:${lineId}:${at}`, { name: 'stopped' });
  }

  async function follow(message: OutgoingMessage, after: Became): Promise<void> {
    const code = after.change.code ?? '';
    if (after.kind === 'optedOut') await stopLine(message.line, message.conversationId);
    if (after.kind === 'task') await task(message, code);
    if (after.kind === 'window') {
      const line = await lines.get(message.line);
      if (line) await outbox.addTemplate(line, message.channel, message.conversationId);
      wake(message.line);
    }
  }

  async function keptBack(message: OutgoingMessage, verdict: Verdict): Promise<void> {
    if (verdict.kind === 'wait') return task(message, 'no time left');
    if (verdict.kind === 'send') return;
    if (verdict.kind === 'refuse') return verdict.rule === 'not neutral' ? task(message, verdict.rule) : undefined;
    if (verdict.rule === 'window') await follow(message, { kind: 'window', change: {} });
    // a template that may not go leaves a reply behind it that they never hear of
    else if (message.why !== 'nudge') await task(message, verdict.rule);
  }

  /** The turn an effect asks to be sent, as this process wrote it or, where it did not, as it is there now. */
  async function turnOf({ conversationId, firstItem, at }: Delivery): Promise<TurnRecord | null> {
    // one that said nothing begins where the next does, and may be of the same moment
    const isIt = (turn: TurnRecord | undefined) => turn?.firstItem === firstItem && turn.at === at && turn.items > 0;
    const isNew = now() - at < justNow;
    const own = isNew ? (await parts.store.load(conversationId))?.recent.find(isIt) : undefined;
    if (own !== undefined) return own;
    const [turn] = await parts.store.transcript(conversationId, firstItem - 1, 1);
    return turn !== undefined && isIt(turn) ? turn : null;
  }

  const sending = createSending({
    lines,
    messages,
    store: parts.store,
    carriers,
    momentAt: parts.momentAt,
    now,
    follow,
    keptBack,
    wake,
  });

  return {
    /** Writes down what a committed turn wants sent to this line. The same turn twice changes nothing. Throws StoreDown. */
    async deliver(line: Line, channel: PhoneKind, asked: Delivery): Promise<void> {
      const turn = await turnOf(asked);
      // of a life that was forgotten meanwhile, nothing is sent
      if (turn === null) return;
      const made = await outbox.add(line, channel, turn, asked);
      // of one that was there already nobody knows what became of it: looked up when it is its turn
      const since = written.get(line.id);
      if (since && made) written.set(line.id, [...since, ...made]);
      else written.delete(line.id);
      wake(line.id);
    },

    /**
     * Sends what is due on this line. `open`: what waited at the last look at it (onLine), with what this process wrote
     * down since; looked up when null.
     */
    async sendDue(lineId: string, open: readonly OutgoingMessage[] | null, how: SendHow): Promise<number | null> {
      const since = written.get(lineId) ?? null;
      written.delete(lineId);
      const known = open && since && [...open, ...since];
      return sending.sendDue(known ?? (await messages.open(lineId)), how);
    },
    dueLines: messages.dueLines,

    /** What waits and is held back on this line, and what became of the question on the table. Throws StoreDown. */
    async onLine(lineId: string, asked: Asked | null): Promise<OnLine> {
      written.set(lineId, []);
      return messages.onLine(lineId, asked);
    },

    /** When the last of what the turn made at this moment left for them, ms; Infinity while it has not, 0 when it went some other way. */
    async shownAt(conversationId: string, at: number): Promise<number> {
      return lastLeft(await messages.ofTurn(conversationId, at), at);
    },
    lastLeft,

    /** Whether the carrier's id is of a message of the turn made at this moment. */
    async isOfTurn(conversationId: string, at: number, providerId: string): Promise<boolean> {
      return (await messages.ofTurn(conversationId, at)).some((one) => one.providerId === providerId);
    },

    /** The newest texts that left for this line. */
    async saidLately(lineId: string): Promise<readonly string[]> {
      return (await messages.gone(lineId)).flatMap((one) => {
        const read = outgoing.parse(JSON.parse(one.message));
        return read.kind === 'template' ? [] : [read.text];
      });
    },

    /** What waited behind a template goes now that they wrote; what the rules kept back otherwise is past. True when something was let go. */
    async release(all: readonly OutgoingMessage[], channel: PhoneKind): Promise<boolean> {
      let released = false;
      for (const held of all) {
        const waited = held.code === 'window' && held.channel === channel;
        if (!waited && held.channel !== channel) continue;
        const letGo = (one: OutgoingMessage): Partial<OutgoingMessage> | null => {
          if (one.state !== 'held') return null;
          return waited
            ? { state: 'waiting', code: null, dueAt: now(), giveUpAt: now() + 12 * 60 * 60 * 1000, attempts: 0 }
            : { state: 'dropped', code: 'they wrote again' };
        };
        await messages.change(held.id, letGo, held);
        released ||= waited;
      }
      return released;
    },

    /** Somebody left this number: nothing that was on its way to them reaches whoever has it now. Throws StoreDown. */
    async dropAll(lineId: string): Promise<void> {
      for (const { id, state } of [...(await messages.open(lineId)), ...(await messages.held(lineId))])
        await messages.change(id, (one) =>
          one.state === state ? { state: 'dropped', code: 'they left the number' } : null,
        );
    },

    /** What carriers say became of messages. Any order, any number of times. Throws StoreDown. */
    async status(news: readonly StatusNews[]): Promise<void> {
      for (const one of news) {
        const message = await messages.byRef(one.ref, one.providerId);
        if (message?.carrier !== one.carrier) continue;
        const came: { after: Became | null }[] = [];
        const changed = await messages.change(
          message.id,
          (current) => {
            const after = afterStatus(current, one, now());
            came.push({ after });
            return after?.change ?? null;
          },
          message,
        );
        const after = came.at(-1)?.after ?? null;
        if (one.state === 'failed') parts.log('message.failed', { carrier: one.carrier, code: one.result?.code ?? '' });
        if (after === null || changed === null) continue;
        await follow(changed, after);
        // one that had left already holds nothing up
        if (after.kind !== 'done' || isOpen(message)) wake(changed.line);
      }
    },

    /** The crisis text and a phone number when nothing can be kept: straight out, for there is nothing to look rules up in. */
    async withoutStore(where: Where, replies: readonly Reply[], key: string): Promise<void> {
      await sending.sendUnkept(where, parts.render(where.channel, replies), key);
    },

    noticed: (carrier: CarrierName, messageId: string) => carriers.get(carrier)?.noticed?.(messageId),

    /** Called with a line that has something to do now; gives back how to stop listening. */
    onWake(waker: (line: string) => void): () => void {
      wakers.add(waker);
      return () => void wakers.delete(waker);
    },
  };
}

export type Contact = ReturnType<typeof createContact>;
