/** Who somebody is on WhatsApp: a phone number, or the user id Meta gives where it keeps the number back. */

/** `447700900123` or `+447700900123` as `+447700900123` (E.164); null when it is not a phone number. */
export function phoneOf(text: string | undefined): string | null {
  const digits = /^\+?([1-9]\d{5,14})$/.exec(text ?? '')?.[1];
  return digits === undefined ? null : `+${digits}`;
}

/** A business-scoped user id: `GB.99887766`, or `GB.ENT.99887766` for one shared by several businesses (contracts 4.5). */
export function isUserId(text: string | undefined): text is string {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(text ?? '');
}
