/** What somebody who answers whatever is asked would say: a fitting choice, or fitting words. */

/** Choices that leave the question, ask for more, or end early, instead of answering. */
const notAnAnswer =
  /\b(skip|stop|back|pause|later|leave|person|advisor|help|why|who|privacy|else|none|menu|more|show me|under 16|16 or 17|not sure|no|fresh|tonight)\b/i;

/** Words for the questions that take words. */
const words: readonly (readonly [asked: RegExp, said: string])[] = [
  [/\b(number|email|reach you|get back to you)\b/i, '07700 900123'],
  [/\bin life right now\b/i, 'I feel lonely'],
  [/\b(where|area|postcode|town)\b/i, 'Blantyre'],
];

/** The place of the chosen choice, or words when no choice answers. */
export function answerFor(
  question: string,
  choices: readonly string[],
): { readonly kind: 'choice'; readonly at: number } | { readonly kind: 'words'; readonly said: string } {
  // a phone of their own: otherwise everything becomes short and guarded, and other questions come
  const fits = /\banyone else\b/i.test(question) ? /^no$/i : null;
  const at = choices.findIndex((choice) => (fits === null ? !notAnAnswer.test(choice) : fits.test(choice)));
  if (at >= 0) return { kind: 'choice', at };
  const found = words.find(([asked]) => asked.test(question));
  return { kind: 'words', said: found?.[1] ?? 'Maya' };
}
