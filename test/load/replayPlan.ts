/** What 200 people write in a few minutes, and how their carriers bring it: doubled, in batches, out of order. Pure. */
import { chance } from './http';

export type Line = 'sms' | 'whatsappMeta';

/** Somebody who writes. `answers`: goes through real questions, one at a time; the others write as they please. */
export interface Writer {
  readonly n: number;
  readonly line: Line;
  readonly number: string;
  readonly answers: boolean;
}

/** One message, told from all others by its words. `at` is when it was written, ms from the start. */
export interface Written {
  readonly id: string;
  readonly writer: Writer;
  readonly text: string;
  readonly at: number;
}

/** One payload of Meta's, and when it comes, each time it does; `at` holds ms from the start, the first is not always the soonest. */
export interface Batch {
  readonly messages: readonly Written[];
  readonly at: readonly number[];
}

/** A text by Twilio: posted in the order written; `copies` at once, some again later. */
export interface Texted {
  readonly message: Written;
  readonly copies: number;
  readonly again: number | null;
}

export interface Plan {
  readonly writers: readonly Writer[];
  readonly texts: readonly Texted[];
  readonly batches: readonly Batch[];
  /** posts in all, without what answering people add */
  readonly webhooks: number;
}

const hex = (random: () => number, length: number) =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');

/** Made-up numbers: Ofcom keeps 07700 900000 to 900999 free for drama. */
const numberOf = (n: number) => `+447700900${String(n).padStart(3, '0')}`;

/** The messages of one person: quick ones and slow ones, never two in one second unless Meta brings them together. */
function writtenBy(writer: Writer, count: number, over: number, random: () => number): Written[] {
  // two fifths of the pauses are short
  const long = Math.max(700, (2 * (over / count - 1_050 - 140)) / 0.6);
  let at = random() * 3_000;
  return Array.from({ length: count }, (_, index) => {
    const id = writer.line === 'sms' ? `SM${hex(random, 32)}` : `wamid.${hex(random, 24)}`;
    const message = { id, writer, text: `football ${index + 1} with p${writer.n}`, at: Math.floor(at) };
    at += 1_050 + random() * (random() < 0.4 ? 700 : long);
    return message;
  });
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((one) => ({ one, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one);
}

/** Puts Meta's messages into payloads of one to four, of several people, within three seconds of each other. */
function batched(messages: readonly Written[], copies: () => number, random: () => number): Batch[] {
  const batches: Batch[] = [];
  const inTime = [...messages].sort((a, b) => a.at - b.at);
  for (let from = 0; from < inTime.length; ) {
    const size = random() < 0.5 ? 1 : 2 + Math.floor(random() * 3);
    const first = inTime[from]?.at ?? 0;
    const group = inTime.slice(from, from + size).filter((one) => one.at - first < 3_000);
    from += group.length;
    const ready = Math.max(...group.map((one) => one.at));
    // up to a second and a half late, so that a later message can come first; copies up to five seconds more
    const at = Array.from({ length: copies() }, (_, n) => ready + random() * 1_500 + (n > 0 ? random() * 5_000 : 0));
    batches.push({ messages: shuffled(group, random), at });
  }
  return batches;
}

/** Plans about this many webhooks for so many people, written over about `over` ms. The same seed gives the same plan. */
export function makePlan(webhooks: number, people: number, over: number, seed: number): Plan {
  const random = chance(seed);
  const copies = () => 1 + Math.floor(random() * 3);
  const writers = Array.from({ length: people }, (_, n): Writer => {
    const line = n % 2 === 0 ? 'sms' : 'whatsappMeta';
    return { n, line, number: numberOf(n), answers: n % 10 < 2 };
  });
  const free = writers.filter((writer) => !writer.answers);
  // two posts a message with Twilio on average, and with Meta two for a payload of two
  const each = webhooks / free.length;
  const texts: Texted[] = [];
  const metas: Written[] = [];
  for (const writer of free) {
    if (writer.line === 'whatsappMeta') metas.push(...writtenBy(writer, Math.round((each / 2) * 1.4), over, random));
    else
      for (const message of writtenBy(writer, Math.round(each / 2.2), over, random))
        texts.push({ message, copies: copies(), again: random() < 0.2 ? 1_000 + random() * 8_000 : null });
  }
  const batches = batched(metas, copies, random);
  const posts = texts.reduce((sum, one) => sum + one.copies + (one.again === null ? 0 : 1), 0);
  return { writers, texts, batches, webhooks: posts + batches.reduce((sum, one) => sum + one.at.length, 0) };
}
