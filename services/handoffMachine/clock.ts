/** What time does to a handoff: nobody has it and the next is asked, or whoever had it is gone and the team has it again. */
import type { WorkingHours } from '../calendar/working';
import type { Duty, Handoff, StepName } from './handoff';
import { RUNGS, ringsAt, stepAt, whoFor } from './ladder';
import { backToTeam, isOwner, nameOf, noted, ownerOf, quietUntil, todo } from './parts';
import { isHere, type StaffNow } from './reasons';

export type WhyGone = 'released' | 'offShift' | 'signedOut' | 'silent';

/** What the house knows: when the team is at work, and who holds each duty by name where nobody is on the rota. */
export interface House {
  readonly hours: WorkingHours;
  readonly open: (at: number) => boolean;
  readonly holderOf: (duty: Duty) => string;
}

/** The moment, and who is there at it. */
export interface Look {
  readonly at: number;
  readonly people: readonly StaffNow[];
  /** the others, at least those in somebody's hands: they say who has room */
  readonly open: readonly Handoff[];
}

/** Whoever had it, or was asked, is not there. The same handoff where they had it no longer. */
export function gone(handoff: Handoff, id: string, why: WhyGone, at: number, house: House): Handoff {
  if (!isOwner(handoff.owner, { id })) return handoff;
  const who = nameOf(handoff.owner);
  if (handoff.state === 'offered') {
    const { owner } = backToTeam(handoff, at, house);
    return noted({ ...handoff, state: 'queued', owner, deadline: at }, { at, what: why, who });
  }
  const { claim } = handoff;
  const told = todo(handoff, at, { key: `released:${claim}`, kind: 'tell', what: 'released', person: who, n: claim });
  const back = backToTeam(noted(told, { at, what: why, who }), at, house);
  // somebody in the middle of a talk waits for the next of us; whoever is not there is asked last
  return { ...back, waits: handoff.saidAt !== null || handoff.waitingSince !== null, asked: [id] };
}

/** The same handoff when nothing is due. */
export function clock(handoff: Handoff, look: Look, house: House): Handoff {
  const { at, people } = look;
  if (handoff.state === 'queued' || handoff.state === 'offered') return climb(handoff, look, house);
  if (at < handoff.deadline) return handoff;
  // what was left to do is still written there for whoever takes it
  if (handoff.state === 'callback')
    return anew(handoff, handoff.nextAction === '' ? 'callMissed' : 'nextMissed', look, house);
  const owner = people.find(({ id }) => isOwner(handoff.owner, { id }));
  const spoke = handoff.saidAt !== null && handoff.waitingSince === null;
  // nobody says anything, and whoever has it is still there
  if (spoke && owner !== undefined && isHere(owner, at)) return { ...handoff, deadline: quietUntil(handoff, at) };
  if (handoff.owner.kind === 'team') return anew(handoff, 'notTaken', look, house);
  return climb(gone(handoff, handoff.owner.id, 'silent', at, house), look, house);
}

/** The team is asked from the beginning. */
function anew(handoff: Handoff, what: StepName, look: Look, house: House): Handoff {
  const { at } = look;
  return climb(backToTeam(noted(handoff, { at, what, who: nameOf(handoff.owner) }), at, house), look, house);
}

/** Nobody has it: the next step of the ladder when its time has come, and somebody by name as soon as there is one. */
function climb(handoff: Handoff, look: Look, house: House): Handoff {
  const { at } = look;
  const due = at >= handoff.deadline;
  // somebody had said they have it, and did not come
  if (handoff.rung >= RUNGS.length) return due ? anew(handoff, 'notTaken', look, house) : handoff;
  const { rung, next } = stepAt(handoff, at, house.hours);
  let now = handoff;
  for (let step = handoff.rung + 1; step <= rung; step += 1) now = stepUp(now, step, look, house);
  if (now !== handoff) return { ...now, deadline: next };
  const found = handoff.state === 'queued' ? offer(handoff, handoff.rung, look) : null;
  if (found !== null) return due ? { ...found, deadline: next } : found;
  if (!due) return handoff;
  return noted({ ...handoff, deadline: next }, { at, what: 'stillOpen', detail: RUNGS[handoff.rung]?.what ?? '' });
}

const dutyOf = ({ audience }: Handoff, rung: number): Duty =>
  audience === 'lead' ? 'lead' : (RUNGS[rung]?.duty ?? 'manager');

function stepUp(handoff: Handoff, rung: number, look: Look, house: House): Handoff {
  const { at } = look;
  const duty = dutyOf(handoff, rung);
  const owner = { kind: 'team', duty, holder: house.holderOf(duty) } as const;
  const queued: Handoff = { ...handoff, rung, state: 'queued', owner };
  const next = offer(queued, rung, look) ?? queued;
  const stepped = noted(next, { at, what: RUNGS[rung]?.what ?? 'stillOpen', who: nameOf(next.owner) });
  const ring = ringsAt(handoff.level, rung);
  const { round, claim } = handoff;
  const voiced =
    ring === null
      ? stepped
      : todo(stepped, at, { key: `ring:${round}:${rung}`, kind: 'ring', level: ring.level, n: ring.places });
  // whoever was told that somebody is coming hears that nobody could, once in a round
  return rung === 2 ? todo(voiced, at, { key: `late:${round}`, kind: 'tell', what: 'late', n: claim }) : voiced;
}

/** Somebody by name is asked; null when nobody can be. */
function offer(handoff: Handoff, rung: number, { people, open, at }: Look): Handoff | null {
  const who = whoFor(handoff, dutyOf(handoff, rung), people, open, at);
  if (who === null) return null;
  return { ...handoff, state: 'offered', owner: ownerOf(who), asked: [...new Set([...handoff.asked, who.id])] };
}
