/** How long a conversation is kept (guide.md 2.6): a clock on each record. */
import type { ConversationState } from '../../dialogs/types';

const hour = 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** They said yes to our keeping what they tell us (guide B3). */
export const hasAgreed = ({ answers }: Pick<ConversationState, 'answers'>): boolean =>
  answers['consent']?.choices[0] === 'yes' || answers['consentMore']?.choices[0] === 'yes';

/** When a conversation may be forgotten, ms since 1970. */
export function keepUntil(state: ConversationState, now: number): number {
  const until = keptFor(state, now);
  // to the hour, so that the clock is not written anew with every turn
  return Math.ceil(until / hour) * hour;
}

function keptFor(state: ConversationState, now: number): number {
  // adult safeguarding records: seven years after the last word; a child's is never deleted by clock
  if (state.safety?.category === 'child_at_risk') return now + 100 * 365 * day;
  if (state.safety) return now + 7 * 365 * day;
  // a phone that was asked once: its yes may come days later
  if (state.askedFor !== null) return now + 30 * day;
  if (!hasAgreed(state)) return now + day;
  return now + (state.referrals.length > 0 || state.handoff !== null || state.mode === 'finished' ? 90 : 30) * day;
}
