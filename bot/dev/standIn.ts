/** Stand-in carriers and phones in memory: Twilio and WhatsApp's Cloud API as far as we use them. Nothing leaves this process but webhooks to us. */
import {
  type HeardOnTwilio,
  metaInbound,
  metaStatus,
  metaWebhook,
  type Said,
  twilioInbound,
  twilioWebhook,
  type Webhook,
} from './carrierWebhooks';
import { newId } from './ids';
import { type Answered, type Asked, type Inside, type Mood, type StandInDeps, step, type Taken } from './inside';
import { askMeta, metaTrouble } from './metaSide';
import { createThreads, type PhoneLine, type Reach, type Thread, type ThreadMessage, type Tick } from './phoneThreads';
import { OPT_ANSWERS, optWord, partsOf } from './twilioRules';
import { askTwilio, twilioTrouble } from './twilioSide';

export interface StandIn {
  /** answers a request to one of the carriers, in the mood it is in */
  ask(carrier: 'twilio' | 'meta', asked: Asked): Answered;
  /** somebody sends something from a stand-in phone; true when the app took the webhook */
  say(line: PhoneLine, number: string, said: Said): Promise<boolean>;
  /** the last webhook with a phone's words, once more; false when there was none or it was refused */
  repeat(): Promise<boolean>;
  /** the carrier believes that so many hours went by since this phone wrote */
  hoursPass(line: PhoneLine, number: string, hours: number): void;
  /** counts this phone as having written now, without a webhook */
  heard(line: PhoneLine, number: string): void;
  /** somebody looks at the thread: WhatsApp tells us it was read */
  seen(line: PhoneLine, number: string): void;
  setReach(line: PhoneLine, number: string, reach: Reach): void;
  mood(): Mood;
  /** `retryAfter`, in seconds, is what `limiting` asks for */
  setMood(mood: Mood, retryAfter?: number): void;
  threads(): readonly Thread[];
  find(line: PhoneLine, number: string): Thread | null;
  /** called when a thread changes; gives back how to stop */
  onChange(listener: (thread: Thread) => void): () => void;
  /** called for each message a carrier takes; gives back how to stop */
  onTaken(listener: (taken: Taken) => void): () => void;
  /** resolves when every status has been told */
  idle(): Promise<void>;
  /** nothing more is sent */
  close(): void;
}

/** Meta goes on trying for days; a stand-in for a minute or two. */
const META_RETRIES = [1_000, 5_000, 15_000, 60_000] as const;

/** Makes both carriers and the phones they reach. */
export function createStandIn(deps: StandInDeps): StandIn {
  const threads = createThreads(deps.limits);
  const changes = new Set<(thread: Thread) => void>();
  const takers = new Set<(taken: Taken) => void>();
  const waits = new Set<{ readonly timer: NodeJS.Timeout; readonly done: () => void }>();
  const busy = new Set<Promise<void>>();
  let mood: Mood = 'well';
  let retryAfter = 1;
  let last: Webhook | null = null;
  let closed = false;

  const changed = (thread: Thread) => {
    for (const listener of changes) listener(thread);
  };

  function pause(ms: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(() => {
        waits.delete(wait);
        done();
      }, ms);
      const wait = { timer, done };
      waits.add(wait);
    });
  }

  function background(work: Promise<void>): void {
    const kept: Promise<void> = work.finally(() => busy.delete(kept));
    busy.add(kept);
  }

  /** Sends a webhook as its carrier does: Meta tries again until it is taken, Twilio does not. `arrived` is called once, when it was. */
  async function post(webhook: Webhook, arrived: () => void = () => undefined): Promise<boolean> {
    const taken = await deps.post(webhook);
    if (taken) arrived();
    else if (webhook.carrier === 'meta') background(again(webhook, arrived));
    return taken;
  }

  async function again(webhook: Webhook, arrived: () => void): Promise<void> {
    for (const ms of deps.metaRetries ?? META_RETRIES) {
      await pause(ms);
      if (closed) return;
      if (await deps.post(webhook)) return arrived();
    }
  }

  const inside: Inside = {
    deps,
    threads,
    newId,
    changed,
    keep(thread, message) {
      threads.add(thread, message);
      changed(thread);
      const carrier = thread.line === 'whatsappMeta' ? 'meta' : 'twilio';
      const { id, text, ref, template } = message;
      for (const listener of takers) listener({ carrier, id, number: thread.number, text, ref, template });
    },
    travel(thread, id, steps, tell) {
      const go = async () => {
        for (const one of steps) {
          await pause(deps.pace ?? 0);
          if (closed) return;
          if (threads.mark(thread, id, one.tick, one.code ?? undefined)) changed(thread);
          const webhook = tell(one);
          if (webhook !== null) await post(webhook);
        }
      };
      background(go());
    },
  };

  /** Twilio acts on STOP, START and HELP by itself, on SMS. */
  function optOut(thread: Thread, text: string): void {
    const word = optWord(text);
    const answers = word === 'HELP' || (word === 'STOP' && !thread.blocked) || (word === 'START' && thread.blocked);
    if (word === null || !answers) return;
    if (word !== 'HELP') thread.blocked = word === 'STOP';
    add(thread, newId('SM', thread.number), OPT_ANSWERS[word], 'carrier', null);
  }

  function add(
    thread: Thread,
    id: string,
    text: string,
    from: 'phone' | 'carrier',
    media: ThreadMessage['media'],
  ): void {
    const parts = thread.line === 'sms' ? partsOf(text) : null;
    const tick = from === 'carrier' ? 'delivered' : 'sent';
    threads.add(thread, {
      id,
      at: deps.clock(),
      from,
      text,
      parts,
      taps: [],
      opens: null,
      media,
      template: false,
      tick,
      code: null,
      ref: null,
    });
    changed(thread);
  }

  function webhookFor(thread: Thread, id: string, said: Said, parts: number): Webhook {
    const { line, number } = thread;
    if (line === 'whatsappMeta')
      return metaWebhook(
        deps.meta.appSecret,
        deps.webhooks.meta,
        metaInbound(deps.meta, id, number, said, deps.clock()),
      );
    const heard: HeardOnTwilio = { sid: id, line, number, said, base: deps.bases().twilio, parts };
    return twilioWebhook(deps.twilio.authToken, deps.webhooks.twilio, twilioInbound(deps.twilio, heard));
  }

  function heard(line: PhoneLine, number: string): Thread {
    const thread = threads.open(line, number);
    thread.heardAt = deps.clock();
    return thread;
  }

  return {
    ask(carrier, asked) {
      const trouble = carrier === 'twilio' ? twilioTrouble : metaTrouble;
      if (mood === 'hanging') return { kind: 'hang' };
      if (mood === 'refusing') return trouble.refusing;
      if (mood === 'limiting') return trouble.limiting(retryAfter);
      const answer = carrier === 'twilio' ? askTwilio(inside, asked) : askMeta(inside, asked);
      return mood === 'takingSilently' && asked.method === 'POST' ? { kind: 'cut' } : answer;
    },
    async say(line, number, said) {
      const thread = heard(line, number);
      const text = said.kind === 'text' ? said.text : said.kind === 'tap' ? said.title : '';
      const id = newId(line === 'whatsappMeta' ? 'wamid' : 'SM', number);
      add(thread, id, text, 'phone', said.kind === 'voice' || said.kind === 'photo' ? said.kind : null);
      if (line === 'sms' && said.kind === 'text') optOut(thread, said.text);
      last = webhookFor(thread, id, said, line === 'sms' ? partsOf(text) : 1);
      const mark = (tick: Tick) => {
        if (threads.mark(thread, id, tick)) changed(thread);
      };
      const taken = await post(last, () => mark('delivered'));
      // Meta is still trying; with Twilio it is lost
      if (!taken && line !== 'whatsappMeta') mark('failed');
      return taken;
    },
    repeat: async () => last !== null && (await deps.post(last)),
    hoursPass(line, number, hours) {
      const thread = threads.find(line, number);
      if (thread === null) return;
      if (thread.heardAt !== null) thread.heardAt -= hours * 3_600_000;
      changed(thread);
    },
    heard: (line, number) => void heard(line, number),
    seen(line, number) {
      const thread = threads.find(line, number);
      if (thread === null || line !== 'whatsappMeta') return;
      for (const message of thread.messages) {
        if (message.from !== 'business' || message.tick !== 'delivered') continue;
        inside.travel(thread, message.id, [step('read')], () => {
          const value = metaStatus(deps.meta, { id: message.id, number, ref: message.ref }, 'read', null, deps.clock());
          return metaWebhook(deps.meta.appSecret, deps.webhooks.meta, value);
        });
      }
    },
    setReach(line, number, reach) {
      const thread = threads.open(line, number);
      thread.reach = reach;
      changed(thread);
    },
    mood: () => mood,
    setMood(next, seconds = 1) {
      mood = next;
      retryAfter = seconds;
    },
    threads: threads.all,
    find: threads.find,
    onChange(listener) {
      changes.add(listener);
      return () => void changes.delete(listener);
    },
    onTaken(listener) {
      takers.add(listener);
      return () => void takers.delete(listener);
    },
    async idle() {
      while (busy.size > 0) await Promise.all(busy);
    },
    close() {
      closed = true;
      for (const { timer, done } of waits) {
        clearTimeout(timer);
        done();
      }
      waits.clear();
    },
  };
}
