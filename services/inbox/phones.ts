/** Everything between a webhook and a phone, put together: the desk, the lines, the worker, and the way out. */
import type { Reply } from '../../dialogs/content/words';
import type { Moment } from '../../dialogs/types';
import type { Carrier } from '../contact/carrier';
import { createContact } from '../contact/contact';
import { createLines, type Hash } from '../contact/lines';
import type { Render } from '../contact/outbox';
import type { createConversationService } from '../conversation/conversations';
import type { Delivery, Handoff } from '../conversation/doEffects';
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
  readonly handoffs: Records<Handoff>;
  readonly store: Pick<ConversationStore, 'look' | 'transcript'>;
  readonly service: Pick<ReturnType<typeof createConversationService>, 'handleTurn' | 'happen' | 'conversationOf'>;
  readonly carriers: readonly Carrier[];
  readonly render: Render;
  readonly read: Reader;
  readonly hash: Hash;
  readonly repliesWithoutStore: (text: string) => readonly Reply[];
  readonly keepMedia: HearParts['keepMedia'];
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
  const desk = createDesk({ ...parts, lines, contact, wake: lanes.wake });
  return {
    desk,
    /** what a committed turn asked for (doEffects) */
    async deliver(asked: Delivery): Promise<void> {
      const { conversationId, channel, firstItem, why } = asked;
      const line =
        asked.line === '' ? await lines.ofConversation(conversationId, channel) : await lines.get(asked.line);
      if (line) await contact.deliver(line, channel, conversationId, firstItem, why);
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

export type Phones = ReturnType<typeof createPhones>;
