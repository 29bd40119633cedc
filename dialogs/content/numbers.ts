/** Which number stands for which choice where nothing can be tapped: what is shown and what is understood are one rule. */
import type { Choice } from './words';

const bare = /^\d+$/;

/**
 * The number of each choice in order, as shown beside it; a label that is a number is its own. Null where a number would
 * mislead: beside a scale (0 to 10) "12 Skip" would read as one more step of it.
 */
export function numbersOf(choices: readonly Choice[]): readonly (string | null)[] {
  const inStep = choices.every(({ label }, at) => !bare.test(label) || Number(label) === at + 1);
  return choices.map(({ label }, at) => (bare.test(label) ? label : inStep ? String(at + 1) : null));
}

/** The choices as lines to read: "1 Yes", with what is said about each. A label that is a number already stands in the question and has no line. */
export function numberedLines(choices: readonly Choice[]): readonly string[] {
  const numbers = numbersOf(choices);
  return choices.flatMap(({ label, line }, at) => {
    if (bare.test(label)) return [];
    const number = numbers[at] ?? null;
    const said = line === undefined ? label : `${label}. ${line}`;
    return [number === null ? said : `${number} ${said}`];
  });
}
