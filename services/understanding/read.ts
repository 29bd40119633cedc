/** Reads one message with every recogniser, so that one that breaks never breaks the turn. */
import { LRUCache } from 'lru-cache';
import { recogniseMoments } from '../../dialogs/commands/awkward';
import { recogniseCommand } from '../../dialogs/commands/recogniseCommand';
import { askedToStop } from '../../dialogs/commands/sentences';
import { mentionedNeeds } from '../../dialogs/needs/mentioned';
import { refusesPolice } from '../../dialogs/needs/police';
import { recogniseNeeds } from '../../dialogs/needs/recogniseNeeds';
import { isLikeness } from '../../dialogs/risk/checks';
import type { AwkwardMoment, Command, Need, Reading } from '../../dialogs/types';
import { putApart } from './danger/apart';
import { createHearing, type DangerContext, type DangerReading, type Hearing } from './danger/hear';
import { withoutLater } from './danger/notTonight';
import { uneaseOf } from './danger/unease';
import { readWeights } from './danger/weights';
import { commandAt } from './meaning/commandAt';
import { type Meaning, needsIn, readLearned, readMeaning } from './meaning/readMeaning';
import { CHOOSES, tellsNeeds } from './meaning/tellsNeeds';

export interface ReaderParts {
  readonly danger: (text: string, context: DangerContext) => DangerReading;
  readonly command: (text: string, asking: string | null) => Command | null;
  readonly needs: (text: string, asking: string | null) => readonly Need[];
  readonly moments: (text: string) => readonly AwkwardMoment[];
  readonly meaning: (text: string, asking: string | null) => Meaning;
  /** a steady clock in milliseconds, to notice a detector that took absurdly long */
  readonly clock: () => number;
  /** longest a risk reading may take, in milliseconds, before we no longer believe it looked properly */
  readonly riskBudgetMs: number;
}

/** Where in the talk a message is read. */
export interface ReadingContext {
  readonly recentlyFlagged: boolean;
  /** the catalogue key of the question on the table, which is heard in barer words */
  readonly asking?: string | null;
}

export type Reader = (text: string, context: ReadingContext) => Reading;

/**
 * A command inside a sentence, or only likely, is heard where nothing is asked; at a question it is more likely the
 * answer, and only plain words and a stop of our messages are commands.
 */
function commandOf(text: string, asking: string | null): Command | null {
  const heard = asking === null ? commandAt(text, null)?.command : recogniseCommand(text);
  return heard ?? askedToStop(text);
}

/** Where needs are told the learned ear hears them; in an answer to something else only what says trouble by itself counts. */
function needsOf(text: string, asking: string | null): readonly Need[] {
  const needs = needsHeard(text, asking);
  return refusesPolice(text) ? needs.filter((need) => need !== 'justice') : needs;
}

function needsHeard(text: string, asking: string | null): readonly Need[] {
  if (tellsNeeds(text, asking)) {
    const heard = [...new Set([...needsIn(text), ...mentionedNeeds(text)])];
    return heard.length > 0 ? heard : recogniseNeeds(text);
  }
  return CHOOSES.has(asking ?? '') ? recogniseNeeds(text) : mentionedNeeds(text);
}

/** Yes, no and questions of us by the learned ear where nothing is asked; at a question the turn has ears of its own. */
function meaningOf(text: string, asking: string | null): Meaning {
  return asking === null ? readLearned(text, null) : readMeaning(text, asking);
}

/** The weights are read once for the whole process. */
let shared: Hearing | null = null;
function hearing(): Hearing {
  shared ??= createHearing(readWeights());
  return shared;
}

/**
 * Reads a long text for danger in pieces, giving way between them, so that nobody else waits for it; the reader then has it
 * ready. Never throws: what goes wrong here goes wrong again in the reader, which knows what to do.
 */
export async function readAhead(
  text: string,
  { recentlyFlagged }: Pick<ReadingContext, 'recentlyFlagged'>,
): Promise<void> {
  try {
    await hearing().ahead(text, { recentlyFlagged });
  } catch {
    // the reader meets it too
  }
}

const DEFAULTS: Omit<ReaderParts, 'danger'> = {
  command: commandOf,
  needs: needsOf,
  moments: recogniseMoments,
  meaning: meaningOf,
  clock: () => performance.now(),
  riskBudgetMs: 2000,
};

/**
 * Makes a reader from the recognisers; give `parts` to put others in their place. The reader never throws; making one
 * throws when the weights of danger cannot be read.
 */
export function createReader(parts: Partial<ReaderParts> = {}): Reader {
  const used: ReaderParts = { ...DEFAULTS, danger: hearing().hear, ...parts };
  const known = new LRUCache<string, Reading>({ max: MOST_KNOWN });
  return (text, context) => {
    if (text.length > SHORT) return readAfresh(used, text, context);
    const key = `${context.recentlyFlagged ? '!' : ' '}${context.asking ?? ''} ${text}`;
    const before = known.get(key);
    if (before) return before;
    const reading = readAfresh(used, text, context);
    // a reading that failed is tried again next time
    if (reading.risks !== 'failed') known.set(key, reading);
    return reading;
  };
}

/** Short answers ("yes", "2", "naw") come over and over; the same text always reads the same. */
const SHORT = 24;
const MOST_KNOWN = 1_000;

/** Runs of blanks say nothing, and a message may hold thousands. */
const BLANKS = /(\s)\s+/g;

function readAfresh(used: ReaderParts, given: string, { recentlyFlagged, asking }: ReadingContext): Reading {
  const moments = orElse(() => used.moments(given), []);
  const danger = aimedAtUs(readDanger(used, given, { recentlyFlagged, asked: asking ?? null }), moments);
  const text = given.replace(BLANKS, '$1');
  return {
    ...danger,
    moments,
    ...(recentlyFlagged || danger.risks.length > 0 || danger.checks !== undefined
      ? inDanger(used, text, asking ?? null, recentlyFlagged, danger)
      : meant(used, text, asking ?? null)),
  };
}

type Meant = Pick<Reading, 'command' | 'needs'> & Meaning;

/** What somebody means is in what they begin and end with; danger alone is read in every word. */
const MOST_MEANT = 2_000;
function ends(text: string): string {
  return text.length <= MOST_MEANT ? text : `${text.slice(0, MOST_MEANT / 2)} ${text.slice(-MOST_MEANT / 2)}`;
}

/** All that is learned, in an ordinary talk. */
function meant(used: ReaderParts, whole: string, asking: string | null): Meant {
  const text = ends(whole);
  return {
    command: orElse(() => used.command(text, asking), null),
    needs: orElse(() => used.needs(text, asking), []),
    ...orElse(() => used.meaning(text, asking), {}),
  };
}

/**
 * Where there is danger, or was, only plain words are commands: "am done wi it aw" is nothing to obey, and no answer to look
 * up. What is asked of us beside a worry that is only asked about ("where's the nearest foodbank") is answered before it.
 */
function inDanger(used: ReaderParts, whole: string, asking: string | null, was: boolean, danger: DangerParts): Meant {
  const text = ends(whole);
  const isGuess = isOnlyLikely(danger);
  const { asks, ...rest } = orElse(() => used.meaning(text, asking), {});
  const isAsked = !was && danger.risks.length === 0;
  return {
    ...rest,
    ...(isAsked && asks !== undefined && asks.value !== 'unknown' ? { asks } : {}),
    command: orElse(() => recogniseCommand(text) ?? askedToStop(text), null),
    // at a question "naebody wid miss me" is no need for company: only plain words of need count beside danger
    needs: orElse(() => (asking === null || isGuess ? used.needs(text, asking) : mentionedNeeds(text)), []),
  };
}

/** Nothing but likeness speaks of danger here: what they tell is heard as fully as ever. */
function isOnlyLikely({ risks, checks = [] }: DangerParts): boolean {
  return risks !== 'failed' && risks.length === 0 && checks.every(({ rule }) => isLikeness(rule));
}

type DangerParts = Pick<Reading, 'risks' | 'checks' | 'scores' | 'unease'>;

/** Words of anger at our own staff are met as such (X9), not with a question about suicide that only likeness raised. */
function aimedAtUs(danger: DangerParts, moments: readonly AwkwardMoment[]): DangerParts {
  const { checks, ...rest } = danger;
  if (checks === undefined || !moments.includes('abuse_of_staff')) return danger;
  const kept = checks.filter(({ rule }) => rule !== 'model:suicide_self_harm');
  return kept.length > 0 ? { ...rest, checks: kept } : rest;
}

/** A text whose spaces were lost is heard with them put back as well, and the reading that hears more of danger counts. */
function hearApart({ danger }: ReaderParts, text: string, context: DangerContext): DangerReading {
  const whole = danger(text, context);
  const put = putApart(text);
  if (put === text || whole.risks.length > 0) return whole;
  const apart = danger(put, context);
  return apart.risks.length > 0 || apart.checks.length > whole.checks.length ? apart : whole;
}

/** A detector that throws, or that finds nothing after too long, counts as failed: we then act as if it had flagged. */
function readDanger(parts: ReaderParts, text: string, context: DangerContext): DangerParts {
  try {
    const began = parts.clock();
    const { risks, checks: found, scores } = hearApart(parts, text, context);
    const checks = withoutLater(found, text, scores);
    const took = parts.clock() - began;
    if (risks.length === 0 && took > parts.riskBudgetMs) return { risks: 'failed' };
    return { risks, ...(checks.length > 0 ? { checks } : {}), scores, unease: uneaseOf(scores) };
  } catch {
    return { risks: 'failed' };
  }
}

function orElse<T>(read: () => T, empty: T): T {
  try {
    return read();
  } catch {
    return empty;
  }
}
