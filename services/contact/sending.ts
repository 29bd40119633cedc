/** Sends what is due on one line, in order. The one place from which anything leaves for a phone: every message is put to the rules here. */
import { LRUCache } from 'lru-cache';
import type { ConversationState, Moment } from '../../dialogs/types';
import type { CarrierName } from '../store/collections/carriers';
import type { Line, OutgoingMessage } from '../store/collections/phone';
import type { ConversationStore } from '../store/ports';
import { type Carrier, type Cleared, outgoing, type SendResult, type Where } from './carrier';
import { stamp } from './clearance';
import type { Lines } from './lines';
import { isOpen, type Messages } from './messages';
import { opensNeutrally } from './openings';
import { type Rendered, refOf } from './outbox';
import { type Became, became, unsureWaitOf } from './outcomes';
import { type Going, mayGo, personOf, type Verdict } from './rules';

/** A carrier answers within its own timeout, well inside this; after it a try that nobody finished is looked into. */
const tryTakes = 30_000;
/** So long what came before is still there to be read together with what follows, ms. */
const stillReading = 60 * 60 * 1000;

/** When words of danger wait behind it, an answer on its way is given this much longer, ms: most are there by then. */
const hurriedAfter = 500;

export interface SendingParts {
  readonly lines: Lines;
  readonly messages: Messages;
  readonly store: Pick<ConversationStore, 'look'>;
  readonly carriers: ReadonlyMap<CarrierName, Carrier>;
  readonly momentAt: (at: number) => Moment;
  readonly now: () => number;
  /** what each answer leads to beside the message: a template, a task, a stop */
  readonly follow: (message: OutgoingMessage, after: Became) => Promise<void>;
  /** a message the rules kept back: somebody may have to know */
  readonly keptBack: (message: OutgoingMessage, verdict: Verdict) => Promise<void>;
  /** an answer that was not waited for came back: what stood behind it may go */
  readonly wake: (lineId: string) => void;
}

/** How what is due on a line is sent. */
export interface SendHow {
  /** the line while it is ours, as it is at this moment; null once another process has it */
  readonly held: () => Promise<Line | null>;
  /** aborted when words of danger came: what is on its way is not waited for */
  readonly hurry?: AbortSignal | undefined;
  /** a conversation as this worker wrote it, and when: as good as a look for a moment */
  readonly just?: { readonly conversationId: string; readonly state: ConversationState; readonly at: number } | null;
}

/** What this worker wrote under its guard is taken for how things are for so long, ms; then it is looked up. */
const freshFor = 1_000;

/** What came of it, or 'hurried' when there was no time to wait for that. */
async function inTime<T>(work: Promise<T>, hurry: AbortSignal): Promise<T | 'hurried'> {
  let timer: NodeJS.Timeout | undefined;
  let listen = (): void => undefined;
  const hurried = new Promise<'hurried'>((resolve) => {
    listen = () => {
      timer = setTimeout(resolve, hurriedAfter, 'hurried');
    };
    if (hurry.aborted) listen();
    else hurry.addEventListener('abort', listen, { once: true });
  });
  try {
    return await Promise.race([work, hurried]);
  } finally {
    clearTimeout(timer);
    hurry.removeEventListener('abort', listen);
  }
}

const textOf = (message: OutgoingMessage): string => {
  const read = outgoing.parse(JSON.parse(message.message));
  return read.kind === 'template' ? '' : read.text;
};

/** Fixed words that went so lately are not sent again while nothing can be kept, and so long is asked about it, ms. */
const LATELY = 5_000;
const LOOKED_FOR = 1_000;

/** Messages answered without the store, by their id: a carrier that tries again must not be answered again. */
const mostUnkept = 10_000;

/** The sender. */
export function createSending(parts: SendingParts) {
  const { lines, messages, now } = parts;
  const unkept = new LRUCache<string, true>({ max: mostUnkept });

  /**
   * A carrier that gets no yes brings the message to the other process as well, and neither can see what the other did. The
   * carrier can: the very words that went to them a moment ago are not sent again. Not known in time, they are.
   */
  async function wentLately(carrier: Carrier, cleared: Cleared): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, LOOKED_FOR, null);
    });
    const found = await Promise.race([carrier.wasTaken(cleared, now() - LATELY), late]);
    clearTimeout(timer);
    return found?.kind === 'taken';
  }

  /** What follows the first message of a turn is read after it: if that one was seen just now, this one opens nothing. */
  async function follows(message: OutgoingMessage): Promise<boolean> {
    if (message.n % 100 === 0) return false;
    const first = await messages.change(message.id.replace(/\d+$/, '0'), () => null);
    const went = first?.state === 'sent' || first?.state === 'delivered' || first?.state === 'read';
    return went && now() - (first.lastTriedAt ?? 0) <= stillReading;
  }

  async function goingOf(message: OutgoingMessage): Promise<Going> {
    return {
      why: message.why,
      channel: message.channel,
      at: message.at,
      // what they wrote for opens as it likes
      neutral: message.why === 'answer' || opensNeutrally(textOf(message)) || (await follows(message)),
      fixedReply: message.fixedReply,
    };
  }

  /** A conversation as it is at this moment; null when it was forgotten. */
  async function stateNow(conversationId: string, just: SendHow['just']): Promise<ConversationState | null> {
    const isFresh = just?.conversationId === conversationId && now() - just.at <= freshFor;
    return isFresh ? just.state : ((await parts.store.look(conversationId))?.state ?? null);
  }

  /** The rules' word on this message, from the conversation and the line as they are at this moment. */
  async function verdictOn(
    message: OutgoingMessage,
    line: Line,
    just: SendHow['just'],
  ): Promise<{ verdict: Verdict; line: Line } | null> {
    const state = await stateNow(message.conversationId, just);
    if (state === null || line.address === null) return null;
    const way = line[message.channel];
    // they left this number, and somebody else may have it
    if (way === null) return null;
    const { heardAt } = way;
    const facts = { stopped: line.stopped, heardAt };
    const { askedFor } = state;
    // the phone has said nothing yet: what may go there is what they said on the web page
    const whose = message.why === 'ask' && askedFor !== null ? (await parts.store.look(askedFor))?.state : state;
    if (!whose) return null;
    const person = personOf(whose);
    return { verdict: mayGo(await goingOf(message), person, facts, parts.momentAt(now()), parts.momentAt), line };
  }

  const clearedOf = (message: OutgoingMessage, line: Line): Cleared => {
    const where: Where = { carrier: message.carrier, channel: message.channel, to: line.address ?? '' };
    const validFor = Math.min(36_000, Math.max(60, Math.floor((message.giveUpAt - now()) / 1_000)));
    const { ref, fixedReply } = message;
    return { where, message: outgoing.parse(JSON.parse(message.message)), ref, validFor, urgent: fixedReply };
  };

  /**
   * The first of these that is no other message of ours: the same words may have gone before it, and a reply to danger with
   * them may have gone after it and overtaken it.
   */
  async function notAnothers(message: OutgoingMessage, providerIds: readonly string[]): Promise<string | null> {
    for (const providerId of providerIds) {
      const known = await messages.byRef(null, providerId);
      if (known === null || known.id === message.id) return providerId;
    }
    return null;
  }

  /** Was one we heard nothing about taken after all? True: it is settled. False: it may be sent again. A time: ask again then. */
  async function lookInto(
    message: OutgoingMessage,
    line: Line,
    carrier: Carrier,
    hurry: AbortSignal,
  ): Promise<boolean | number> {
    const triedAt = message.lastTriedAt ?? message.at;
    const found = await inTime(carrier.wasTaken(clearedOf(message, line), triedAt - 60_000), hurry);
    if (found === 'hurried') return now() + 1_000;
    if (found.kind === 'taken') {
      const providerId = await notAnothers(message, found.providerIds);
      // all with these words are other messages of ours: this one never came
      if (providerId === null) return false;
      await messages.change(message.id, () => ({ state: 'sent', providerId, code: null }));
      return true;
    }
    const askAgain = triedAt + unsureWaitOf(message);
    if (found.kind === 'notTaken' || now() >= askAgain) return false;
    await messages.change(message.id, (one) => (one.state === 'sent' ? null : { state: 'unsure', dueAt: askAgain }));
    return askAgain;
  }

  /** Tries one message. 'gone': go on with the next. A time: nothing may overtake it until then. */
  async function tryOne(
    message: OutgoingMessage,
    held: Line,
    hurry: AbortSignal,
    just: SendHow['just'],
  ): Promise<'gone' | number> {
    const carrier = parts.carriers.get(message.carrier);
    const judged = await verdictOn(message, held, just);
    if (!judged) {
      await messages.change(message.id, () => ({ state: 'dropped', code: 'forgotten' }));
      return 'gone';
    }
    const { verdict, line } = judged;
    if (message.state !== 'waiting' && carrier) {
      const known = await lookInto(message, line, carrier, hurry);
      if (known !== false) return known === true ? 'gone' : known;
    }
    if (verdict.kind === 'wait' && verdict.until < message.giveUpAt) {
      await messages.change(message.id, () => ({ state: 'waiting', dueAt: verdict.until, attempts: 0 }));
      return 'gone';
    }
    if (verdict.kind !== 'send') {
      const rule = verdict.kind === 'wait' ? 'no time left' : verdict.rule;
      await messages.change(message.id, () => ({ state: verdict.kind === 'hold' ? 'held' : 'dropped', code: rule }));
      await parts.keptBack(message, verdict);
      return 'gone';
    }
    if (now() >= message.giveUpAt || !carrier) {
      const change = { state: 'failed' as const, code: carrier ? 'too late' : 'no carrier' };
      await messages.change(message.id, () => change);
      await parts.follow(message, { kind: 'task', change });
      return 'gone';
    }
    return send(message, line, carrier, hurry);
  }

  async function send(
    message: OutgoingMessage,
    line: Line,
    carrier: Carrier,
    hurry: AbortSignal,
  ): Promise<'gone' | number> {
    const toSending = (one: OutgoingMessage) =>
      // as it was seen: one that went on since is somebody else's
      isOpen(one) && one.state === message.state
        ? ({ state: 'sending', attempts: one.attempts + 1, lastTriedAt: now(), dueAt: now() + tryTakes } as const)
        : null;
    const tried = await messages.change(message.id, toSending, message);
    // dropped meanwhile, or forgotten
    if (tried?.state !== 'sending') return 'gone';
    // counted before it leaves: of what may go once, a crash must not make two
    if (tried.why === 'stopped') await mark(tried, 'told');
    if (tried.why === 'crisis') await mark(tried, 'replied');
    const going = carrier.send(stamp(clearedOf(tried, line)));
    const result = await inTime(going, hurry);
    if (result !== 'hurried') return settle(tried, result);
    const later = going.then((late) => settle(tried, late));
    // one that fails for good stays 'sending', and is looked into when its time is over
    void later.catch(() => undefined).finally(() => parts.wake(tried.line));
    return tried.dueAt;
  }

  /** What the carrier's answer makes of a message that is on its way. */
  async function settle(tried: OutgoingMessage, result: SendResult): Promise<'gone' | number> {
    const after = became(tried, result, now());
    // a status may have been quicker than the answer, and knows more
    const change = (one: OutgoingMessage) => (one.state === 'sending' ? after.change : null);
    const settled = await messages.change(tried.id, change, tried);
    if (settled?.state !== after.change.state) return 'gone';
    if (after.kind !== 'done' && after.kind !== 'again') await parts.follow(tried, after);
    return after.kind === 'again' ? (after.change.dueAt ?? now()) : 'gone';
  }

  const mark = (message: OutgoingMessage, what: 'told' | 'replied') =>
    lines.change(message.line, (line) =>
      line.stopped && line.stopped[what] === null
        ? { ...line, stopped: { ...line.stopped, [what]: message.at } }
        : null,
    );

  return {
    /**
     * The crisis text while nothing can be kept or looked up: no rule can be asked, and somebody may be in danger. Once for
     * each message they sent, and never anything but the fixed words.
     */
    async sendUnkept(where: Where, rendered: readonly Rendered[], key: string): Promise<void> {
      if (unkept.has(key)) return;
      unkept.set(key, true);
      const carrier = parts.carriers.get(where.carrier);
      if (carrier === undefined) return;
      const all = rendered.map(({ message }) =>
        stamp({ where, message, ref: refOf(key), validFor: 3_600, urgent: true }),
      );
      const [first] = all;
      if (first !== undefined && (await wentLately(carrier, first))) return;
      for (const one of all) await carrier.send(one);
    },

    /**
     * Sends what is due of these, which wait on one line. Only while holding it. Gives back when to come again, ms, or null
     * when nothing waits.
     */
    async sendDue(
      open: readonly OutgoingMessage[],
      { held, hurry = new AbortController().signal, just = null }: SendHow,
    ): Promise<number | null> {
      let next: number | null = null;
      /** one that is being tried again: only a fixed reply to danger of a later turn may overtake it */
      let stuck: OutgoingMessage | null = null;
      for (const message of open) {
        if (stuck && (!message.fixedReply || (stuck.fixedReply && message.at === stuck.at))) continue;
        const soon = (at: number) => {
          next = next === null ? at : Math.min(next, at);
        };
        if (message.dueAt > now()) {
          soon(message.dueAt);
          // one that waits for its hour holds nobody up
          if (message.state !== 'waiting' || message.attempts > 0) stuck ??= message;
          continue;
        }
        const line = await held();
        if (line === null) return now() + 1_000;
        const came = await tryOne(message, line, hurry, just);
        if (came !== 'gone') {
          soon(came);
          stuck ??= message;
        }
      }
      return next;
    },
  };
}
