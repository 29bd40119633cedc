/** What only whoever has a handoff may do with it. */
import { ended, withNote } from './ended';
import type { HandoffEvent, Outcome } from './event';
import type { Handoff, StepName } from './handoff';
import { acknowledged, answerBy, isOwner, noted, ownerOf, quietUntil, todo, wrapUpBy } from './parts';
import type { Staff } from './reasons';

/** What its owner does. */
export type Doing = Extract<
  HandoffEvent,
  { readonly name: 'said' | 'handedBack' | 'callbackAgreed' | 'called' | 'wrappedUp' }
>;

/** What the owner does with it. */
export function done(handoff: Handoff, event: Doing): Handoff {
  const { at, by } = event;
  // whoever writes to them has seen what was asked since
  const seenBy = handoff.danger === null ? handoff : acknowledged(handoff, at, by.name);
  switch (event.name) {
    case 'said': {
      // news of two turns can come in either order: what they wrote after this still waits
      const waits = handoff.waitingSince !== null && handoff.waitingSince > at ? handoff.waitingSince : null;
      const said: Handoff = {
        ...seenBy,
        state: 'live',
        saidAt: Math.max(at, handoff.saidAt ?? 0),
        waitingSince: waits,
        deadline: waits === null ? quietUntil(handoff, at) : answerBy(handoff, waits),
      };
      return handoff.state === 'live' ? said : noted(said, { at, what: 'live', who: by.name });
    }
    case 'handedBack': {
      const told = tellEnd(seenBy, at, event.intake === 'goesOn' ? 'goesOn' : 'stays', by);
      return ended(told, at, 'handedBack', event.note, by);
    }
    case 'callbackAgreed': {
      const { callAt, note } = event;
      const kept: Handoff = {
        ...seenBy,
        state: 'callback',
        callAt,
        deadline: Math.max(callAt, at + 1),
        waitingSince: null,
        note,
        nextAction: '',
      };
      const told = handoff.state === 'callback' ? kept : tellEnd(kept, at, 'callback', by, callAt);
      return noted(withNote(told, at, by, note), { at, what: 'callback', who: by.name, detail: String(callAt) });
    }
    case 'called': {
      const what: StepName = event.reached ? 'reached' : 'notReached';
      const step = { at, what, who: by.name };
      const { nextAt } = event;
      // what is left to do of our own is nothing that the person waits by the phone for
      const own = handoff.nextAction !== '';
      const told = own
        ? seenBy
        : todo(seenBy, at, {
            key: `called:${handoff.claim}:${at}`,
            kind: 'tell',
            what,
            person: by.name,
            n: handoff.claim,
            at: nextAt,
          });
      if (event.reached)
        return noted(
          { ...told, state: 'claimed', saidAt: at, callAt: null, nextAction: '', deadline: wrapUpBy(at) },
          step,
        );
      return noted({ ...told, state: 'callback', callAt: nextAt, deadline: Math.max(nextAt, at + 1) }, step);
    }
    case 'wrappedUp': {
      const told = tellEnd(seenBy, at, 'stays', by);
      return event.next === undefined
        ? ended(told, at, event.outcome, event.note, by)
        : goesOnAs(told, event.next, event, by);
    }
  }
}

/** The conversation hears that the advisor lets the thread go; one nobody was told of says nothing there. */
function tellEnd(handoff: Handoff, at: number, what: string, { name }: Staff, callAt = 0): Handoff {
  return todo(handoff, at, {
    key: `ended:${handoff.claim}`,
    kind: 'tell',
    what,
    person: name,
    n: handoff.claim,
    at: callAt,
  });
}

/** The talk is over, and something is left to do: it is somebody's, with a time, like everything that is open. */
function goesOnAs(
  handoff: Handoff,
  next: { readonly action: string; readonly owner: Staff; readonly dueAt: number },
  { at, outcome, note }: { readonly at: number; readonly outcome: Outcome; readonly note: string },
  by: Staff,
): Handoff {
  const kept: Handoff = {
    ...handoff,
    state: 'callback',
    // what the one before still sends is refused
    claim: isOwner(handoff.owner, next.owner) ? handoff.claim : handoff.claim + 1,
    owner: ownerOf(next.owner),
    callAt: next.dueAt,
    deadline: Math.max(next.dueAt, at + 1),
    waitingSince: null,
    outcome,
    note,
    nextAction: next.action,
  };
  return noted(withNote(kept, at, by, note), { at, what: 'next', who: next.owner.name, detail: String(next.dueAt) });
}
