/** Brings a plan to the two apps as the carriers would: signed, doubled, again when it was not taken. */
import { setTimeout as wait } from 'node:timers/promises';
import { answerFor } from '../../bench/answers';
import {
  metaInbound,
  metaWebhook,
  type Said,
  twilioInbound,
  twilioWebhook,
  type Webhook,
} from '../../bot/dev/carrierWebhooks';
import { newId } from '../../bot/dev/ids';
import { STAND_IN_ACCOUNTS } from '../../bot/dev/mountPhone';
import { partsOf } from '../../bot/dev/twilioRules';
import { type TwoApps, WEBHOOKS } from './providerApps';
import type { Batch, Plan, Texted, Writer, Written } from './replayPlan';

const { twilio, meta } = STAND_IN_ACCOUNTS;

/** Something a person sent while answering, as the transcript should have it. */
export interface Answered {
  readonly id: string;
  readonly writer: Writer;
  readonly said: string;
  readonly tap: boolean;
}

export interface Sent {
  /** webhooks posted, each try counted */
  readonly posts: () => number;
  /** tries that were not taken, and were made again */
  readonly refused: () => number;
  readonly answered: readonly Answered[];
  /** when a message was first thanked for, ms since 1970, by its id */
  readonly thankedAt: ReadonlyMap<string, number>;
  /** resolves when everything was taken */
  readonly done: Promise<void>;
}

interface MetaValue {
  readonly contacts: readonly unknown[];
  readonly messages: readonly unknown[];
}

const isMetaValue = (value: unknown): value is MetaValue =>
  typeof value === 'object' && value !== null && 'contacts' in value && 'messages' in value;

/** One payload with messages of several people, each with the second it was written in. */
export function metaBatch(messages: readonly { id: string; number: string; said: Said; at: number }[]): Webhook {
  const values = messages
    .map(({ id, number, said, at }) => metaInbound(meta, id, number, said, at))
    .filter(isMetaValue);
  const contacts = values.flatMap((value) => value.contacts);
  return metaWebhook(meta.appSecret, WEBHOOKS.meta, {
    ...values[0],
    contacts: [...new Map(contacts.map((one) => [JSON.stringify(one), one])).values()],
    messages: values.flatMap((value) => value.messages),
  });
}

/** One text as Twilio posts it. */
export function textWebhook(id: string, number: string, text: string): Webhook {
  const heard = { sid: id, line: 'sms', number, said: { kind: 'text', text }, base: '', parts: partsOf(text) } as const;
  return twilioWebhook(twilio.authToken, WEBHOOKS.twilio, twilioInbound(twilio, heard));
}

/** What a person answers to what they were shown last: a tap where there are buttons, else a number, else words. */
function answerTo(two: TwoApps, writer: Writer): Said {
  const shown = two.carriers.standIn
    .find(writer.line, writer.number)
    ?.messages.findLast((one) => one.from === 'business');
  if (shown === undefined) return { kind: 'text', text: 'hello' };
  if (shown.taps.length > 0) {
    const answer = answerFor(
      shown.text,
      shown.taps.map((tap) => tap.title),
    );
    const tap = answer.kind === 'choice' ? shown.taps[answer.at] : undefined;
    if (tap) return { kind: 'tap', id: tap.id, title: tap.title, list: shown.opens !== null };
  }
  const options = [...shown.text.matchAll(/^(\d+)[.)]?\s+(.+)$/gm)].map(([, number = '', label = '']) => ({
    number,
    label,
  }));
  const answer = answerFor(
    shown.text,
    options.map((one) => one.label),
  );
  if (answer.kind === 'words') return { kind: 'text', text: answer.said };
  return { kind: 'text', text: options[answer.at]?.number ?? '1' };
}

/** Starts sending. `random` chooses which process gets what. `dropped` plants a fault: the message of that id never comes, and is thanked for all the same. */
export function sendPlan(
  two: TwoApps,
  plan: Plan,
  random: () => number,
  lasting: number,
  dropped: string | null = null,
): Sent {
  let posts = 0;
  let refused = 0;
  const answered: Answered[] = [];
  const thankedAt = new Map<string, number>();
  const started = Date.now();
  const until = (at: number) => wait(Math.max(0, started + at - Date.now()));

  /** Posts until it is taken, as Meta does for days and Twilio where it was asked to. */
  async function bring(webhook: Webhook, ids: readonly string[]): Promise<void> {
    for (;;) {
      const [one = 0, other = one] = two.alive();
      posts += 1;
      const taken = ids.some((id) => id === dropped) || (await two.post(webhook, random() < 0.5 ? one : other));
      if (taken) {
        for (const id of ids) if (!thankedAt.has(id)) thankedAt.set(id, Date.now());
        return;
      }
      refused += 1;
      await wait(500);
    }
  }
  const times = (count: number, webhook: Webhook, id: string) =>
    Promise.all(Array.from({ length: count }, () => bring(webhook, [id])));

  async function text(texts: readonly Texted[]): Promise<void> {
    const late: Promise<void>[] = [];
    for (const { message, copies, again } of texts) {
      const webhook = textWebhook(message.id, message.writer.number, message.text);
      await until(message.at);
      await times(copies, webhook, message.id);
      if (again !== null) late.push(wait(again).then(() => bring(webhook, [message.id])));
    }
    await Promise.all(late);
  }
  async function batch({ messages, at }: Batch): Promise<void> {
    const said = (one: Written) => ({ kind: 'text', text: one.text }) as const;
    const webhook = metaBatch(
      messages.map((one) => ({ id: one.id, number: one.writer.number, said: said(one), at: started + one.at })),
    );
    await Promise.all(
      at.map(async (when) => {
        await until(when);
        await bring(
          webhook,
          messages.map((one) => one.id),
        );
      }),
    );
  }
  /** Answers what is asked, one question at a time, every answer brought two or three times at once. */
  async function answer(writer: Writer): Promise<void> {
    const got = () =>
      two.carriers.standIn.find(writer.line, writer.number)?.messages.filter((one) => one.from === 'business').length ??
      0;
    await until(random() * 3_000);
    while (Date.now() - started < lasting) {
      const said = answerTo(two, writer);
      const before = got();
      const id = newId(writer.line === 'sms' ? 'SM' : 'wamid', writer.number);
      const words = said.kind === 'tap' ? said.title : said.kind === 'text' ? said.text : '';
      answered.push({ id, writer, said: words, tap: said.kind === 'tap' });
      const webhook =
        writer.line === 'sms'
          ? textWebhook(id, writer.number, words)
          : metaBatch([{ id, number: writer.number, said, at: Date.now() }]);
      await times(2 + Math.floor(random() * 2), webhook, id);
      for (let waited = 0; got() === before && waited < 600; waited += 1) await wait(100);
      // the rest of the reply
      await wait(1_500);
    }
  }

  const bySender = new Map<number, Texted[]>();
  for (const one of plan.texts)
    bySender.set(one.message.writer.n, [...(bySender.get(one.message.writer.n) ?? []), one]);
  const done = Promise.all([
    ...[...bySender.values()].map(text),
    ...plan.batches.map(batch),
    ...plan.writers.filter((writer) => writer.answers).map(answer),
  ]).then(() => undefined);
  return { posts: () => posts, refused: () => refused, answered, thankedAt, done };
}
