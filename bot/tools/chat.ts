/** `npm run chat [-- --channel web|sms|whatsapp]`: the conversation in a terminal, kept in memory only. */
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createMemoryConversations } from '../../services/store/memory/conversations';
import { createMemoryRecords } from '../../services/store/memory/records';
import { openTalk } from './chatTalk';
import { openFrontDoor } from './frontDoor';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const channels = z.enum(['web', 'sms', 'whatsapp']);

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { channel: { type: 'string', default: 'web' } } });
  const channel = channels.safeParse(values.channel);
  if (!channel.success) {
    process.stderr.write('Usage: npm run chat -- --channel web|sms|whatsapp\n');
    return 1;
  }
  const frontDoor = await openFrontDoor({
    store: createMemoryConversations({ now: () => Date.now() }),
    records: createMemoryRecords,
    hashKey: randomBytes(32),
    now: () => new Date(),
    log: (event) => void process.stderr.write(`(${event})\n`),
  });
  const talk = openTalk(frontDoor.service, channel.data);
  print('Nothing you type here is kept or sent to anybody: it is gone when you leave. Type /quit to leave.');
  print(channel.data === 'web' ? 'Choices have numbers: type one, or its words.\n' : 'Say hello to begin.\n');
  if (channel.data === 'web') for (const line of await talk.hello()) print(line);

  const terminal = process.stdin.isTTY === true;
  const lines = createInterface({ input: process.stdin, output: terminal ? process.stdout : undefined, prompt: '> ' });
  if (terminal) lines.prompt();
  for await (const line of lines) {
    if (line.trim() === '/quit') break;
    if (line.trim() !== '') {
      // a pipe shows no typing, so what was said is shown
      if (!terminal) print(`> ${line}`);
      for (const said of await talk.say(line)) print(said);
    }
    if (terminal) lines.prompt();
  }
  lines.close();
  await frontDoor.effects.idle();
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`The chat ended: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
    process.exitCode = 1;
  },
);
