/** A phone between two processes: each text of theirs comes in at the one that is said, and whichever sends answers it. */
import { z } from 'zod';
import { until } from '../support/talk';

const threads = z.object({
  threads: z.array(
    z.object({
      number: z.string(),
      messages: z.array(z.object({ at: z.number(), from: z.string(), text: z.string() })),
    }),
  ),
});

/** Every text of ours to this number that this process has sent, with when. */
async function textsAt(
  origin: string,
  number: string,
): Promise<readonly { readonly at: number; readonly text: string }[]> {
  const stop = new AbortController();
  const answer = await fetch(`${origin}/dev/phone/events`, { signal: stop.signal });
  let got = '';
  const letters = new TextDecoder();
  for await (const piece of answer.body ?? []) {
    got += letters.decode(piece, { stream: true });
    if (got.includes('\n\n')) break;
  }
  stop.abort();
  const data = /^data: (.*)$/m.exec(got)?.[1] ?? '{"threads":[]}';
  const found = threads.parse(JSON.parse(data)).threads.filter((one) => one.number === number);
  return found.flatMap((one) => one.messages.filter(({ from }) => from === 'business'));
}

export interface TextPerson {
  /** sends this to one of the processes, and gives what is then said to it */
  say(words: string, process: 0 | 1, answer: RegExp): Promise<string>;
  /** every text of ours to this phone, from both */
  texts(): Promise<readonly string[]>;
  /** waits for a text like this that is new */
  hears(answer: RegExp): Promise<string>;
}

/** `number` is one of Ofcom's for drama: +447700900xxx. */
export function personByText(origins: readonly [string, string], number: string): TextPerson {
  let heard = 0;
  const texts = async () => {
    const both = (await Promise.all(origins.map((origin) => textsAt(origin, number)))).flat();
    return [...both].sort((a, b) => a.at - b.at).map(({ text }) => text);
  };
  async function hears(answer: RegExp): Promise<string> {
    let found: string | undefined;
    let all: readonly string[] = [];
    await until(async () => {
      all = await texts();
      found = all.slice(heard).find((text) => answer.test(text));
      return found !== undefined;
    }).catch(() => {
      throw new Error(`No text like ${answer} came, but ${JSON.stringify(all.slice(heard))}`);
    });
    heard = all.length;
    return found ?? '';
  }
  return {
    async say(words, process, answer) {
      heard = (await texts()).length;
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ do: 'text', line: 'sms', number, text: words });
      await fetch(`${origins[process]}/dev/phone/send`, { method: 'POST', headers, body });
      return hears(answer);
    },
    texts,
    hears,
  };
}
