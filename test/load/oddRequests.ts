/** Requests no HTTP library would send: odd Hosts, odd targets, half requests, on bare sockets. Made from a seed. */
import { connect } from 'node:net';

const hosts: readonly string[] = [
  ':',
  'a<b',
  '[',
  ']',
  'a:99999',
  'a%zz',
  'xn--a',
  'a b',
  'a/b',
  'a?b',
  'a#b',
  'a@b',
  'a\\b',
  '[::1',
  '[zz]',
  '0x100000000',
  'a:b',
  'ü',
  '-'.repeat(400),
  '',
  '127.0.0.1',
  'door.example',
  '[::1]',
  'a..b',
  '1.2.3.4.5',
  'localhost:0',
];
const targets: readonly string[] = [
  '/',
  '/chat',
  '/r/x',
  '/health/live',
  '/api/messages',
  '/channels/twilio',
  '/channels/whatsapp',
  '/metrics',
  '/assets/x',
  '/v3/directline/conversations/a/activities',
  '/v3/directline/conversations/a/stream?t=x',
  'http://[',
  'http://',
  'http://a:99999/',
  'https://xn--a/',
  'http://door.example/health/live',
  'ftp://a/',
  '*',
  '//x',
  '/%zz',
  '/r/%ff%00',
  '/\\x',
  '/../..',
  'a',
  `/${'x'.repeat(9_000)}`,
  `/?${'y'.repeat(40_000)}`,
];
const methods: readonly string[] = [
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'CONNECT',
  'TRACE',
  'PROPFIND',
  'get',
  'X',
];
const extras: readonly string[] = [
  '',
  '',
  '',
  'Content-Length: 5\r\n',
  'Content-Length: x\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Expect: 100-continue\r\nContent-Length: 2\r\n',
  'Expect: wonders\r\n',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n',
  'Accept: text/html\r\n',
  'Accept: a/b/c;;q=x\r\n',
  'Cookie: %zz=;;;=\r\n',
  'X-Forwarded-For: <script>\r\n',
  'Origin: null\r\n',
  'Host: twice\r\n',
  'Authorization: Bearer \r\n',
  'Accept-Encoding: br;q=nonsense\r\n',
  'Content-Type: application/json; charset=\r\n',
  'If-None-Match: *\r\n',
  'Range: bytes=9-1\r\n',
];

const pick = (from: readonly string[], random: () => number): string => from[Math.floor(random() * from.length)] ?? '';

export interface Odd {
  /** what was odd, for a report */
  readonly what: string;
  readonly bytes: string;
}

/** One odd request. */
export function oddRequest(random: () => number): Odd {
  const [method, target, host, extra] = [methods, targets, hosts, extras].map((list) => pick(list, random));
  const head = `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${extra}Connection: close\r\n\r\n`;
  const body = random() < 0.5 ? '{"a' : '';
  const whole = head + body;
  // now and then only a part of it ever comes
  const bytes = random() < 0.05 ? whole.slice(0, Math.floor(random() * whole.length)) : whole;
  return { what: `${method} ${target?.slice(0, 40)} Host ${host?.slice(0, 30)} ${extra?.slice(0, 30)}`, bytes };
}

/** Sends the bytes and then nothing more. The status that came, 0 for none, or null where nobody listens any more. */
export function sendOdd(base: string, bytes: string): Promise<number | null> {
  const { hostname, port } = new URL(base);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    let got = '';
    let open = false;
    const late = setTimeout(() => socket.destroy(), 10_000);
    socket.on('connect', () => {
      open = true;
      socket.end(Buffer.from(bytes, 'utf8'));
    });
    socket.on('data', (piece) => {
      got = (got + piece.toString('latin1')).slice(0, 2_000);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(late);
      // after a "go on" the answer that counts is the next one
      const statuses = [...got.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((one) => Number(one[1]));
      done(open ? (statuses.find((status) => status >= 200) ?? 0) : null);
    });
  });
}
