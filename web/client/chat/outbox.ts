/**
 * What the person said and the server does not have yet: sent in order, again and again, always with the same id. Words
 * that would have to wait behind something unsent go ahead of it at once: they may be about danger, and the server
 * answers danger even when it can keep nothing.
 */
import type { Activity, Called, Waiting } from './wire';

export interface Outbox {
  add(message: Waiting): void;
  /** tries now rather than at the next turn of the clock */
  go(): void;
  readonly waiting: () => readonly Waiting[];
  stop(): void;
}

export interface OutboxEvents {
  send(message: Waiting): Promise<Called<unknown>>;
  /** the list changed: keep it for a reload */
  changed(waiting: readonly Waiting[]): void;
  /** the server has it */
  sent(message: Waiting): void;
  /** it could not be sent yet; `activities` is what the server said instead (crisis words), each time it says it */
  stuck(message: Waiting, activities: readonly Activity[]): void;
  /** the server will never take it */
  refused(message: Waiting): void;
}

const FIRST_WAIT_MS = 700;
const LONGEST_WAIT_MS = 15_000;
/** Words wait this long behind a message still under way: a moment keeps them in order on a slow line. */
const BEHIND_MS = 1_200;
/** Something that has been unsent this long shows the numbers to call, whatever becomes of it. */
const SHOW_NUMBERS_MS = 3_500;

export function makeOutbox(first: readonly Waiting[], events: OutboxEvents): Outbox {
  let waiting = [...first];
  const underWay = new Set<string>();
  let failures = 0;
  let timer = 0;
  let stopped = false;

  const has = (message: Waiting) => waiting.some((one) => one.id === message.id);

  /** One try at one message. True when the server has spoken about it for good. */
  async function attempt(message: Waiting): Promise<boolean> {
    underWay.add(message.id);
    const got = await events.send(message);
    underWay.delete(message.id);
    if (stopped || got.kind === 'ended' || !has(message)) return false;
    if (got.kind === 'ok' || got.kind === 'refused') {
      failures = 0;
      waiting = waiting.filter((one) => one.id !== message.id);
      events.changed(waiting);
      if (got.kind === 'ok') events.sent(message);
      else events.refused(message);
      return true;
    }
    failures += 1;
    events.stuck(message, got.kind === 'away' ? got.activities : []);
    return false;
  }

  async function go(): Promise<void> {
    clearTimeout(timer);
    const message = waiting[0];
    if (stopped || message === undefined || underWay.has(message.id)) return;
    if (await attempt(message)) return go();
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 6));
    clearTimeout(timer);
    if (!stopped) timer = window.setTimeout(go, wait);
  }

  /** Not its turn, but words: it goes by itself as soon as something stands in its way. */
  function goAhead(message: Waiting): void {
    window.setTimeout(
      () => {
        if (stopped || !has(message) || underWay.has(message.id) || waiting[0]?.id === message.id) return;
        void attempt(message).then((done) => (done ? go() : undefined));
      },
      failures > 0 ? 0 : BEHIND_MS,
    );
  }

  function showNumbersIfLate(message: Waiting): void {
    window.setTimeout(() => {
      if (!stopped && has(message)) events.stuck(message, []);
    }, SHOW_NUMBERS_MS);
  }

  const look = (message: Waiting) => {
    showNumbersIfLate(message);
    if (message.choice === undefined && waiting[0]?.id !== message.id) goAhead(message);
  };
  for (const message of waiting) look(message);

  return {
    add(message) {
      waiting.push(message);
      events.changed(waiting);
      look(message);
      void go();
    },
    go: () => void go(),
    waiting: () => waiting,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
