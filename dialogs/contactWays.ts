/** A way to reach somebody, and nothing else: one whole number or one whole address in what was typed, or none. */
import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A run that could be a phone number, with the marks people put in one. */
const RUN = /\+?\(?\d[\d\s().\-\u2011/]{7,}\d/g;

/** Of UK numbers, those that people have: mobiles, and lines that can be rung back. Short and dear ones are nobody's own. */
const SOMEBODYS = /^(?:[27]\d{9}|[138]\d{8,9})$/;

/**
 * A number of this country or, where it says so, of another; null when it cannot be dialled. That it is given out is not
 * asked: the numbers kept free for films (07700 900...) are what people try us with.
 */
function dialled(run: string): PhoneNumber | null {
  const number = parsePhoneNumberFromString(run, 'GB');
  if (number === undefined || !number.isPossible()) return null;
  return number.countryCallingCode !== '44' || SOMEBODYS.test(number.nationalNumber) ? number : null;
}

/** The one number in these words; null when there is none that can be dialled, or more than one. */
function numberIn(text: string): PhoneNumber | null {
  const found = (text.slice(0, 2_000).match(RUN) ?? []).flatMap((run) => dialled(run) ?? []);
  const [only] = found;
  return only !== undefined && found.every(({ number }) => number === only.number) ? only : null;
}

/** The one number in these words, as people write it: "07700 900123", "0141 496 0000", "+353871234567"; '' when there is none. */
export function sayNumber(text: string): string {
  const number = numberIn(text);
  if (number === null) return '';
  return number.countryCallingCode === '44' ? number.formatNational() : number.number;
}

/** The one number in these words as it is compared with others, "+441414960000"; '' when there is none. */
export const numberKey = (text: string): string => numberIn(text)?.number ?? '';

/** The one UK mobile number in these words as carriers take it, "+447700900123"; '' when there is none. */
export function mobileIn(text: string): string {
  const number = numberIn(text)?.number ?? '';
  return number.startsWith('+447') ? number : '';
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,}/gu;

/** The one e-mail address in these words; '' when there is none, or more than one. */
export function sayEmail(text: string): string {
  const found = new Set(text.slice(0, 2_000).match(EMAIL) ?? []);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : '';
}
