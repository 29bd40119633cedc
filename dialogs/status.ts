/** STATUS: each thing passed on, who has it, what happens next and by when; the truth, in plain words. */
import { part } from './content/copy';
import { askFirst, type Draft, put, say } from './draft';
import type { ReferralKnown, ReferralState } from './types';

const states: Readonly<Record<ReferralState, string>> = {
  requested: 'has it and is reading it',
  accepted: 'said yes',
  rejected: "can't take this on just now",
  'in-progress': 'has started with you',
  'on-hold': 'has you on a waiting list',
  completed: 'has finished with you',
  cancelled: 'was told you changed your mind',
  failed: "couldn't help this time",
};

function closed(one: ReferralKnown): boolean {
  return one.state === 'rejected' || one.state === 'cancelled' || one.state === 'completed' || one.state === 'failed';
}

function sayOne(d: Draft, one: ReferralKnown): void {
  const next = one.state === 'requested' ? 'They aim to answer' : one.next;
  const by = one.state === 'requested' ? `by ${one.by}.` : '';
  say(d, part('W-STATUS', { ref: one.ref, partner: one.partner, state: states[one.state], next, by }));
}

/** Says where everything stands. In QUIET mode it asks first. */
export function sayStatus(d: Draft): void {
  const { referrals, handoff, contact, locked } = d.state;
  if (locked) {
    askFirst(d, 'statusNone');
    return;
  }
  if (contact === 'QUIET' && (referrals.length || d.state.news)) {
    askFirst(d, 'statusQuiet');
    return;
  }
  showStatus(d);
  if (!referrals.length && !handoff) askFirst(d, 'statusNone');
}

/** The lines themselves: the newest two that are open, then the newest closed when nothing is open. */
export function showStatus(d: Draft): void {
  const { referrals, handoff } = d.state;
  const open = referrals.filter((one) => !closed(one));
  const shown = open.length ? open.slice(-2) : referrals.slice(-1);
  for (const one of shown) sayOne(d, one);
  if (handoff) say(d, part('W-STATUS-TEAM', { by: handoff.by }));
  put(d, { news: 0 });
}
