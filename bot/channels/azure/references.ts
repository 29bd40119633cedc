/** Keeps the way back to each conversation: what Azure needs to let us write first, and nothing else of the person. */
import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { StoredReference } from '../../../services/store/collections/references';
import type { Records } from '../../../services/store/ports';

const id = z.string().min(1).max(500);

/** Replies go over https; http only to this machine (the Emulator). */
const serviceUrl = z
  .string()
  .max(2_000)
  .refine((address) => {
    if (!URL.canParse(address)) return false;
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1'));
  });

/**
 * A conversation reference (Bot Framework schema, ConversationReference) without names and without the id of a message:
 * what we send first answers no message, and an id that changes with each one would cost a write each turn.
 */
export const referenceShape = z.object({
  channelId: z.string().min(1).max(100),
  serviceUrl,
  locale: z.string().max(50).exactOptional(),
  conversation: z.object({
    id,
    isGroup: z.boolean().exactOptional(),
    conversationType: z.string().max(100).exactOptional(),
    tenantId: z.string().max(200).exactOptional(),
  }),
  user: z.object({ id, role: z.string().max(50).exactOptional() }),
  bot: z.object({ id, role: z.string().max(50).exactOptional() }),
});
export type Reference = z.infer<typeof referenceShape>;

/** Bot Framework's type asks for names too, which it works without. */
export function isWayBack(reference: Reference): reference is Reference & ConversationReference {
  return reference.conversation.id !== '' && reference.bot.id !== '';
}

/** Empty fields go: some channels write `null` or '' for what they do not know. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const there = Object.entries(value).filter(([, one]) => one !== null && one !== undefined && one !== '');
  return Object.fromEntries(there.map(([key, one]): [string, unknown] => [key, withoutEmpty(one)]));
}

/** The way back out of an activity; null where there is none to keep: no address, no ids, or more than one person there. */
export function referenceIn(activity: Partial<Activity>): Reference | null {
  const parsed = referenceShape.safeParse(withoutEmpty(TurnContext.getConversationReference(activity)));
  if (!parsed.success) return null;
  const { isGroup, conversationType } = parsed.data.conversation;
  // what we say first is for one pair of eyes
  const crowd = isGroup === true || conversationType === 'channel' || conversationType === 'groupChat';
  return crowd ? null : parsed.data;
}

/** The address of a conversation at a channel, as an Inbound has it. */
export function addressOf(channelId: string, conversationId: string): string {
  return `azure:${channelId}:${conversationId}`;
}

export interface ReferenceParts {
  readonly records: Records<StoredReference>;
  readonly hash: (purpose: string, value: string) => string;
  /** when a conversation may be forgotten, ms since 1970; null when it is not there. Its way back goes with it */
  readonly keptUntil: (conversationId: string) => Promise<number | null>;
  /** ms since 1970 */
  readonly now: () => number;
  readonly log: (event: string) => void;
}

export interface References {
  /** keeps the way back of an activity under its conversation; writes only what changed. Never throws */
  keep(activity: Partial<Activity>, conversationId: string): Promise<void>;
  /** the reference under this id; null when there is none, or what is stored can no longer be used. Throws StoreDown */
  get(id: string): Promise<Reference | null>;
  /** id of the newest way back to one of our conversations. Throws StoreDown */
  newestOf(conversationId: string): Promise<string | null>;
}

const day = 24 * 60 * 60 * 1000;
/** A clock is set anew only when it moved by more than this, so that an ordinary turn writes nothing. */
const SLACK = day;
const TRIES = 3;

/** The stored text of a reference; undefined when it is not one. */
function readReference(text: string): Reference | null {
  try {
    const parsed = referenceShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** References over a record store. */
export function createReferences({ records, hash, keptUntil, now, log }: ReferenceParts): References {
  /** what this process last saw stored, so that most turns need no look */
  const known = new LRUCache<string, StoredReference>({ max: 5_000 });

  function isSame(stored: StoredReference, wanted: StoredReference): boolean {
    return (
      stored.reference === wanted.reference &&
      stored.conversationId === wanted.conversationId &&
      Math.abs(stored.expiresAt - wanted.expiresAt) <= SLACK
    );
  }

  async function write(wanted: StoredReference): Promise<void> {
    for (let go = 0; go < TRIES; go += 1) {
      const stored = known.get(wanted.id) ?? (await records.get(wanted.id));
      const next = { ...wanted, rev: (stored?.rev ?? 0) + 1 };
      if (stored && isSame(stored, wanted)) return void known.set(wanted.id, stored);
      if (stored ? await records.replace(next, stored.rev) : await records.add(next)) {
        known.set(wanted.id, next);
        return;
      }
      // another process was first: look again
      known.delete(wanted.id);
    }
    log('reference.busy');
  }

  return {
    async keep(activity, conversationId) {
      const reference = referenceIn(activity);
      if (reference === null) return;
      try {
        const until = await keptUntil(conversationId);
        if (until === null) return;
        await write({
          id: hash('reference', addressOf(reference.channelId, reference.conversation.id)),
          rev: 1,
          channelId: reference.channelId,
          conversationId,
          reference: JSON.stringify(reference),
          updatedAt: now(),
          expiresAt: until,
        });
      } catch {
        // the turn is safe; the way back is kept with the next one
        log('reference.failed');
      }
    },
    async get(wanted) {
      const stored = await records.get(wanted);
      return stored === null || stored.expiresAt <= now() ? null : readReference(stored.reference);
    },
    async newestOf(conversationId) {
      const found = await records.find({ conversationId }, 20);
      const usable = found.filter((one) => one.expiresAt > now());
      return usable.sort((a, b) => b.updatedAt - a.updatedAt)[0]?.id ?? null;
    },
  };
}
