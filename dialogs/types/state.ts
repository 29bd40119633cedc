/** What is remembered of one conversation. */
import type { Need } from '../vocabulary';
import type {
  Answer,
  Asked,
  CallAgreed,
  CheckAsked,
  OptionShown,
  ReferralKnown,
  SafetyState,
  ThreadHeld,
} from './known';
import type { Level } from './risk';
import type { ChannelKind } from './world';

export type ContactMode = 'OPEN' | 'QUIET' | 'STOPPED';

export type ConversationMode = 'bot' | 'waiting' | 'advisor' | 'finished';

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
