/** Works on one line at a time, in one process at a time: hears what came, sends what is due, and touches the silent lightly. */
import { LRUCache } from 'lru-cache';
import type { Moment } from '../../dialogs/types';
import type { Contact } from '../contact/contact';
import type { Lines } from '../contact/lines';
import { mayGo, personOf } from '../contact/rules';
import type { InboxItem, Line } from '../store/collections/phone';
import { type ConversationStore, type Records, StoreDown, type TurnRecord } from '../store/ports';
import { type createHear, type Heard, NOTHING_KNOWN, nudgeAfter } from './hear';
import { nextTurn } from './join';

/** A process that holds a line and dies lets go of it after this long, ms: somebody in danger may be waiting behind it. */
const leaseFor = 2_500;
/** One that lives says so this often, ms. */
const renewEvery = 700;
/** So long after it was taken or renewed a line is ours without asking, ms: well inside the lease, whatever clocks say. */
const sureFor = 1_000;
/** Another process has the line: tried again so soon, ms, for its lease is short. */
const askAgainAfter = 300;
/** Tries of one turn before its messages are set aside. */
const triesOfATurn = 3;
/** Lines worked on at once by one process, and how many more where somebody is in danger: a carrier that hangs may hold all the others. */
const atOnce = 16;
const urgentAtOnce = 64;
/** Messages of one line looked at for danger while an answer is on its way. */
const lookedAt = 50;

export interface LaneParts {
  /** this process, unlike any other */
  readonly me: string;
  readonly inbox: Records<InboxItem>;
  readonly lines: Lines;
  readonly contact: Pick<Contact, 'sendDue' | 'dueLines' | 'onWake'>;
  readonly hearer: ReturnType<typeof createHear>;
  readonly store: Pick<ConversationStore, 'look'>;
  readonly happen: (
    conversationId: string,
    key: string,
    event: { readonly name: 'silence'; readonly step: 1 | 2 },
  ) => Promise<TurnRecord | null>;
  readonly momentAt: (at: number) => Moment;
  readonly now: () => number;
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** Heard at once and not joined with what follows: words of danger, a command, a file (desk). */
const isAtOnce = ({ at, readyAt }: InboxItem) => readyAt <= at;

/** The worker on lines. */
export function createLanes(parts: LaneParts) {
  const { lines, now } = parts;
  const running = new Map<string, Promise<void>>();
  const wanted = new Set<string>();
  /** messages being heard now: the sweep leaves them */
  const inHand = new Set<string>();
  /** lines with words that nobody looked at yet, as far as this process knows */
  const toHear = new Set<string>();
  /** of those, the lines with words of danger: started first */
  const urgent = new Set<string>();
  /** lines worked on: aborted when words of danger come, so that no answer still on its way is waited for */
  const hurries = new Map<string, AbortController>();
  /** tries of turns that failed here; a few, and only while they fail */
  const failed = new LRUCache<string, number>({ max: 1_000 });
  const timers = new Map<string, { readonly at: number; readonly timer: NodeJS.Timeout }>();
  let closing = false;

  /** when each line was last taken or renewed here */
  const heldAt = new Map<string, number>();

  /** Takes or keeps the line, and gives it back as it is; null when another process has it. */
  const hold = async (id: string): Promise<Line | null> => {
    const since = now() - (heldAt.get(id) ?? Number.NEGATIVE_INFINITY);
    if (since < 0 || since >= sureFor) return (await takeLease(id)).mine;
    // nobody but us writes what is not theirs on a line that is held, and what they write shows with our next write
    return lines.lately(id) ?? lines.get(id);
  };

  async function takeLease(id: string): Promise<{ readonly mine: Line | null; readonly isGone: boolean }> {
    const asked = now();
    let mine = false;
    const line = await lines.change(id, (line) => {
      mine = line.leaseBy === parts.me || line.leaseUntil <= now();
      return mine ? { ...line, leaseBy: parts.me, leaseUntil: now() + leaseFor } : null;
    });
    if (mine) heldAt.set(id, asked);
    else heldAt.delete(id);
    return { mine: mine ? line : null, isGone: line === null };
  }

  /** Takes the line. One that is gone, when words wait for it, is made again. */
  async function take(id: string): Promise<Line | null> {
    const { mine, isGone } = await takeLease(id);
    if (!isGone) return mine;
    const [waiting] = await parts.inbox.find({ line: id, state: 'waiting' }, 1);
    return waiting !== undefined && (await parts.hearer.meet(waiting)) ? hold(id) : null;
  }

  const letGo = (id: string) => {
    heldAt.delete(id);
    return lines.change(id, (line) => (line.leaseBy === parts.me ? { ...line, leaseBy: '', leaseUntil: 0 } : null));
  };

  /** A turn that fails is tried three times; then it is set aside, and what follows is heard (S2). Null when the store went away. */
  async function hearOrGiveUp(line: Line, items: readonly InboxItem[]): Promise<Heard | null> {
    const { id } = line;
    const turn = items[0]?.turn ?? items[0]?.id ?? id;
    for (;;) {
      try {
        const heard = await parts.hearer.hear(line, items);
        failed.delete(turn);
        return heard;
      } catch (error) {
        if (error instanceof StoreDown) throw error;
        const tries = (failed.get(turn) ?? 0) + 1;
        failed.set(turn, tries);
        parts.log('line.failed', { error: error instanceof Error ? error.name : 'unknown' });
        if (tries < triesOfATurn) continue;
        await parts.hearer.giveUp(id, items, error);
        failed.delete(turn);
        return NOTHING_KNOWN;
      }
    }
  }

  /** Hears what waits. When to come again for more of it, and for what is still to be sent; ms or null. */
  async function hearAll(
    id: string,
  ): Promise<{ readonly again: number | null; readonly sendAgain: number | null | 'unsent' }> {
    let sendAgain: number | null | 'unsent' = 'unsent';
    const after = (again: number | null) => ({ again, sendAgain });
    // when the process stops, the turn in hand is finished and the rest waits for the next one
    while (!closing) {
      // made anew before each look, so that what came after the look is never missed
      const hurry = new AbortController();
      hurries.set(id, hurry);
      toHear.delete(id);
      const waiting = await parts.inbox.find({ line: id, state: 'waiting' }, 500);
      const next = nextTurn(waiting, now());
      if (next.kind === 'none') return after(null);
      if (next.kind === 'wait') return after(next.until);
      const line = await hold(id);
      if (line === null) return after(now() + askAgainAfter);
      for (const item of next.items) inHand.add(item.id);
      const heard = await hearOrGiveUp(line, next.items).finally(() => {
        for (const item of next.items) inHand.delete(item.id);
      });
      if (heard === null) return after(now() + 5_000);
      // each answer goes before the next message is heard, so that answers come in the order of what was said
      // whatever woke this line until now to send something is seen by this
      wanted.delete(id);
      const { open, just } = heard;
      sendAgain = await parts.contact.sendDue(id, open, { held: () => hold(id), hurry: hurry.signal, just });
      // what came meanwhile woke this line, or the process it came to, which asks for the line until it has it
      if (!toHear.has(id) && waiting.length === next.items.length) return after(null);
    }
    return after(null);
  }

  /** One light touch, then one goodbye, where the rules let it; every reply starts the clock again. */
  async function touch(id: string): Promise<void> {
    const line = await lines.get(id);
    const nudge = line?.nudge;
    const way = nudge && line[nudge.channel];
    if (!line || !nudge || !way || nudge.at > now()) return;
    const state = (await parts.store.look(way.conversationId))?.state;
    const going = { why: 'nudge', channel: nudge.channel, at: now(), neutral: true, fixedReply: false } as const;
    const facts = { stopped: line.stopped, heardAt: way.heardAt };
    const verdict = state && mayGo(going, personOf(state), facts, parts.momentAt(now()), parts.momentAt);
    if (verdict?.kind === 'wait') {
      await setNudge(id, nudge.at, { ...nudge, at: verdict.until });
      return;
    }
    if (verdict?.kind === 'send') {
      const key = `nudge:${id}:${way.heardAt}:${nudge.step}`;
      await parts.happen(way.conversationId, key, { name: 'silence', step: nudge.step });
    }
    const last = verdict?.kind !== 'send' || nudge.step === 2;
    // never sooner after the first than it would have been, however late that was
    const goodbye = Math.max(way.heardAt + nudgeAfter[2], now() + nudgeAfter[2] - nudgeAfter[1]);
    await setNudge(id, nudge.at, last ? null : { ...nudge, step: 2, at: goodbye });
  }

  /** Only while nothing has changed it: a reply in the meantime has set its own. */
  const setNudge = (id: string, was: number, nudge: Line['nudge']) =>
    lines.change(id, (line) => (line.nudge?.at === was ? { ...line, nudge } : null));

  /** Keeps the line, and looks whether another process took in words of danger for it meanwhile. */
  async function renew(id: string): Promise<void> {
    await takeLease(id);
    const waiting = await parts.inbox.find({ line: id, state: 'waiting' }, lookedAt);
    if (waiting.some(isAtOnce)) hurries.get(id)?.abort();
  }

  async function work(id: string): Promise<void> {
    if (!(await take(id))) return comeBack(id, now() + askAgainAfter, urgent.has(id));
    urgent.delete(id);
    const again: (number | null)[] = [];
    const renewing = setInterval(() => void renew(id).catch(() => undefined), renewEvery);
    renewing.unref();
    try {
      const heard = await hearAll(id);
      again.push(heard.again);
      if (heard.sendAgain === 'unsent') {
        await touch(id);
        again.push(await parts.contact.sendDue(id, null, { held: () => hold(id), hurry: hurries.get(id)?.signal }));
      } else {
        // they wrote just now, and what it led to has been sent
        again.push(heard.sendAgain);
      }
    } finally {
      clearInterval(renewing);
      hurries.delete(id);
      await letGo(id);
    }
    const soonest = again.filter((at) => at !== null).sort((a, b) => a - b)[0];
    // what is far off is found by the sweep
    if (soonest !== undefined && soonest < now() + 60_000) comeBack(id, soonest);
  }

  function comeBack(id: string, at: number, isUrgent = false): void {
    const set = timers.get(id);
    if (closing || (set && set.at <= at)) return;
    if (set) clearTimeout(set.timer);
    const timer = setTimeout(
      () => {
        timers.delete(id);
        wake(id, isUrgent);
      },
      Math.max(0, at - now()),
    );
    timer.unref();
    timers.set(id, { at, timer });
  }

  function start(id: string): void {
    wanted.delete(id);
    const run = work(id)
      .catch((error: unknown) => {
        const name = error instanceof Error ? error.name : 'unknown';
        if (!(error instanceof StoreDown)) parts.log('line.failed', { error: name });
        comeBack(id, now() + 5_000);
      })
      .finally(() => {
        running.delete(id);
        if (!wanted.has(id)) toHear.delete(id);
        const free = (one: string) => !running.has(one);
        const next = [...urgent].find((one) => wanted.has(one) && free(one)) ?? [...wanted].find(free);
        if (next !== undefined && !closing && hasRoom(urgent.has(next))) start(next);
      });
    running.set(id, run);
  }

  const hasRoom = (isUrgent: boolean) => running.size < atOnce + (isUrgent ? urgentAtOnce : 0);

  /** Something is to be done on this line now. `isUrgent`: words of danger came on it, which wait for no other line and no answer. */
  function wake(id: string, isUrgent = false): void {
    toHear.add(id);
    wakeToSend(id, isUrgent);
  }

  function wakeToSend(id: string, isUrgent = false): void {
    if (closing) return;
    if (isUrgent) {
      urgent.add(id);
      hurries.get(id)?.abort();
    }
    if (running.has(id) || !hasRoom(isUrgent)) wanted.add(id);
    else start(id);
  }

  const stopListening = parts.contact.onWake((id) => wakeToSend(id));
  return {
    wake,
    /** Something is to be done on this line at this time, ms. */
    wakeAt: (id: string, at: number): void => comeBack(id, at),
    /** Finds lines with work that nobody woke us for: after a crash, from another process, or for an hour that has come. */
    async sweep(): Promise<void> {
      const due = new Set(await parts.contact.dueLines(now(), 200));
      const waiting = await parts.inbox.find({ state: 'waiting', readyAt: { $lte: now() } }, 500);
      for (const item of waiting) if (!inHand.has(item.id)) due.add(item.line);
      for (const line of await lines.dueNudges(now(), 100)) due.add(line.id);
      const first = new Set(waiting.filter((item) => isAtOnce(item) && !inHand.has(item.id)).map((item) => item.line));
      for (const id of first) wake(id, true);
      for (const id of due) if (!first.has(id)) wake(id);
    },
    /** Resolves when nothing is being worked on. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running.values());
    },
    async close(): Promise<void> {
      closing = true;
      stopListening();
      for (const { timer } of timers.values()) clearTimeout(timer);
      await Promise.allSettled(running.values());
    },
  };
}
