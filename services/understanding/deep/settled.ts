/** What leaves the deep stage nothing to look at: plain commands, numbers, names, and the words of a choice of ours. */
import { everyLabel } from '../../../dialogs/content/copy';
import { normalise } from '../../../dialogs/safety/words/normalise';
import type { Reading } from '../../../dialogs/types';
import { ANY } from '../danger/hear';
import { tellsNeeds } from '../meaning/tellsNeeds';
import { isDoubtable } from './join';

/** People put these round an answer, and none of them says anything, in whatever order. */
const ROUND_AN_ANSWER: ReadonlySet<string> = new Set(
  `eh er erm um uh aye well hmm hm ok okay right so i think suppose guess oh hiya hi hey hello please pls thanks thank you
  cheers ta then pal mate hen for now just id say would be good lol`.split(/\s+/),
);
/** A longer message is no choice. */
const MOST_WORDS = 12;
/** The fast stage must hear next to nothing in it. */
const HARDLY = 0.15;

/** Words without those that people put before and after an answer. */
function bare(words: readonly string[]): string {
  const says = (word: string | undefined) => word !== undefined && !ROUND_AN_ANSWER.has(word);
  const from = words.findIndex(says);
  const to = words.findLastIndex(says);
  return from < 0 ? '' : words.slice(from, to + 1).join(' ');
}

const wordsOf = (text: string): readonly string[] =>
  normalise(text)
    .plain.split(/[ |]+/)
    .filter((word) => word !== '');

let labels: ReadonlySet<string> | null = null;

/** One of the choices we offer, in our own words, with what people say around it; or nothing but that. */
function isChoice(text: string): boolean {
  const words = wordsOf(text);
  if (words.length > MOST_WORDS) return false;
  labels ??= new Set(everyLabel().map((label) => bare(wordsOf(label))));
  const said = bare(words);
  return said === '' || labels.has(said);
}

/** At the question `asking`: a plain command, a single word, a number, a choice of ours, or danger that a rule is certain of: nothing is left to look at. */
export function isSettled(text: string, reading: Reading, asking: string | null): boolean {
  const { risks, checks, command, commandStrength, scores } = reading;
  if (risks === 'failed') return true;
  if (risks.length > 0) return !risks.some(({ rule }) => isDoubtable(rule));
  if (command !== null && (commandStrength === 'bare' || commandStrength === undefined)) return true;
  if (!/\p{L}[^\p{L}]+\p{L}/u.test(text)) return true;
  // where needs are told, its words may tell more than one
  if (asking === null || tellsNeeds(text, asking)) return false;
  return checks === undefined && (scores?.[ANY] ?? 1) < HARDLY && isChoice(text);
}
