/** Passing someone to a person: truthful about who is there, and never without a way back (guide.md X24, X25). */
import { part } from './content/copy';
import { askFirst, type Draft, later, put, say, settle } from './draft';
import { answered, wayBack } from './facts';
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
  | 'checkIn';

/** Leaves the note: a handoff record with an owner and a deadline. Says nothing. */
export function leaveNote(d: Draft, reason: HandoverReason, level: Level): void {
  const by = d.world.team.replyBy[level];
  const open = d.state.handoff;
  // one note is enough while it is not yet due, unless this is sooner
  if (open && open.reason === reason && open.dueAt > d.world.now.at && !isSooner(level, open.level)) return;
  later(d, 'handOver', {
    reason,
    level,
    dueAt: by.at,
    dueText: by.text,
    owner: reason === 'concern' || reason === 'under16' ? 'safeguardingLead' : 'team',
    mode: d.state.contact,
  });
  put(d, { handoff: { reason, level, by: by.text, dueAt: by.at } });
}

/** Nobody can answer this minute: says so, and when somebody will. */
export function sayNoteLeft(d: Draft, level: Level): void {
  const { team } = d.world;
  say(d, team.open ? part('W-NOTE', { by: team.replyBy[level].text }) : part('X25', { open: team.opens }));
}

/** Passes the thread to a person now when somebody truly is there; otherwise says when the team is back. */
export function passToPerson(d: Draft, reason: HandoverReason, level: Level): void {
  leaveNote(d, reason, level);
  const duty = d.world.team.onDuty;
  if (duty) {
    put(d, { mode: 'waiting' });
    say(d, part('X24', { person: duty.name, mins: String(duty.minutes) }));
    settle(d);
    return;
  }
  sayNoteLeft(d, level);
  const knowsWay = wayBack(d) !== '' || d.state.contact === 'QUIET' || answered(d, 'wayBack');
  askFirst(d, ...(knowsWay ? [] : ['wayBack']), 'afterNote');
}
