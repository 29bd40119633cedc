/** The doings behind every web route: begin, say, read, renew, leave. Routes and pages only put them into HTTP. */
import { randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Inbound, TurnDone, TurnFailed } from '../channel';
import { type Activity, echoNotKept, FROM_BROWSER, typing, type View, volatileActivities } from './activities';
import { type WebChatDeps, webAddress } from './deps';
import { makeSockets, type Sockets } from './sockets';
import { type Claims, makePasses, type Passes } from './tokens';

/** Seconds a Direct Line token lasts; the client renews at half of 30 minutes whatever we say (channel-contracts 1.3). */
export const TOKEN_SECONDS = 1800;
/** Seconds a WebSocket ticket lasts, as the real service. */
export const TICKET_SECONDS = 60;
/** Seconds our own page can come back to its conversation: a day in a tab, a week when the person asked (guide 3.5). */
const PLACE_SECONDS = 24 * 3600;
const KEPT_SECONDS = 7 * 24 * 3600;

export interface Talk {
  readonly passes: Passes;
  readonly sockets: Sockets;
  /** a new conversation's id and person; nothing is stored until somebody speaks */
  newConversation(): { readonly conv: string; readonly user: string };
  token(who: Pick<Claims, 'conv' | 'user' | 'origins' | 'crowded'>): string;
  /** lets our own page come back to this conversation; `fresh` when it has not begun */
  place(
    who: Pick<Claims, 'conv' | 'user'>,
    how: { readonly kept?: boolean; readonly fresh?: boolean; readonly browser: string | null },
  ): string;
  ticket(who: Pick<Claims, 'conv' | 'user' | 'origins'>): string;
  /** greets a conversation; safe to do again */
  begin(who: Pick<Claims, 'conv' | 'user'>): Promise<TurnDone | TurnFailed>;
  /** one turn. `clientId` makes a repeat the same turn */
  say(
    who: Pick<Claims, 'conv' | 'user'>,
    what: Inbound['what'],
    clientId: string | null,
  ): Promise<TurnDone | TurnFailed>;
  /** the crisis words as activities; the same for the same message, so that nobody is shown them twice */
  crisis(failed: TurnFailed, who: Pick<Claims, 'conv' | 'user'>, clientId: string | null): readonly Activity[];
  /** crisis text to show on a socket that opens later; taken once */
  takeWaiting(conversationId: string): readonly Activity[];
  ended(conversationId: string): boolean;
  /** ends the session here and now; the store hears of it as soon as it can */
  leave(conversationId: string): void;
  view(who: Pick<Claims, 'conv' | 'user'>): View;
  close(): void;
}

export function makeTalk(deps: WebChatDeps): Talk {
  const { conversations, clock } = deps;
  const passes = makePasses(deps.secret, clock);
  const sockets = makeSockets(conversations, deps.say);
  const left = new LRUCache<string, true>({ max: 50_000, ttl: KEPT_SECONDS * 1000 });
  const ungreeted = new LRUCache<string, true>({ max: 10_000, ttl: PLACE_SECONDS * 1000 });
  const waiting = new LRUCache<string, readonly Activity[]>({ max: 1_000, ttl: 60_000 });
  const stopListening = conversations.onNews((address) => {
    if (address.startsWith('web:')) sockets.wake(address.slice('web:'.length));
  });

  const stopWriting = conversations.onWriting?.((address) => {
    if (!address.startsWith('web:')) return;
    const conversationId = address.slice('web:'.length);
    sockets.show(conversationId, [typing({ conversationId }, clock())]);
  });

  const id = () => randomBytes(18).toString('base64url');
  const view = (who: Pick<Claims, 'conv' | 'user'>): View => ({
    conversationId: who.conv,
    user: who.user,
    say: deps.say,
    tag: '',
  });

  const pick = ({ conv, user, origins }: Pick<Claims, 'conv' | 'user' | 'origins'>) => ({
    conv,
    user,
    ...(origins === undefined ? {} : { origins }),
  });

  const crisis: Talk['crisis'] = (failed, who, clientId) =>
    volatileActivities(failed.replies, view(who), clock(), clientId ?? id());

  async function begin(who: Pick<Claims, 'conv' | 'user'>): Promise<TurnDone | TurnFailed> {
    const address = webAddress(who.conv);
    const result = await conversations.handleTurn({ id: 'hello', address, channel: 'web', what: { kind: 'hello' } });
    if (result.kind === 'done') {
      ungreeted.delete(who.conv);
      sockets.wake(who.conv);
    } else {
      ungreeted.set(who.conv, true);
      waiting.set(who.conv, crisis(result, who, null));
    }
    return result;
  }

  return {
    passes,
    sockets,
    newConversation: () => ({ conv: `c_${id()}`, user: `dl_${id()}` }),
    token: (who) =>
      passes.give('directline', { ...pick(who), ...(who.crowded ? { crowded: true } : {}) }, id(), TOKEN_SECONDS),
    place: (who, { kept = false, fresh = false, browser }) =>
      passes.give(
        'place',
        {
          conv: who.conv,
          user: who.user,
          ...(kept ? { kept } : {}),
          ...(fresh ? { fresh } : {}),
          ...(browser === null ? {} : { browser }),
        },
        id(),
        kept ? KEPT_SECONDS : PLACE_SECONDS,
      ),
    ticket: (who) => passes.give('ticket', pick(who), id(), TICKET_SECONDS),
    begin,
    crisis,
    async say(who, what, clientId) {
      if (ungreeted.has(who.conv)) {
        // not waited for: turns of one address keep their order, and what they say now may be danger
        begin(who).catch(() => undefined);
      }
      const slow = setTimeout(
        () => sockets.show(who.conv, [typing(view(who), clock())]),
        deps.typingAfter ?? 700,
      ).unref();
      try {
        const result = await conversations.handleTurn({
          id: clientId === null ? `s:${randomUUID()}` : `${FROM_BROWSER}${clientId}`,
          address: webAddress(who.conv),
          channel: 'web',
          what,
        });
        if (result.kind === 'done') {
          const hidden = result.turn.items === result.turn.replies.length;
          if (hidden && clientId !== null) sockets.show(who.conv, [echoNotKept(view(who), clientId, clock())]);
          sockets.wake(who.conv);
        } else sockets.show(who.conv, crisis(result, who, clientId));
        return result;
      } finally {
        clearTimeout(slow);
      }
    },
    takeWaiting(conversationId) {
      const activities = waiting.get(conversationId) ?? [];
      waiting.delete(conversationId);
      return activities;
    },
    ended: (conversationId) => left.has(conversationId),
    leave(conversationId) {
      left.set(conversationId, true);
      sockets.end(conversationId);
      conversations.leave(webAddress(conversationId)).catch(() => deps.log?.('leaveNotStored'));
    },
    view,
    close() {
      stopListening();
      stopWriting?.();
      sockets.closeAll();
    },
  };
}
