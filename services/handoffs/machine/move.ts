/** What may happen to a handoff, and what it is then. Pure: the same handoff and event always give the same. */
import { clock, gone, type House, type WhyGone } from './clock';
import type { Ask, Handoff, OUTCOMES, Owner, StepName } from './handoff';
import { RUNGS } from './ladder';
import {
  acknowledged,
  answerBy,
  backToTeam,
  firstWordBy,
  isOwner,
  noted,
  ownerOf,
  quietUntil,
  todo,
  wrapUpBy,
} from './parts';
import { isSooner } from './rank';
import { audienceOf, HUB, isDanger, mayTake, mayTakeOver, type Staff, type StaffNow } from './reasons';

export type Outcome = (typeof OUTCOMES)[number];

/** Something that happened at a moment, ms since 1970. */
export type HandoffEvent = { readonly at: number } /** `waits`: the person was told that one of us comes now */ & (
  | { readonly name: 'asked'; readonly ask: Ask; readonly dueAt: number; readonly waits?: boolean }
  | { readonly name: 'claimed'; readonly by: Staff }
  | { readonly name: 'tookOver'; readonly by: Staff }
  /** the advisor's words were kept for the person */
  | { readonly name: 'said'; readonly by: Staff }
  /** the person wrote while one of us holds the thread */
  | { readonly name: 'heard' }
  /** the person stopped, left or was left alone: the bot has the thread again, the advisor keeps the task */
  | { readonly name: 'left'; readonly why: string }
  | { readonly name: 'handedBack'; readonly by: Staff; readonly intake: 'goesOn' | 'stays'; readonly note: string }
  | { readonly name: 'callbackAgreed'; readonly by: Staff; readonly callAt: number; readonly note: string }
  /** not reached: tried again at `nextAt` */
  | { readonly name: 'called'; readonly by: Staff; readonly reached: boolean; readonly nextAt: number }
  /** nothing is left to say; `next`: something is left to do, by one of the team and by a time */
  | {
      readonly name: 'wrappedUp';
      readonly by: Staff;
      readonly outcome: Outcome;
      readonly note: string;
      readonly next?: { readonly action: string; readonly owner: Staff; readonly dueAt: number };
    }
  /** a private note, by whoever may see it */
  | { readonly name: 'wroteNote'; readonly by: Staff; readonly words: string }
  /** the person booked a call with `by`, from a time until another, or called it off */
  | { readonly name: 'booked'; readonly by: Staff; readonly callAt: number; readonly until: number }
  | { readonly name: 'calledOff' }
  | { readonly name: 'gone'; readonly id: string; readonly why: WhyGone }
  /** a hub elsewhere took it (true), or is done with it; the conversation has heard of it already */
  | { readonly name: 'hub'; readonly has: boolean }
  /** somebody on the alarm list said they have it, behind their link */
  | { readonly name: 'seen'; readonly who: string }
  | { readonly name: 'clock'; readonly people: readonly StaffNow[]; readonly open: readonly Handoff[] }
);

export type Refusal = 'closed' | 'held' | 'notYours' | 'notForYou';
export type Moved =
  | { readonly kind: 'moved'; readonly handoff: Handoff }
  | { readonly kind: 'same'; readonly handoff: Handoff }
  /** `owner` is who has it */
  | { readonly kind: 'refused'; readonly why: Refusal; readonly owner: Owner };

const year = 365 * 24 * 60 * 60_000;
/** Ids of askings kept, to know one that comes again. */
const asksKept = 200;

const asMoved = (before: Handoff, after: Handoff): Moved => (after === before ? same(before) : moved(after));
const moved = (handoff: Handoff): Moved => ({ kind: 'moved', handoff });
const same = (handoff: Handoff): Moved => ({ kind: 'same', handoff });
const refuse = ({ owner }: Handoff, why: Refusal): Moved => ({ kind: 'refused', why, owner });

/** A new one, with the team at once. `id` is its own for ever. */
export function firstAsked(
  id: string,
  of: { readonly conversationId: string; readonly life: string },
  event: { readonly at: number; readonly ask: Ask; readonly dueAt: number; readonly waits?: boolean },
  house: House,
): Handoff {
  const { at, ask, dueAt, waits = false } = event;
  const audience = audienceOf(ask.reason);
  const duty = audience === 'lead' ? 'lead' : 'duty';
  const made: Handoff = {
    id,
    rev: 1,
    ...of,
    audience,
    state: 'queued',
    level: ask.level,
    reason: ask.reason,
    asks: [ask],
    owner: { kind: 'team', duty, holder: house.holderOf(duty) },
    deadline: at,
    dueAt,
    askedAt: at,
    inHours: house.open(at),
    waits,
    round: 0,
    roundAt: at,
    rung: -1,
    asked: [],
    claim: 0,
    claimedAt: null,
    danger: isDanger(ask.reason, ask.level) ? { level: ask.level, at } : null,
    acknowledgedAt: null,
    waitingSince: null,
    saidAt: null,
    callAt: null,
    outcome: null,
    note: '',
    notes: [],
    nextAction: '',
    steps: [],
    todo: [],
    todoSince: null,
    endedAt: null,
    expiresAt: at + year,
  };
  return noted(made, { at, what: 'asked', detail: `${ask.reason} ${ask.level}` });
}

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
type Doing = Extract<
  HandoffEvent,
  { readonly name: 'said' | 'handedBack' | 'callbackAgreed' | 'called' | 'wrappedUp' }
>;

/** What the owner does with it. */
function done(handoff: Handoff, event: Doing): Handoff {
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

/** The latest of many; what is older than these is in the handoffs before. */
const notesKept = 100;

function withNote(handoff: Handoff, at: number, { name }: Staff, words: string): Handoff {
  const last = handoff.notes.at(-1);
  // nothing, or the same form sent twice
  if (words === '' || (last?.words === words && last.who === name)) return handoff;
  return { ...handoff, notes: [...handoff.notes, { at, who: name, words }].slice(-notesKept) };
}

function wroteNote(handoff: Handoff, by: Staff, words: string, at: number): Moved {
  return mayTake(by, handoff) ? asMoved(handoff, withNote(handoff, at, by, words)) : refuse(handoff, 'notForYou');
}

function ended(handoff: Handoff, at: number, outcome: Outcome, note: string, by: Staff): Handoff {
  const { name } = by;
  const closed: Handoff = {
    ...withNote(handoff, at, by, note),
    nextAction: '',
    state: 'closed',
    outcome,
    note,
    endedAt: at,
    waitingSince: null,
    expiresAt: at + year,
  };
  return noted(closed, { at, what: 'closed', who: name, detail: outcome });
}

function asked(handoff: Handoff, event: Extract<HandoffEvent, { readonly name: 'asked' }>, house: House): Moved {
  const { at, ask, dueAt, waits = false } = event;
  if (handoff.asks.some(({ id }) => id === ask.id)) return same(handoff);
  const sooner = isSooner(ask.level, handoff.level);
  const isNewDanger = isDanger(ask.reason, ask.level);
  const danger = handoff.danger ?? (isNewDanger ? { level: ask.level, at } : null);
  const more: Handoff = noted(
    {
      ...handoff,
      asks: [...handoff.asks, ask].slice(-asksKept),
      level: sooner ? ask.level : handoff.level,
      reason: sooner ? ask.reason : handoff.reason,
      dueAt: Math.min(handoff.dueAt, dueAt),
      danger: danger && isNewDanger && isSooner(ask.level, danger.level) ? { ...danger, level: ask.level } : danger,
    },
    { at, what: 'asked', detail: `${ask.reason} ${ask.level}` },
  );
  if (handoff.state === 'queued' || handoff.state === 'offered') {
    const anew = sooner || (waits && !handoff.waits);
    return moved(anew ? askedAnew(more, at, waits || handoff.waits, house) : dueBy(more, handoff, at));
  }
  const urgent = isNewDanger || ((ask.level === 'P0' || ask.level === 'P1') && sooner);
  // a call agreed for later is too late for danger, and for somebody who waits now: the team is asked afresh
  if (handoff.state === 'callback') return moved(urgent || waits ? backToTeam({ ...more, waits }, at, house) : more);
  if (!urgent) return moved(more);
  const answer = answerBy(more, at);
  return moved({ ...more, waitingSince: handoff.waitingSince ?? at, deadline: Math.min(handoff.deadline, answer) });
}

/** It became more urgent while nobody had it: asked from the beginning, at its own times. */
function askedAnew(handoff: Handoff, at: number, waits: boolean, house: House): Handoff {
  return { ...handoff, waits, round: handoff.round + 1, roundAt: at, rung: -1, inHours: house.open(at), deadline: at };
}

const dueBy = (more: Handoff, { deadline }: Handoff, at: number): Handoff => ({
  ...more,
  deadline: Math.min(deadline, Math.max(at, more.dueAt)),
});

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

function claimed(handoff: Handoff, by: Staff, at: number): Moved {
  if (!mayTake(by, handoff)) return refuse(handoff, 'notForYou');
  const isFree = handoff.state === 'queued' || handoff.state === 'offered';
  if (isFree) return moved(take(handoff, by, at, 'claimed'));
  return isOwner(handoff.owner, by) ? same(handoff) : refuse(handoff, 'held');
}

function tookOver(handoff: Handoff, by: Staff, at: number): Moved {
  if (!mayTakeOver(by, handoff)) return refuse(handoff, 'notForYou');
  if (isOwner(handoff.owner, by) && handoff.state !== 'offered') return same(handoff);
  return moved(take(handoff, by, at, 'tookOver'));
}

/** Their alarm stopped, and they are on their way to it: until they are here the duty is theirs, with the time to begin. */
function seen(handoff: Handoff, who: string, at: number): Moved {
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
function booked(handoff: Handoff, event: Extract<HandoffEvent, { readonly name: 'booked' }>): Moved {
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
function calledOff(handoff: Handoff, at: number, house: House): Moved {
  if (handoff.state !== 'callback' || handoff.nextAction !== '') return same(handoff);
  const off = noted({ ...handoff, callAt: null }, { at, what: 'calledOff' });
  if (handoff.asks.some(({ reason }) => reason !== 'asked')) return moved(backToTeam(off, at, house));
  return moved(ended(off, at, 'notWanted', '', { id: '', name: '', roles: [] }));
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
