/** Who has a handoff: taken, taken over, on the way to it, booked. */
import type { House } from './clock';
import { ended } from './ended';
import { type HandoffEvent, type Moved, moved, refuse, same } from './event';
import type { Handoff, StepName } from './handoff';
import { RUNGS } from './ladder';
import { acknowledged, backToTeam, firstWordBy, isOwner, noted, ownerOf, todo } from './parts';
import { mayTake, mayTakeOver, type Staff } from './reasons';

/** Taken by `by`: the conversation hears who is there. */
function take(handoff: Handoff, by: Staff, at: number, what: StepName): Handoff {
  const taken: Handoff = {
    ...handoff,
    state: 'claimed',
    owner: ownerOf(by),
    claim: handoff.claim + 1,
    claimedAt: at,
    waits: false,
    saidAt: null,
    callAt: null,
    deadline: firstWordBy(handoff, at),
  };
  const told = todo(taken, at, {
    key: `accepted:${taken.claim}`,
    kind: 'tell',
    what: 'accepted',
    person: by.name,
    n: taken.claim,
  });
  return noted(acknowledged(told, at, by.name), { at, what, who: by.name });
}

export function claimed(handoff: Handoff, by: Staff, at: number): Moved {
  if (!mayTake(by, handoff)) return refuse(handoff, 'notForYou');
  const isFree = handoff.state === 'queued' || handoff.state === 'offered';
  if (isFree) return moved(take(handoff, by, at, 'claimed'));
  return isOwner(handoff.owner, by) ? same(handoff) : refuse(handoff, 'held');
}

export function tookOver(handoff: Handoff, by: Staff, at: number): Moved {
  if (!mayTakeOver(by, handoff)) return refuse(handoff, 'notForYou');
  if (isOwner(handoff.owner, by) && handoff.state !== 'offered') return same(handoff);
  return moved(take(handoff, by, at, 'tookOver'));
}

/** Their alarm stopped, and they are on their way to it: until they are here the duty is theirs, with the time to begin. */
export function seen(handoff: Handoff, who: string, at: number): Moved {
  if (handoff.state !== 'queued' && handoff.state !== 'offered') return same(handoff);
  const duty = handoff.audience === 'lead' ? 'lead' : (RUNGS[Math.max(0, handoff.rung)]?.duty ?? 'duty');
  const theirs: Handoff = {
    ...handoff,
    state: 'queued',
    owner: { kind: 'team', duty, holder: who },
    // when they do not come to it, a new round begins
    rung: RUNGS.length,
    deadline: firstWordBy(handoff, at),
  };
  return moved(noted(acknowledged(theirs, at, who), { at, what: 'seen', who }));
}

/** Whoever is free at the time the person chose has it until then. Danger is never put off, nor is a talk that goes on. */
export function booked(handoff: Handoff, event: Extract<HandoffEvent, { readonly name: 'booked' }>): Moved {
  const { at, by, callAt, until } = event;
  const { state, level, owner, claimedAt } = handoff;
  if (!mayTake(by, handoff)) return refuse(handoff, 'notForYou');
  if (state === 'claimed' || state === 'live' || level === 'P0' || level === 'P1') return same(handoff);
  // what is left to do of our own keeps its owner and its time
  if (handoff.nextAction !== '') return same(handoff);
  const isTheirs = isOwner(owner, by) && claimedAt !== null;
  const theirs: Handoff = {
    ...handoff,
    state: 'callback',
    owner: ownerOf(by),
    claim: isTheirs ? handoff.claim : handoff.claim + 1,
    claimedAt: isTheirs ? claimedAt : at,
    waits: false,
    waitingSince: null,
    saidAt: null,
    callAt,
    deadline: Math.max(until, at + 1),
  };
  return moved(noted(theirs, { at, what: 'booked', who: by.name, detail: String(callAt) }));
}

/** The person does not want the call after all. What else the team was asked for goes back to it. */
export function calledOff(handoff: Handoff, at: number, house: House): Moved {
  if (handoff.state !== 'callback' || handoff.nextAction !== '') return same(handoff);
  const off = noted({ ...handoff, callAt: null }, { at, what: 'calledOff' });
  if (handoff.asks.some(({ reason }) => reason !== 'asked')) return moved(backToTeam(off, at, house));
  return moved(ended(off, at, 'notWanted', '', { id: '', name: '', roles: [] }));
}
