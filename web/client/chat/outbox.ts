/** What the person said and the server does not have yet: sent in order, again and again, always with the same id. */
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
  /** it could not be sent; `activities` is what the server said instead (crisis words), each time it says it */
  stuck(message: Waiting, activities: readonly Activity[]): void;
  /** the server will never take it */
  refused(message: Waiting): void;
}

const FIRST_WAIT_MS = 700;
const LONGEST_WAIT_MS = 15_000;

export function makeOutbox(first: readonly Waiting[], events: OutboxEvents): Outbox {
  let waiting = [...first];
  let busy = false;
  let failures = 0;
  let timer = 0;
  let stopped = false;

  const drop = (message: Waiting) => {
    waiting = waiting.filter((one) => one.id !== message.id);
    events.changed(waiting);
  };

  async function go(): Promise<void> {
    clearTimeout(timer);
    const message = waiting[0];
    if (busy || stopped || message === undefined) return;
    busy = true;
    const got = await events.send(message);
    busy = false;
    if (stopped) return;
    if (got.kind === 'ok') {
      failures = 0;
      drop(message);
      events.sent(message);
      return go();
    }
    if (got.kind === 'refused') {
      drop(message);
      events.refused(message);
      return go();
    }
    if (got.kind === 'ended') return;
    failures += 1;
    events.stuck(message, got.kind === 'away' ? got.activities : []);
    timer = window.setTimeout(go, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 6)));
  }

  return {
    add(message) {
      waiting.push(message);
      events.changed(waiting);
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
