/** The team is asked for somebody: the first time, and again. */
import type { House } from './clock';
import { keptAfter } from './ended';
import { type HandoffEvent, type Moved, moved, same } from './event';
import type { Ask, Handoff } from './handoff';
import { answerBy, backToTeam, noted } from './parts';
import { isSooner } from './rank';
import { audienceOf, isDanger } from './reasons';

/** Ids of askings kept, to know one that comes again. */
const asksKept = 200;

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
    expiresAt: at + keptAfter,
  };
  return noted(made, { at, what: 'asked', detail: `${ask.reason} ${ask.level}` });
}

export function asked(handoff: Handoff, event: Extract<HandoffEvent, { readonly name: 'asked' }>, house: House): Moved {
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
