/** Microsoft's own Direct Line client, unchanged, against our Direct Line: what it needs is the contract. */
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import XMLHttpRequest from 'xhr2';
import { makePasses } from '../../../bot/channels/webchat/tokens';
import { makeFakeConversations } from '../../e2e/support/fakeConversations';
import { SECRET, startWebChat, type WebChatServer } from '../../e2e/support/webChatServer';

Object.assign(globalThis, { XMLHttpRequest, WebSocket });

interface Begun {
  readonly token: string;
  readonly conversationId: string;
  readonly domain: string;
}

let server: WebChatServer;
let lines: DirectLine[] = [];

beforeEach(async () => {
  server = await startWebChat();
});
afterEach(async () => {
  for (const line of lines) line.end();
  lines = [];
  expect(server.faults).toEqual([]);
  await server.stop();
});

async function begin(): Promise<Begun> {
  const answer = await fetch(`${server.origin}/chat/token`, { method: 'POST' });
  expect(answer.status).toBe(200);
  const { token, conversationId, domain } = await answer.json();
  return { token, conversationId, domain };
}

const start = ({ token, domain }: Begun) => ({ token, domain });

interface Watched {
  readonly line: DirectLine;
  readonly heard: Activity[];
  until(ready: (heard: readonly Activity[]) => boolean): Promise<void>;
  status(wanted: ConnectionStatus): Promise<void>;
}

type Options = ConstructorParameters<typeof DirectLine>[0];

/** A client, and everything it heard. With a conversationId it resumes; without, it starts. */
function watch(options: Options & { readonly watermark?: string }): Watched {
  const line = new DirectLine(options);
  lines.push(line);
  const heard: Activity[] = [];
  const waiting: (() => void)[] = [];
  const tell = () => {
    for (const check of [...waiting]) check();
  };
  line.activity$.subscribe(
    (activity) => {
      heard.push(activity);
      tell();
    },
    () => tell(),
  );
  return {
    line,
    heard,
    until: (ready) =>
      new Promise((resolve) => {
        const check = () => {
          if (!ready(heard)) return;
          waiting.splice(waiting.indexOf(check), 1);
          resolve();
        };
        waiting.push(check);
        check();
      }),
    status: (wanted) =>
      new Promise((resolve) => {
        const subscription = line.connectionStatus$.subscribe((status) => {
          if (status !== wanted) return;
          resolve();
          setImmediate(() => subscription.unsubscribe());
        });
      }),
  };
}

const post = (line: DirectLine, activity: object) =>
  new Promise<string>((resolve, reject) => {
    line
      .postActivity({ type: 'message', text: '', from: { id: 'whoever' }, ...activity } as Parameters<
        DirectLine['postActivity']
      >[0])
      .subscribe(resolve, reject);
  });

const texts = (heard: readonly Activity[]) => heard.flatMap((a) => (a.type === 'message' ? [a.text] : []));

test('starting greets, and the greeting waits for the socket', async () => {
  const chat = watch(start(await begin()));
  await chat.until((heard) => heard.length >= 4);
  expect(texts(chat.heard)[0]).toContain('this is WIN');
  expect(chat.heard.map((a) => a.from.role)).toEqual(['bot', 'bot', 'bot', 'bot']);
});

test('choices come as suggested actions and go back as the choice they are', async () => {
  const chat = watch(start(await begin()));
  await chat.until((heard) => heard.length >= 4);
  const last = chat.heard.at(-1);
  const action = last?.type === 'message' ? last.suggestedActions?.actions[0] : undefined;
  expect(action).toMatchObject({ type: 'messageBack', title: "Yes, that's OK", value: { choice: 'consent:yes' } });
  await post(chat.line, { text: "Yes, that's OK", value: { choice: 'consent:yes' } });
  await chat.until((heard) => heard.length >= 6);
  expect(server.fake.seen.at(-1)?.what).toEqual({ kind: 'choice', id: 'consent:yes', label: "Yes, that's OK" });
  expect(chat.heard.at(-1)?.channelData).toMatchObject({ toGo: 'About 4 to go', messageIds: ['C1'] });
});

test('what the person says is echoed with its clientActivityID and the name on the token, whoever they claim to be', async () => {
  const chat = watch(start(await begin()));
  await chat.until((heard) => heard.length >= 4);
  const id = await post(chat.line, { text: 'hello', channelData: { clientActivityID: 'mine-1' } });
  await chat.until((heard) => heard.length >= 6);
  const echo = chat.heard[4];
  expect(echo).toMatchObject({ id, type: 'message', text: 'hello', channelData: { clientActivityID: 'mine-1' } });
  expect(echo?.from.id).toMatch(/^dl_/);
  expect(chat.heard[5]).toMatchObject({ replyToId: id });
});

test('the same message sent again is the same turn', async () => {
  const chat = watch(start(await begin()));
  await chat.until((heard) => heard.length >= 4);
  const first = await post(chat.line, { text: 'hello', channelData: { clientActivityID: 'mine-1' } });
  const again = await post(chat.line, { text: 'hello', channelData: { clientActivityID: 'mine-1' } });
  expect(again).toBe(first);
  await post(chat.line, { text: 'more', channelData: { clientActivityID: 'mine-2' } });
  await chat.until((heard) => heard.length >= 8);
  expect(texts(chat.heard).filter((text) => text === 'hello')).toHaveLength(1);
});

test('a server restart in mid-conversation loses nothing and doubles nothing', async () => {
  const chat = watch(start(await begin()));
  await chat.until((heard) => heard.length >= 4);
  await post(chat.line, { text: 'before' });
  await chat.until((heard) => heard.length >= 6);

  await server.stop();
  const address = [...server.fake.kept.keys()][0] ?? '';
  const fake = makeFakeConversations(server.fake.kept);
  fake.advisorSays(address);
  server = await startWebChat(fake, { port: server.port });

  // the client comes back by itself within 3 to 15 seconds
  await chat.until((heard) => heard.length >= 7);
  await post(chat.line, { text: 'after' });
  await chat.until((heard) => heard.length >= 9);
  expect(new Set(chat.heard.map((a) => a.id)).size).toBe(9);
  expect(texts(chat.heard).slice(4)).toEqual([
    'before',
    expect.stringContaining('OK time'),
    expect.stringContaining('Morag'),
    'after',
    expect.stringContaining('Pick any'),
  ]);
}, 30_000);

test('a page that comes back with its watermark hears only what it missed', async () => {
  const begun = await begin();
  const first = watch(start(begun));
  await first.until((heard) => heard.length >= 4);
  first.line.end();
  server.fake.advisorSays(`web:${begun.conversationId}`);
  const second = watch({ ...begun, watermark: '4' });
  await second.until((heard) => heard.length >= 1);
  expect(texts(second.heard)).toEqual([expect.stringContaining('Morag')]);
});

test('polling works the same', async () => {
  const chat = watch({ ...start(await begin()), webSocket: false, pollingInterval: 200 });
  await chat.until((heard) => heard.length >= 4);
  await post(chat.line, { text: 'hello' });
  await chat.until((heard) => heard.length >= 6);
  server.fake.storeDown = true;
  await new Promise((resolve) => setTimeout(resolve, 500));
  server.fake.storeDown = false;
  await post(chat.line, { text: 'still here' });
  await chat.until((heard) => heard.length >= 8);
  expect(texts(chat.heard).slice(4)).toEqual(['hello', expect.any(String), 'still here', expect.any(String)]);
});

test('a slow turn shows typing', async () => {
  const begun = await begin();
  const chat = watch(start(begun));
  await chat.until((heard) => heard.length >= 4);
  server.fake.slow = () => new Promise((resolve) => setTimeout(resolve, 900));
  await post(chat.line, { text: 'think' });
  await chat.until((heard) => heard.some((a) => a.type === 'typing'));
  await chat.until((heard) => heard.filter((a) => a.type === 'message').length >= 6);
});

test('the store is down: the post says 503 with the crisis words, and the socket shows them at once', async () => {
  const begun = await begin();
  const chat = watch(start(begun));
  await chat.until((heard) => heard.length >= 4);
  server.fake.storeDown = true;
  const answer = await fetch(`${begun.domain}/conversations/${begun.conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${begun.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text: 'help' }),
  });
  expect(answer.status).toBe(503);
  expect(JSON.stringify(await answer.json())).toContain('116 123');
  await chat.until((heard) => texts(heard).some((text) => text?.includes('116 123') && text.includes('save')));
});

test('the store is down at the start: the chat opens and the crisis words are the first thing said', async () => {
  const begun = await begin();
  server.fake.storeDown = true;
  const chat = watch(start(begun));
  await chat.until((heard) => texts(heard).some((text) => text?.includes("I can't save anything")));
  server.fake.storeDown = false;
  await post(chat.line, { text: 'hello' });
  await chat.until((heard) => texts(heard).some((text) => text?.includes('OK time')));
  expect(texts(chat.heard).some((text) => text?.includes('this is WIN'))).toBe(true);
});

test('an expired token is told so with 403, and the client knows', async () => {
  const begun = await begin();
  const passes = makePasses(SECRET, () => Date.now() - 3_600_000);
  const old = passes.give('directline', { conv: begun.conversationId, user: 'dl_x' }, 'old', 1800);
  const answer = await fetch(`${begun.domain}/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${old}` },
  });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ error: { code: 'TokenExpired' } });
  const chat = watch({ token: old, domain: begun.domain });
  await chat.status(ConnectionStatus.FailedToConnect);
});

test('a second socket closes the first', async () => {
  const begun = await begin();
  const headers = { authorization: `Bearer ${begun.token}` };
  const open = async () => {
    const started = await (await fetch(`${begun.domain}/conversations`, { method: 'POST', headers })).json();
    return new WebSocket(started.streamUrl);
  };
  const first = await open();
  const closed = new Promise<string>((resolve) => first.on('close', (_code, reason) => resolve(reason.toString())));
  await new Promise((resolve) => first.on('message', resolve));
  const second = await open();
  expect(await closed).toBe('collision');
  second.terminate();
});
