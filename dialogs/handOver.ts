/** Passing someone to a person: truthful about who is there, and never without a way back (guide.md X24, X25). */
import { CALL_TIME, offersCall } from './callTimes';
import { part } from './content/copy';
import { askFirst, type Draft, later, put, say, settle } from './draft';
import { givenToTeam, wayBack } from './facts';
import { isSooner } from './risk/levels';
import type { Level } from './types';

/** Why a person is wanted. `lead` reasons go to the safeguarding lead only. */
export type HandoverReason =
  | 'asked'
  | 'risk'
  | 'check'
  | 'choose'
  | 'noMatch'
  | 'language'
  | 'communication'
  | 'thirdParty'
  | 'media'
  | 'advice'
  | 'complaint'
  | 'concern'
  | 'under16'
  | 'quietShare'
  | 'notUnderstood'
  | 'bereavement'
  | 'outOfArea'
  | 'rights'
  | 'checkIn'
  | 'letDown'
  | 'late';

/** Leaves the note: a handoff record with an owner and a deadline. Says nothing. Somebody who asked for a person hears sooner. */
export function leaveNote(
  d: Draft,
  reason: HandoverReason,
  level: Level,
  { riskId = d.state.safety?.riskId ?? '', waits = false }: { readonly riskId?: string; readonly waits?: boolean } = {},
): void {
  const { replyBy, personBy } = d.world.team;
  const usual = replyBy[level];
  const sooner = (reason === 'asked' || reason === 'letDown') && personBy.told < usual.told;
  const { at: dueAt, told: toldBy, text: dueText } = sooner ? personBy : usual;
  const open = d.state.handoff;
  // one note is enough while it is not yet due, unless this is sooner
  if (!waits && open && open.reason === reason && open.dueAt > d.world.now.at && !isSooner(level, open.level)) return;
  later(d, 'handOver', {
    reason,
    level,
    dueAt,
    toldBy,
    dueText,
    owner: reason === 'concern' || reason === 'under16' ? 'safeguardingLead' : 'team',
    mode: d.state.contact,
    riskId,
    ...(waits ? { waits } : {}),
  });
  put(d, { handoff: { reason, level, dueAt, toldBy } });
}

/** They can be got back to: by a way they gave or this thread; in QUIET mode only by what they gave for it. */
function canReach(d: Draft): boolean {
  return (d.state.contact === 'OPEN' ? wayBack(d) : givenToTeam(d)) !== '';
}

/** A promise is a record made by the act of saying it; only to somebody who can be got back to. */
export function promiseContact(d: Draft): void {
  const due = d.state.handoff ?? { dueAt: d.world.team.replyBy.P4.at, toldBy: d.world.team.replyBy.P4.told };
  const { dueAt } = due;
  const by = d.world.sayBy(due.toldBy);
  later(d, 'promise', { what: 'be in touch', dueAt, dueText: by, owner: 'team' });
  say(d, part('W-PROMISE', { by, phone: d.world.settings.phone }));
}

/** Nobody can answer this minute: says so, and when somebody will. Never a time to somebody who gave no way to be reached. */
export function sayNoteLeft(d: Draft, level: Level): void {
  const { team, settings } = d.world;
  if (!team.open) say(d, part('X25', { open: team.opens }));
  else if (canReach(d)) say(d, part('W-NOTE', { by: team.replyBy[level].text }));
  else say(d, part('W-NOTE-ONLY', { phone: settings.phone }));
}

/** They asked for a person, and one can be had by phone this minute: the number first, then by when we ring (guide.md X24). */
function sayAsked(d: Draft, level: Level): void {
  const { team, settings } = d.world;
  if (!team.open) say(d, part('X25', { open: team.opens }));
  else if (canReach(d))
    say(
      d,
      part('W-CALL-OR', {
        phone: settings.phone,
        by: d.world.sayBy(d.state.handoff?.toldBy ?? team.replyBy[level].told),
      }),
    );
  // otherwise the question about a way back gives the number
}

/** Passes the thread to a person now when somebody truly is there; otherwise says when the team is back. */
export function passToPerson(d: Draft, reason: HandoverReason, level: Level): void {
  const { team } = d.world;
  const duty = team.onDuty;
  leaveNote(d, reason, level, { waits: duty !== null });
  if (duty) {
    put(d, { mode: 'waiting' });
    say(d, part('X24', { person: duty.name, mins: String(duty.minutes) }));
    settle(d);
    return;
  }
  if (reason === 'asked') sayAsked(d, level);
  else if (team.open && !canReach(d)) say(d, part('W-NOTE-LEFT'));
  else sayNoteLeft(d, level);
  const knowsWay = wayBack(d) !== '' || d.state.contact === 'QUIET';
  const times = offersCall(d) ? [CALL_TIME] : [];
  askFirst(d, ...(knowsWay ? [] : ['wayBack']), ...times, 'afterNote');
}
