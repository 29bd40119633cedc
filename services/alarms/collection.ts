/** How alarms are kept: when each rang, to which place on the list, and when somebody said they have it. Nothing about a person. */
import { z } from 'zod';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';

const call = z.object({
  at: moment,
  /** place on the list, from 0 */
  place: z.number().int().min(0),
  by: z.enum(['email', 'sms', 'webhook', 'push']),
  /** `sent`, or the code of why not */
  result: z.string(),
});

export const alarms = defineCollection({
  name: 'alarms',
  keptFor: { days: 365, why: 'when an alarm rang and who had it; nobody is in it' },
  schema: z.object({
    /** kind and what it is about: raising it twice is raising it once */
    id: z.string().min(1),
    rev: z.number().int().min(1),
    kind: z.enum(['danger', 'setAside', 'fault', 'handoff', 'promise']),
    level: z.enum(['P0', 'P1', 'P2']),
    /** the id of what it is about, such as a risk */
    about: z.string(),
    /** what all alarms about one thing share, so that whoever has that stops them; leads to nobody by itself */
    subject: z.string().default(''),
    /** places of the list that are asked at least, whatever the time */
    places: z.number().int().min(1).default(1),
    /** what our team is told: a code that leads to nobody by itself */
    event: z.string(),
    inHours: z.boolean(),
    raisedAt: moment,
    /** the latest calls */
    calls: z.array(call),
    /** fingerprints of the links, by place on the list */
    links: z.array(z.string()),
    acknowledgedAt: moment.nullable(),
    /** their place on the list; null where it was stopped in the console */
    acknowledgedBy: z.number().int().nullable(),
    /** who it was, as our records name them */
    acknowledgedWho: z.string().default(''),
    expiresAt: moment,
  }),
  indexes: [
    { key: { links: 1 }, serves: 'Which alarm does this link stop?' },
    { key: { subject: 1 }, serves: 'Which alarms are about what somebody has just taken?' },
    { key: { event: 1 }, serves: 'What is the event somebody asks about?' },
    { key: { acknowledgedAt: 1, raisedAt: 1 }, serves: 'Which open ones have never rung?' },
    { key: { expiresAt: 1 }, serves: 'Which alarms are past their retention?' },
  ],
  sealed: [],
});
export type Alarm = z.infer<typeof alarms.schema>;
