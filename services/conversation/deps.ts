/** What the conversation service is put together from. */
import type { CallTime, MatchQuery, MatchResult, ReferralKnown, SafeTimes, Settings } from '../../dialogs/types';
import type { Rota } from '../calendar/team';
import type { Pace } from '../limits/pace';
import type { Hash } from '../store/identity';
import type { ConversationStore, PendingEffect } from '../store/ports';
import type { SecondOpinion } from '../understanding/clu/secondOpinion';
import type { Reader, readAhead } from '../understanding/read';
import type { CountGuess } from './guesses';
import type { SetAside } from './setAside';

export interface ConversationParts {
  readonly store: ConversationStore;
  readonly read: Reader;
  /** reads long words for danger in pieces, so that others do not wait; the same as the app's unless said otherwise */
  readonly readAhead?: typeof readAhead;
  /** how long a flooded talk waits; the same as the app's unless said otherwise */
  readonly pace?: Pace;
  /** asked after our own reading, where there is one; may add to it, never take away */
  readonly secondOpinion?: SecondOpinion | undefined;
  readonly match: (query: MatchQuery, today: { readonly date: string; readonly weekday: number }) => MatchResult;
  readonly settings: Settings;
  readonly rota?: () => Rota;
  /** times at which one of us can ring somebody of this conversation, within what they said is safe; none when absent */
  readonly callTimes?: (conversationId: string, safe: SafeTimes) => readonly CallTime[];
  /** holds one of those while the turn that chose it is kept; false when it is gone */
  readonly holdCall?: (conversationId: string, from: number) => Promise<boolean>;
  readonly now: () => Date;
  /** fresh letters and digits */
  readonly newSeed: () => string;
  readonly hash: Hash;
  /** counts a guess at a resume phrase; false when this address has made too many lately */
  readonly countGuess: CountGuess;
  /** how the introduction with this number stands (services/referrals) */
  readonly findReferral: (ref: string) => Promise<ReferralKnown | null>;
  /** keeps a message no turn can be made of, and tells a person */
  readonly setAside: SetAside;
  /** effects of a committed turn; must not throw */
  readonly doEffects: (conversationId: string, effects: readonly PendingEffect[]) => Promise<void> | void;
}
