/** Ways of stopping: a pause, a real stop, a stop that gives nothing away. */
import { part } from './content/copy';
import { type Draft, keepSecret, later, put, say, settle } from './draft';

/** Nothing of what they agreed to comes any more. The look after danger is no message to them, so it stays (W20). */
export function cancelAllReminders(d: Draft): void {
  later(d, 'cancelReminders', { kinds: ['checkIn', 'silence'] });
}

/** Their handoff hears that they wrote, that they were written to, or that they left. */
export function tellHolder(d: Draft, what: 'heard' | 'said' | 'left', why = ''): void {
  const { thread, mode } = d.state;
  if (thread !== null && mode === 'advisor')
    later(d, 'tellHolder', { handoffId: thread.id, claim: thread.claim, what, why });
}

/** They go, and with them the holding: the advisor keeps the task, and writes again when the person's own rules let them. */
export function letGoOfThread(d: Draft, why: string): void {
  tellHolder(d, 'left', why);
  if (d.state.mode === 'advisor' || d.state.mode === 'waiting') put(d, { mode: 'bot' });
}

/** "Not now": a break for as long as they like. */
export function leaveFor(d: Draft): void {
  put(d, { paused: true });
  say(d, part('X1'));
  // a check-in they agreed to still comes
  later(d, 'cancelReminders', { kinds: ['silence'] });
  settle(d);
}

/** STOP: we never write first again, on this address (guide.md X17, X17-U). */
export function stopForGood(d: Draft): void {
  const quiet = d.state.contact === 'QUIET';
  letGoOfThread(d, 'stop');
  put(d, { contact: 'STOPPED', paused: true, agenda: [], repliedSinceStop: false });
  say(d, quiet ? part('X17-U') : part('X17'));
  cancelAllReminders(d);
  cancelBookedCall(d);
  settle(d);
}

/** A phone that must not be written to must not ring either. */
export function cancelBookedCall(d: Draft): void {
  if (d.state.call === null || d.state.call.from === null) return;
  later(d, 'cancelCall', {});
  put(d, { call: null });
}

/** Wrong number, the code word, or somebody else has the phone: nothing true is said (guide.md X16, 5b). */
export function giveNothingAway(d: Draft, reason: string): void {
  letGoOfThread(d, 'locked');
  put(d, { contact: 'STOPPED', paused: true, agenda: [], asked: null, repliedSinceStop: true, locked: true });
  say(d, part('X16'));
  cancelAllReminders(d);
  cancelBookedCall(d);
  later(d, 'alert', { to: 'safeguardingLead', why: reason, silent: true });
  settle(d);
}

/**
 * Somebody is coming (changes 4): one neutral line and nothing else. A page clears the talk from view as Leave now does;
 * the next word they send is first met with "is now an OK time?".
 */
export function leaveQuietly(d: Draft): void {
  letGoOfThread(d, 'someone coming');
  put(d, {
    paused: true,
    left: d.world.channel === 'web' || d.state.left,
    agenda: d.state.safety?.holds ? ['returnSafe'] : ['returnSafe', 'returnHow'],
    asked: null,
  });
  keepSecret(d, 'asked', null);
  say(d, part('W-SOMEONE-COMING'));
  settle(d);
}
