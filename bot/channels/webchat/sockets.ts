/** The open WebSockets, one a conversation: each is told what it has not seen yet, in order, once. */
import type { WebSocket } from 'ws';
import type { Watching } from '../../../services/conversation/watch';
import type { Conversations, Say } from '../channel';
import type { Activity, ActivitySet } from './activities';
import { webAddress } from './deps';
import { type Mark, readUnseen, writeMark } from './history';

/** A browser may miss this many of its 20-second beats before we take it for gone. */
const BEAT_MS = 20_000;
const MISSED_BEATS = 3;
const RETRY_MS = 3_000;

interface Open {
  readonly socket: WebSocket;
  readonly conversationId: string;
  readonly user: string;
  mark: Mark;
  /** reading now; `again` says something came meanwhile */
  reading: boolean;
  again: boolean;
  retry: NodeJS.Timeout | undefined;
  beats: number;
  /** this page among those that wait for news */
  readonly page: Watching;
}

export interface Sockets {
  /** takes a new socket for a conversation and closes the older one, as the real service does */
  open(socket: WebSocket, conversationId: string, user: string, mark: Mark): void;
  /** something may be new in this conversation */
  wake(conversationId: string): void;
  /** shows something that is not kept: typing, crisis text, echoes of events. False when nobody is there */
  show(conversationId: string, activities: readonly Activity[]): boolean;
  /** closes a conversation's socket for good */
  end(conversationId: string): void;
  /** closes all with 1012 (restarting): browsers come back by themselves */
  closeAll(): void;
  readonly count: () => number;
}

function send(open: Open, set: ActivitySet): void {
  if (open.socket.readyState === open.socket.OPEN) open.socket.send(JSON.stringify(set));
}

export function makeSockets(conversations: Conversations, say: Say): Sockets {
  const byConversation = new Map<string, Open>();

  async function readOn(open: Open): Promise<void> {
    const unseen = await readUnseen(conversations, { ...open, say }, open.mark, open.page);
    if (unseen.kind === 'storeDown') {
      open.retry ??= setTimeout(() => {
        open.retry = undefined;
        void pump(open);
      }, RETRY_MS).unref();
      return;
    }
    if (unseen.kind === 'none') {
      // it was there and is not any more: somebody left, here or on another device
      if (open.mark.item > 0) open.socket.close(1000, 'ended');
      return;
    }
    open.mark = unseen.mark;
    if (unseen.activities.length > 0) {
      send(open, { activities: unseen.activities, watermark: writeMark(unseen.mark) });
    }
    if (unseen.more) open.again = true;
  }

  async function pump(open: Open): Promise<void> {
    open.again = true;
    if (open.reading) return;
    open.reading = true;
    try {
      while (open.again && open.socket.readyState === open.socket.OPEN) {
        open.again = false;
        await readOn(open);
      }
    } catch {
      // the browser comes back with its watermark and reads again
      open.socket.close(1011);
    } finally {
      open.reading = false;
    }
  }

  const beat = setInterval(() => {
    for (const open of byConversation.values()) {
      open.beats += 1;
      if (open.beats > MISSED_BEATS) open.socket.terminate();
      else open.socket.ping();
    }
  }, BEAT_MS).unref();

  return {
    open(socket, conversationId, user, mark) {
      byConversation.get(conversationId)?.socket.close(1000, 'collision');
      const open: Open = {
        socket,
        conversationId,
        user,
        mark,
        reading: false,
        again: false,
        retry: undefined,
        beats: 0,
        page: conversations.watch(webAddress(conversationId)),
      };
      byConversation.set(conversationId, open);
      const alive = () => {
        open.beats = 0;
      };
      socket.on('message', alive);
      socket.on('pong', alive);
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearTimeout(open.retry);
        open.page.stop();
        if (byConversation.get(conversationId) === open) byConversation.delete(conversationId);
      });
      void pump(open);
    },
    wake(conversationId) {
      const open = byConversation.get(conversationId);
      if (open !== undefined) void pump(open);
    },
    show(conversationId, activities) {
      const open = byConversation.get(conversationId);
      if (open !== undefined) send(open, { activities });
      return open !== undefined;
    },
    end(conversationId) {
      byConversation.get(conversationId)?.socket.close(1000, 'ended');
      byConversation.delete(conversationId);
    },
    closeAll() {
      clearInterval(beat);
      for (const open of byConversation.values()) open.socket.close(1012, 'restarting');
      byConversation.clear();
    },
    count: () => byConversation.size,
  };
}
