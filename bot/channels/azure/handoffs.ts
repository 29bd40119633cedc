/** Handoff to a hub of advisors by Bot Framework's protocol: `handoff.initiate` out, `handoff.status` in (channel-contracts 2.6). */
import { ActivityTypes, type Attachment, EventFactory, type TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { ChannelKind, Happening } from '../../../dialogs/types';
import type { PendingEffect, TurnRecord } from '../../../services/store/ports';
import type { Conversations } from '../channel';
import { talkAttached } from './hubTalk';
import type { KnownActivity } from './readActivity';
import { addressOf, isWayBack, referenceIn } from './references';
import { showsOf } from './shows';

/** What every hub is told: ids and labels, no words. */
export interface HandoffBrief {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly reason: string;
  readonly level: string;
  readonly language: string;
  readonly channel: ChannelKind;
}

export interface HandoffParts {
  /** the handoff the turn just made asked for, once; null when it asked for none */
  asked(conversationId: string): Promise<HandoffBrief | null>;
  readonly transcript: Conversations['transcript'];
  /** the hub may read the talk so far too; without it ids and labels are all it is told */
  readonly sendsTalk?: boolean;
  /** tells the conversation, once for a key; null when there is no such conversation */
  happen(conversationId: string, key: string, event: Happening): Promise<TurnRecord | null>;
  /** the hub could not take this conversation: the team has to know */
  failed(conversationId: string): void;
}

/** Turns of a talk that are sent at most. */
const longestTalk = 500;
const label = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);

/**
 * Remembers handoffs asked for in a turn until the channel picks them up. What is for the safeguarding lead alone
 * (a worry about us, a child) is not for a hub, and is left out.
 */
export function createHandoffNotes() {
  const waiting = new LRUCache<string, Omit<HandoffBrief, 'language' | 'channel'>>({ max: 1_000, ttl: 60_000 });
  return {
    /** to be called with the effects of each committed turn */
    note(conversationId: string, effects: readonly PendingEffect[]): void {
      for (const { id, kind, data } of effects) {
        if (kind !== 'handOver' || data['owner'] === 'safeguardingLead') continue;
        const reason = label.safeParse(data['reason']);
        const level = label.safeParse(data['level']);
        if (reason.success && level.success)
          waiting.set(conversationId, { handoffId: id, conversationId, reason: reason.data, level: level.data });
      }
    },
    /** gives a note out once */
    take(conversationId: string, channel: ChannelKind): HandoffBrief | null {
      const noted = waiting.get(conversationId);
      waiting.delete(conversationId);
      return noted === undefined ? null : { ...noted, language: 'en-GB', channel };
    },
  };
}

/** The talk so far of whoever writes, where the hub may read it; what cannot be read now is not waited for. */
export async function talkFor(parts: HandoffParts, context: TurnContext): Promise<readonly Attachment[]> {
  const { channelId, conversation } = context.activity;
  if (parts.sendsTalk !== true) return [];
  const found = await parts.transcript(addressOf(channelId, conversation.id), 0, longestTalk);
  return found.kind === 'found' ? [talkAttached(found.turns)] : [];
}

/** Sends the `handoff.initiate` event of a turn, with no name of anyone in what it relates to. */
export function initiateHandoff(
  context: TurnContext,
  brief: HandoffBrief,
  talk: readonly Attachment[] = [],
): Promise<unknown[]> {
  const event = EventFactory.createHandoffInitiation(context, brief);
  const { from: _from, relatesTo: _relatesTo, attachments: _none, ...rest } = event;
  const reference = referenceIn(context.activity);
  // Bot Framework puts the channel's name for the person on everything it sends them
  context.onSendActivities((_context, activities, next) => {
    for (const one of activities) if (one.recipient) one.recipient = { ...one.recipient, name: '' };
    return next();
  });
  const carries = talk.length === 0 ? rest : { ...rest, attachments: [...talk] };
  const nameless = reference === null || !isWayBack(reference) ? carries : { ...carries, relatesTo: reference };
  return context.sendActivities([nameless]);
}

const status = z.looseObject({
  type: z.literal(ActivityTypes.Event),
  name: z.literal('handoff.status'),
  // without an id a repeat could not be told from news
  id: z.string().min(1).max(500),
  value: z.looseObject({ state: z.enum(['accepted', 'failed', 'completed']) }),
});

export type HubSays =
  | { readonly kind: 'status'; readonly id: string; readonly state: 'accepted' | 'failed' | 'completed' }
  /** a status, and nothing we can read */
  | { readonly kind: 'odd' }
  | { readonly kind: 'other' };

/**
 * Reads what a hub says; anything but a good `handoff.status` is let pass. So is one on a channel that carries no events:
 * no hub of ours is there, and what it would make us say could light up a phone.
 */
export function readHub(activity: KnownActivity): HubSays {
  const isStatus = activity.type === ActivityTypes.Event && activity['name'] === 'handoff.status';
  if (!isStatus || !showsOf(activity.channelId).events) return { kind: 'other' };
  const parsed = status.safeParse(activity);
  return parsed.success ? { kind: 'status', id: parsed.data.id, state: parsed.data.value.state } : { kind: 'odd' };
}

/** who takes over when a hub says no name, and in how many minutes they are there */
const HUB = { person: 'our team', minutes: 10 };
const happeningOf = {
  accepted: { name: 'handoffAccepted', ...HUB },
  completed: { name: 'handoffEnded' },
} as const satisfies Record<string, Happening>;

/** Acts on a status once, however often it comes. Gives what is to be said for it; null when nothing is. Throws StoreDown. */
export function createHub(parts: HandoffParts) {
  /** statuses of this process, so that two of the same at once are one */
  const done = new LRUCache<string, Promise<TurnRecord | null>>({ max: 5_000 });

  async function act(says: Extract<HubSays, { kind: 'status' }>, address: string): Promise<TurnRecord | null> {
    const found = await parts.transcript(address, Number.MAX_SAFE_INTEGER, 1);
    if (found.kind === 'storeDown') throw new Error('The store did not answer');
    if (found.kind === 'none' || found.conversationId === undefined) return null;
    if (says.state === 'failed') {
      parts.failed(found.conversationId);
      return null;
    }
    const turn = await parts.happen(found.conversationId, `handoff:${says.id}`, happeningOf[says.state]);
    // made before this process saw it: said then
    return turn === null || turn.firstItem <= found.items ? null : turn;
  }

  return {
    async take(activity: KnownActivity, says: Extract<HubSays, { kind: 'status' }>): Promise<TurnRecord | null> {
      const address = addressOf(activity.channelId, activity.conversation.id);
      const key = `${address}|${says.id}`;
      const before = done.get(key);
      if (before) {
        await before;
        return null;
      }
      const acting = act(says, address);
      done.set(key, acting);
      // what failed may be tried again
      acting.catch(() => done.delete(key));
      return acting;
    },
  };
}
