/** The world as it is now, told by the host: the conversation has no clock and no list of its own. */
import type { Adjustment, Need } from '../vocabulary';
import type { OptionShown } from './known';
import type { Level } from './risk';

/** Where and how a person writes to us. `text` is any channel that can only show plain numbered text. */
export type ChannelKind = 'web' | 'sms' | 'whatsapp' | 'phone';

/** A moment, worked out by the host, because the conversation has no clock of its own. */
export interface Moment {
  /** milliseconds since 1970 */
  readonly at: number;
  /** the date in Scotland, YYYY-MM-DD */
  readonly date: string;
  /** 1 Monday to 7 Sunday, in Scotland */
  readonly weekday: number;
  /** minutes since midnight, in Scotland */
  readonly minutes: number;
  /** a Scottish public holiday */
  readonly holiday: boolean;
}

/** What the host tells the conversation about the world as it is now. Everything in it is a value or a pure function. */
export interface World {
  readonly now: Moment;
  readonly channel: ChannelKind;
  readonly team: Team;
  readonly settings: Settings;
  /** fresh letters and digits, different every turn, for references and phrases */
  readonly seed: string;
  readonly match: (query: MatchQuery) => MatchResult;
  /** a moment (ms) as people say it from now, after "by": "5pm today", "5pm on Wed 2 Dec" */
  readonly sayBy: (at: number) => string;
  /** one that is past, after "was due": "yesterday", "on Tue 1 Dec" */
  readonly sayPast: (at: number) => string;
  /** the day alone: "Wed 2 Dec" */
  readonly sayDate: (at: number) => string;
  /** times at which one of us can ring them, soonest first: on the rota, not taken, and in the times they said are safe */
  readonly callTimes: (safe: SafeTimes) => readonly CallTime[];
  /** the number they write from, as people write it (07700 900123); absent where there is none or it is not known */
  readonly number?: string;
}

/** What somebody said of when they may be reached. */
export interface SafeTimes {
  /** their answer to "when is a good time"; 'skipped' where they gave none, null while they were not asked */
  readonly window: string | null;
  /** the days and times to avoid, in their words; '' for none */
  readonly avoid: string;
}

/** A time to be rung at, from and to, ms. */
export interface CallTime {
  readonly from: number;
  readonly to: number;
}

/** A promise: `at` is the clock staff are held to, `told` what people are told, never sooner than can be kept; both ms. */
export interface Due {
  readonly at: number;
  readonly told: number;
  /** `told` as people say it now */
  readonly text: string;
}

export interface Team {
  /** somebody is there to answer now */
  readonly open: boolean;
  /** who takes a handoff now, when somebody truly can */
  readonly onDuty: { readonly name: string; readonly minutes: number } | null;
  /** when the team is back, as people say it: "tomorrow at 9am", "on Tuesday at 9am (Monday is a holiday)" */
  readonly opens: string;
  /** by when a person can be in touch today; null when the team is shut or nearly: then nothing says "today" */
  readonly today: Due | null;
  /** by when somebody who asked for a person hears from one: today where that can be, else the next working day */
  readonly personBy: Due;
  /** the hours, as people say them: "Monday to Friday, 9am to 5pm" */
  readonly hours: string;
  /** by when a person will act at each level: the clock staff are held to, and the time people are told */
  readonly replyBy: Readonly<Record<Level, Due>>;
  /** working days from now, as people say it */
  readonly workingDay: Readonly<Record<1 | 2 | 3, Due>>;
}

export interface Settings {
  readonly org: string;
  readonly phone: string;
  readonly email: string;
  readonly link: string;
  /** how long chats are kept, as people say it */
  readonly retention: string;
  readonly askOrientation: boolean;
  readonly askFaith: boolean;
}

export interface MatchQuery {
  readonly needs: readonly Need[];
  readonly priority: Need | null;
  readonly area: string;
  readonly ageBand: '16-17' | '18+' | 'unknown';
  readonly adjustments: readonly Adjustment[];
  readonly barriers: readonly string[];
  readonly rung: number;
  /** the rung is their own answer, not where we begin */
  readonly saidRung?: boolean;
  /** the time of day they said is good (H3), null while they said none */
  readonly window?: string | null;
  readonly quiet: boolean;
  readonly declined: readonly string[];
}

export interface MatchResult {
  readonly options: readonly OptionShown[];
  /** why services for these needs were left out, for advisors and the unmet-need record */
  readonly leftOut: readonly { readonly serviceId: string; readonly why: string }[];
}
