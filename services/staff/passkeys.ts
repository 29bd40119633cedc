/** What a browser is asked for when a passkey is made or used (WebAuthn level 3, as JSON). */
import type { Staff } from '../store/collections/staff';

/** How long the browser waits for a finger, ms. */
const TIMEOUT = 5 * 60_000;
/** Ed25519, P-256 and RSA, as RFC 9053 numbers them. */
const ALGORITHMS = [-8, -7, -257] as const;

const described = ({ passkeys }: Pick<Staff, 'passkeys'>) =>
  passkeys.map(({ id, transports }) => ({ type: 'public-key', id, transports }));

/** To use one. With no owner the device offers what it has for this site, so nobody is asked for a name first. */
export function useOptions(origin: string, challenge: string, owner: Staff | null = null) {
  return {
    challenge,
    rpId: new URL(origin).hostname,
    timeout: TIMEOUT,
    userVerification: 'required',
    allowCredentials: owner === null ? [] : described(owner),
  };
}

/** To make one that its device keeps, and that opens only to its owner. */
export function addOptions(origin: string, challenge: string, owner: Staff) {
  return {
    challenge,
    rp: { id: new URL(origin).hostname, name: 'WIN' },
    user: { id: Buffer.from(owner.id).toString('base64url'), name: owner.email, displayName: owner.name },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: TIMEOUT,
    attestation: 'none',
    excludeCredentials: described(owner),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  };
}
