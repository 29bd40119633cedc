/** What we promised: a call that was made or missed, and what did not come, said sorry for in fixed lines where it is safe. */
import { part } from './content/copy';
import { type Draft, put, say, settle } from './draft';
import { chosen } from './facts';
import { leaveNote } from './handOver';
import { statusOf } from './status';
import type { Happening } from './types';
import { isAway, isPast } from './withAdvisor';

/** Somebody who wrote within this long may be answered on the phone they wrote from, ms. */
const TALKING_MS = 60 * 60 * 1000;

/** Words that begin with us would reach them: what may go to a phone is decided for good by services/contact. */
function canBeTold(d: Draft): boolean {
  const { contact, channel, mode, lastHeardAt } = d.state;
  if (contact !== 'OPEN' || mode === 'advisor' || isAway(d)) return false;
  if (channel === 'web' || d.world.now.at - lastHeardAt <= TALKING_MS) return true;
  const safe = chosen(d, 'safeNumber');
  return (
    chosen(d, 'contactBy') === (channel === 'sms' ? 'text' : 'whatsapp') && (safe === 'yes' || safe === 'textOnly')
  );
}

/** One of us rang. Not reached: they hear by when we try again. */
export function callMade(d: Draft, event: Extract<Happening, { name: 'callMade' }>): void {
  const { person, reached, by, thread } = event;
  if (!isPast(d, thread)) {
    put(d, { call: reached ? null : { id: thread.id, person, by, from: null } });
    if (!reached && canBeTold(d))
      say(d, part('W-CALL-MISSED', { person, by: d.world.sayBy(by), phone: d.world.settings.phone }));
  }
  settle(d);
}

function sorry(d: Draft, kind: 'callBack' | 'answer', was: number): void {
  const params = { was: d.world.sayPast(was), phone: d.world.settings.phone };
  say(d, part(kind === 'callBack' ? 'W-SORRY-CALL' : 'W-SORRY-ANSWER', params));
}

/**
 * What we promised did not come: the team is asked again whatever may be said here, and the person hears sorry, or does
 * when they write next. Only what is so: it may have come, and not been written down.
 */
export function promiseBroken(d: Draft, { kind, about, was }: Extract<Happening, { name: 'promiseBroken' }>): void {
  leaveNote(d, 'late', 'P2');
  if (kind === 'callBack') put(d, { call: null });
  if (kind === 'referral') {
    const known = d.state.referrals.find(({ ref }) => ref === about);
    // STATUS says it as it is read
    if (known !== undefined && canBeTold(d)) say(d, statusOf(known, d.world));
  } else {
    const ours = kind === 'callBack' ? kind : 'answer';
    if (canBeTold(d)) sorry(d, ours, was);
    else put(d, { sorry: { kind: ours, was } });
  }
  settle(d);
}

/** They write, and it is them: what they could not be told before comes first; never between a question about danger and its answer. */
export function sorryFirst(d: Draft): void {
  const { sorry: owed, safety, asked } = d.state;
  if (owed === null || d.state.contact !== 'OPEN' || isAway(d) || (safety !== null && asked !== null)) return;
  sorry(d, owed.kind, owed.was);
  put(d, { sorry: null });
}
