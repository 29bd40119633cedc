/** What is known of one referral, one call, one thread: parts of what is remembered. */
import type { Need } from '../vocabulary';
import type { Level, RiskCategory } from './risk';

export type ReferralState =
  | 'requested'
  | 'accepted'
  | 'rejected'
  | 'in-progress'
  | 'on-hold'
  | 'completed'
  | 'cancelled'
  | 'failed';

export interface ReferralKnown {
  readonly ref: string;
  readonly serviceId: string;
  readonly partner: string;
  readonly state: ReferralState;
  /** by when whoever has it does the next thing, ms; 0 when nothing is promised. Said from the day it is read on */
  readonly dueAt: number;
  /** the partner's own number or address, where the person gets in touch; '' where the partner does */
  readonly contact: string;
  /** why it waits, while it is on hold */
  readonly hold: HoldReason | null;
  readonly need: Need;
}

/** Why a partner has not said yes or no yet. */
export type HoldReason = 'moreInfo' | 'waitingList' | 'notReached';

export interface OptionShown {
  readonly serviceId: string;
  readonly partner: string;
  readonly service: string;
  /** short sentences: where, when and the cost, then what day one is like; no full stop at the end */
  readonly line: string;
  readonly reasons: readonly string[];
  readonly contact: string;
  readonly need: Need;
}

/** One of us is in touch by a time, as it was agreed; ms. */
export interface CallAgreed {
  /** the handoff it was agreed in; '' where they booked it themselves */
  readonly id: string;
  readonly person: string;
  readonly by: number;
  /** when it begins, where they booked it themselves: theirs to move or call off; null where one of us agreed it with them */
  readonly from: number | null;
}

/** Which handoff's holder has the thread, and the number of their claim: an older one has no say. */
export interface ThreadHeld {
  readonly id: string;
  readonly claim: number;
}

/** A risk flow in progress (guide.md 4 R). Closed only by a human. */
export interface SafetyState {
  readonly category: RiskCategory;
  readonly level: Level;
  readonly riskId: string;
  readonly since: number;
  /** intake stays stopped until a human says so */
  readonly holds: boolean;
}

/** A worry that was asked about gently; its words are in `secrets['check/<category>']`. */
export interface CheckAsked {
  readonly category: RiskCategory;
  readonly level: Level;
  readonly rule: string;
  readonly aboutOther: boolean;
  /** the one who writes is under 18 */
  readonly young: boolean;
  readonly at: number;
  readonly answer: 'open' | 'ok' | 'danger';
}

/** One answer, kept for ever under its question's id. Free text lives in `secrets['said/<key>']`. */
export interface Answer {
  /** order given, from 1 */
  readonly n: number;
  readonly at: number;
  /** ids of what was chosen; empty for free text */
  readonly choices: readonly string[];
  readonly skipped: boolean;
  /** the message that asked; the exact words are in `secrets['shown/<key>']` */
  readonly message: string;
}

/** The question now on the table. The exact words and choices shown are frozen in `secrets['asked']`. */
export interface Asked {
  readonly key: string;
  readonly at: number;
  readonly message: string;
  readonly misses: number;
}
