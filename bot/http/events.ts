/** Server-sent events (HTML, 9.2): what happened, a heartbeat, and a look at whether whoever listens still may (decision 18). */
import type { ServerResponse } from 'node:http';

/** A beat so often, and with it the question whether this may stay open, ms. */
const BEAT = 15_000;
/** Of one browser at once. A browser opens six connections to one place, and an open page holds one of them: with more, nothing else would load. */
const MOST = 4;
/** Bytes one page may leave unread. With more it is asleep or gone, and comes again when it wakes. */
const MOST_UNREAD = 1024 * 1024;

/** Says that something happened, and what there is to know of it. */
export type Tell = (event: string, data?: unknown) => void;

/** What one page wants to hear. */
export interface Listening {
  /** is told how to tell, and gives back how to stop; null where there is nothing to hear */
  readonly listen: (tell: Tell) => Promise<(() => void) | null>;
  /** also done at each beat */
  readonly beat: () => Promise<void>;
}

export interface EventsDeps {
  /** false: it is over for this browser */
  readonly beat: (browser: string) => Promise<boolean>;
  readonly failed: (error: unknown) => void;
  readonly everyMs?: number;
}

export function createEvents({ beat, failed, everyMs = BEAT }: EventsDeps) {
  const open = new Map<ServerResponse, string>();
  let closed = false;

  return {
    /** Sends what `listen` tells for as long as both sides want it. Each has a number, so that a browser knows what it missed was something. */
    async open(res: ServerResponse, browser: string, { listen, beat: own }: Listening): Promise<void> {
      const mine = [...open].filter(([, other]) => other === browser);
      // the one longest open asks by itself from then on
      if (mine.length >= MOST) mine[0]?.[0].end('event: enough\ndata: {}\n\n');
      res.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // a proxy that gathers answers would hold the news back
        'X-Accel-Buffering': 'no',
      });
      let number = 0;
      const tell: Tell = (event, data = {}) => {
        if (res.writableEnded || res.destroyed) return;
        if (res.writableLength > MOST_UNREAD) return void res.destroy();
        number += 1;
        res.write(`id: ${number}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      };
      const look = async () => {
        if (await beat(browser)) {
          await own();
          return tell('beat');
        }
        tell('over');
        res.end();
      };
      const stop = await listen(tell);
      if (stop === null) return void res.end();
      // gone while we looked it up: what was begun for it would go on for ever, and say that somebody is here
      if (closed || res.destroyed) {
        stop();
        return void res.end();
      }
      // the database is away for a moment: nobody is signed out for that
      const timer = setInterval(() => void look().catch(failed), everyMs);
      open.set(res, browser);
      res.once('close', () => {
        stop();
        clearInterval(timer);
        open.delete(res);
      });
      void look().catch(failed);
    },
    close(): void {
      closed = true;
      for (const res of open.keys()) res.end();
    },
  };
}
