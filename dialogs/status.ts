/** STATUS: each thing passed on, who has it, what happens next and by when; the truth, said from today. */
import { part } from './content/copy';
import type { Part } from './content/words';
import { askFirst, type Draft, later, put, say } from './draft';
import { wayBack } from './facts';
import { leaveNote } from './handOver';
import type { CallAgreed, ReferralKnown, ReferralState, World } from './types';

const states: Readonly<Record<ReferralState, string>> = {
  requested: 'has been asked',
  accepted: 'said yes',
  rejected: "can't take this on just now",
  'in-progress': 'has started with you',
  'on-hold': 'has not decided yet',
  completed: 'has finished with you',
  cancelled: 'is off, as you asked',
  failed: "couldn't help this time",
};

/** No more moves: nothing that comes late changes it. */
export function isClosed({ state }: ReferralKnown): boolean {
  return state === 'rejected' || state === 'cancelled' || state === 'completed' || state === 'failed';
}

/** What was promised is past, and nothing has been heard. */
function isLate(one: ReferralKnown, at: number): boolean {
  return (one.state === 'requested' || one.state === 'accepted') && one.dueAt > 0 && one.dueAt < at;
}

function onHold({ ref, partner, hold, dueAt }: ReferralKnown, world: World): Part {
  if (hold === 'waitingList' && dueAt > 0) return part('W-STATUS-LIST', { ref, partner, day: world.sayDate(dueAt) });
  if (hold === 'notReached') return part('W-STATUS-TRIED', { ref, partner });
  return part('W-STATUS-INFO', { ref, partner });
}

/** One line on one introduction, true on the day it is read. */
export function statusOf(one: ReferralKnown, world: World): Part {
  const { ref, partner, state, dueAt, contact } = one;
  if (isLate(one, world.now.at)) {
    const params = { ref, partner, was: world.sayPast(dueAt) };
    return state === 'requested' ? part('W-STATUS-LATE', params) : part('W-STATUS-YES-LATE', params);
  }
  if (state === 'on-hold') return onHold(one, world);
  if (state === 'requested' && dueAt > 0) return part('W-STATUS-ASKED', { ref, partner, by: world.sayBy(dueAt) });
  if (state === 'accepted' && contact !== '') return part('W-STATUS-YES-YOU', { ref, partner, contact });
  if (state === 'accepted' && dueAt > 0) return part('W-STATUS-YES', { ref, partner, by: world.sayBy(dueAt) });
  return part('W-STATUS', { ref, partner, state: states[state] });
}

/** What a partner did, as it follows their name. */
export const stateWords = (state: ReferralState): string => states[state];

/** Says where everything stands. In QUIET mode it asks first. */
export function sayStatus(d: Draft): void {
  const { referrals, handoff, call, contact, locked } = d.state;
  if (locked) {
    askFirst(d, 'statusNone');
    return;
  }
  if (contact === 'QUIET' && (referrals.length || call || d.state.news)) {
    askFirst(d, 'statusQuiet');
    return;
  }
  showStatus(d);
  if (!referrals.length && !handoff && !call) askFirst(d, 'statusNone');
}

/** The lines themselves: the newest two that are open, then the newest closed when nothing is open. */
export function showStatus(d: Draft): void {
  const { referrals, handoff, call } = d.state;
  const open = referrals.filter((one) => !isClosed(one));
  const shown = open.length ? open.slice(-2) : referrals.slice(-1);
  for (const one of shown) say(d, statusOf(one, d.world));
  if (call) sayCall(d, call);
  if (handoff) sayTeam(d, handoff.toldBy);
  // what is said to be chased is chased: a person of ours is told now
  if (shown.some((one) => isLate(one, d.world.now.at))) {
    leaveNote(d, 'late', 'P3');
    later(d, 'alert', { to: 'duty', why: 'a promise is late', level: 'P3', riskId: '' });
  }
  put(d, { news: 0 });
}

/** What was agreed with one of us. Past, it is chased as they read it. */
export function sayCall(d: Draft, { person, by, from }: CallAgreed): void {
  const { now, sayBy, sayPast, settings } = d.world;
  const { phone } = settings;
  if (from !== null) {
    if (by >= now.at) say(d, part('W-CALL-TO-COME', { at: sayBy(from), phone }));
    else say(d, part('W-SORRY-CALL', { was: sayPast(by), phone }));
    if (by < now.at) leaveNote(d, 'late', 'P3');
    return;
  }
  if (by >= now.at) {
    say(d, part('W-STATUS-AGREED', { person, by: sayBy(by), phone }));
    return;
  }
  say(d, part('W-STATUS-AGREED-LATE', { person, was: sayPast(by), phone }));
  leaveNote(d, 'late', 'P3');
}

function sayTeam(d: Draft, dueAt: number): void {
  const { now, sayBy, sayPast, settings } = d.world;
  if (dueAt < now.at) {
    say(d, part('W-STATUS-TEAM-LATE', { was: sayPast(dueAt), phone: settings.phone }));
    later(d, 'alert', { to: 'duty', why: 'our own promise is late', level: 'P3', riskId: '' });
    return;
  }
  const by = sayBy(dueAt);
  say(d, wayBack(d) === '' ? part('W-STATUS-NOTE', { by, phone: settings.phone }) : part('W-STATUS-TEAM', { by }));
}
