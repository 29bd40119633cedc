/** One cookie of our own making: a random text and a mark that only we can make, so that what we did not give out is never looked up. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface SignedCookie {
  /** what the browser holds; null when that is nothing of ours */
  read(req: IncomingMessage): string | null;
  /** gives the browser this to hold until it closes */
  set(res: ServerResponse, value: string): void;
}

const SHAPE = /^([A-Za-z0-9_-]{20,60})\.([A-Za-z0-9_-]{43})$/;

/** A fresh value for a browser nobody is known of. Signed-in ones begin otherwise, so that these are not looked up. */
export const strangerValue = (): string => `v${randomBytes(32).toString('base64url')}`;
export const isStranger = (value: string): boolean => value.startsWith('v');

/** Whether two texts are the same, in a time that says nothing of where they differ. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function makeSignedCookie(
  name: string,
  secure: boolean,
  hash: (purpose: string, value: string) => string,
): SignedCookie {
  // a browser takes a name that begins so only over https, for this host alone and every path
  const full = secure ? `__Host-${name}` : name;
  const markOf = (value: string) => hash(`cookie ${name}`, value);
  return {
    read(req) {
      for (const one of (req.headers.cookie ?? '').split(';')) {
        const at = one.indexOf('=');
        if (one.slice(0, at).trim() !== full) continue;
        const [, value, mark] = SHAPE.exec(one.slice(at + 1).trim()) ?? [];
        if (value !== undefined && mark !== undefined && sameText(mark, markOf(value))) return value;
      }
      return null;
    },
    set(res, value) {
      const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
      res.setHeader('Set-Cookie', `${full}=${value}.${markOf(value)}; ${rest}`);
    },
  };
}
