/** A message cut into clauses, each in its own letters and in plain spelling, with its numbers as digits. */
import { normalise } from '../safety/words/normalise';

export interface Clause {
  /** as it was written */
  readonly raw: string;
  /** plain words between single spaces, numbers in words as digits: ` im 34 from blantyre ` */
  readonly plain: string;
  /** ends in a question mark */
  readonly asks: boolean;
}

/** Longest message whose clauses are looked at one by one; of anything longer, the head and the tail. */
const LOOKED_AT = 1600;
/** No more clauses than this, the first and the last of them: people who list more tell a story. */
const MOST = 40;
/** A clause is what people put between stops, commas, dashes and brackets; "9.15" and "a.b@c.d" are not cut. */
const STOPS = /[.!?]+(?=\s|$)|[;,()\n"…]+|:(?!\d)|\s[-–—]+\s|—/g;

/** The clauses of a message in order. Never throws. */
export function clausesOf(text: string): readonly Clause[] {
  const seen = text.length <= LOOKED_AT ? text : `${text.slice(0, LOOKED_AT / 2)}\n${text.slice(-LOOKED_AT / 2)}`;
  const cut: { readonly raw: string; readonly asks: boolean }[] = [];
  let from = 0;
  const add = (to: number, stop: string) => {
    const raw = seen.slice(from, to).trim();
    if (/[\p{L}\p{N}]/u.test(raw)) cut.push({ raw, asks: stop.includes('?') });
  };
  for (const stop of seen.matchAll(STOPS)) {
    add(stop.index, stop[0]);
    from = stop.index + stop[0].length;
  }
  add(seen.length, '');
  const kept = cut.length <= MOST ? cut : [...cut.slice(0, MOST / 2), ...cut.slice(-MOST / 2)];
  return kept.map(({ raw, asks }) => ({ raw, plain: plainOf(raw), asks }));
}

function plainOf(raw: string): string {
  const { plain } = normalise(raw);
  return digits(plain.replaceAll(' |', ''));
}

const ONES = new Map(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, n) => [word, n + 2] as const),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, n) => [word, (n + 2) * 10] as const),
);
/** How people say them here, and the commonest slips. */
const SAID_AS: ReadonlyMap<string, string> = new Map(
  Object.entries({ fower: 'four', seeven: 'seven', echt: 'eight', twa: 'two', fourty: 'forty', ninty: 'ninety' }),
);

/** "sixty seven" as "67" and "four" as "4", in plain words. "one" stays a word: it is more often no number. */
export function digits(plain: string): string {
  if (!/[a-z]/.test(plain)) return plain;
  const out: string[] = [];
  const words = plain.split(' ');
  for (let n = 0; n < words.length; n += 1) {
    const word = SAID_AS.get(words[n] ?? '') ?? words[n] ?? '';
    const tens = TENS.get(word);
    const next = words[n + 1] ?? '';
    const unit = next === 'one' ? 1 : ONES.get(SAID_AS.get(next) ?? next);
    if (tens !== undefined && unit !== undefined && unit < 10) {
      out.push(String(tens + unit));
      n += 1;
    } else out.push(String(tens ?? ONES.get(word) ?? (word === 'zero' || word === 'nil' ? 0 : word)));
  }
  return out.join(' ');
}
