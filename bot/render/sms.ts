/** Plain numbered text in as few parts as it takes: an SMS can show nothing else, and each part may cost somebody. */
import { textOf } from '../../dialogs/content/copy';
import { numberedLines } from '../../dialogs/content/numbers';
import type { Reply } from '../../dialogs/content/words';
import type { Outgoing } from '../../services/contact/carrier';
import { plainLetters } from './plainLetters';
import { segmentsOf } from './segments';
import { lastSentence, splitToFit } from './split';

/** House rule (guide.md 3.2): two parts at most. Two parts of GSM-7 hold 306 units, so nothing longer need be counted. */
const MOST_SEGMENTS = 2;
const MOST_UNITS = 306;

const fits = (text: string) => text.length <= MOST_UNITS && segmentsOf(text).segments <= MOST_SEGMENTS;

/** A piece of one reply. */
interface Piece {
  readonly text: string;
  readonly of: Reply;
  /** nothing is put under it: choices come last, and a long text is cut only where it is full */
  readonly closed: boolean;
}

/** One text made of these; one newline between paragraphs instead of two where that saves a part. */
function together(texts: readonly string[]): string {
  const roomy = texts.join('\n\n');
  const tight = roomy.replace(/\n{2,}/g, '\n');
  return segmentsOf(tight).segments < segmentsOf(roomy).segments ? tight : roomy;
}

/** The last words of a question and its choices stay in one text. */
function withChoices(text: string, choices: string): readonly string[] {
  const whole = [text, choices].filter(Boolean).join('\n');
  if (fits(whole)) return [whole];
  const pieces = splitToFit(text, fits);
  const last = pieces.at(-1) ?? '';
  const before = pieces.slice(0, -1);
  if (fits(`${last}\n${choices}`)) return [...before, `${last}\n${choices}`];
  const cut = lastSentence(last);
  if (cut !== null && fits(`${cut[1]}\n${choices}`)) return [...before, cut[0], `${cut[1]}\n${choices}`];
  return [...pieces, ...splitToFit(choices, fits)];
}

/** A list with a line about each choice, cut between lines; inside one only where it is too long by itself. */
function inLines(text: string): readonly string[] {
  const [first = '', ...rest] = text.split('\n');
  const texts = [first];
  for (const line of rest) {
    const joined = `${texts.at(-1) ?? ''}\n${line}`;
    if (fits(joined)) texts[texts.length - 1] = joined;
    else texts.push(line);
  }
  return texts.flatMap((one) => splitToFit(one, fits));
}

function piecesOf(reply: Reply): readonly Piece[] {
  const text = plainLetters(textOf(reply)).trim();
  const choices = plainLetters(numberedLines(reply.choices).join('\n'));
  const lined = reply.choices.some(({ line }) => line !== undefined);
  const texts =
    choices === '' ? splitToFit(text, fits) : lined ? inLines(`${text}\n${choices}`) : withChoices(text, choices);
  const closed = (at: number) => at < texts.length - 1 || reply.choices.length > 0;
  return texts.map((one, at) => ({ text: one, of: reply, closed: closed(at) }));
}

/** One text, and the replies it says some or all of. */
export interface SmsText {
  readonly text: string;
  readonly of: readonly Reply[];
}

interface Plan {
  readonly texts: readonly SmsText[];
  readonly segments: number;
}

const better = (one: Plan, other: Plan) =>
  one.segments < other.segments || (one.segments === other.segments && one.texts.length < other.texts.length);

/** The fewest parts these pieces can go out in, then the fewest texts, in their order. */
function fewestParts(pieces: readonly Piece[]): readonly SmsText[] {
  // plans[i]: the best for the pieces from i on
  const plans: Plan[] = Array.from({ length: pieces.length + 1 }, () => ({ texts: [], segments: 0 }));
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    let best: Plan | null = null;
    for (let end = at + 1; end <= pieces.length && mayJoin(pieces.slice(at, end)); end += 1) {
      const joined = pieces.slice(at, end);
      const text = together(joined.map((one) => one.text));
      if (end > at + 1 && !fits(text)) break;
      const rest = plans[end] ?? { texts: [], segments: 0 };
      const plan = {
        texts: [{ text, of: joined.map((one) => one.of) }, ...rest.texts],
        segments: segmentsOf(text).segments + rest.segments,
      };
      if (best === null || better(plan, best)) best = plan;
    }
    if (best !== null) plans[at] = best;
  }
  return plans[0]?.texts ?? [];
}

/** A person of the team and the bot never speak in one text. */
function mayJoin(pieces: readonly Piece[]): boolean {
  return pieces.every((one, at) => (at === pieces.length - 1 || !one.closed) && one.of.from === pieces[0]?.of.from);
}

/** Texts of at most two parts each; only a single character that is larger by itself could be more. */
export function smsTexts(replies: readonly Reply[]): readonly SmsText[] {
  return fewestParts(replies.flatMap(piecesOf));
}

/** The same as messages. */
export function renderSms(replies: readonly Reply[]): readonly Outgoing[] {
  return smsTexts(replies).map(({ text }) => ({ kind: 'text', text }));
}
