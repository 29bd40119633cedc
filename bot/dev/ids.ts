/** Ids as the carriers make them. */
import { randomBytes } from 'node:crypto';

/** An id of a message: `SM` and 32 of hex, or `wamid.` and something that holds the number. */
export const newId = (kind: 'SM' | 'wamid', number: string): string =>
  kind === 'SM'
    ? `SM${randomBytes(16).toString('hex')}`
    : // as the real ones do, it holds the number: no log may ever show one
      `wamid.${Buffer.from(`${number.slice(1)}.${randomBytes(9).toString('hex')}`).toString('base64')}`;

/** A file's id as each carrier has them; the last figure tells which of the two files it is. */
export function newMediaId(carrier: 'twilio' | 'meta', kind: 'voice' | 'photo'): string {
  const last = kind === 'voice' ? '0' : '1';
  const random = randomBytes(16).toString('hex').slice(0, 31);
  return carrier === 'twilio'
    ? `ME${random}${last}`
    : `${1 + (randomBytes(6).readUIntBE(0, 6) % 9e13)}${last}`.padStart(15, '9');
}
