/** Proofs that a call at the webhook comes from Meta: the handshake's token and the signature over the raw bytes. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const plainChallenge = /^[A-Za-z0-9_.-]{1,200}$/;

/**
 * The challenge to echo exactly as it came, or null when the call is to be refused (channel-contracts 4.2).
 * The challenge is limited in length and letters, so that nothing a stranger writes is ever shown by our domain.
 */
export function answerHandshake(query: URLSearchParams, verifyToken: string): string | null {
  const [mode, token, challenge] = ['hub.mode', 'hub.verify_token', 'hub.challenge'].map((name) => only(query, name));
  if (mode !== 'subscribe' || !token || !challenge || verifyToken === '') return null;
  return sameText(token, verifyToken) && plainChallenge.test(challenge) ? challenge : null;
}

/** The one value of a name; null when it is missing or given twice. */
function only(query: URLSearchParams, name: string): string | null {
  const values = query.getAll(name);
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Compares in a time that tells nothing: digests have one length, whatever the texts are. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * Whether `X-Hub-Signature-256` is `sha256=` and the hex HMAC-SHA256 of exactly these bytes under any of the app
 * secrets (channel-contracts 4.3). Several secrets, so that one can be changed while messages are on their way.
 */
export function isSigned(raw: Buffer, header: string | undefined, appSecrets: readonly string[]): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header ?? '')?.[1];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  // an empty secret is one everybody knows; every other secret is tried, so the time taken does not say which fits
  const fits = appSecrets
    .filter((secret) => secret !== '')
    .map((secret) => {
      const ours = createHmac('sha256', secret).update(raw).digest();
      return ours.length === given.length && timingSafeEqual(ours, given);
    });
  return fits.includes(true);
}
