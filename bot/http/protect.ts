/** The security headers every answer begins with, by helmet. A page, a script or a file says in their place what it needs besides. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

export type Protect = (req: IncomingMessage, res: ServerResponse) => void;

/** `https`: people reach us that way, and their browsers are told to try no other. */
export function createProtect(https: boolean): Protect {
  const set = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // other names under the same domain may belong to somebody else
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    // for programs nobody has any more, or what every browser does by itself: bytes that people would pay for
    originAgentCluster: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  });
  return (req, res) => {
    set(req, res, (error?: unknown) => {
      if (error !== undefined) throw error;
    });
    // what may be kept says so by itself
    res.setHeader('Cache-Control', 'no-store');
  };
}

/** What a browser heeds only in something it opens as a page. */
const FOR_PAGES = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Referrer-Policy',
  'Strict-Transport-Security',
  'X-DNS-Prefetch-Control',
  'X-Frame-Options',
  'X-XSS-Protection',
] as const;

const NO_PAGE = /^(?:application\/json|text\/css|text\/javascript|image\/svg\+xml)\b/;

/** Leaves out what this kind of content has no use for: a talk is many small answers, and people pay for each byte. */
export function lighten(res: ServerResponse, contentType: string): void {
  if (NO_PAGE.test(contentType)) for (const name of FOR_PAGES) res.removeHeader(name);
}
