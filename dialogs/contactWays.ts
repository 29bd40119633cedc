/** A way to reach somebody, and nothing else: one whole number or one whole address in what was typed, or none. */

/** A run that could be a phone number, with the marks people put in one. */
const RUN = /\+?\(?\d[\d\s().\-\u2011/]{7,}\d/g;

/** A UK number as its digits from 0, or another country's from +; null when it cannot be dialled. */
function dialled(run: string): string | null {
  const marks = run.replace(/[^\d+]/g, '');
  // "+44 (0)7700 900123" has a 0 too many
  const digits = marks.replace(/^(?:\+44|0044|44(?=[127]\d{9}$))0?/, '0');
  if (digits.startsWith('+')) return /^\+[1-9]\d{8,14}$/.test(digits) ? digits : null;
  return /^0(?:7\d{9}|[1238]\d{8,9})$/.test(digits) ? digits : null;
}

/** As people write it: "07700 900123", "0141 496 0000". */
function spaced(digits: string): string {
  if (digits.startsWith('+')) return digits;
  if (/^0(?:1[2-9]1|11|2)/.test(digits) && digits.length === 11) {
    return digits.startsWith('02')
      ? `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`
      : `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}`;
  }
  return `${digits.slice(0, 5)} ${digits.slice(5)}`;
}

/** The one number in these words, as people write it; '' when there is none that can be dialled, or more than one. */
export function sayNumber(text: string): string {
  const found = new Set((text.match(RUN) ?? []).flatMap((run) => dialled(run) ?? []));
  const [only] = found;
  return found.size === 1 && only !== undefined ? spaced(only) : '';
}

/** The one UK mobile number in these words as carriers take it, "+447700900123"; '' when there is none. */
export function mobileIn(text: string): string {
  const digits = sayNumber(text).replace(/ /g, '');
  return /^07\d{9}$/.test(digits) ? `+44${digits.slice(1)}` : '';
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,}/gu;

/** The one e-mail address in these words; '' when there is none, or more than one. */
export function sayEmail(text: string): string {
  const found = new Set(text.slice(0, 2_000).match(EMAIL) ?? []);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : '';
}
