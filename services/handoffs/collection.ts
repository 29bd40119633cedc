/** How handoffs are kept: the shape of the machine, and what older records lack filled in where they are read. */
import { z } from 'zod';
import { HANDOFF_STATES, handoffShape, type Owner, person, team } from '../handoffMachine/handoff';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';

const [first = 'queued', ...others] = HANDOFF_STATES;
/** `waiting` and `ended`: as the version before wrote them, while one of its processes still runs. */
const state = z
  .enum([first, ...others, 'waiting', 'ended'])
  .transform((one) => (one === 'waiting' ? 'queued' : one === 'ended' ? 'closed' : one));
const holder = (named: string | null): Owner => ({ kind: 'team', duty: 'duty', holder: named || 'team' });
const owner = z
  .union([person, team, z.string(), z.null()])
  .transform((one): Owner => (one === null || typeof one === 'string' ? holder(one) : one));

const { shape } = handoffShape;

/** A conversation that needs a person, or has one. Open ones always have an owner and a deadline. */
export const handoffs = defineCollection({
  name: 'handoffs',
  version: 2,
  keptFor: {
    days: 365,
    why: 'support record: 12 months',
    hangsOn: { field: 'conversationId', goes: 'withoutConsent' },
  },
  schema: handoffShape.extend({
    state,
    owner,
    life: z.string().default(''),
    audience: shape.audience.default('team'),
    asks: shape.asks.default([]),
    // due at once: the clock gives it an owner by name and a time
    deadline: moment.default(0),
    inHours: z.boolean().default(true),
    waits: z.boolean().default(false),
    round: shape.round.default(0),
    roundAt: moment.default(0),
    rung: shape.rung.default(-1),
    asked: shape.asked.default([]),
    claim: shape.claim.default(0),
    danger: shape.danger.default(null),
    acknowledgedAt: shape.acknowledgedAt.default(null),
    waitingSince: shape.waitingSince.default(null),
    saidAt: shape.saidAt.default(null),
    callAt: shape.callAt.default(null),
    outcome: shape.outcome.default(null),
    note: z.string().default(''),
    notes: shape.notes.default([]),
    nextAction: z.string().default(''),
    steps: shape.steps.default([]),
    todo: shape.todo.default([]),
    todoSince: shape.todoSince.default(null),
  }),
  indexes: [
    { key: { state: 1, deadline: 1 }, serves: 'The open ones, and whose deadline has come' },
    { key: { conversationId: 1, askedAt: -1 }, serves: 'Is somebody of the team already with this conversation?' },
    { key: { askedAt: 1, audience: 1 }, serves: 'How often was a person asked for on a day?' },
    { key: { todoSince: 1 }, serves: 'Which have something left to tell, ring or stop?' },
    { key: { expiresAt: 1 }, serves: 'Which handoffs are past their retention?' },
  ],
  sealed: ['note', 'notes.words', 'nextAction'],
});
