/** Finds the choice somebody means by its words: whole, with a slip, begun, or inside a short message. */
import type { Choice } from '../content/words';

/** Small letters, digits and single spaces; everything else is left out. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many single edits turn a into b, no further than `most` (Damerau-Levenshtein, optimal string alignment). */
function editsApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_one, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** The choice that reads just like this, whatever its capitals and stops. */
export function byExactLabel(choices: readonly Choice[], text: string): Choice | undefined {
  const said = plain(text);
  return said === '' ? undefined : choices.find((choice) => plain(choice.label) === said);
}

/** The one choice these words can mean; undefined when it could be two, or none. */
export function byLabel(choices: readonly Choice[], text: string): Choice | undefined {
  const said = plain(text);
  if (!said) return undefined;
  const exact = byExactLabel(choices, text) ?? choices.find((choice) => choice.id.toLowerCase() === said);
  if (exact) return exact;
  const close = choices.filter((choice) => {
    const label = plain(choice.label);
    return label.length >= 4 && editsApart(label, said, 2) <= (label.length >= 8 ? 2 : 1);
  });
  if (close.length === 1) return close[0];
  const begins = said.length >= 4 ? choices.filter((choice) => plain(choice.label).startsWith(`${said} `)) : [];
  if (begins.length === 1) return begins[0];
  const within = said.length >= 4 ? choices.filter((choice) => plain(choice.label).split(' ').includes(said)) : [];
  if (within.length === 1) return within[0];
  // "a quiet space please", "well, work and learning": one whole label inside a short message
  const around =
    said.split(' ').length <= 6
      ? choices.filter((choice) => plain(choice.label).length >= 4 && ` ${said} `.includes(` ${plain(choice.label)} `))
      : [];
  return around.length === 1 ? around[0] : undefined;
}
