/** `npm run play` and `npm run chat` as programs: what goes in, what comes out, and nothing left behind. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { engineUri } from '../store/database';

jest.setTimeout(60_000);
const tools = join(__dirname, '..', '..', '..', 'dist', 'bot', 'tools');

async function run(tool: string, args: readonly string[], input: string) {
  const child = spawn(process.execPath, [join(tools, tool), ...args], {
    env: { ...process.env, MONGODB_URI: engineUri() },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await ended };
}

async function scratchDatabases(): Promise<readonly string[]> {
  const client = new MongoClient(engineUri());
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  await client.close();
  return databases.map((one) => one.name).filter((name) => name.startsWith('win_scratch_'));
}

const line = z.strictObject({
  id: z.string(),
  transcript: z.array(
    z.strictObject({
      from: z.enum(['person', 'bot']),
      text: z.string(),
      messageIds: z.array(z.string()),
      segments: z.number().int(),
      choices: z.array(z.string()).optional(),
      asking: z.string().nullable().optional(),
    }),
  ),
  outcome: z.strictObject({
    needs: z.array(z.string()),
    risk: z.string(),
    level: z.enum(['emergency', 'urgent', 'none']),
    handoff: z.boolean(),
    area: z.string().nullable(),
    stage: z.string(),
    referrals: z.array(z.strictObject({ ref: z.string(), state: z.string() })),
    checks: z.array(z.string()),
  }),
});

describe('npm run play', () => {
  it('prints a JSON line for each conversation in order, names the bad line, and leaves no database', async () => {
    const before = await scratchDatabases();
    const scripts = Array.from({ length: 30 }, (_, at) => ({
      id: `c${at}`,
      channel: ['web', 'sms', 'whatsapp'][at % 3],
      turns:
        at === 4 ? ['hi', 'yes', 'yes', 'i want to end my life'] : ['hi', 'yes', 'yes', 'ma rent'].slice(0, at % 5),
    }));
    const input = [...scripts.map((one) => JSON.stringify(one)), '{"id":'].join('\n');
    const { out, err, code } = await run('play.js', ['--file', '-', '--json'], input);
    expect(code).toBe(1);
    expect(err).toMatch(/^line 31: /m);
    const played = out
      .trim()
      .split('\n')
      .map((one) => line.parse(JSON.parse(one)));
    expect(played.map((one) => one.id)).toEqual(scripts.map((one) => one.id));
    expect(played[4]?.outcome).toMatchObject({ risk: 'suicide_self_harm', handoff: true });
    const texts = (at: number) => played[at]?.transcript.filter((one) => one.from === 'person').map((one) => one.text);
    expect(texts(3)).toEqual(['hi', 'yes', 'yes']);
    expect(await scratchDatabases()).toEqual(before);
  });

  it('reads aloud without --json, and ends well when every line is good', async () => {
    const input = '{"id":"night","channel":"web","turns":["yes"]}';
    const { out, code } = await run('play.js', ['--file', '-', '--now', '2026-11-24T23:30:00Z'], input);
    expect(code).toBe(0);
    expect(out).toMatch(/^== night\n< Hi, this is WIN/);
    expect(out).toMatch(/\n> yes\n< /);
    expect(out).toMatch(/\n-- needs none, .*stage C\n/);
  });

  it('says how it is used, or that a file is not there', async () => {
    expect(await run('play.js', [], '')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^Usage/) });
    const gone = await run('play.js', ['--file', '/nowhere/at-all.jsonl'], '');
    expect(gone).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/no such file/) });
  });
});

describe('npm run chat', () => {
  it('talks over a pipe until /quit and says that nothing is kept', async () => {
    const { out, err, code } = await run('chat.js', [], '1\nyes\n2\n/quit\nnever read\n');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(/^Nothing you type here is kept/);
    expect(out).toMatch(/> 1\n[\s\S]*> yes\n[\s\S]*What do you need in life[\s\S]*> 2\n[\s\S]*Pick any that fit/);
    expect(out).not.toMatch(/never read/);
  });

  it('knows its channels', async () => {
    const sms = await run('chat.js', ['--channel', 'sms'], 'hello\n');
    expect(sms).toMatchObject({ code: 0, out: expect.stringMatching(/\n1 Yes\n2 Later\n3 No\n/) });
    expect(await run('chat.js', ['--channel', 'fax'], '')).toMatchObject({ code: 1, out: '' });
  });
});
