/** Writes down what a turn wants sent to a phone, once, however often it is asked. */
import { createHash } from 'node:crypto';
import { riskReplyIds } from '../../dialogs/content/copy';
import type { Reply } from '../../dialogs/content/words';
import { addOnce } from '../store/addOnce';
import type { PhoneKind } from '../store/collections/carriers';
import type { Line, OutgoingMessage, Why } from '../store/collections/phone';
import type { Records, TurnRecord } from '../store/ports';
import type { Outgoing } from './carrier';
import type { Delivery } from './delivery';
import { talking } from './rules';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How long it is worth trying; what cannot be sent by then becomes somebody's task. */
const worth: Readonly<Record<Why, number>> = {
  answer: 12 * hour,
  talk: 12 * hour,
  news: 3 * day,
  nudge: 12 * hour,
  stopped: hour,
  crisis: 12 * hour,
  template: day,
  ask: 3 * day,
};
const keptFor = 90 * day;

export interface Rendered {
  readonly message: Outgoing;
  /** SMS parts; 0 where there are none */
  readonly segments: number;
}

/** Renders replies for one channel; from bot/render. */
export type Render = (channel: PhoneKind, replies: readonly Reply[]) => readonly Rendered[];

/** A reference to give to a carrier: found again by us, meaningless to anyone else. */
export const refOf = (id: string): string => createHash('sha256').update(`ref ${id}`).digest('base64url').slice(0, 22);

export interface Outbox {
  /** Writes down the messages of one turn for this line. What it wrote; null when some of it was there already. */
  add(line: Line, channel: PhoneKind, turn: TurnRecord, asked: Delivery): Promise<readonly OutgoingMessage[] | null>;
  /** "You have a reply", once for each time they fell silent */
  addTemplate(line: Line, channel: PhoneKind, conversationId: string): Promise<void>;
}

/** The outbox on its records. `opening` is the reply that opens what they did not just ask for. */
export function createOutbox(parts: {
  readonly messages: Records<OutgoingMessage>;
  readonly render: Render;
  readonly opening: (conversationId: string) => Promise<Reply>;
  readonly now: () => number;
}): Outbox {
  const blank = (line: Line, channel: PhoneKind, conversationId: string, id: string, why: Why, at: number) => ({
    id,
    rev: 1,
    line: line.id,
    conversationId,
    carrier: line.carrier,
    channel,
    why,
    at,
    state: 'waiting' as const,
    code: null,
    dueAt: parts.now(),
    giveUpAt: parts.now() + worth[why],
    attempts: 0,
    lastTriedAt: null,
    ref: refOf(id),
    providerId: null,
    expiresAt: parts.now() + keptFor,
  });
  return {
    async add(line, channel, turn, { id: effect, conversationId, why }) {
      if (turn.replies.length === 0) return [];
      // in a talk that goes on nothing is opened anew
      const goesOn = why === 'talk' && parts.now() - (line[channel]?.heardAt ?? 0) <= talking;
      const opened =
        why === 'news' || (why === 'talk' && !goesOn)
          ? [joined(await parts.opening(conversationId), turn.replies), turn.replies.slice(1)].flat()
          : turn.replies;
      const rendered = parts.render(channel, opened);
      const written: OutgoingMessage[] = [];
      for (const [n, { message, segments }] of rendered.entries()) {
        const id = `${effect}:${n}`;
        const made: OutgoingMessage = {
          ...blank(line, channel, conversationId, id, why, turn.at),
          n: turn.firstItem * 100 + n,
          message: JSON.stringify(message),
          segments,
          fixedReply: turn.replies.every((reply) => reply.parts.every((one) => riskReplyIds.has(one.id))),
        };
        if (await addOnce(parts.messages, made, ['line', 'conversationId', 'channel', 'at', 'n', 'why']))
          written.push(made);
      }
      return written.length === rendered.length ? written : null;
    },
    async addTemplate(line, channel, conversationId) {
      const id = `${line.id}:template:${channel}:${line[channel]?.heardAt ?? 0}`;
      const message: Outgoing = { kind: 'template', name: 'reply_waiting' };
      await parts.messages.add({
        ...blank(line, channel, conversationId, id, 'template', parts.now()),
        n: 0,
        message: JSON.stringify(message),
        segments: 0,
        fixedReply: false,
      });
    },
  };
}

/** The opening said in one breath with what follows. */
function joined(opening: Reply, replies: readonly Reply[]): Reply {
  const [first] = replies;
  return first === undefined ? opening : { ...first, parts: [...opening.parts, ...first.parts] };
}
