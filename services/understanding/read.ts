/** Reads one message with every recogniser, so that one that breaks never breaks the turn. */
import { LRUCache } from 'lru-cache';
import { recogniseMoments } from '../../dialogs/commands/awkward';
import { recogniseCommand } from '../../dialogs/commands/recogniseCommand';
import { askedToStop } from '../../dialogs/commands/sentences';
import { recogniseNeeds } from '../../dialogs/needs/recogniseNeeds';
import type { AwkwardMoment, Command, Need, Reading } from '../../dialogs/types';
import { createHearing, type DangerContext, type DangerReading } from './danger/hear';
import { uneaseOf } from './danger/unease';
import { readWeights } from './danger/weights';
import { type Meaning, readMeaning } from './meaning/readMeaning';

export interface ReaderParts {
  readonly danger: (text: string, context: DangerContext) => DangerReading;
  readonly command: (text: string) => Command | null;
  readonly needs: (text: string) => readonly Need[];
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

/** The weights are read once for the whole process. */
let hearing: ReaderParts['danger'] | null = null;

const DEFAULTS: Omit<ReaderParts, 'danger'> = {
  command: (text) => recogniseCommand(text) ?? askedToStop(text),
  needs: recogniseNeeds,
  moments: recogniseMoments,
  meaning: readMeaning,
  clock: () => performance.now(),
  riskBudgetMs: 2000,
};

/**
 * Makes a reader from the recognisers; give `parts` to put others in their place. The reader never throws; making one
 * throws when the weights of danger cannot be read.
 */
export function createReader(parts: Partial<ReaderParts> = {}): Reader {
  hearing ??= createHearing(readWeights());
  const used: ReaderParts = { ...DEFAULTS, danger: hearing, ...parts };
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

function readAfresh(used: ReaderParts, text: string, { recentlyFlagged, asking }: ReadingContext): Reading {
  const moments = orElse(() => used.moments(text), []);
  return {
    ...aimedAtUs(readDanger(used, text, { recentlyFlagged, asked: asking ?? null }), moments),
    command: orElse(() => used.command(text), null),
    needs: orElse(() => used.needs(text), []),
    moments,
    ...orElse(() => used.meaning(text.replace(BLANKS, '$1'), asking ?? null), {}),
  };
}

type DangerParts = Pick<Reading, 'risks' | 'checks' | 'scores' | 'unease'>;

/** Words of anger at our own staff are met as such (X9), not with a question about suicide that only likeness raised. */
function aimedAtUs(danger: DangerParts, moments: readonly AwkwardMoment[]): DangerParts {
  const { checks, ...rest } = danger;
  if (checks === undefined || !moments.includes('abuse_of_staff')) return danger;
  const kept = checks.filter(({ rule }) => rule !== 'model:suicide_self_harm');
  return kept.length > 0 ? { ...rest, checks: kept } : rest;
}

/** A detector that throws, or that finds nothing after too long, counts as failed: we then act as if it had flagged. */
function readDanger(parts: ReaderParts, text: string, context: DangerContext): DangerParts {
  try {
    const began = parts.clock();
    const { risks, checks, scores } = parts.danger(text, context);
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
