/** The words of the conversation engine: what comes in, what is remembered, what goes out. Nothing here does anything. */
import type { Reply } from './content/words';
import type { CommandStrength, Facts, Feeling, Found, Polarity } from './reading';
import type { Adjustment, EffectKind, Need } from './vocabulary';

export type { Need };

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

/** The risk labels of taxonomy.json. */
export type RiskLabel =
  | 'suicide_self_harm'
  | 'danger_now'
  | 'domestic_abuse'
  | 'child_at_risk'
  | 'harm_to_others'
  | 'medical_emergency'
  | 'exploitation'
  | 'no_shelter_tonight'
  | 'no_food_or_heat'
  | 'psychosis_distress'
  | 'none';

/** The fourteen categories of guide.md 2.3 (5b apart), each with its own reply. */
export type RiskCategory =
  | 'suicide_act'
  | 'suicide_thoughts'
  | 'self_harm'
  | 'danger_now'
  | 'domestic_abuse'
  | 'phone_not_theirs'
  | 'child_at_risk'
  | 'harm_to_others'
  | 'medical_emergency'
  | 'self_neglect'
  | 'exploitation'
  | 'psychosis_distress'
  | 'no_shelter_tonight'
  | 'no_food_or_heat'
  | 'concern_about_us';

/** How fast we act (guide.md 2.2). Never a prediction and never shown to a person. */
export type Level = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

/** One thing a detector noticed in one message. */
export interface RiskFlag {
  readonly category: RiskCategory;
  readonly level: Level;
  /** the rule that noticed, for the risk record */
  readonly rule: string;
  /** the person's own words that raised it */
  readonly words: string;
  /** the danger is to somebody else (RM2 rather than RM1) */
  readonly aboutOther: boolean;
  /** the meaning is not clear, so we ask plainly (RS3U) */
  readonly unclear: boolean;
}

/** Plain words that always work, and the awkward moments of guide.md X that a message can name outright. */
export type Command =
  | 'yes'
  | 'no'
  | 'skip'
  | 'dont_know'
  | 'back'
  | 'pause'
  | 'resume'
  | 'help'
  | 'human'
  | 'stop'
  | 'start'
  | 'restart'
  | 'delete_my_data'
  | 'access_my_data'
  | 'who_are_you'
  | 'privacy'
  | 'someone_else'
  | 'complaint'
  | 'change_answer'
  | 'status'
  | 'wrong_number'
  | 'menu'
  | 'why'
  | 'clear_history';

/** What the recognisers made of one message. `risks: 'failed'` is treated as a flag for help text (DESIGN.md 6). */
export interface Reading {
  readonly risks: readonly RiskFlag[] | 'failed';
  readonly command: Command | null;
  /** how plainly the command was given; absent where there is none */
  readonly commandStrength?: CommandStrength;
  readonly needs: readonly Need[];
  /** moments of guide.md X that are neither command nor need */
  readonly moments: readonly AwkwardMoment[];
  /** dangers that may be there, to be asked about gently before anything is decided (changes-2.md 17); never in `risks` too */
  readonly checks?: readonly RiskFlag[];
  /** likelihood, 0 to 1, of any danger (`any`), of danger this minute (`emergency`) and of each risk label; never shown */
  readonly scores?: Readonly<Record<string, number>>;
  /** how uneasy this message alone makes us, 0 to 1; carried over the last messages by dialogs/safety/unease */
  readonly unease?: number;
  /** yes, no, yes-if or not sure, in any words */
  readonly polarity?: Found<Polarity>;
  /** the topic of a question they ask of us ("who sees this"), an id of dialogs/content's answers; 'unknown' when none fits */
  readonly asks?: Found<string>;
  /** at a question: the topic they may be asking of us, believed only where their words are no answer */
  readonly mayAsk?: string;
  readonly facts?: Facts;
  readonly feelings?: readonly Feeling[];
}

export type AwkwardMoment =
  | 'anger'
  | 'abuse_of_staff'
  | 'other_language'
  | 'deaf'
  | 'advice'
  | 'bereaved'
  | 'joking'
  | 'third_party'
  | 'withdraw_share'
  /** somebody is coming: stop at once, and leave nothing on the screen */
  | 'someone_coming';

/** One thing a person or the service did. */
export type Said =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly reading: Reading;
      readonly isCodeWord: boolean;
      /** what a WIN number in it stands for, when that was given in another tab or phone */
      readonly elsewhere?: ReferralKnown | 'unknown';
      /** written before the question now on the table was put: our messages crossed */
      readonly crossed?: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      /** what stood in the box when the button was pressed: heard before the button */
      readonly beside?: Omit<Extract<Said, { kind: 'text' }>, 'kind'>;
    }
  | {
      readonly kind: 'media';
      readonly media: 'voice' | 'picture' | 'other';
      readonly caption: string;
      readonly reading: Reading;
    }
  | { readonly kind: 'happened'; readonly event: Happening };

/** Things that happen outside the conversation and may need saying in it. */
export type Happening =
  | { readonly name: 'silence'; readonly step: 1 | 2 }
  | { readonly name: 'riskSilence' }
  | { readonly name: 'left' }
  /** they said STOP on another channel of the same line, or their carrier did */
  | { readonly name: 'stopped' }
  | { readonly name: 'checkInDue' }
  | { readonly name: 'askedUsToText' }
  /** on the phone they gave on a web page: yes, news may come here */
  | { readonly name: 'saidYesByText' }
  | { readonly name: 'cameByPhrase'; readonly channel: ChannelKind }
  | {
      readonly name: 'advisorSays';
      readonly message: 'RAFTER' | 'N1';
      readonly person: string;
      readonly method: string;
      readonly by: string;
    }
  /** an advisor's own words; of any but the one who holds the thread they are refused */
  | { readonly name: 'advisorWrote'; readonly person: string; readonly words: string; readonly thread: ThreadHeld }
  /** `thread` is absent where a hub elsewhere took it */
  | {
      readonly name: 'handoffAccepted';
      readonly person: string;
      readonly minutes: number;
      readonly thread?: ThreadHeld;
    }
  /** whoever held it is gone, and the team is asked again */
  | { readonly name: 'handoffReleased'; readonly person: string; readonly thread: ThreadHeld }
  /** nobody came in the time that was told */
  | { readonly name: 'handoffLate' }
  /** one of us rang, as was agreed; not reached, they try again by a time (ms) */
  | {
      readonly name: 'callMade';
      readonly person: string;
      readonly reached: boolean;
      readonly by: number;
      readonly thread: ThreadHeld;
    }
  /** the time they had booked went to somebody else after all */
  | { readonly name: 'callGone' }
  /** what was promised by a time (`was`, ms) did not come. `about`: of a referral its number */
  | {
      readonly name: 'promiseBroken';
      readonly kind: 'callBack' | 'answer' | 'referral' | 'complaint' | 'rights';
      readonly about: string;
      readonly was: number;
    }
  | {
      readonly name: 'handoffEnded';
      readonly thread?: ThreadHeld;
      readonly person?: string;
      /** the questions go on; they stay where they are; or a call is agreed by a time */
      readonly how?: 'goesOn' | 'stays' | 'callback';
      /** of a callback, ms */
      readonly by?: number;
    }
  | { readonly name: 'intakeReleased'; readonly by: string }
  | {
      readonly name: 'referralMoved';
      readonly ref: string;
      readonly state: ReferralState;
      /** how many moves it has made: the same state can come twice */
      readonly step: number;
      readonly reason: string;
      /** as in `ReferralKnown` */
      readonly dueAt: number;
      readonly contact: string;
      readonly hold: HoldReason | null;
    }
  | { readonly name: 'shareWithdrawn'; readonly ref: string };

export type ReferralState =
  | 'requested'
  | 'accepted'
  | 'rejected'
  | 'in-progress'
  | 'on-hold'
  | 'completed'
  | 'cancelled'
  | 'failed';

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

export type ContactMode = 'OPEN' | 'QUIET' | 'STOPPED';
/** Which handoff's holder has the thread, and the number of their claim: an older one has no say. */
export interface ThreadHeld {
  readonly id: string;
  readonly claim: number;
}

export type ConversationMode = 'bot' | 'waiting' | 'advisor' | 'finished';

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

/** One of us is in touch by a time, as it was agreed; ms. */
export interface CallAgreed {
  /** the handoff it was agreed in; '' where they booked it themselves */
  readonly id: string;
  readonly person: string;
  readonly by: number;
  /** when it begins, where they booked it themselves: theirs to move or call off; null where one of us agreed it with them */
  readonly from: number | null;
}

/** Everything remembered of one conversation. Plain JSON; free text and contact details only under `secrets`. */
export interface ConversationState {
  readonly version: 1;
  readonly channel: ChannelKind;
  readonly mode: ConversationMode;
  readonly contact: ContactMode;
  readonly turns: number;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly asked: Asked | null;
  /** the journey question last asked, so coming back to it after an aside does not repeat what led up to it */
  readonly journeyKey: string | null;
  /** questions outside the journey, asked before it goes on; the first is next */
  readonly agenda: readonly string[];
  readonly needs: readonly Need[];
  readonly options: readonly OptionShown[];
  /** options were looked for since the needs last changed */
  readonly matched: boolean;
  readonly declined: readonly string[];
  /** lines they left out of what partners see, for good; '+words' where they added their own words */
  readonly struck: readonly string[];
  readonly referrals: readonly ReferralKnown[];
  readonly safety: SafetyState | null;
  /** how uneasy the last messages made us, fading (dialogs/safety/unease) */
  readonly unease: number;
  /** worries asked about, one a kind */
  readonly checks: readonly CheckAsked[];
  readonly handoff: {
    readonly reason: string;
    readonly level: Level;
    /** the clock staff are held to, and what the person was told, ms */
    readonly dueAt: number;
    readonly toldBy: number;
  } | null;
  /** a call, or what else was agreed, that is still to come */
  readonly call: CallAgreed | null;
  /** a promise of ours that was broken, while they could not be told: said when they write next */
  readonly sorry: { readonly kind: 'callBack' | 'answer'; readonly was: number } | null;
  /** the newest claim on this thread we were told of; who has it is in the handoff */
  readonly thread: ThreadHeld | null;
  readonly paused: boolean;
  /** news kept back in QUIET mode until they ask */
  readonly news: number;
  /** a fixed reply was already given since STOP */
  readonly repliedSinceStop: boolean;
  /** somebody else may have the phone: nothing that was said before is shown again here */
  readonly locked: boolean;
  /** they pressed Leave now: this address is never shown the talk again */
  readonly left: boolean;
  /** when Leave now was last used, ms; 0 for never. Devices that joined before it no longer show the talk */
  readonly leftAt: number;
  /** whether the number they gave on the web was asked by text, once, if news may go there; null while it was not */
  readonly byText: 'asked' | 'yes' | null;
  /** the web conversation this phone was written to for; null for every other */
  readonly askedFor: string | null;
  readonly lastHeardAt: number;
  readonly nudges: number;
  /** when the first of the pictures came that we are asking about; null while we are not */
  readonly filesSince: number | null;
  readonly conduct: number;
  /** the hash of the code word, made by the host (the conversation holds no keys) */
  readonly codeWordHash: string | null;
  /** free text and contact details, each value encrypted on its own at rest */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the conversation wants done once it is committed. Ids and labels only; words that matter go in `secret`. */
export interface Effect {
  readonly kind: EffectKind;
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** free text, encrypted at rest */
  readonly secret?: string;
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

/** One bubble's worth of what the bot will say is a Reply; a turn gives a few, in order. */
export interface Turn {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  /** what was said is not kept in the transcript (a code word, an equality answer) */
  readonly hideSaid: boolean;
}

export type { Reply };
