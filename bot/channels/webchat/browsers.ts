/**
 * Which browser is asking, and whether its own page asked. A place belongs to the browser it was given to, so a form on
 * another site, or somebody who copied a place, never speaks in a conversation that is not theirs.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Response } from 'restify';
import { ownOrigin } from '../../http';
import type { AllowsOrigin } from './origins';
import type { Claims } from './tokens';

/** The only cookie: a random number that says "the same browser as before", gone when the browser closes. */
const NAME = 'win';
const WEEK_SECONDS = 7 * 24 * 3600;

/** From our own page, from another site, or from a browser that does not say. */
export type AskedFrom = 'here' | 'elsewhere' | 'unknown';

export interface Browsers {
  askedFrom(req: IncomingMessage): AskedFrom;
  /** the mark of this browser, from its cookie; null when it sent none */
  markOf(req: IncomingMessage): string | null;
  /** as `markOf`, but a browser without a cookie is given one with this answer */
  markFor(req: IncomingMessage, res: Response): string;
  /** may this browser speak where `claims` leads? */
  mayUse(req: IncomingMessage, claims: Pick<Claims, 'browser' | 'fresh'>, from: AskedFrom): boolean;
  /** the person asked to keep their place for a week, or no longer does */
  keep(req: IncomingMessage, res: Response, kept: boolean): void;
  /** Leave now */
  forget(req: IncomingMessage, res: Response): void;
}

export function makeBrowsers(publicUrl: string | undefined, allows: AllowsOrigin): Browsers {
  const isSecure = (req: IncomingMessage) => ownOrigin(req, publicUrl).startsWith('https:');
  const nameFor = (req: IncomingMessage) => (isSecure(req) ? `__Host-${NAME}` : NAME);

  function numberOf(req: IncomingMessage): string | null {
    const name = nameFor(req);
    for (const one of (req.headers.cookie ?? '').split(';')) {
      const [key, value] = one.trim().split('=');
      if (key === name && value !== undefined && /^[\w-]{20,40}$/.test(value)) return value;
    }
    return null;
  }

  function set(req: IncomingMessage, res: Response, value: string, seconds: number | null): void {
    const age = seconds === null ? '' : `; Max-Age=${seconds}`;
    const secure = isSecure(req) ? '; Secure' : '';
    res.setHeader('Set-Cookie', `${nameFor(req)}=${value}; Path=/; HttpOnly; SameSite=Lax${age}${secure}`);
  }

  const mark = (value: string) => createHash('sha256').update(`win browser ${value}`).digest('base64url').slice(0, 22);

  function askedFrom(req: IncomingMessage): AskedFrom {
    const site = req.headers['sec-fetch-site'];
    if (site === 'same-origin' || site === 'none') return 'here';
    if (site === 'cross-site' || site === 'same-site') return 'elsewhere';
    const { origin } = req.headers;
    // our pages send no referrer, and with that a form's Origin is "null"
    if (origin === undefined || origin === 'null') return 'unknown';
    return allows(req) ? 'here' : 'elsewhere';
  }

  return {
    askedFrom,
    markOf(req) {
      const number = numberOf(req);
      return number === null ? null : mark(number);
    },
    markFor(req, res) {
      const known = numberOf(req);
      if (known !== null) return mark(known);
      const number = randomBytes(18).toString('base64url');
      set(req, res, number, null);
      return mark(number);
    },
    mayUse(req, { browser, fresh }, from) {
      if (from === 'elsewhere') return false;
      // a browser that takes no cookies still gets to talk, from our own page, in a talk that began without one
      if (browser === undefined) return from === 'here';
      const number = numberOf(req);
      return number === null ? from === 'here' && fresh === true : mark(number) === browser;
    },
    keep(req, res, kept) {
      const number = numberOf(req);
      if (number !== null) set(req, res, number, kept ? WEEK_SECONDS : null);
    },
    forget: (req, res) => set(req, res, '', 0),
  };
}
