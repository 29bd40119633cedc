/** Phone numbers and e-mail addresses in any shape people write or say them, each whole or not at all. */
import type { Found } from '../reading';

const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    oh: '0',
    o: '0',
    zero: '0',
    nought: '0',
    nil: '0',
    one: '1',
    wan: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
  }),
);
const TENS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    twenty: '20',
    thirty: '30',
    forty: '40',
    fifty: '50',
    sixty: '60',
    seventy: '70',
    eighty: '80',
    ninety: '90',
    ten: '10',
    eleven: '11',
    twelve: '12',
  }),
);
const BETWEEN = /^[\s().\-–/]*$/;

interface Run {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** One valid UK number as 07700900123, or +... for another country; the last one given stands when they correct it. */
export function numberIn(text: string): Found<string> | undefined {
  const seen = text.slice(0, 4000);
  if (!/\d|double|seven/i.test(seen)) return undefined;
  const found = runsOf(seen).flatMap((run): Found<string>[] => {
    const value = ukNumber(run.digits);
    return value === null
      ? []
      : [{ value: mended(value, seen.slice(run.to)), words: seen.slice(run.from, run.to).trim(), confidence: 0.95 }];
  });
  return (
    found.find(({ words }) =>
      /(?:is best|instead|use)/.test(
        seen.slice(seen.indexOf(words) + words.length, seen.indexOf(words) + words.length + 12),
      ),
    ) ?? found[0]
  );
}

/** "07700 900919 no 918 at the end": the end they put right. */
function mended(value: string, after: string): string {
  const end = /^[\s,.]*(?:no|naw|sorry|i mean|wait|not?)[\s,]+(\d{2,4}) at the end/i.exec(after)?.[1];
  return end === undefined ? value : value.slice(0, -end.length) + end;
}

/** What is left of the words when the number is taken out: a note about when ("after 6pm"). */
export function besideNumber(text: string, number: Found<string>): string {
  return text
    .replace(number.words, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:-]+|[\s,;:-]+$/g, '')
    .trim();
}

/** Digits that belong together, written or spoken, as stretches of the text. */
function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let digits = '';
  let from = 0;
  let to = 0;
  const end = () => {
    if (digits.length >= 9) runs.push({ digits, from, to });
    digits = '';
  };
  let twice = 1;
  for (const match of text.matchAll(/\+?[\doO]*\d[\doO]*|[a-z]+/gi)) {
    const said = spoken(match[0], digits !== '');
    if (said === 'double' || said === 'triple') {
      twice = said === 'double' ? 2 : 3;
      if (digits === '') from = match.index;
      else if (!BETWEEN.test(seenBetween(text, to, match.index))) end();
      to = match.index + match[0].length;
      continue;
    }
    if (said === 'hundred' && digits !== '') {
      digits += '00';
      to = match.index + match[0].length;
      continue;
    }
    if (said === null) {
      if (!/^(?:and|then|it|is|its|aye|number)$/i.test(match[0]) || /^\d/.test(match[0])) end();
      twice = 1;
      continue;
    }
    // letters or other signs between two stretches of digits part them
    const joined =
      (digits !== '' || twice > 1) &&
      (BETWEEN.test(text.slice(to, match.index)) || /^[\s,]*(?:(?:and|then) )?$/i.test(text.slice(to, match.index)));
    if (!joined || said.startsWith('+')) {
      end();
      from = match.index;
    }
    if (digits.length >= 11 && !digits.startsWith('00') && !digits.startsWith('44') && !digits.startsWith('+')) {
      end();
      from = match.index;
    }
    digits += said.repeat(said.length === 1 ? twice : 1);
    twice = 1;
    to = match.index + match[0].length;
  }
  end();
  return runs;
}

const seenBetween = (text: string, from: number, to: number) => text.slice(from, to).replace(/,/g, ' ');

function spoken(word: string, inside: boolean): string | null {
  if (/\d/.test(word)) return word.replace(/o/gi, '0');
  const small = word.toLowerCase();
  if (small === 'double' || small === 'triple' || small === 'hundred') return small;
  if (small === 'o' && !inside) return null;
  return WORDS.get(small) ?? (inside ? (TENS.get(small) ?? null) : null);
}

/** A number that can be rung from here, or null. Ours: 11 digits from 0 (a few landlines have 10). */
function ukNumber(run: string): string | null {
  let digits = run.replace(/^\+?(?:00)?44(?:0)?(?=[1-37]\d{8,9}$)/, '0');
  if (/^7\d{9}$/.test(digits)) digits = `0${digits}`;
  // "double 0 no wait 07700 900889": what was begun and dropped
  const dropped = /^0{1,2}(07\d{9})$/.exec(digits)?.[1];
  if (dropped !== undefined) digits = dropped;
  if (/^07[1-9]\d{8}$/.test(digits) || /^0[123]\d{9}$/.test(digits) || /^01\d{8}$/.test(digits)) return digits;
  return /^\+(?!44)[1-9]\d{7,14}$/.test(run) ? run : null;
}

const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,4}[A-Za-z]{2,24}/;
const SPOKEN_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\s+(?:underscore|under score)\s+/gi, '_'],
  [/\s+(?:dash|hyphen)\s+/gi, '-'],
  [/\s+(?:dot|full stop|point)\s+/gi, '.'],
  [/\s*@\s*/g, '@'],
];
const LEAD = /^.*?\b(?:my|ma|the|is|it['’]?s|its|mine['’]?s|to|at|try|use|mail|email|e mail|on|naw|wait)\s+(?=\S)/i;

/** An e-mail address, written or spoken ("deek at mail dot example"), without brackets or a final stop. */
export function emailIn(text: string): Found<string> | undefined {
  const seen = text.slice(0, 4000);
  const written = EMAIL.exec(seen)?.[0];
  if (written !== undefined) return { value: written, words: written, confidence: 0.98 };
  const close = EMAIL.exec(seen.replace(/\s*@\s*/g, '@'))?.[0];
  if (close !== undefined) return { value: close, words: close, confidence: 0.9 };
  if (!/\b(?:at|@)\s+\S+\s+(?:dot|\.)\s+[a-z]/i.test(seen) && !/@\s*\S+\s+dot\s/i.test(seen)) return undefined;
  let said = seen;
  for (const [sign, as] of SPOKEN_SIGNS) said = said.replace(sign, as);
  const match = /((?:\S{1,64}\s+){0,4}?\S{1,64})\s+at\s+([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})/i.exec(said);
  if (match === null) return undefined;
  let local = (match[1] ?? '').replace(/\s+all one word$/i, '');
  for (let n = 0; n < 4 && LEAD.test(local); n += 1) local = local.replace(LEAD, '');
  const value = `${local.replace(/\s+/g, '')}@${match[2] ?? ''}`;
  return EMAIL.exec(value)?.[0] === value ? { value, words: match[0], confidence: 0.75 } : undefined;
}
