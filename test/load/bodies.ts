/** Bodies no person would send, and texts some might: made from a seed, so that a bad one can be made again. */

/** Words that break things: control characters, emoji, right-to-left, halves of characters, code of other languages. */
const texts: readonly ((random: () => number) => string)[] = [
  () => '',
  () => '\u0000',
  () => `a\u0000b\u0001\u001b[31m\u007f`,
  () => '\ud800 half a character \udc00',
  () => '\u202egnitirw tfel-ot-thgir\u202c',
  () => '\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd',
  () => '\u{1f600}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u{1f3f4}'.repeat(50),
  () => 'Z\u0335\u0321\u0322\u0323\u0324\u0325'.repeat(200),
  () => "'; DROP TABLE people; --",
  () => '<script>alert(1)</script><img src=x onerror=alert(1)>',
  () => ['{{7*7}}$', '{7*7}#{7*7}%s%n%x'].join(''),
  () => '{"$gt":""}',
  () => '../../../../etc/passwd',
  () => '\r\nSet-Cookie: a=b\r\n\r\n',
  () => 'hello\n'.repeat(1_000),
  (random) => 'x'.repeat(Math.floor(random() * 9_000)),
  () => 'x'.repeat(1_048_576),
  (random) => Array.from({ length: 200 }, () => String.fromCharCode(Math.floor(random() * 0xffff))).join(''),
  () => 'help help help',
  () => 'I need a place to stay',
];

/** Values of the wrong kind for a field that wants words. */
const wrongKinds: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  [],
  [[[[]]]],
  {},
  { $gt: '' },
  { ['__proto__']: { admin: true } },
  { constructor: { prototype: { admin: true } } },
  ['a', 1, null],
];

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);

const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];

export const hostileText = (random: () => number): string => pick(texts, random)?.(random) ?? '';

/** Anything where words were wanted. */
function anything(random: () => number): unknown {
  return random() < 0.6 ? hostileText(random) : pick(wrongKinds, random);
}

/** A message much as a browser posts it, with hostile words or wrong kinds in some places. */
function activity(random: () => number): string {
  const body: Record<string, unknown> = {
    type: random() < 0.8 ? 'message' : anything(random),
    text: anything(random),
    from: random() < 0.5 ? { id: 'p' } : anything(random),
    channelData: random() < 0.5 ? { clientActivityID: `h-${random()}` } : anything(random),
  };
  if (random() < 0.3) body['value'] = random() < 0.5 ? { choice: anything(random) } : anything(random);
  if (random() < 0.2) body['attachments'] = random() < 0.5 ? [{ contentType: anything(random) }] : anything(random);
  return JSON.stringify(body);
}

/** As Azure Bot Service would send it, with the same in it. */
function botActivity(random: () => number): string {
  const envelope: Record<string, unknown> = {
    type: 'message',
    id: `h-${random()}`,
    channelId: 'webchat',
    serviceUrl: 'http://127.0.0.1:9',
    from: { id: `p-${random()}` },
    recipient: { id: 'bot' },
    conversation: { id: `hostile-${Math.floor(random() * 50)}` },
    text: hostileText(random),
    deliveryMode: 'expectReplies',
  };
  const names = Object.keys(envelope);
  for (let times = Math.floor(random() * 3); times > 0; times -= 1) {
    const name = pick(names, random) ?? 'text';
    if (random() < 0.3) delete envelope[name];
    else envelope[name] = anything(random);
  }
  // with no way back in the request an answer would go out to the address given: not a thing to do in a test
  envelope['deliveryMode'] = 'expectReplies';
  envelope['serviceUrl'] = 'http://127.0.0.1:9';
  return JSON.stringify(envelope);
}

const form = (random: () => number): string =>
  new URLSearchParams(
    ['place', 'nonce', 'choice', 'text', 'say', 'pick', 'answer', 'reason', '__proto__', 'a[b][c]']
      .filter(() => random() < 0.5)
      .map((name): [string, string] => [name, hostileText(random)]),
  ).toString();

export interface Body {
  readonly what: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const json = 'application/json';
const makers: readonly ((random: () => number) => readonly [what: string, type: string, body: string | Buffer])[] = [
  (random) => ['activity', json, activity(random)],
  (random) => ['activity', json, activity(random)],
  (random) => ['bot activity', json, botActivity(random)],
  (random) => ['bot activity', json, botActivity(random)],
  (random) => ['cut short', json, activity(random).slice(0, Math.floor(random() * 80))],
  (random) => ['wrong kind', json, JSON.stringify(pick(wrongKinds, random)) ?? ''],
  () => ['deep list', json, nested(20_000, '[', ']')],
  () => ['deep object', json, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  () => ['huge', json, JSON.stringify({ type: 'message', text: 'y'.repeat(1_048_576) })],
  () => ['proto', json, '{"__proto__":{"text":"x"},"type":"message","constructor":{"prototype":{}}}'],
  () => ['empty', json, ''],
  (random) => ['noise', json, Buffer.from(Array.from({ length: 300 }, () => Math.floor(random() * 256)))],
  (random) => ['form', 'application/x-www-form-urlencoded', form(random)],
  (random) => ['form', 'application/x-www-form-urlencoded', form(random)],
  (random) => ['bad escapes', 'application/x-www-form-urlencoded', `text=%zz%${hostileText(random).slice(0, 20)}&%=%`],
  (random) => ['wrong type', 'text/plain', hostileText(random)],
  (random) => ['odd type', 'application/json; charset=no-such', activity(random)],
  () => ['claims gzip', 'application/json', 'not gzip at all'],
  () => [
    'multipart',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nhi',
  ],
];

export function hostileBody(random: () => number): Body {
  const [what, type, body] = pick(makers, random)?.(random) ?? ['empty', json, ''];
  return { what, type, bytes: Buffer.isBuffer(body) ? body : Buffer.from(body, 'utf8') };
}
