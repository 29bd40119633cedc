/** Something people were told would happen by a time, as a machine: always an owner and a time, kept or broken, never lost. Pure. */
import { z } from 'zod';
import { type Owner, person, team } from '../handoffMachine/handoff';
import { moment } from '../store/collections/conversationState';

/**
 * callBack: we ring, or do what else was agreed for a time. answer: one of us is in touch, or looks at what was left.
 * referral: a partner answers. complaint and rights: the law's clocks.
 */
export const PROMISE_KINDS = ['callBack', 'answer', 'referral', 'complaint', 'rights'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/**
 * open: made. warned: its owner was told that it is due soon. kept: done in time. broken: not done by the time they were
 * told. sorrySaid: they were told so. cancelled: nothing is owed any more. What is done after it was broken stays broken.
 */
export const PROMISE_STATES = ['open', 'warned', 'kept', 'broken', 'sorrySaid', 'cancelled'] as const;

export const promiseShape = z.object({
  id: z.string().min(1),
  rev: z.number().int().min(1),
  conversationId: z.string(),
  /** the life of the conversation it was made in */
  life: z.string(),
  kind: z.enum(PROMISE_KINDS),
  /** what it is about: the handoff of a call, the id of an introduction, why a note was left; '' for nothing more */
  about: z.string(),
  owner: z.union([person, team]),
  /** as it was said to the person */
  said: z.string(),
  madeAt: moment,
  /** the time staff are held to, and the one the person was told: never sooner than the first */
  dueAt: moment,
  toldAt: moment,
  state: z.enum(PROMISE_STATES),
  warnedAt: moment.nullable(),
  brokenAt: moment.nullable(),
  sorryAt: moment.nullable(),
  doneAt: moment.nullable(),
  /** when the clock looks at it next; null once nothing is left to come of it */
  nextAt: moment.nullable(),
  /** what is still to be done about it outside its record, and since when */
  todo: z.array(z.enum(['warn', 'break', 'hush'])),
  todoSince: moment.nullable(),
  expiresAt: moment,
});
export type PromiseMade = z.infer<typeof promiseShape>;

/** Something that was said, by the act that says it. */
export interface NewPromise {
  readonly id: string;
  readonly conversationId: string;
  readonly life: string;
  readonly kind: PromiseKind;
  readonly about?: string;
  readonly owner: Owner;
  readonly said?: string;
  /** ms since 1970 */
  readonly madeAt: number;
  readonly dueAt: number;
  /** `dueAt` where it is not said */
  readonly toldAt?: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** ms after it was due: a support record */
const keptFor = 365 * day;

/** Its owner is told so long before it is due, ms; halfway where it was made later than that. */
const ahead: Readonly<Record<PromiseKind, number>> = {
  callBack: 15 * minute,
  answer: hour,
  referral: day,
  complaint: 3 * day,
  rights: 5 * day,
};

const warnAt = (kind: PromiseKind, madeAt: number, dueAt: number): number =>
  Math.max(madeAt, dueAt - Math.min(ahead[kind], (dueAt - madeAt) / 2));

export function newPromise(made: NewPromise): PromiseMade {
  const { about = '', said = '', toldAt = made.dueAt, ...rest } = made;
  const told = Math.max(toldAt, made.dueAt);
  return {
    ...rest,
    about,
    said,
    rev: 1,
    toldAt: told,
    state: 'open',
    warnedAt: null,
    brokenAt: null,
    sorryAt: null,
    doneAt: null,
    nextAt: warnAt(made.kind, made.madeAt, made.dueAt),
    todo: [],
    todoSince: null,
    expiresAt: Math.max(told, made.madeAt) + keptFor,
  };
}

export type PromiseEvent = { readonly at: number } & (
  | { readonly name: 'clock' }
  /** what was promised was done */
  | { readonly name: 'done' }
  /** the person heard that it was not kept */
  | { readonly name: 'sorrySaid' }
  | { readonly name: 'cancelled' }
  | { readonly name: 'owned'; readonly owner: Owner }
);

/** Nothing is owed any more. */
export const isOver = ({ state, doneAt }: Pick<PromiseMade, 'state' | 'doneAt'>): boolean =>
  state === 'kept' || state === 'cancelled' || doneAt !== null;
/** Nobody has been let down by it yet. */
export const isAhead = ({ state }: Pick<PromiseMade, 'state'>): boolean => state === 'open' || state === 'warned';

/** Of older records: what was told was when it was due. */
const toldAt = (made: PromiseMade): number => Math.max(made.toldAt, made.dueAt);

function todo(made: PromiseMade, what: PromiseMade['todo'][number], at: number): PromiseMade {
  return { ...made, todo: [...made.todo, what], todoSince: made.todoSince ?? at };
}

/** What time does to it. Nobody is told that it is due soon once it is past. */
function clock(made: PromiseMade, at: number): PromiseMade {
  if (!isAhead(made)) return made.nextAt === null ? made : { ...made, nextAt: null };
  if (at >= toldAt(made)) {
    const unwarned = { ...made, todo: made.todo.filter((one) => one !== 'warn') };
    return todo({ ...unwarned, state: 'broken', brokenAt: at, nextAt: null }, 'break', at);
  }
  if (made.state === 'warned' || at < warnAt(made.kind, made.madeAt, made.dueAt)) {
    const nextAt = made.state === 'warned' ? toldAt(made) : warnAt(made.kind, made.madeAt, made.dueAt);
    return made.nextAt === nextAt ? made : { ...made, nextAt };
  }
  return todo({ ...made, state: 'warned', warnedAt: at, nextAt: toldAt(made) }, 'warn', at);
}

/** Nothing more comes of it, and an alarm that said it was due soon stops. */
function quiet(made: PromiseMade, at: number): PromiseMade {
  const rang = made.warnedAt !== null && !made.todo.includes('warn');
  return { ...made, nextAt: null, todo: rang ? ['hush'] : [], todoSince: rang ? at : null };
}

function done(made: PromiseMade, at: number): PromiseMade {
  if (!isAhead(made)) return { ...made, doneAt: at };
  const over = { ...quiet(made, at), doneAt: at };
  // done late, before the clock had looked: it was not kept, and nobody needs to hear sorry for what has come
  if (at > toldAt(made)) return { ...over, state: 'broken', brokenAt: toldAt(made) };
  return { ...over, state: 'kept' };
}

/** What becomes of it; the same promise where nothing does. */
export function movePromise(made: PromiseMade, event: PromiseEvent): PromiseMade {
  const { at } = event;
  if (event.name === 'sorrySaid')
    return made.state === 'broken' && made.sorryAt === null ? { ...made, state: 'sorrySaid', sorryAt: at } : made;
  if (isOver(made)) return made;
  switch (event.name) {
    case 'clock':
      return clock(made, at);
    case 'done':
      return done(made, at);
    case 'cancelled':
      // somebody was let down already: that stays so
      return isAhead(made) ? { ...quiet(made, at), state: 'cancelled', doneAt: at } : { ...made, doneAt: at };
    case 'owned':
      return { ...made, owner: event.owner };
  }
}

/** Takes off the list what was done about it. */
export function didAbout(made: PromiseMade, what: readonly PromiseMade['todo'][number][]): PromiseMade {
  const left = made.todo.filter((one) => !what.includes(one));
  return left.length === made.todo.length
    ? made
    : { ...made, todo: left, todoSince: left.length ? made.todoSince : null };
}

/** How many of each kind were kept, of those whose time has come. */
export interface Kept {
  readonly kept: number;
  readonly broken: number;
  readonly ahead: number;
  readonly cancelled: number;
  /** of those kept or broken, 0 to 1; null while there is none */
  readonly share: number | null;
}

export function keptByKind(all: readonly Pick<PromiseMade, 'kind' | 'state'>[]): Readonly<Record<PromiseKind, Kept>> {
  const of = (kind: PromiseKind): Kept => {
    const mine = all.filter((one) => one.kind === kind);
    const count = (...states: readonly PromiseMade['state'][]) =>
      mine.filter((one) => states.includes(one.state)).length;
    const [kept, broken] = [count('kept'), count('broken', 'sorrySaid')];
    return {
      kept,
      broken,
      ahead: count('open', 'warned'),
      cancelled: count('cancelled'),
      share: kept + broken === 0 ? null : kept / (kept + broken),
    };
  };
  return {
    callBack: of('callBack'),
    answer: of('answer'),
    referral: of('referral'),
    complaint: of('complaint'),
    rights: of('rights'),
  };
}
