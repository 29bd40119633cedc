/** Writes a risk down, as complete as the turn knows it (guide.md 2.5): times that happened, never assumed. */
import { z } from 'zod';
import { addOnce } from '../../store/addOnce';
import { channelKind, contactMode, level, riskCategory } from '../../store/collections/conversationState';
import type { Risk } from '../../store/collections/safety';
import { KEPT } from '../../store/kept';
import type { Asked, EffectParts } from './effect';

export const riskData = z.object({
  riskId: z.string().default(''),
  category: riskCategory,
  level,
  channel: channelKind,
  mode: contactMode,
  rule: z.string().default(''),
  question: z.string().default(''),
  answer: z.string().default(''),
  receivedAt: z.number().nullable().default(null),
  /** what was answered in the same turn (services/risks/answered.ts) */
  replyId: z.string().default(''),
  replyVersion: z.string().default(''),
  numbersOffered: z.array(z.string()).default([]),
});

export async function writeRisk(asked: Asked<z.output<typeof riskData>>, parts: EffectParts): Promise<void> {
  const { conversationId, id, at, data, written } = asked;
  const isChild = data.category === 'child_at_risk';
  const risk: Risk = {
    id,
    eventId: data.riskId,
    conversationId,
    personRef: null,
    channel: data.channel,
    mode: data.mode,
    // when the message came is known to the channel; a turn knows only when it was read
    receivedAt: data.receivedAt,
    detectedAt: at,
    detector: data.rule || `person:${data.question}`,
    confidence: null,
    category: data.category,
    levelAuto: data.level,
    levelHuman: null,
    exactWords: written.secret ?? null,
    replyId: data.replyId || null,
    replyVersion: data.replyVersion || null,
    sentAt: null,
    numbersOffered: data.numbersOffered,
    handoffOfferedAt: null,
    handoffAnswer: data.answer || null,
    human: null,
    humanSeenAt: null,
    humanFirstContactAt: null,
    personWishes: null,
    toldBeforeSharing: null,
    sharedWith: [],
    whatShared: null,
    lawfulBasis: null,
    condition: null,
    aspThreePoint: null,
    childInvolved: isChild ? true : null,
    decision: null,
    reason: null,
    followUpOwner: 'team',
    followUpDue: null,
    leadSignoff: null,
    closedAt: null,
    learning: null,
    writtenAt: null,
    writtenBy: null,
    expiresAt: at + (isChild ? KEPT.forEver : 7 * KEPT.supportRecord),
  };
  await addOnce(parts.risks, risk, ['conversationId', 'eventId', 'category', 'detectedAt']);
}

/** One alert for one risk, reason and level, whichever effect asks for it. */
export const alertIdOf = (effectId: string, riskId: string, why: string, at: string): string =>
  riskId === '' ? effectId : `${riskId}:${why}:${at}`;
