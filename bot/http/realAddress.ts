/** Where a request really comes from: the address before the proxies that are ours (TRUST_PROXY). */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whose word about the address before them is taken. */
export type Trust = { readonly hops: number } | { readonly proxies: BlockList };

const named: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fe80::/10'],
};

/** Adds one address or range; false when it is neither. */
function add(list: BlockList, text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || more !== undefined || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return false;
  const width = kind === 4 ? 32 : 128;
  const prefix = bits === undefined ? width : Number(bits);
  if (prefix > width) return false;
  list.addSubnet(address, prefix, kind === 4 ? 'ipv4' : 'ipv6');
  return true;
}

/**
 * Reads TRUST_PROXY: a number of proxies before us, or their addresses and ranges with commas between (`loopback` and
 * `private` stand for theirs). Null when it is neither.
 */
export function readTrust(text: string): Trust | null {
  if (/^\d{1,2}$/.test(text.trim())) return { hops: Number(text.trim()) };
  const proxies = new BlockList();
  const ranges = text.split(',').flatMap((one) => named[one.trim().toLowerCase()] ?? [one.trim()]);
  return ranges.every((one) => add(proxies, one)) ? { proxies } : null;
}

/** An address as it counts: no port, IPv4 bare; '' when it is none. */
function plain(text: string | undefined): string {
  const bare = (text ?? '')
    .trim()
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
  const address = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.replace(/:\d+$/, '') : bare.replace(/%.*$/, '');
  return isIP(address) === 0 ? '' : address.toLowerCase();
}

const isTrusted = (trust: Trust, address: string, hop: number): boolean =>
  'hops' in trust ? hop < trust.hops : trust.proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** The address to count by. What a stranger writes into X-Forwarded-For is never taken. */
export function realAddress(req: Pick<IncomingMessage, 'headers' | 'socket'>, trust: Trust | null): string {
  let address = plain(req.socket.remoteAddress);
  if (trust === null) return address;
  const header = req.headers['x-forwarded-for'];
  const before = (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .filter((one) => one.trim() !== '');
  for (let hop = 0; before.length > 0 && address !== '' && isTrusted(trust, address, hop); hop += 1) {
    const next = plain(before.pop());
    if (next === '') break;
    address = next;
  }
  return address;
}

/** What belongs to one connection: an IPv4 address, or the /64 that a house is given. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter((one) => one !== '');
  const back = tail.split(':').filter((one) => one !== '');
  const middle = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
    : [];
  return [...front, ...middle, ...back]
    .slice(0, 4)
    .map((one) => one.replace(/^0+(?=.)/, ''))
    .join(':');
}
