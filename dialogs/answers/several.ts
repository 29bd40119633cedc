/** Reads an answer to "pick any that fit": numbers, words, both, all of them, none of these. */
import type { Choice } from '../content/words';
import { byExactLabel, byLabel, plain } from './labels';
import { isPolite } from './lines';
import { byNumber, numbersIn } from './numbers';

/** Choices that say no to all the others. */
const noneIds: ReadonlySet<string> = new Set(['none', 'nothing', 'no', 'neither', 'notHere']);
/** Choices that are about the question and not one of the things to pick. */
const besides: ReadonlySet<string> = new Set([
  ...noneIds,
  'help',
  'else',
  'other',
  'skip',
  'unsure',
  'person',
  'notSay',
  'menu',
  'list',
]);

const all =
  /^(?:all|all (?:of )?(?:them|these|those|the above)|every ?thing|every one(?: of them)?|everyone of them|the lot|a of them|aw of them|aw o them)$/;
const both = /^(?:both|both (?:of )?(?:them|these|those)|the both|baith)$/;
const allOf = /^all (two|three|four|five|six|\d{1,2})(?: of them| of these)?$/;
const none =
  /^(?:none|none (?:of )?(?:them|these|those|the above)|nane|nane o them|neither|neither (?:of )?(?:them|these)|not any|nothing)$/;

/** Everything, when how many they say is how many there are. */
function together(choices: readonly Choice[], said: string): readonly Choice[] | null {
  const things = choices.filter((choice) => !besides.has(choice.id));
  if (all.test(said)) return things;
  const count = both.test(said) ? 2 : (numbersIn(allOf.exec(said)?.[1] ?? '')?.[0] ?? null);
  if (count === null) return null;
  return count === things.length ? things : [];
}

/** The choices of one piece of an answer: "2", "2 4", "work and learning"; null when it is none of them. */
function pieceOf(choices: readonly Choice[], piece: string): readonly Choice[] | null {
  const numbers = numbersIn(piece);
  if (numbers === null) {
    const one = byLabel(choices, piece);
    return one ? [one] : null;
  }
  const found = numbers.map((number) => byNumber(choices, number));
  return found.every((one) => one !== undefined) ? found.flatMap((one) => one ?? []) : null;
}

/** Ids without doubles; none when "nothing" is picked beside something, for then we cannot know. */
function agreed(found: readonly Choice[]): readonly string[] {
  const ids = [...new Set(found.map((one) => one.id))];
  return ids.length > 1 && ids.some((id) => noneIds.has(id)) ? [] : ids;
}

/** The ids picked, each of them offered; none when any part is not understood. 'noneOfThem' where no choice says so. */
export function several(choices: readonly Choice[], text: string): readonly string[] | 'noneOfThem' {
  const exact = byExactLabel(choices, text);
  if (exact) return [exact.id];
  const said = plain(text.replace(/\b(?:please|pls|thanks|ta)\b/gi, ' '));
  if (none.test(said)) {
    const says = choices.find((choice) => noneIds.has(choice.id));
    return says ? [says.id] : 'noneOfThem';
  }
  const things = together(choices, said);
  if (things !== null) return agreed(things);
  const pieces = text
    .split(/[,;\n]|\band\b|&|\+/i)
    .map((one) => one.trim())
    .filter((one) => !isPolite(one));
  const found = pieces.map((piece) => pieceOf(choices, piece));
  if (pieces.length > 1 && found.every((one) => one !== null)) return agreed(found.flatMap((one) => one ?? []));
  // "mind and feelins" is one label with a slip in it
  return agreed(pieceOf(choices, text) ?? []);
}
