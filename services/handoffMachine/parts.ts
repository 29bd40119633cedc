/** The small changes that the moves of a handoff are made of. Each gives back a new one; an open one keeps owner and deadline. */
import type { Level } from '../../dialogs/types';
import type { Duty, Handoff, Owner, PersonOwner, Step, StepName, Todo } from './handoff';
import type { Staff } from './reasons';

const minute = 60_000;

/** Whoever has it says or does something within so long: the first word, each answer, and when nobody says anything. */
const firstWord: Readonly<Record<Level, number>> = { P0: 2, P1: 10, P2: 60, P3: 60, P4: 60 };
const answer: Readonly<Record<Level, number>> = { P0: 2, P1: 5, P2: 15, P3: 15, P4: 15 };
const quiet: Readonly<Record<Level, number>> = { P0: 15, P1: 15, P2: 60, P3: 60, P4: 60 };
const wrapUp = 60;

export const firstWordBy = ({ level, dueAt }: Handoff, at: number): number => {
  const soon = at + firstWord[level] * minute;
  // what may wait keeps the time the person was told
  return level === 'P0' || level === 'P1' ? soon : Math.max(soon, dueAt);
};
export const answerBy = ({ level }: Handoff, at: number): number => at + answer[level] * minute;
export const quietUntil = ({ level }: Handoff, at: number): number => at + quiet[level] * minute;
export const wrapUpBy = (at: number): number => at + wrapUp * minute;

export const ownerOf = ({ id, name }: Staff): PersonOwner => ({ kind: 'person', id, name });
export const isOwner = (owner: Owner, { id }: Pick<Staff, 'id'>): boolean => owner.kind === 'person' && owner.id === id;
/** As the team reads it. */
export const nameOf = (owner: Owner): string => (owner.kind === 'person' ? owner.name : owner.holder);

/** Steps kept: how it began, and the latest. */
const firstSteps = 40;
const lastSteps = 160;

/** Adds a step to the record; the same again is counted, so that a long wait does not fill it. */
export function noted(
  handoff: Handoff,
  { at, what, who = '', detail = '' }: Partial<Step> & { readonly at: number; readonly what: StepName },
) {
  const last = handoff.steps.at(-1);
  const same = last?.what === what && last.who === who && last.detail === detail;
  const steps =
    same && last !== undefined
      ? [...handoff.steps.slice(0, -1), { ...last, at, times: last.times + 1 }]
      : [...handoff.steps, { at, what, who, detail, times: 1 }];
  const cut = steps.length > firstSteps + lastSteps;
  return { ...handoff, steps: cut ? [...steps.slice(0, firstSteps), ...steps.slice(-lastSteps)] : steps };
}

/** Adds something to be done outside the record, once for its key. */
export function todo(handoff: Handoff, at: number, one: Partial<Todo> & Pick<Todo, 'key' | 'kind'>): Handoff {
  const whole: Todo = {
    what: '',
    person: '',
    level: handoff.level,
    n: 0,
    at: 0,
    ...one,
    key: `${handoff.id}:${one.key}`,
  };
  const others = handoff.todo.filter(({ key }) => key !== whole.key);
  return { ...handoff, todo: [...others, whole], todoSince: handoff.todoSince ?? at };
}

/** One of the team has seen it: its alarms stop, and how long danger waited is measured, once. */
export function acknowledged(handoff: Handoff, at: number, who: string): Handoff {
  const hushed = todo(handoff, at, { key: `hush:${handoff.claim}:${handoff.round}`, kind: 'hush', person: who });
  const seen = { ...hushed, acknowledgedAt: handoff.acknowledgedAt ?? at };
  if (handoff.danger === null) return seen;
  const { level, at: since } = handoff.danger;
  const measured = todo(seen, at, { key: `measure:${since}`, kind: 'measure', level, n: at - since });
  return noted({ ...measured, danger: null }, { at, what: 'acknowledged', who, detail: `${level} ${at - since}` });
}

/** Back with the team: a new round begins at once, with whoever holds the duty as its owner. */
export function backToTeam(
  handoff: Handoff,
  at: number,
  house: { readonly open: (at: number) => boolean; readonly holderOf: (duty: Duty) => string },
): Handoff {
  const duty = handoff.audience === 'lead' ? 'lead' : 'duty';
  return {
    ...handoff,
    state: 'queued',
    owner: { kind: 'team', duty, holder: house.holderOf(duty) },
    // what an earlier owner still sends is refused
    claim: handoff.owner.kind === 'person' && handoff.claimedAt !== null ? handoff.claim + 1 : handoff.claim,
    claimedAt: null,
    waitingSince: null,
    saidAt: null,
    round: handoff.round + 1,
    roundAt: at,
    rung: -1,
    asked: [],
    inHours: house.open(at),
    deadline: at,
  };
}
