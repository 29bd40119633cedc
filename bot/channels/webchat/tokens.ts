/** The signed passes of web chat: who may speak in which conversation, and until when. */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { sign, TokenExpiredError, verify } from 'jsonwebtoken';
import { z } from 'zod';

/**
 * `directline`: for every Direct Line call, 30 minutes, as the real service gives out (channel-contracts 1.3).
 * `ticket`: opens one WebSocket, once, within a minute. `place`: lets our own page come back to its conversation.
 */
export type PassKind = 'directline' | 'ticket' | 'place';

const claims = z.object({
  conv: z.string().min(1).max(100),
  user: z.string().min(1).max(100),
  jti: z.string().min(1).max(100),
  exp: z.number(),
  /** origins that may use it; absent means any that the server allows */
  origins: z.array(z.string().max(300)).max(20).optional(),
  /** the person asked this phone to keep their place */
  kept: z.boolean().optional(),
  /** the mark of the browser a place was given to; absent for a browser that takes no cookies */
  browser: z.string().max(40).optional(),
  /** given out with a page, before anybody spoke: nothing is stored under it yet */
  fresh: z.boolean().optional(),
  /** given out when there were too many: it begins a talk only when there is room, and danger is answered meanwhile */
  crowded: z.boolean().optional(),
});
export type Claims = z.infer<typeof claims>;

export type Checked =
  | { readonly kind: 'good'; readonly claims: Claims }
  | { readonly kind: 'expired' }
  | { readonly kind: 'bad' };

export interface Passes {
  /** a signed pass that lasts `seconds` from now */
  give(kind: PassKind, content: Omit<Claims, 'exp' | 'jti'>, id: string, seconds: number): string;
  check(kind: PassKind, pass: string): Checked;
  /** true when these are the very words of the server's own secret */
  isSecret(words: string): boolean;
}

/** `clock` gives milliseconds since 1970. The signing key is derived from `secret`, which is itself the Direct Line secret. */
export function makePasses(secret: string, clock: () => number): Passes {
  const key = createHmac('sha256', secret).update('web chat passes 1').digest();
  // a key that is made already: from bytes the library would make one at each check, after trying it as a public key
  const secretKey = createSecretKey(key);
  const digest = (words: string) => createHmac('sha256', key).update(words).digest();
  const seconds = () => Math.floor(clock() / 1000);
  return {
    give(kind, content, id, lasts) {
      const payload = { ...content, jti: id, iat: seconds(), exp: seconds() + lasts };
      return sign(payload, secretKey, { algorithm: 'HS256', audience: kind, issuer: 'win' });
    },
    check(kind, pass) {
      try {
        const rules = { algorithms: ['HS256' as const], audience: kind, issuer: 'win', clockTimestamp: seconds() };
        const read = claims.safeParse(verify(pass, secretKey, rules));
        return read.success ? { kind: 'good', claims: read.data } : { kind: 'bad' };
      } catch (fault) {
        return { kind: fault instanceof TokenExpiredError ? 'expired' : 'bad' };
      }
    },
    isSecret: (words) => timingSafeEqual(digest(words), digest(secret)),
  };
}
