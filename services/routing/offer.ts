/** What matching looks at: one offer is one thing a partner does, in the few facts that decide who it fits. */
import type { Need } from '../../dialogs/types';
import type { Adjustment } from '../../dialogs/vocabulary';

/** Where an offer can be used. `south_lanarkshire` means all of it, by travelling out or by phone. */
export type Area = 'blantyre' | 'rutherglen' | 'south_lanarkshire' | 'online';

/** A day and hours that come round every week. Days are 1 Monday to 7 Sunday, times are HH:MM in Scotland. */
export interface WeeklyHours {
  readonly days: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** Whether they can take somebody. Dates are YYYY-MM-DD; after `until` we no longer know. */
export interface Capacity {
  readonly state: 'accepting' | 'from' | 'full' | 'unknown';
  /** the day new places open, for `from` */
  readonly from: string | null;
  readonly until: string;
}

/** One service of one partner, as matching sees it. */
export interface Offer {
  readonly serviceId: string;
  readonly organisationId: string;
  readonly partner: string;
  readonly service: string;
  /** what it is for, most important first */
  readonly needs: readonly Need[];
  /** what it also helps with, when nothing made for that fits better */
  readonly alsoHelps: readonly Need[];
  /** a good first door for somebody who cannot name a need yet */
  readonly anyone: boolean;
  readonly areas: readonly Area[];
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** steps of the ladder it suits: 1 just looking, 2 one person, 3 come and see, 4 join in, 5 help out */
  readonly rungs: readonly number[];
  readonly adjustments: readonly Adjustment[];
  /** safe to name and to use for somebody whose phone is looked at (QUIET mode) */
  readonly quietSafe: boolean;
  /** what day one is like, in a few words */
  readonly dayOne: string;
  /** who is there to meet them, in words */
  readonly whoMeetsYou: string;
  readonly cost: string;
  readonly hours: readonly WeeklyHours[];
  readonly capacity: Capacity;
  /** how a person gets in touch by themselves */
  readonly contact: string;
}

/** Every offer there is just now; plain values, so matching stays pure. */
export interface DirectorySnapshot {
  readonly offers: readonly Offer[];
}

/** The day it is in Scotland: the date as YYYY-MM-DD and 1 Monday to 7 Sunday. */
export interface Today {
  readonly date: string;
  readonly weekday: number;
}
