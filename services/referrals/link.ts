/** The one-time link a partner answers by: long, not to be guessed, and kept only as a fingerprint. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** How long a link works, in ms: 14 days. */
export const LINK_LIFE = 14 * 24 * 60 * 60_000;

/** The fingerprint is the id, so the link itself is nowhere in the store. */
export const linkSchema = z.object({
  id: z.string(),
  rev: z.number().int().min(1),
  referralId: z.string(),
  expiresAt: z.number().int(),
});

export type ReferralLink = z.infer<typeof linkSchema>;

/** Exactly what 32 bytes look like in base64url; anything else cannot be one of ours. */
export const tokenShape = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The token of a referral, made with a keyed hash (256 bits, base64url): nobody without our key can guess or make one. */
export function tokenMaker(hash: (purpose: string, value: string) => string): (referralId: string) => string {
  return (referralId) => hash('partner link', referralId);
}

/** SHA-256 of a token, base64url. A plain hash is enough for 256 random bits. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
