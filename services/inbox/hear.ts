/** Hears one turn's messages: tells the line what they mean for it, makes the turn, and lets go of the words. */
import type { ConversationState } from '../../dialogs/types';
import type { Contact } from '../contact/contact';
import { addressOf, type Lines } from '../contact/lines';
import type { Inbound, TurnDone, TurnFailed } from '../conversation/conversations';
import type { InboxItem, Line } from '../store/collections/phone';
import type { ConversationStore, Records, TurnRecord } from '../store/ports';
import type { MediaThere, PhoneMessage } from './webhook';
import { phoneMessage } from './webhookShape';

const hour = 60 * 60 * 1000;
/** The first light touch after silence, and the last (guide.md X2, X3). */
export const nudgeAfter = { 1: 24 * hour, 2: 72 * hour } as const;

export interface HearParts {
  readonly inbox: Records<InboxItem>;
  readonly lines: Lines;
  readonly contact: Pick<Contact, 'release' | 'withoutStore' | 'noticed'>;
  readonly store: Pick<ConversationStore, 'look'>;
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
  readonly now: () => number;
}

/** Whether a silence here may be touched at all; the rules decide when (services/contact/rules). */
function mayBeNudged(state: ConversationState): boolean {
  const { contact, paused, mode, safety, asked } = state;
  return contact === 'OPEN' && !paused && mode === 'bot' && safety === null && asked !== null;
}

/** "OPEN" after "You have a reply. Send OPEN to read it." */
const opens = (text: string) => /^\W*open\W*$/i.test(text);

function whatOf(messages: readonly PhoneMessage[]): Inbound['what'] {
  const [first] = messages;
  if (first && first.what.kind !== 'text') return first.what;
  const text = messages.map(({ what }) => (what.kind === 'text' ? what.text : '')).join('\n');
  return { kind: 'text', text };
}

/** The hearer of turns. */
export function createHear(parts: HearParts) {
  const { lines, now } = parts;

  const done = (items: readonly InboxItem[], turn: string) =>
    Promise.all(
      items.map((item) =>
        parts.inbox.replace({ ...item, rev: item.rev + 1, turn, state: 'heard', message: null }, item.rev),
      ),
    );

  /** Marks the turn these messages make, so that a crash finds the same ones again. */
  async function begin(items: readonly InboxItem[], turn: string): Promise<InboxItem[]> {
    return Promise.all(
      items.map(async (item) => {
        if (item.turn === turn) return item;
        const marked = { ...item, rev: item.rev + 1, turn };
        await parts.inbox.replace(marked, item.rev);
        return marked;
      }),
    );
  }

  /** A stop belongs to the line: what another channel of it was told holds here too. */
  async function heedStop(line: Line, conversationId: string): Promise<void> {
    const state = (await parts.store.look(conversationId))?.state;
    if (!line.stopped || !state || state.contact === 'STOPPED') return;
    await parts.happen(conversationId, `stopped:${line.id}:${line.stopped.at}`, { name: 'stopped' });
  }

  /** The line learns what the turn decided before anything of it is sent. */
  function learn(line: Line, state: ConversationState, first: PhoneMessage, conversationId: string): Line {
    const stoppedNow = state.contact === 'STOPPED';
    const stopped = stoppedNow
      ? (line.stopped ?? {
          at: now(),
          by: 'person' as const,
          told: first.carrierDid === 'stop' ? 0 : null,
          replied: null,
        })
      : null;
    const nudge =
      !stopped && mayBeNudged(state) ? { at: now() + nudgeAfter[1], step: 1 as const, channel: first.channel } : null;
    return { ...line, stopped, nudge, [first.channel]: { conversationId, heardAt: now() } };
  }

  async function takeTurn(inbound: Inbound, first: PhoneMessage, key: string): Promise<TurnDone | null> {
    const took = await parts.handleTurn(inbound);
    if (took.kind === 'done') return took;
    const where = { carrier: first.carrier, channel: first.channel, to: first.from };
    await parts.contact.withoutStore(where, took.replies, key);
    return null;
  }

  return {
    /** One turn. Only while holding the line. False when the store went away: the messages wait. Throws StoreDown. */
    async hear(lineId: string, waiting: readonly InboxItem[]): Promise<boolean> {
      const turn = waiting[0]?.turn ?? waiting[0]?.id;
      if (turn === undefined) return true;
      const items = await begin(waiting, turn);
      const messages = items.map((item) => phoneMessage.parse(JSON.parse(item.message ?? '')));
      const [first] = messages;
      if (!first) return true;
      void parts.contact.noticed(first.carrier, first.id);
      const address = addressOf(first.carrier, first.channel, first.from);
      const conversationId = await parts.conversationOf(address);
      // heard before it is answered: the hours and the 24-hour window run from now
      const line = await lines.change(lineId, (one) => ({
        ...one,
        [first.channel]: { conversationId, heardAt: now() },
        nudge: null,
        ...(first.carrierDid === 'start' ? { stopped: null } : {}),
      }));
      if (!line) return true;
      const what = whatOf(messages);
      const released = await parts.contact.release(lineId, first.channel);
      if (released && what.kind === 'text' && opens(what.text)) {
        await done(items, turn);
        return true;
      }
      await heedStop(line, conversationId);
      const writtenAt = Math.max(...items.map((item) => item.writtenAt));
      const inbound: Inbound = { id: turn, address, channel: first.channel, what, writtenAt, line: lineId };
      const took = await takeTurn(inbound, first, turn);
      if (!took) return false;
      const state = (await parts.store.look(took.conversationId))?.state;
      if (state) await lines.change(lineId, (one) => learn(one, state, first, took.conversationId));
      await took.settled;
      const media = messages.flatMap((message) => message.media);
      if (media.length > 0) await parts.keepMedia(took.conversationId, first.carrier, media, turn);
      await done(items, turn);
      return true;
    },
  };
}
