/** What may happen to a handoff, and what it is then. Pure: the same handoff and event always give the same. */
import { asked } from './asked';
import { clock, gone, type House } from './clock';
import { type Doing, done } from './doing';
import { ended, withNote } from './ended';
import { asMoved, type HandoffEvent, type Moved, moved, refuse, same } from './event';
import type { Handoff } from './handoff';
import { acknowledged, answerBy, isOwner, noted, ownerOf } from './parts';
import { HUB, mayTake, type Staff } from './reasons';
import { booked, calledOff, claimed, seen, tookOver } from './taking';

/** What becomes of it. A closed one stays as it is: whatever comes later is another. */
export function move(handoff: Handoff, event: HandoffEvent, house: House): Moved {
  if (handoff.state === 'closed') return event.name === 'clock' ? same(handoff) : refuse(handoff, 'closed');
  switch (event.name) {
    case 'asked':
      return asked(handoff, event, house);
    case 'claimed':
      return claimed(handoff, event.by, event.at);
    case 'tookOver':
      return tookOver(handoff, event.by, event.at);
    case 'seen':
      return seen(handoff, event.who, event.at);
    case 'wroteNote':
      return wroteNote(handoff, event.by, event.words, event.at);
    case 'hub':
      return atHub(handoff, event.has, event.at);
    case 'booked':
      return booked(handoff, event);
    case 'calledOff':
      return calledOff(handoff, event.at, house);
    case 'heard':
      return heard(handoff, event.at);
    case 'left':
      return moved(noted({ ...handoff, waitingSince: null }, { at: event.at, what: 'left', detail: event.why }));
    case 'gone':
      return asMoved(handoff, gone(handoff, event.id, event.why, event.at, house));
    case 'clock':
      return asMoved(handoff, clock(handoff, event, house));
    case 'wrappedUp':
      // what is left to do is nobody's who may not see it
      if (event.next !== undefined && !mayTake(event.next.owner, handoff)) return refuse(handoff, 'notForYou');
      return byOwner(handoff, event);
    default:
      return byOwner(handoff, event);
  }
}

/** What only whoever has it may do. */
function byOwner(handoff: Handoff, event: Doing): Moved {
  return isOwner(handoff.owner, event.by) && handoff.state !== 'offered'
    ? moved(done(handoff, event))
    : refuse(handoff, handoff.owner.kind === 'person' && handoff.state !== 'offered' ? 'held' : 'notYours');
}
function wroteNote(handoff: Handoff, by: Staff, words: string, at: number): Moved {
  return mayTake(by, handoff) ? asMoved(handoff, withNote(handoff, at, by, words)) : refuse(handoff, 'notForYou');
}

/** So long it is left to a hub that says nothing, ms; then the team is asked. */
const hubHas = 8 * 60 * 60_000;

function atHub(handoff: Handoff, has: boolean, at: number): Moved {
  const free = handoff.state === 'queued' || handoff.state === 'offered';
  if (has) {
    if (!free) return same(handoff);
    const claim = handoff.claim + 1;
    const owner = ownerOf(HUB);
    const taken: Handoff = {
      ...handoff,
      state: 'live',
      owner,
      claim,
      claimedAt: at,
      waits: false,
      deadline: at + hubHas,
    };
    return moved(noted(acknowledged(taken, at, HUB.name), { at, what: 'claimed', who: HUB.name }));
  }
  return isOwner(handoff.owner, HUB) ? moved(ended(handoff, at, 'handedBack', '', HUB)) : same(handoff);
}

function heard(handoff: Handoff, at: number): Moved {
  if (handoff.state !== 'claimed' && handoff.state !== 'live') return same(handoff);
  // answered already
  if (handoff.saidAt !== null && at <= handoff.saidAt) return same(handoff);
  const since = handoff.waitingSince ?? at;
  return moved({ ...handoff, waitingSince: since, deadline: answerBy(handoff, since) });
}
