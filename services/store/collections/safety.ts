/** Risk events: what must never be lost or left without an owner. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { channelKind, contactMode, level, moment, riskCategory } from './conversationState';

const id = z.string().min(1);
const maybe = z.string().nullable();
const when = moment.nullable();

/**
 * guide.md 2.5, one record an event. Append-only: what a person does about it later is a new record with the same
 * `eventId`, so nothing is ever written over. Fields nobody has filled yet are null.
 */
export const risks = defineCollection({
  name: 'risks',
  keptFor: { days: 36500, why: 'adult safeguarding: 7 years; a child: not deleted by clock' },
  schema: z.object({
    id,
    eventId: z.string(),
    conversationId: z.string(),
    personRef: maybe,
    channel: channelKind,
    mode: contactMode,
    /** null where nobody noted it: no time is kept here that was not seen to happen */
    receivedAt: when,
    detectedAt: moment,
    /** keyword id, model version, `person chose`, or `human` */
    detector: z.string(),
    confidence: z.number().nullable(),
    category: riskCategory,
    levelAuto: level,
    levelHuman: level.nullable(),
    exactWords: maybe,
    replyId: maybe,
    replyVersion: maybe,
    sentAt: when,
    numbersOffered: z.array(z.string()),
    handoffOfferedAt: when,
    handoffAnswer: maybe,
    human: maybe,
    humanSeenAt: when,
    humanFirstContactAt: when,
    personWishes: maybe,
    toldBeforeSharing: z.object({ told: z.boolean(), why: z.string() }).nullable(),
    sharedWith: z.array(
      z.object({ name: z.string(), role: z.string(), org: z.string(), at: moment, reference: z.string() }),
    ),
    whatShared: maybe,
    lawfulBasis: maybe,
    condition: maybe,
    aspThreePoint: z.object({ test: z.enum(['met', 'not', 'unsure']), notes: z.string() }).nullable(),
    childInvolved: z.boolean().nullable(),
    decision: maybe,
    reason: maybe,
    followUpOwner: maybe,
    followUpDue: when,
    leadSignoff: maybe,
    closedAt: when,
    learning: maybe,
    /** of what one of the team added: when, and who. Null for what was heard, and for a look at its alarm */
    writtenAt: when.default(null),
    writtenBy: maybe.default(null),
    expiresAt: moment,
  }),
  indexes: [
    { key: { conversationId: 1, detectedAt: -1 }, serves: 'The risk history of one conversation, newest first' },
    { key: { eventId: 1, detectedAt: 1 }, serves: 'Everything recorded about one event, in order' },
    { key: { closedAt: 1, levelAuto: 1, detectedAt: 1 }, serves: 'The open risks, most urgent first' },
    { key: { expiresAt: 1 }, serves: 'Which risk records are past their retention?' },
  ],
  sealed: [
    'exactWords',
    'personWishes',
    'toldBeforeSharing.why',
    'sharedWith',
    'whatShared',
    'aspThreePoint.notes',
    'decision',
    'reason',
    'learning',
  ],
});
export type Risk = z.infer<typeof risks.schema>;
