/** What comes in: one thing somebody said or did, as it was read, or something that happened elsewhere. */
import type { CommandStrength, Facts, Feeling, Found, Polarity } from '../reading';
import type { Need } from '../vocabulary';
import type { HoldReason, ReferralKnown, ReferralState, ThreadHeld } from './known';
import type { RiskFlag } from './risk';
import type { ChannelKind } from './world';

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
