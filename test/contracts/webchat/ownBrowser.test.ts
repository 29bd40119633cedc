/** B5: a conversation belongs to the browser it began in; forms of other sites, and other people's places, stay out. */
import { makeFakeConversations } from '../../e2e/support/fakeConversations';
import { startWebChat, type WebChatServer } from '../../e2e/support/webChatServer';

let server: WebChatServer;
beforeEach(async () => {
  server = await startWebChat(makeFakeConversations(), {
    ifDanger: (text) =>
      text.includes('die')
        ? [{ parts: [{ id: 'CRISIS', params: {} }], choices: [], many: false, from: 'bot', toGo: 0 }]
        : [],
  });
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.stop();
});

interface Page {
  readonly status: number;
  readonly text: string;
  readonly cookie: string;
  readonly place: string;
  readonly nonce: string;
}

const HERE = { 'sec-fetch-site': 'same-origin', origin: 'null' };
const field = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

async function pageOf(answer: Response): Promise<Page> {
  const text = await answer.text();
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { status: answer.status, text, cookie, place: field(text, 'place'), nonce: field(text, 'nonce') };
}

const open = async () => pageOf(await fetch(server.origin));
const post = async (
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  path = '/chat',
): Promise<Page> =>
  pageOf(
    await fetch(server.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    }),
  );

const saidIn = () => [...server.fake.kept.values()].map((turns) => turns.flatMap(({ said }) => said ?? []));

/** Somebody whose talk is under way: their cookie, and the place and nonce of the page they see. */
async function talking(): Promise<Page> {
  const first = await open();
  const headers = { ...HERE, cookie: first.cookie };
  const page = await post({ place: first.place, nonce: first.nonce, choice: "consent:yes Yes, that's OK" }, headers);
  expect(page.text).toContain('OK time and place');
  return { ...page, cookie: first.cookie };
}

test('B5: the cookie says nothing, is for this site alone, and goes with the browser', async () => {
  const answer = await fetch(server.origin);
  expect(answer.headers.get('set-cookie')).toMatch(/^win=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax$/);
  await server.stop();
  server = await startWebChat(undefined, { publicUrl: 'https://win.example' });
  const secure = await fetch(server.origin);
  expect(secure.headers.get('set-cookie')).toMatch(/^__Host-win=[\w-]{24}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
});

test.each([
  ['Fetch-Metadata', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ['a sister site', { 'sec-fetch-site': 'same-site' }],
  ['Origin', { origin: 'https://evil.example' }],
])('B5: a form on another site (%s) enters no conversation, with any place and cookie', async (_name, from) => {
  const mine = await talking();
  const theirs = await talking();
  for (const { place, nonce } of [mine, theirs]) {
    for (const cookie of [mine.cookie, '']) {
      const answer = await post({ place, nonce, text: 'my name is Maya' }, { ...from, cookie });
      expect(answer.status).toBe(403);
      // what they wrote is in the box, theirs to send
      expect(answer.text).toContain('>my name is Maya</textarea>');
    }
  }
  expect(saidIn()).toEqual([["Yes, that's OK"], ["Yes, that's OK"]]);
});

test('B5: danger in a form of another site is still answered, in no conversation', async () => {
  const mine = await talking();
  const answer = await post(
    { place: mine.place, nonce: mine.nonce, text: 'I want to die' },
    { 'sec-fetch-site': 'cross-site', cookie: mine.cookie },
  );
  expect(answer.text).toContain('01698 000 000');
  expect(saidIn()).toEqual([["Yes, that's OK"]]);
});

test("B5: somebody else's place opens nothing; the words begin a talk of their own", async () => {
  const [mine, theirs] = [await talking(), await talking()];
  for (const cookie of [mine.cookie, '']) {
    const answer = await post({ place: theirs.place, nonce: theirs.nonce, text: 'hello there' }, { ...HERE, cookie });
    expect(answer.text).not.toContain('</span>Yes, that&#39;s OK');
  }
  const nothing = await post(
    { place: theirs.place, nonce: theirs.nonce, say: 'Back' },
    { ...HERE, cookie: mine.cookie },
  );
  expect(nothing.text).not.toContain('</span>Yes, that&#39;s OK');
  expect(saidIn()).toEqual([["Yes, that's OK"], ["Yes, that's OK"], ['hello there'], ['hello there']]);
  const token = await fetch(`${server.origin}/chat/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: mine.cookie },
    body: JSON.stringify({ place: theirs.place }),
  });
  expect(token.status).toBe(403);
});

test('B5: a browser that takes no cookies can still talk, from our own page', async () => {
  const first = await open();
  const second = await post({ place: first.place, nonce: first.nonce, choice: "consent:yes Yes, that's OK" }, HERE);
  const third = await post({ place: second.place, nonce: second.nonce, text: 'Yes' }, HERE);
  expect(third.text).toContain('Pick any that fit, or');
  expect(saidIn()).toEqual([["Yes, that's OK", 'Yes']]);
  // and that place is of no use on another site
  const stolen = await post(
    { place: third.place, nonce: third.nonce, text: 'hello' },
    { origin: 'https://evil.example' },
  );
  expect(stolen.status).toBe(403);
});

test('B5: a form on another site cannot end a talk either, and leaving takes the cookie away', async () => {
  const mine = await talking();
  await post({ place: mine.place }, { 'sec-fetch-site': 'cross-site', cookie: mine.cookie }, '/chat/leave');
  expect(server.fake.left).toEqual([]);
  const answer = await fetch(`${server.origin}/chat/leave`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...HERE, cookie: mine.cookie },
    body: new URLSearchParams({ place: mine.place }),
  });
  expect(answer.headers.get('set-cookie')).toMatch(/^win=; Path=\/; HttpOnly; SameSite=Lax; Max-Age=0$/);
  expect(server.fake.left).toHaveLength(1);
});

test('S7: words over the limit of new talks are answered when they are danger, and given back when not', async () => {
  await server.stop();
  server = await startWebChat(server.fake, {
    startsPerTenMinutes: 1,
    ifDanger: () => [{ parts: [{ id: 'CRISIS', params: {} }], choices: [], many: false, from: 'bot', toGo: 0 }],
  });
  await fetch(`${server.origin}/chat/token`, { method: 'POST' });
  const first = await open();
  const answer = await post(
    { place: first.place, nonce: first.nonce, text: 'I want to die' },
    { ...HERE, cookie: first.cookie },
  );
  expect([answer.status, answer.text.includes('01698 000 000')]).toEqual([429, true]);
});

describe('B2: typed words are read and kept, whatever button is pressed', () => {
  const WORDS = 'I took all my tablets, I want to die';
  test.each([
    ['a choice', { choice: 'safe:unsure Not sure' }, { kind: 'choice', id: 'safe:unsure', label: 'Not sure' }],
    ['ticks', { pick: 'need:money Money', do: 'done' }, { kind: 'choice', id: 'need:money', label: 'Money' }],
    ['Skip', { say: 'Skip' }, { kind: 'choice', id: 'command~skip', label: 'Skip' }],
    ['Back', { say: 'Back' }, { kind: 'choice', id: 'command~back', label: 'Back' }],
    ['Pause', { say: 'Pause' }, { kind: 'choice', id: 'command~pause', label: 'Pause' }],
    [
      'Talk to a person',
      { say: 'Talk to a person' },
      { kind: 'choice', id: 'command~human', label: 'Talk to a person' },
    ],
  ])('B2: words typed, then %s', async (_name, button, what) => {
    const mine = await talking();
    const fields = { place: mine.place, nonce: mine.nonce, text: WORDS, ...button };
    await post(fields, { ...HERE, cookie: mine.cookie });
    expect(server.fake.seen.at(-1)?.what).toEqual({ ...what, beside: WORDS });
    expect(saidIn().flat().at(-1)).toContain(WORDS);
  });

  test('B2: words typed, then Send or any button that is not ours', async () => {
    const mine = await talking();
    for (const button of [{ do: 'send' }, { say: 'Something else' }]) {
      const fields = { place: mine.place, nonce: mine.nonce, text: WORDS, ...button };
      await post(fields, { ...HERE, cookie: mine.cookie });
      expect(server.fake.seen.at(-1)?.what).toEqual({ kind: 'text', text: WORDS });
    }
  });
});
