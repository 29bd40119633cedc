/**
 * Signing in with an account of one's organisation (OpenID Connect): authorization code with PKCE, a state bound to the
 * browser and good once, a nonce, and the signature of what comes back checked against the keys of who signed it.
 */
import { reach, readLimited } from '../outside/ask';
import { createProvider, type ProviderSettings } from '../outside/provider';
import type { Challenges } from './challenges';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** ms for one call; 10,000 when absent */
  readonly timeoutMs?: number;
}

export interface OidcDeps extends OidcSettings {
  /** where they send a browser back to */
  readonly back: string;
  readonly challenges: Challenges;
  readonly hash: (purpose: string, value: string) => string;
  readonly told?: ProviderSettings['told'];
}

/** Who they say it is: the address of an account, and what they know its owner by, for ever. */
export interface Vouched {
  readonly email: string;
  readonly subject: string;
}
/** `no`: it does not go together. `away`: they cannot be asked just now. */
export type OidcRead = ({ readonly kind: 'who' } & Vouched) | { readonly kind: 'no' | 'away' };

const LARGEST = 256 * 1024;

class Away extends Error {}

export function createOidc(deps: OidcDeps) {
  const { hash, challenges, timeoutMs = 10_000, told } = deps;
  const provider = createProvider({ name: 'oidc', faults: 5, restMs: 5_000, ...(told === undefined ? {} : { told }) });

  /** By the client every call of ours leaves by: its time limit, its breaker, and no redirects. */
  async function call(url: string, method: string, headers: Readonly<Record<string, string>>, body: unknown) {
    const end = await reach(provider, {
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers,
      ...(body instanceof URLSearchParams || typeof body === 'string' ? { body } : {}),
      timeoutMs,
    });
    if (end.kind === 'noAnswer' || end.response.status >= 500) throw new Away();
    const bytes = await readLimited(end.response, LARGEST).catch(() => null);
    if (bytes === null) throw new Away();
    const { status, headers: theirs } = end.response;
    return new Response(status === 204 ? null : new Uint8Array(bytes), { status, headers: theirs });
  }

  async function discover() {
    // loaded only where somebody signs in this way
    const client = await import('openid-client');
    const config = await client.discovery(new URL(deps.issuer), deps.clientId, deps.clientSecret, undefined, {
      [client.customFetch]: (url, { method, headers, body }) => call(url, method, headers, body),
      execute: [client.enableNonRepudiationChecks],
      timeout: timeoutMs / 1_000,
    });
    return { client, config };
  }

  let known: ReturnType<typeof discover> | null = null;
  /** What they say of themselves, asked once; asked again where that failed. */
  function theirs(): ReturnType<typeof discover> {
    known ??= discover().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  const nonceOf = (state: string) => hash('oidc nonce', state);
  const verifierOf = (state: string) => hash('oidc verifier', state);
  const failed = (error: unknown): { readonly kind: 'no' | 'away' } => ({
    kind: error instanceof Away || (error instanceof Error && error.cause instanceof Away) ? 'away' : 'no',
  });

  return {
    /** Where this browser goes to sign in; null while they are away. */
    async begin(browser: string): Promise<string | null> {
      try {
        const { client, config } = await theirs();
        const state = challenges.make(browser);
        const asked = {
          redirect_uri: deps.back,
          scope: 'openid email',
          state,
          nonce: nonceOf(state),
          code_challenge: await client.calculatePKCECodeChallenge(verifierOf(state)),
          code_challenge_method: 'S256',
        };
        return client.buildAuthorizationUrl(config, asked).href;
      } catch {
        return null;
      }
    },

    /** A browser that was sent back: who it is, where all of it is for this browser and was not used before. Throws StoreDown. */
    async finish(query: URLSearchParams, browser: string): Promise<OidcRead> {
      const state = query.get('state') ?? '';
      if (!(await challenges.use(state, browser))) return { kind: 'no' };
      try {
        const { client, config } = await theirs();
        const tokens = await client.authorizationCodeGrant(config, new URL(`${deps.back}?${query}`), {
          pkceCodeVerifier: verifierOf(state),
          expectedState: state,
          expectedNonce: nonceOf(state),
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        const email: unknown = claims?.['email'];
        // an address they have not checked is anybody's
        if (claims === undefined || typeof email !== 'string' || claims['email_verified'] === false)
          return { kind: 'no' };
        return { kind: 'who', email, subject: claims.sub };
      } catch (error) {
        return failed(error);
      }
    },
  };
}
