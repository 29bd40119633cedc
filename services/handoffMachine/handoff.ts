/** What a handoff is: one conversation that needs a person, always with an owner and a time by which something must happen. */
import { z } from 'zod';
import { level, moment } from '../store/collections/conversationState';

/**
 * queued: the team has it, by a named duty holder. offered: one named person is asked. claimed: somebody has it and has not
 * spoken yet. live: they are talking. callback: something is agreed for a time. closed: nothing is left to do.
 */
export const HANDOFF_STATES = ['queued', 'offered', 'claimed', 'live', 'callback', 'closed'] as const;

/** Whose turn it is to be asked when nobody took it, in the order they are asked. */
export const DUTIES = ['duty', 'second', 'lead', 'manager'] as const;
export type Duty = (typeof DUTIES)[number];

export const person = z.object({ kind: z.literal('person'), id: z.string().min(1), name: z.string().min(1) });
export const team = z.object({ kind: z.literal('team'), duty: z.enum(DUTIES), holder: z.string().min(1) });
export type PersonOwner = z.infer<typeof person>;
export type Owner = z.infer<typeof person> | z.infer<typeof team>;

/** Once it was asked for: why, and how soon. The same id twice is one. */
export const ask = z.object({ id: z.string(), reason: z.string(), level, at: moment, riskId: z.string() });
export type Ask = z.infer<typeof ask>;

/** What can happen to one, by the name its record has for it. The console has words for each (dialogs/content/staff/console.ts). */
export const STEPS = [
  'asked',
  'offered',
  'offeredAgain',
  'second',
  'lead',
  'manager',
  'stillOpen',
  'seen',
  'acknowledged',
  'claimed',
  'tookOver',
  'live',
  'left',
  'released',
  'offShift',
  'signedOut',
  'silent',
  'notTaken',
  'booked',
  'calledOff',
  'callMissed',
  'callback',
  'next',
  'nextMissed',
  'reached',
  'notReached',
  'closed',
] as const;
export type StepName = (typeof STEPS)[number];

/** Something that happened to it, in labels and names of staff: its record writes itself. */
export const step = z.object({
  at: moment,
  what: z.string(),
  /** whose doing, or who was asked; '' where a clock did it */
  who: z.string(),
  detail: z.string(),
  /** the same again and again is one step */
  times: z.number().int().min(1),
});
export type Step = z.infer<typeof step>;

/** A private note of one of the team: the person never sees it. */
export const teamNote = z.object({ at: moment, who: z.string(), words: z.string() });
export type TeamNote = z.infer<typeof teamNote>;

/** What is to be done outside its record, once for its key; it stays written down until it is done. */
export const todo = z.object({
  key: z.string(),
  /** tell: the conversation hears of it. ring: an alarm rings. hush: its alarms stop. measure: how long danger waited */
  kind: z.enum(['tell', 'ring', 'hush', 'measure']),
  /** tell: which news; hush: '' */
  what: z.string(),
  /** the member of staff it is about, as people are told */
  person: z.string(),
  level,
  /** tell: the claim it belongs to; ring: how many places on the alarm list are asked at least; measure: ms */
  n: z.number(),
  /** tell: by when a call was agreed for, ms; 0 for none */
  at: moment,
});
export type Todo = z.infer<typeof todo>;

export const OUTCOMES = ['helped', 'passedOn', 'handedBack', 'noAnswer', 'notWanted', 'mistake'] as const;

export const handoffShape = z.object({
  id: z.string().min(1),
  rev: z.number().int().min(1),
  conversationId: z.string(),
  /** the life of the conversation it belongs to; '' in records from before lives had names */
  life: z.string(),
  /** lead: for the safeguarding lead's eyes alone */
  audience: z.enum(['team', 'lead']),
  state: z.enum(HANDOFF_STATES),
  level,
  /** the most urgent of what it was asked for */
  reason: z.string(),
  asks: z.array(ask),
  owner: z.union([person, team]),
  /** by when the next thing must happen; after it the clock acts */
  deadline: moment,
  /** by when a person of the team is to act, as it stands beside the promise to the person */
  dueAt: moment,
  askedAt: moment,
  /** asked for while the team was at work: which of the two clocks it runs by */
  inHours: z.boolean(),
  /** the person was told that somebody comes now, or was left by whoever was there: minutes count */
  waits: z.boolean(),
  /** how often it came back to the team; each round is offered from the beginning */
  round: z.number().int().min(0),
  roundAt: moment,
  /** the step of the ladder reached in this round; -1 before the first */
  rung: z.number().int().min(-1),
  /** who was asked in this round, by id */
  asked: z.array(z.string()),
  /** counts the owners: what an earlier one still sends is refused */
  claim: z.number().int().min(0),
  claimedAt: moment.nullable(),
  /** danger nobody of the team has seen yet, since when */
  danger: z.object({ level, at: moment }).nullable(),
  acknowledgedAt: moment.nullable(),
  /** since when the person waits for an answer from whoever holds the thread; null while they do not */
  waitingSince: moment.nullable(),
  saidAt: moment.nullable(),
  callAt: moment.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  /** what the advisor wrote down for the team as they let it go */
  note: z.string(),
  /** what the team wrote down beside the talk, oldest first */
  notes: z.array(teamNote),
  /** the next thing its owner does about it, by `callAt`; '' where that is to call, or nothing */
  nextAction: z.string(),
  steps: z.array(step),
  todo: z.array(todo),
  /** since when something is left to do; null when nothing is */
  todoSince: moment.nullable(),
  endedAt: moment.nullable(),
  expiresAt: moment,
});
export type Handoff = z.infer<typeof handoffShape>;
