/**
 * One reading of a message: everything that was made of it, each part with the words that say so. Read once, before
 * the turn is thought; the parts a recogniser could not make are absent, and the turn goes on without them.
 */
import type { Need } from './vocabulary';

/** How somebody answers, whatever words they use. `conditional`: yes, if something we can settle is so. */
export type Polarity = 'yes' | 'no' | 'conditional' | 'unsure';

/**
 * How plainly a command was given: the bare words of it, inside a sentence that can mean little else, or only likely.
 * At a question that takes any words a weak one is an answer.
 */
export type CommandStrength = 'bare' | 'sentence' | 'weak';

/** One part of a reading with its evidence. */
export interface Found<T> {
  readonly value: T;
  /** the person's own words that say so */
  readonly words: string;
  /** 0 to 1 */
  readonly confidence: number;
}

/** A place, as routing knows it: `else` with the town they named. */
export interface PlaceFact {
  readonly id: 'blantyre' | 'rutherglen' | 'else';
  readonly place: string;
}

export type AgeBand = 'under16' | '16-17' | '18-24' | '25-64' | '65+';
export type ContactWay = 'text' | 'call' | 'whatsapp' | 'email' | 'none';
export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** What a message says about the person that a question asks, or would have asked. Absent: it says nothing of it. */
export interface Facts {
  readonly name?: Found<string>;
  readonly area?: Found<PlaceFact>;
  /** years, when a number was given */
  readonly age?: Found<{ readonly band: AgeBand; readonly years: number | null }>;
  readonly needs?: Found<readonly Need[]>;
  readonly priority?: Found<Need>;
  readonly contactBy?: Found<ContactWay>;
  /** one valid UK number as 07700900123 or +44..., never anything else */
  readonly number?: Found<string>;
  readonly email?: Found<string>;
  readonly when?: Found<readonly PartOfDay[]>;
  /** their own words about when not to write or call */
  readonly avoid?: Found<string>;
  readonly voicemail?: Found<boolean>;
  /** ids of the choices of G1, whatever the channel shows */
  readonly barriers?: Found<readonly string[]>;
  /** ids of the choices of G2 */
  readonly adjustments?: Found<readonly string[]>;
  /** 0 to 10, or the rung of the ladder their words describe */
  readonly readiness?: Found<{ readonly score: number | null; readonly rung: 1 | 2 | 3 | 4 | 5 }>;
  readonly hopes?: Found<string>;
  /** kinds of question they said yes or no to by name ("share it wi the job folk", "nae voicemails"): share, checkIn, news ... */
  readonly yesTo?: Found<readonly string[]>;
  readonly noTo?: Found<readonly string[]>;
}

export type Feeling = 'angry' | 'joking' | 'thanks' | 'swearing' | 'sad';
