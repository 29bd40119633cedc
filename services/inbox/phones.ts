/** Everything between a webhook and a phone, put together: the desk, the lines, the worker, and the way out. */
import type { Reply } from '../../dialogs/content/words';
import type { Moment } from '../../dialogs/types';
import type { Carrier } from '../contact/carrier';
import { createContact } from '../contact/contact';
import type { Delivery } from '../contact/delivery';
import { addressOf, createLines, type Hash } from '../contact/lines';
import type { Render } from '../contact/outbox';
import type { createConversationService } from '../conversation/conversations';
import type { SetAside } from '../conversation/setAside';
import type { NeedPerson } from '../handoffMachine/asking';
import { type CarrierName, type PhoneKind, phoneKind } from '../store/collections/carriers';
import type { InboxItem, Line, OutgoingMessage } from '../store/collections/phone';
import type { ConversationStore, Records } from '../store/ports';
import type { Reader } from '../understanding/read';
import { createDesk } from './desk';
import { createHear, type HearParts } from './hear';
import { createLanes } from './lanes';

export interface PhonesParts {
  readonly lines: Records<Line>;
  readonly inbox: Records<InboxItem>;
  readonly outgoing: Records<OutgoingMessage>;
  readonly needPerson: NeedPerson;
  readonly store: Pick<ConversationStore, 'load' | 'look' | 'transcript' | 'findTurn'>;
  readonly service: Pick<
    ReturnType<typeof createConversationService>,
    'handleTurn' | 'happen' | 'conversationOf' | 'askByText'
  >;
  readonly carriers: readonly Carrier[];
  readonly render: Render;
  readonly read: Reader;
  readonly hash: Hash;
  readonly repliesWithoutStore: (text: string) => readonly Reply[];
  readonly setAside: SetAside;
  readonly keepMedia: HearParts['keepMedia'];
  /** how a conversation that came through Azure can be written to first; null for every other */
  readonly azureWay: (conversationId: string) => Promise<{ readonly to: string; readonly channel: PhoneKind } | null>;
  /** the carrier that texts a number which never wrote to us; null where there is none */
  readonly textsBy: CarrierName | null;
  readonly momentAt: (at: number) => Moment;
  readonly dueAt: (level: 'P1' | 'P2') => number;
  /** this process, unlike any other */
  readonly me: string;
  readonly now: () => number;
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** The phone service. Nothing is worked on before the first webhook or `sweep`. */
export function createPhones(parts: PhonesParts) {
  const { service, store, now, hash, momentAt } = parts;
  const lines = createLines(parts.lines, hash, now);
  const contact = createContact({ ...parts, lines, happen: service.happen });
  const hearer = createHear({ ...parts, lines, contact, ...service });
  const lanes = createLanes({
    me: parts.me,
    inbox: parts.inbox,
    lines,
    contact,
    hearer,
    store,
    happen: service.happen,
    momentAt,
    now,
    log: parts.log,
  });
  type Found = { readonly line: Line; readonly channel: PhoneKind } | null;

  async function lineHeard({ line: id, channel }: Delivery): Promise<Found> {
    // its number and carrier never change, and the rest is looked at when it is sent
    const line = lines.lately(id) ?? (await lines.get(id));
    const kind = phoneKind.safeParse(channel);
    return line && kind.success ? { line, channel: kind.data } : null;
  }

  /** For what began with us: the line they last wrote on, or the way back Azure keeps. A page of ours shows it by itself. */
  async function lineFor({ conversationId, channel }: Delivery): Promise<Found> {
    const kind = phoneKind.safeParse(channel);
    const line = kind.success ? await lines.ofConversation(conversationId, kind.data) : null;
    if (line && kind.success) return { line, channel: kind.data };
    const way = await parts.azureWay(conversationId);
    const state = way && (await store.look(conversationId))?.state;
    if (!way || !state) return null;
    const { id } = await lines.meet('azure', way.to);
    // they write to Azure, not to our desk, so when they were last heard is what the conversation knows
    const heard = { conversationId, heardAt: state.lastHeardAt };
    const met = await lines.change(id, (one) => ({ ...one, [way.channel]: heard }));
    return met && { line: met, channel: way.channel };
  }

  const desk = createDesk({
    ...parts,
    lines,
    contact,
    // what may still be joined by more words is not looked at before its time
    wake: (line, at, isUrgent) => (!isUrgent && at > now() ? lanes.wakeAt(line, at) : lanes.wake(line, isUrgent)),
  });
  return {
    desk,
    /** what a committed turn asked for (doEffects) */
    async deliver(asked: Delivery): Promise<void> {
      const found = asked.line === '' ? await lineFor(asked) : await lineHeard(asked);
      if (found) await contact.deliver(found.line, found.channel, asked);
    },
    /**
     * Asks this number ("+447700900123"), once, whether news of a web conversation may come there. A phone that has
     * talked with us, or said stop, is left alone.
     */
    async askByText(forId: string, number: string, key: string): Promise<void> {
      const { textsBy: carrier } = parts;
      if (carrier === null || !/^\+447\d{9}$/.test(number)) return;
      const line = await lines.meet(carrier, number);
      const address = addressOf(carrier, 'sms', number, line);
      const conversationId = await service.conversationOf(address);
      if (line.stopped !== null || (line.sms !== null && line.sms.heardAt > 0)) return;
      // nobody wrote yet: the way is known, and never heard on
      await lines.change(line.id, (one) => (one.sms === null ? { ...one, sms: { conversationId, heardAt: 0 } } : null));
      await service.askByText(address, forId, key, line.id);
    },
    wake: lanes.wake,
    sweep: lanes.sweep,
    idle: lanes.idle,
    close: lanes.close,
    /** forgets what is past its time; how many records */
    async sweepExpired(at: number): Promise<number> {
      const gone = await Promise.all([parts.lines, parts.inbox, parts.outgoing].map((one) => one.sweepExpired(at)));
      return gone.reduce((sum, one) => sum + one, 0);
    },
  };
}
