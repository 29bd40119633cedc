/** Hears one turn's messages: tells the line what they mean for it, makes the turn, and lets go of the words. */
import { LRUCache } from 'lru-cache';
import { riskReplyIds } from '../../dialogs/content/copy';
import type { Reply } from '../../dialogs/content/words';
import type { ConversationState } from '../../dialogs/types';
import type { Contact } from '../contact/contact';
import { addressOf, type Lines } from '../contact/lines';
import type { Inbound, TurnDone, TurnFailed } from '../conversation/inbound';
import type { SetAside } from '../conversation/setAside';
import type { InboxItem, Line, OutgoingMessage } from '../store/collections/phone';
import type { ConversationStore, Records, TurnRecord } from '../store/ports';
import { type Reader, readAhead } from '../understanding/read';
import { createLoopWatch, isReaction, mayBeReaction } from './notAnAnswer';
import type { MediaThere, PhoneMessage } from './webhook';
import { phoneMessage } from './webhookShape';

const hour = 60 * 60 * 1000;
/** The first light touch after silence, and the last (guide.md X2, X3). */
export const nudgeAfter = { 1: 24 * hour, 2: 72 * hour } as const;
/** On WhatsApp the first comes while we may still write freely; the last may not come at all. */
const firstNudge = { sms: nudgeAfter[1], whatsapp: nudgeAfter[1] - hour } as const;

export interface HearParts {
  readonly inbox: Records<InboxItem>;
  readonly lines: Lines;
  readonly contact: Pick<
    Contact,
    'onLine' | 'release' | 'withoutStore' | 'noticed' | 'lastLeft' | 'shownAt' | 'isOfTurn' | 'saidLately'
  >;
  readonly read: Reader;
  readonly store: Pick<ConversationStore, 'load' | 'look' | 'findTurn'>;
  readonly handleTurn: (inbound: Inbound) => Promise<TurnDone | TurnFailed>;
  readonly conversationOf: (address: string) => Promise<string>;
  readonly happen: (
    conversationId: string,
    key: string,
    event: { readonly name: 'stopped' },
  ) => Promise<TurnRecord | null>;
  /** files that came are fetched and kept apart; comes back at once */
  readonly keepMedia: (
    conversationId: string,
    carrier: Line['carrier'],
    media: readonly MediaThere[],
    key: string,
  ) => Promise<void>;
  /** the fixed fault text, after the crisis text for what was written */
  readonly repliesWithoutStore: (text: string) => readonly Reply[];
  readonly setAside: SetAside;
  readonly now: () => number;
}

/** What hearing a turn leaves for who sends its answer. */
export interface Heard {
  /** what waited on the line at the last look at it; null where that is not known any more */
  readonly open: readonly OutgoingMessage[] | null;
  /** the conversation as the turn left it, and when */
  readonly just: { readonly conversationId: string; readonly state: ConversationState; readonly at: number } | null;
}
export const NOTHING_KNOWN: Heard = { open: null, just: null };

/** Turns this process began, so that trying one again is not taken for a new one. */
const mostBegun = 10_000;

/** Whether a silence here may be touched at all; the rules decide when (services/contact/rules). */
function mayBeNudged(state: ConversationState): boolean {
  const { contact, paused, mode, safety, asked } = state;
  return contact === 'OPEN' && !paused && mode === 'bot' && safety === null && asked !== null;
}

type Way = NonNullable<Line['sms']>;
const stopWord = { kind: 'text', text: 'STOP' } as const;

/** "OPEN" after "You have a reply. Send OPEN to read it." */
const opens = (text: string) => /^\W*open\W*$/i.test(text);

function whatOf(messages: readonly PhoneMessage[]): Inbound['what'] {
  const [first] = messages;
  // in whatever word and language the carrier took it
  if (first?.carrierDid === 'stop') return { kind: 'text', text: 'STOP' };
  if (first?.carrierDid === 'start') return { kind: 'text', text: 'START' };
  if (first && first.what.kind !== 'text') return first.what;
  const text = messages.map(({ what }) => (what.kind === 'text' ? what.text : '')).join('\n');
  return { kind: 'text', text };
}

/** Carriers give a number whole, with or without its plus: "447700900123". A user id is none. */
const asNumber = (from: string) => (/^\d{10,15}$/.test(from) ? `+${from}` : from);

/** Agreeing to something takes words or a tap on the choice itself, never a thumb. */
const neverByReaction = /^(start|consent|refused|share|noneLeft|nextOption|checkIn)/;

/** The hearer of turns. */
export function createHear(parts: HearParts) {
  const { lines, now } = parts;
  const loops = createLoopWatch(now);
  const begunHere = new LRUCache<string, true>({ max: mostBegun });

  /** A thumb counts on the message that asks, and never to agree; a reaction written as text is no answer at all. */
  async function isAside(messages: readonly PhoneMessage[], lineId: string, conversationId: string): Promise<boolean> {
    const [only] = messages;
    if (messages.length !== 1 || only?.what.kind !== 'text') return false;
    if (only.reactsTo !== undefined) {
      const asked = (await parts.store.look(conversationId))?.state.asked ?? null;
      if (asked === null || neverByReaction.test(asked.key)) return true;
      return !(await parts.contact.isOfTurn(conversationId, asked.at, only.reactsTo));
    }
    const { text } = only.what;
    return mayBeReaction(text) && isReaction(text, await parts.contact.saidLately(lineId));
  }

  /** Words that a machine sends, or nobody could; commands are heard however often. */
  async function isLoop(lineId: string, { what }: Pick<Inbound, 'what'>): Promise<boolean> {
    if (what.kind !== 'text') return false;
    await readAhead(what.text, { recentlyFlagged: false });
    const reading = parts.read(what.text, { recentlyFlagged: false });
    // a machine's sentence may sound like a command; only a plain one is obeyed however often
    if (reading.command !== null && (reading.commandStrength ?? 'bare') === 'bare') return false;
    return loops.isLoop(lineId, what.text, reading.risks === 'failed' || reading.risks.length > 0);
  }

  const done = (items: readonly InboxItem[], turn: string) =>
    Promise.all(
      items.map((item) =>
        parts.inbox.replace({ ...item, rev: item.rev + 1, turn, state: 'heard', message: null }, item.rev),
      ),
    );

  /**
   * Marks the turn these messages make, so that a crash finds the same ones again. One alone needs no mark: its turn has its
   * own id, and it is looked up under that before it is ever joined to others.
   */
  async function begin(items: readonly InboxItem[], turn: string): Promise<InboxItem[]> {
    if (items.length === 1) return [...items];
    return Promise.all(
      items.map(async (item) => {
        if (item.turn === turn) return item;
        const marked = { ...item, rev: item.rev + 1, turn };
        await parts.inbox.replace(marked, item.rev);
        return marked;
      }),
    );
  }

  /** A stop belongs to the line: what another channel of it was told holds here too. False when the store went away. */
  async function heedStop(line: Line, conversationId: string, inbound: Inbound): Promise<boolean> {
    if (!line.stopped) return true;
    const state = (await parts.store.look(conversationId))?.state;
    if (state?.contact === 'STOPPED') return true;
    const key = `stopped:${line.id}:${line.stopped.at}`;
    if (state) {
      await parts.happen(conversationId, key, { name: 'stopped' });
      return true;
    }
    // nothing was said on this channel yet: the stop they gave on the other one is the first thing
    const took = await parts.handleTurn({ ...inbound, id: `${key}:${inbound.channel}`, what: stopWord });
    if (took.kind === 'done') await took.settled;
    return took.kind === 'done';
  }

  /**
   * The line learns what the turn decided before anything of it is sent. `stops`: a conversation that was at rest before
   * does not stop a line that was opened again by another of its channels.
   */
  function learn(line: Line, state: ConversationState, first: PhoneMessage, way: Way, stops: boolean): Line {
    const stoppedNow = state.contact === 'STOPPED' && (line.stopped !== null || stops);
    const stopped = stoppedNow
      ? (line.stopped ?? {
          at: now(),
          by: 'person' as const,
          told: first.carrierDid === 'stop' ? 0 : null,
          replied: null,
        })
      : null;
    const nudge =
      !stopped && mayBeNudged(state)
        ? { at: now() + firstNudge[first.channel], step: 1 as const, channel: first.channel }
        : null;
    return { ...line, stopped, nudge, [first.channel]: way };
  }

  /** Those of these new messages that may be one turn: one that was heard by itself before a crash is finished alone. */
  async function notYetHeard(items: readonly InboxItem[], conversationId: string): Promise<readonly InboxItem[]> {
    if (items.length === 1 || items.some((item) => item.turn !== null)) return items;
    await parts.store.look(conversationId);
    for (const item of items) if (await parts.store.findTurn(conversationId, item.id)) return [item];
    return items;
  }

  /** Another process heard the first of these by itself in this very moment: the others are not part of that turn. */
  async function letGoOfOthers(items: readonly InboxItem[], turn: string): Promise<void> {
    for (const item of items)
      if (item.id !== turn) await parts.inbox.replace({ ...item, rev: item.rev + 1, turn: null }, item.rev);
    await done(
      items.filter(({ id }) => id === turn),
      turn,
    );
  }

  /** Hours and windows run from when they wrote, however late it came; never backwards. */
  const wayOf = (line: Line, channel: PhoneMessage['channel'], conversationId: string, writtenAt: number): Way => ({
    conversationId,
    heardAt: Math.max(writtenAt, line[channel]?.heardAt ?? 0),
  });

  async function takeTurn(inbound: Inbound, first: PhoneMessage, line: Line): Promise<TurnDone | 'setAside' | null> {
    const took = await parts.handleTurn(inbound);
    if (took.kind === 'done') return took;
    const where = { carrier: first.carrier, channel: first.channel, to: first.from };
    // after a stop the reply to danger and nothing else, which is the first of them
    const [only] = took.replies;
    const danger = only?.parts.every((one) => riskReplyIds.has(one.id)) ? [only] : [];
    await parts.contact.withoutStore(where, line.stopped ? danger : took.replies, inbound.id);
    return took.setAside ? 'setAside' : null;
  }

  return {
    /** Makes the line these words are for again, should it be gone. */
    async meet(item: InboxItem): Promise<boolean> {
      const [message] = readable(item);
      return message !== undefined && (await lines.meet(message.carrier, message.from)).id === item.line;
    },

    /** One turn. Only while holding the line, which is `held`. Null when the store went away: the messages wait. Throws StoreDown. */
    async hear(held: Line, given: readonly InboxItem[]): Promise<Heard | null> {
      const lineId = held.id;
      const eldest = given[0] && phoneMessage.parse(JSON.parse(given[0].message ?? ''));
      if (eldest === undefined) return NOTHING_KNOWN;
      const address = addressOf(eldest.carrier, eldest.channel, eldest.from, held);
      const conversationId = await parts.conversationOf(address);
      const waiting = await notYetHeard(given, conversationId);
      const turn = waiting[0]?.turn ?? waiting[0]?.id ?? '';
      const isNew = waiting[0]?.turn === null && !begunHere.has(turn);
      begunHere.set(turn, true);
      const items = await begin(waiting, turn);
      const messages = items.map((item) => phoneMessage.parse(JSON.parse(item.message ?? '')));
      const first = messages[0] ?? eldest;
      void parts.contact.noticed(first.carrier, first.id);
      const writtenAt = Math.max(...items.map((item) => item.writtenAt));
      const asWritten = (one: Line): Line => ({
        ...one,
        // a line that was kept as a hash has its number again while they write on it
        address: one.address ?? first.from,
        [first.channel]: wayOf(one, first.channel, conversationId, writtenAt),
        nudge: null,
        ...(first.carrierDid === 'start' ? { stopped: null } : {}),
      });
      // where it leads and that it is open are written before the turn is made; the rest goes with what the turn decides
      const leadsHere = held.address !== null && held[first.channel]?.conversationId === conversationId;
      const opened = first.carrierDid === 'start' && held.stopped !== null;
      const line = leadsHere && !opened ? asWritten(held) : await lines.change(lineId, asWritten);
      if (!line) return NOTHING_KNOWN;
      const asked = (await parts.store.load(conversationId))?.state.asked ?? null;
      const there = await parts.contact.onLine(lineId, asked && { conversationId, at: asked.at });
      const what = whatOf(messages);
      const released = await parts.contact.release(there.held, first.channel);
      const open = released ? null : there.open;
      /** no turn is made of it; that they wrote is still known */
      const letPass = async (): Promise<Heard> => {
        await lines.change(lineId, asWritten);
        await done(items, turn);
        return { open, just: null };
      };
      if (released && what.kind === 'text' && opens(what.text)) return letPass();
      // one begun before a crash was let in then
      if ((await isAside(messages, lineId, conversationId)) || (isNew && (await isLoop(lineId, { what }))))
        return letPass();
      const inbound: Inbound = {
        id: turn,
        address,
        channel: first.channel,
        what,
        writtenAt: Math.min(...items.map((item) => item.writtenAt)),
        shownAt: async (id, at) =>
          asked && id === conversationId && at === asked.at
            ? parts.contact.lastLeft(there.ofTurn, at)
            : parts.contact.shownAt(id, at),
        line: lineId,
        number: asNumber(first.from),
      };
      if (!(await heedStop(line, conversationId, inbound))) return null;
      const took = await takeTurn(inbound, first, line);
      if (!took) return null;
      if (took === 'setAside') return letPass();
      const thoughtAt = now();
      const state = took.state ?? (await parts.store.look(took.conversationId))?.state;
      // a turn made before a crash may be the one that stopped it
      const stops = took.was !== 'STOPPED' || took.repeated;
      const learnt = (one: Line, said: ConversationState) =>
        learn(one, said, first, wayOf(one, first.channel, took.conversationId, writtenAt), stops);
      await lines.change(lineId, (one) => (state ? learnt(one, state) : asWritten(one)));
      await took.settled;
      const media = messages.flatMap((message) => message.media);
      if (media.length > 0) await parts.keepMedia(took.conversationId, first.carrier, media, turn);
      if (took.repeated && isNew && items.length > 1) await letGoOfOthers(items, turn);
      else await done(items, turn);
      return { open, just: state ? { conversationId: took.conversationId, state, at: thoughtAt } : null };
    },

    /**
     * These messages failed for good: they are set aside for a person, the fault text with the crisis lines goes out, and
     * what was written after them is heard (S2). Only while holding the line. Throws StoreDown.
     */
    async giveUp(lineId: string, waiting: readonly InboxItem[], error: unknown): Promise<void> {
      const turn = waiting[0]?.turn ?? waiting[0]?.id ?? lineId;
      const messages = waiting.flatMap(readable);
      const words = messages.map(wordsOf).join('\n');
      const replies = parts.repliesWithoutStore(words);
      const inDanger = replies.some(isFixed);
      await parts.setAside({
        id: `aside:${turn}`,
        what: 'message',
        conversationId: null,
        source: turn,
        why: error instanceof Error ? error.name : 'unknown',
        words: words || null,
        level: inDanger ? 'P0' : 'P1',
      });
      const [first] = messages;
      if (first) {
        const line = await lines.get(lineId).catch(() => null);
        const said = line?.stopped ? replies.filter(isFixed).slice(0, 1) : replies;
        await parts.contact.withoutStore(
          { carrier: first.carrier, channel: first.channel, to: first.from },
          said,
          turn,
        );
      }
      for (const { id } of waiting) {
        const item = await parts.inbox.get(id);
        if (item) await done([item], turn);
      }
    },
  };
}

const isFixed = (reply: Reply) => reply.parts.every((one) => riskReplyIds.has(one.id));
const wordsOf = ({ what }: PhoneMessage): string =>
  what.kind === 'text' ? what.text : what.kind === 'media' ? what.caption : '';

/** What can still be read of a message; nothing where it cannot. */
function readable(item: InboxItem): readonly PhoneMessage[] {
  try {
    return [phoneMessage.parse(JSON.parse(item.message ?? ''))];
  } catch {
    return [];
  }
}
