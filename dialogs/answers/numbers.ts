/** Reads answers given as numbers: "2", "2 and 4", "#1", "1)", "option 1", "the first one", and an age where ages are asked. */
import { numbersOf } from '../content/numbers';
import type { Choice } from '../content/words';
import { plain } from './labels';

const cardinals: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen'
    .split(' ')
    .map((word, at): [string, number] => [word, at]),
  // as they are said here
  ['wan', 1],
  ['twa', 2],
  ['twae', 2],
  ['fower', 4],
  ['fev', 5],
]);

const ordinals: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .flatMap((word, at): [string, number][] => [
      [word, at + 1],
      [`${at + 1}${['st', 'nd', 'rd'][at] ?? 'th'}`, at + 1],
    ]),
);

/** Small words around a number that change nothing. */
const fillers: ReadonlySet<string> = new Set(
  'and an n plus then the number numbers num option options choice choices answer please pls plz thanks thank you ta cheers x xx just only'.split(
    ' ',
  ),
);

/** A range ("1-3") may mean two of them or all between, so it is asked again. */
const range = /\d\s*[-\u2010-\u2015]\s*\d/;

/** "1-3", and nothing else. */
export const isRange = (text: string): boolean => range.test(text) && /^[\d\s\u2010-\u2015-]+$/.test(text);

/** The numbers in a message that is nothing but numbers and small words; null otherwise. */
export function numbersIn(text: string): readonly number[] | null {
  if (range.test(text)) return null;
  const words = plain(text.replace(/[&+/,;.]/g, ' '))
    .split(' ')
    .filter((word) => word !== '' && !fillers.has(word));
  const found: number[] = [];
  let after = false;
  for (const word of words) {
    const ordinal = ordinals.get(word);
    const number = ordinal ?? (/^\d{1,3}$/.test(word) ? Number(word) : cardinals.get(word));
    // "the first one" is one answer
    if (after && (word === 'one' || word === 'ones')) continue;
    if (number === undefined) return null;
    found.push(number);
    after = ordinal !== undefined;
  }
  return found.length > 0 ? found : null;
}

/** The choice a number stands for, as it was shown; undefined when it was never shown. */
export function byNumber(choices: readonly Choice[], number: number): Choice | undefined {
  const numbers = numbersOf(choices);
  const shown = choices.find((_choice, at) => numbers[at] === String(number));
  if (shown) return shown;
  // G1 by text ends with "0 Nothing"
  return number === 0 ? choices.find((choice) => choice.id === 'nothing') : undefined;
}

/** "I'm 34", "34 years old", "34": years as people give them; null for anything else. */
function yearsIn(text: string): number | null {
  const found =
    /^(?:i'?m |i am |am |aged? )?(\d{1,3})(?: ?(?:years?(?: old)?|yrs?(?: old)?|yo))?(?: (?:please|thanks|ta))?$/.exec(
      plain(text),
    );
  return found?.[1] === undefined ? null : Number(found[1]);
}

/** The years a label covers, both ends in it: "Under 16", "16 or 17", "25-34", "65 or over". Null when it names no years. */
function yearsOf(label: string): readonly [number, number] | null {
  const under = /^under (\d+)$/i.exec(label);
  if (under) return [0, Number(under[1]) - 1];
  const between = /^(\d+)(?:-| or | to )(\d+)$/i.exec(label);
  if (between) return [Number(between[1]), Number(between[2])];
  const over = /^(\d+) or over$/i.exec(label);
  return over ? [Number(over[1]), 120] : null;
}

/** The age band somebody's age falls in, where age bands are what is asked. A number shown beside a choice comes first. */
export function byAge(choices: readonly Choice[], text: string): Choice | undefined {
  const years = yearsIn(text);
  if (years === null) return undefined;
  const found = choices.filter((choice) => {
    const band = yearsOf(choice.label);
    return band !== null && band[0] <= years && years <= band[1];
  });
  return found.length === 1 ? found[0] : undefined;
}
