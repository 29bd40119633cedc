/**
 * Asks the deep stage, which lives in a worker thread, and never waits long for it. The worker has one text and the
 * next; the others wait here, and what has waited too long is never sent. A worker that dies or hangs is started again, each time
 * after a longer rest. Texts seen before are not read twice.
 */
import { LRUCache } from 'lru-cache';

/** A worker thread, as far as it is needed here. */
export interface DeepWorker {
  readonly postMessage: (message: { readonly id: number; readonly text: string }) => void;
  readonly onMessage: (heard: (message: unknown) => void) => void;
  /** called once, when it ended or failed */
  readonly onEnd: (ended: () => void) => void;
  readonly terminate: () => void;
}

export type DeepState = 'no weights' | 'resting' | 'starting' | 'ready' | 'stopped';
export type DeepOutcome = 'answered' | 'known' | 'late' | 'failed' | 'absent';

export interface DeepClientParts {
  /** starts a worker; null when there are no weights to start it with */
  readonly start: (() => DeepWorker) | null;
  /** longest one stretch of text may take altogether unless asked otherwise, in milliseconds */
  readonly deadlineMs: number;
  /** how long a worker may be silent with a text before it is taken for hung, in milliseconds */
  readonly hungMs: number;
  /** the first rest before a new start, doubled each time up to `longestRestMs` */
  readonly restMs: number;
  readonly longestRestMs: number;
  readonly told: (outcome: DeepOutcome, ms: number) => void;
}

export interface DeepClient {
  /**
   * Margins by output, or null when they did not come in time. Never throws. A `part` of a long message lets a few whole
   * messages that came after it go first.
   */
  readonly ask: (text: string, withinMs?: number, part?: boolean) => Promise<readonly number[] | null>;
  readonly state: () => DeepState;
  /** Starts the worker before anybody asks. */
  readonly begin: () => void;
  readonly stop: () => void;
}

interface Waiting {
  readonly id: number;
  readonly text: string;
  readonly part: boolean;
  /** its place in line: the lowest is next */
  readonly place: number;
  readonly settle: (margins: readonly number[] | null, outcome: DeepOutcome) => void;
}

const MOST_KNOWN = 500;
/** So many that came later go before a part of a long message; not more, so that its own turn comes. */
const LETS_BY = 4;
/** With the worker at once: the one it reads, and the next, so that it need not wait until we have heard of the first. */
const WITH_WORKER = 2;
/** Loading the weights may take so many times as long as a text. */
const START_TAKES = 5;

export function createDeepClient(parts: DeepClientParts): DeepClient {
  const known = new LRUCache<string, readonly number[]>({ max: MOST_KNOWN });
  let worker: DeepWorker | null = null;
  let state: DeepState = parts.start === null ? 'no weights' : 'resting';
  let waiting: readonly Waiting[] = [];
  /** with the worker, in the order they were sent */
  let sent: readonly Waiting[] = [];
  let rest = 0;
  let mayStartAt = 0;
  let hung: NodeJS.Timeout | undefined;
  let next = 0;

  function begin(): void {
    if (parts.start === null || worker !== null || state === 'stopped' || performance.now() < mayStartAt) return;
    state = 'starting';
    try {
      const started = parts.start();
      worker = started;
      started.onMessage((message) => {
        if (worker === started) hear(message);
      });
      started.onEnd(() => {
        if (worker === started) ended();
      });
      watch(started, START_TAKES * parts.hungMs);
    } catch {
      ended();
    }
  }

  /** A worker that says nothing for so long is ended, and another started when next asked. */
  function watch(one: DeepWorker, ms: number): void {
    hung = setTimeout(() => {
      if (worker !== one) return;
      one.terminate();
      ended();
    }, ms);
    hung.unref();
  }

  function ended(): void {
    worker = null;
    clearTimeout(hung);
    if (state !== 'stopped') state = 'resting';
    rest = rest === 0 ? parts.restMs : Math.min(rest * 2, parts.longestRestMs);
    mayStartAt = performance.now() + rest;
    const lost = [...sent, ...waiting];
    sent = [];
    waiting = [];
    for (const one of lost) one.settle(null, 'failed');
  }

  function hear(message: unknown): void {
    if (message === 'ready') {
      clearTimeout(hung);
      state = 'ready';
      sendNext();
      return;
    }
    const answer = answerIn(message);
    const asked = answer === null ? undefined : sent.find(({ id }) => id === answer.id);
    if (answer === null || asked === undefined) return;
    const { settle, text } = asked;
    clearTimeout(hung);
    sent = sent.filter((one) => one !== asked);
    if (worker !== null && sent.length > 0) watch(worker, parts.hungMs);
    rest = 0;
    if (answer.margins !== null) known.set(text, answer.margins);
    settle(answer.margins, answer.margins === null ? 'failed' : 'answered');
    sendNext();
  }

  function sendNext(): void {
    if (sent.length >= WITH_WORKER || worker === null || state !== 'ready') return;
    const first = waiting.reduce<Waiting | null>((best, one) => (best && best.place <= one.place ? best : one), null);
    // a part of a long message is long to read: what comes meanwhile may still go before it
    if (first === null || (first.part && sent.length > 0)) return;
    waiting = waiting.filter((one) => one !== first);
    if (sent.length === 0) watch(worker, parts.hungMs);
    sent = [...sent, first];
    worker.postMessage({ id: first.id, text: first.text });
    sendNext();
  }

  function ask(text: string, withinMs = parts.deadlineMs, part = false): Promise<readonly number[] | null> {
    const began = performance.now();
    const told = (outcome: DeepOutcome) => parts.told(outcome, performance.now() - began);
    const before = known.get(text);
    if (before !== undefined) {
      told('known');
      return Promise.resolve(before);
    }
    begin();
    if (worker === null) {
      told('absent');
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      let open = true;
      const settle = (margins: readonly number[] | null, outcome: DeepOutcome) => {
        if (!open) return;
        open = false;
        clearTimeout(late);
        told(outcome);
        resolve(margins);
      };
      next += 1;
      const one: Waiting = { id: next, text, part, place: part ? next + LETS_BY : next, settle };
      const late = setTimeout(() => {
        // it is not sent any more; if the worker has it already, its answer is kept for the next time
        waiting = waiting.filter((other) => other !== one);
        settle(null, 'late');
      }, withinMs);
      waiting = [...waiting, one];
      sendNext();
    });
  }

  return {
    ask,
    state: () => state,
    begin,
    stop: () => {
      state = 'stopped';
      worker?.terminate();
      if (worker !== null) ended();
    },
  };
}

function answerIn(message: unknown): { readonly id: number; readonly margins: readonly number[] | null } | null {
  if (typeof message !== 'object' || message === null || !('id' in message) || !('margins' in message)) return null;
  const { id, margins } = message;
  if (typeof id !== 'number') return null;
  if (margins === null) return { id, margins };
  const isNumbers = Array.isArray(margins) && margins.every((one): one is number => typeof one === 'number');
  return isNumbers ? { id, margins } : null;
}
