/** Letters an SMS can carry cheaply: marks with a plain twin are replaced by it, and nothing else is touched. */

/**
 * One curly quote turns a whole text into UCS-2, which holds less than half as much. Accented letters are left as they
 * are: they are people's names.
 */
const twins: readonly (readonly [RegExp, string])[] = [
  [/\r\n?|[\u0085\u2028\u2029]/g, '\n'],
  [/[\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc`]/g, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212\u2022\u00b7]/g, '-'],
  [/\u2026/g, '...'],
  [/[\t\v\f\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
  // what cannot be seen: soft hyphens, zero-width spaces, marks of direction (joiners stay, pictures are made with them)
  [/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, ''],
];

/** The same words with plain quotes, dashes, dots and spaces. */
export function plainLetters(text: string): string {
  return twins.reduce((so, [fancy, plain]) => so.replace(fancy, plain), text);
}
