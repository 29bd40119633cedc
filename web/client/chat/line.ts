/** The line to the server: Direct Line over fetch and a WebSocket, with polling when sockets do not get through. */
import { type ActivitySet, type Called, call, type Session, type Waiting } from './wire';

const BEAT_MS = 20_000;
const POLL_MS = 3_000;
const SLOW_POLL_MS = 15_000;
/** how long what they say waits for the conversation to have begun */
const GREETING_MS = 600;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** after this many sockets in a row that never opened, poll and try a socket only now and then */
const SOCKET_TRIES = 2;
const SOCKET_AGAIN_MS = 60_000;

export interface LineEvents {
  /** something was said, or is being typed */
  heard(set: ActivitySet): void;
  /** the server is there again, or is not */
  there(isThere: boolean): void;
  /** a new pass to come back with; `fresh` while the conversation has not begun */
  placed(place: string, fresh: boolean): void;
  /** the chat is over: nothing to come back to */
  ended(): void;
}

export interface Line {
  /** connects; `fresh` begins the conversation */
  open(place: string, fresh: boolean, watermark: string): void;
  /** one message; 'ok' means the server has it */
  send(message: Waiting): Promise<Called<unknown>>;
  /** asks now rather than later: after a send, or when the page is looked at again */
  catchUp(): void;
  /** keeps or stops keeping the place for a week */
  keep(keep: boolean): Promise<boolean>;
  close(): void;
}

export function makeLine(events: LineEvents): Line {
  let place = '';
  let fresh = false;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let watermark = '';
  let session: Session | null = null;
  let renewing: Promise<Called<Session>> | null = null;
  let socket: WebSocket | null = null;
  let closed = false;
  let failures = 0;
  let unopened = 0;
  let timer = 0;

  const later = (ms: number, act: () => void) => {
    clearTimeout(timer);
    if (!closed) timer = window.setTimeout(act, ms);
  };
  const wait = () => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 6)) * (0.75 + Math.random() / 2);

  async function renew(keep?: boolean): Promise<Called<Session>> {
    const got = await call<Session>('/chat/token', '', { place, ...(keep === undefined ? {} : { keep }) });
    if (got.kind === 'ok') {
      session = got.body;
      place = got.body.place;
      events.placed(place, fresh);
    }
    return got;
  }

  /** Calls with a token that is good, renewing it once when it has run out. Only one renewal at a time. */
  async function withToken<T>(path: string, body?: unknown): Promise<Called<T>> {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (session === null) {
        renewing ??= renew().finally(() => {
          renewing = null;
        });
        const got = await renewing;
        // a place that has run out cannot be renewed: the talk can only begin again
        if (got.kind !== 'ok') return got.kind === 'away' ? got : { kind: 'ended' };
      }
      const now: Session | null = session;
      if (now === null) return { kind: 'away', activities: [] };
      const url =
        path === '' ? `${now.domain}/conversations` : `${now.domain}/conversations/${now.conversationId}${path}`;
      const got = await call<T>(url, now.token, body);
      if (got.kind !== 'expired') return got;
      session = null;
    }
    return { kind: 'ended' };
  }

  function hear(set: ActivitySet): void {
    if (set.watermark !== undefined) watermark = set.watermark;
    events.heard(set);
  }

  function over(): void {
    line.close();
    events.ended();
  }

  /** The conversation, begun if it has to be; and where its socket is. */
  async function connect(): Promise<void> {
    if (closed) return;
    type Stream = { readonly streamUrl: string };
    const got = fresh ? await withToken<Stream>('', {}) : await withToken<Stream>(`?watermark=${watermark}`);
    if (closed) return;
    if (got.kind === 'ok') {
      if (fresh) {
        fresh = false;
        // from now on there is something to come back to
        await renew();
      }
      begin();
      failures = 0;
      events.there(true);
      return unopened >= SOCKET_TRIES ? pollOn() : openSocket(got.body.streamUrl);
    }
    if (got.kind === 'ended' || got.kind === 'refused') return over();
    failures += 1;
    if (failures > 1) events.there(false);
    later(wait(), connect);
  }

  function openSocket(url: string): void {
    const ws = new WebSocket(url);
    let opened = false;
    let beat = 0;
    socket = ws;
    ws.onopen = () => {
      opened = true;
      unopened = 0;
      beat = window.setInterval(() => ws.send(''), BEAT_MS);
    };
    ws.onmessage = (event) => {
      if (typeof event.data === 'string' && event.data !== '') hear(JSON.parse(event.data));
    };
    ws.onclose = (event) => {
      clearInterval(beat);
      if (socket === ws) socket = null;
      if (closed || socket !== null) return;
      if (!opened) unopened += 1;
      // the same chat is open somewhere else: watch quietly rather than fight over the socket
      if (event.reason === 'collision') {
        unopened = SOCKET_TRIES;
        return pollOn();
      }
      later(opened ? 500 : wait(), connect);
    };
  }

  async function poll(): Promise<boolean> {
    const got = await withToken<ActivitySet>(`/activities?watermark=${watermark}`);
    if (closed) return false;
    if (got.kind === 'ok') hear(got.body);
    else if (got.kind === 'ended' || got.kind === 'refused') over();
    if (got.kind !== 'away') failures = 0;
    else failures += 1;
    events.there(failures < 2);
    return got.kind === 'ok';
  }

  let polling = 0;
  function pollOn(): void {
    const since = Date.now();
    polling += 1;
    const mine = polling;
    const step = async () => {
      if (closed || mine !== polling) return;
      await poll();
      if (Date.now() - since > SOCKET_AGAIN_MS) {
        unopened = SOCKET_TRIES - 1;
        return later(0, connect);
      }
      later(failures > 0 ? wait() : document.hidden ? SLOW_POLL_MS : POLL_MS, step);
    };
    void step();
  }

  const back = () => {
    if (closed || place === '') return;
    failures = 0;
    if (socket === null) later(0, connect);
    else void poll();
  };
  window.addEventListener('online', back);
  window.addEventListener('offline', () => events.there(false));

  const line: Line = {
    open(withPlace, isFresh, from) {
      place = withPlace;
      fresh = isFresh;
      watermark = from;
      void connect();
    },
    async send(message) {
      // the greeting comes first, but words are never held back by one that does not come
      await Promise.race([begun, new Promise((late) => setTimeout(late, GREETING_MS))]);
      return withToken('/activities', {
        type: 'message',
        text: message.text,
        ...(message.choice === undefined ? {} : { value: { choice: message.choice } }),
        channelData: { clientActivityID: message.id },
      });
    },
    catchUp: back,
    async keep(keep) {
      const got = await renew(keep);
      return got.kind === 'ok';
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
  return line;
}
