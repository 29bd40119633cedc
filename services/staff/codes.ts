/** The codes of an authenticator app (RFC 6238): a secret to scan, and whether six figures are right just now. */
import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

const STEP = 30;
/** A phone's clock may be one step off. */
const WINDOW = 1;

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'WIN', label, algorithm: 'SHA1', digits: 6, period: STEP, secret: Secret.fromBase32(secret) });

/** A fresh secret, in the letters people can type. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app scans. */
export const codeUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** A picture to scan: the squares of a QR code as one path, and how many squares wide it is. */
export function codePicture(uri: string): { readonly path: string; readonly size: number } {
  const { data, size } = encode(uri, { border: 2, ecc: 'M' });
  const squares = data.flatMap((row, y) => row.flatMap((black, x) => (black ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: squares.join(''), size };
}

/** The step a code belongs to, or null when it is wrong or a code of this step or a later one was taken before. `now` in ms. */
export function codeStep(secret: string, code: string, now: number, lastStep: number): number | null {
  const figures = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(figures)) return null;
  const delta = totpOf(secret).validate({ token: figures, timestamp: now, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / STEP) + delta;
  return step > lastStep ? step : null;
}
