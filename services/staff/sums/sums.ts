/** The heavy sums of signing in: argon2id and the signatures of passkeys. Done in a thread of their own (thread.ts), so that nobody's message waits behind one. */
import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import { z } from 'zod';

/** OWASP's least for argon2id: 19 MiB, two passes. */
const COST = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 } as const;

const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,8000}$/);
const expected = { challenge: z.string(), origin: z.string(), site: z.string() };

const addedResponse = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, attestationObject: base64url }),
});
const usedResponse = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});
const transports = z.object({ response: z.object({ transports: z.array(z.string().max(20)).max(10) }) });

/** What may be asked. `response` is what a browser gave, and is checked here. */
export const sum = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hash'), password: z.string() }),
  z.object({ kind: z.literal('fits'), password: z.string(), hash: z.string() }),
  z.object({ kind: z.literal('addPasskey'), response: z.unknown(), ...expected }),
  z.object({
    kind: z.literal('usePasskey'),
    response: z.unknown(),
    ...expected,
    passkey: z.object({ id: z.string(), publicKey: z.string(), counter: z.number() }),
  }),
]);
export type Sum = z.infer<typeof sum>;

/** What comes of it. A passkey that is not right is null. */
export const total = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hash'), hash: z.string() }),
  z.object({ kind: z.literal('fits'), fits: z.boolean() }),
  z.object({
    kind: z.literal('addPasskey'),
    passkey: z
      .object({ id: z.string(), publicKey: z.string(), counter: z.number(), transports: z.array(z.string()) })
      .nullable(),
  }),
  z.object({ kind: z.literal('usePasskey'), counter: z.number().nullable() }),
]);
export type Total = z.infer<typeof total>;

// half a second to load, and only where somebody has a passkey
const library = () => import('@simplewebauthn/server');

/** The id a browser says its passkey has; null when it says nothing that could be one. */
export function passkeyIdIn(response: unknown): string | null {
  const read = z.object({ id: base64url }).safeParse(response);
  return read.success ? read.data.id : null;
}

async function addPasskey(asked: Extract<Sum, { kind: 'addPasskey' }>): Promise<Total> {
  const kind = 'addPasskey';
  const read = addedResponse.safeParse(asked.response);
  if (!read.success) return { kind, passkey: null };
  const { verifyRegistrationResponse } = await library();
  const done = await verifyRegistrationResponse({
    response: { ...read.data, clientExtensionResults: {} },
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.site,
    requireUserVerification: true,
  });
  if (!done.verified) return { kind, passkey: null };
  const { id, publicKey, counter } = done.registrationInfo.credential;
  const ways = transports.safeParse(asked.response);
  return {
    kind,
    passkey: {
      id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: ways.success ? ways.data.response.transports : [],
    },
  };
}

async function usePasskey(asked: Extract<Sum, { kind: 'usePasskey' }>): Promise<Total> {
  const kind = 'usePasskey';
  const read = usedResponse.safeParse(asked.response);
  if (!read.success) return { kind, counter: null };
  const { verifyAuthenticationResponse } = await library();
  const { id, publicKey, counter } = asked.passkey;
  const done = await verifyAuthenticationResponse({
    response: { ...read.data, clientExtensionResults: {} },
    expectedChallenge: asked.challenge,
    expectedOrigin: asked.origin,
    expectedRPID: asked.site,
    credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    requireUserVerification: true,
  });
  return { kind, counter: done.verified ? done.authenticationInfo.newCounter : null };
}

/** Does one sum. What a browser made up counts as wrong; only what is broken here throws. */
export async function doSum(asked: Sum): Promise<Total> {
  switch (asked.kind) {
    case 'hash': {
      const hash = await argon2id({ ...COST, password: asked.password, salt: randomBytes(16), outputType: 'encoded' });
      return { kind: 'hash', hash };
    }
    case 'fits':
      return { kind: 'fits', fits: await argon2Verify({ password: asked.password, hash: asked.hash }) };
    case 'addPasskey':
      // the library throws at everything that does not fit, and says why in words for engineers
      return addPasskey(asked).catch((): Total => ({ kind: 'addPasskey', passkey: null }));
    case 'usePasskey':
      return usePasskey(asked).catch((): Total => ({ kind: 'usePasskey', counter: null }));
  }
}
