/** How promises are kept, and what older records lack, filled in where they are read. */
import { z } from 'zod';
import { type Owner, person, team } from '../handoffMachine/handoff';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';
import { PROMISE_KINDS, PROMISE_STATES, type PromiseKind, promiseShape } from './promise';

const known: ReadonlySet<string> = new Set(PROMISE_KINDS);
const isKind = (kind: string): kind is PromiseKind => known.has(kind);
/** As the version before named them: after what was to be done. */
const before: Readonly<Record<string, PromiseKind>> = {
  call: 'callBack',
  'answer a complaint': 'complaint',
  access: 'rights',
  erasure: 'rights',
};
/** Every name a kind, and a state in which something may still be owed, is stored under. */
export const KINDS_STORED = [...PROMISE_KINDS, ...Object.keys(before)];
export const OWED_STORED = ['open', 'warned', 'broken', 'sorrySaid', 'late'];
const kind = z.string().transform((one): PromiseKind => (isKind(one) ? one : (before[one] ?? 'answer')));
const [first = 'open', ...others] = PROMISE_STATES;
const state = z.enum([first, ...others, 'late']).transform((one) => (one === 'late' ? 'broken' : one));
const owner = z
  .union([person, team, z.string(), z.null()])
  .transform(
    (one): Owner =>
      one === null || typeof one === 'string' ? { kind: 'team', duty: 'duty', holder: one || 'team' } : one,
  );

const { shape } = promiseShape;

/** "An advisor will call by 4pm Tuesday": what was promised, whose it is, by when, and whether it was kept. */
export const promises = defineCollection({
  name: 'promises',
  version: 2,
  keptFor: {
    days: 365,
    why: 'support record: 12 months',
    hangsOn: { field: 'conversationId', goes: 'withoutConsent' },
  },
  schema: promiseShape.extend({
    kind,
    state,
    owner,
    life: z.string().default(''),
    about: z.string().default(''),
    // what was told was when it was due
    toldAt: moment.default(0),
    warnedAt: shape.warnedAt.default(null),
    brokenAt: shape.brokenAt.default(null),
    sorryAt: shape.sorryAt.default(null),
    // looked at once, and then when it is due
    nextAt: shape.nextAt.default(0),
    todo: shape.todo.default([]),
    todoSince: shape.todoSince.default(null),
  }),
  indexes: [
    { key: { nextAt: 1 }, serves: 'Which must be looked at now?' },
    { key: { todoSince: 1 }, serves: 'About which is something left to tell?' },
    { key: { conversationId: 1, madeAt: -1 }, serves: 'What was this person promised?' },
    {
      key: { kind: 1, state: 1, dueAt: 1 },
      serves: 'Which are due today, and how were those of a month kept?',
    },
    { key: { expiresAt: 1 }, serves: 'Which promises are past their retention?' },
  ],
  sealed: ['said'],
});
