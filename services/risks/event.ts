/** One event of danger as it stands: what was heard first, and everything written about it since, the latest last. Pure. */

import type { Handoff } from '../handoffMachine/handoff';
import type { OutgoingMessage } from '../store/collections/phone';
import type { Risk } from '../store/collections/safety';
import { turnIn } from '../store/identity';

/** What the person answered to a question about it. */
export interface AnswerGiven {
  readonly at: number;
  readonly question: string;
  readonly answer: string;
  readonly words: string;
}

export interface RiskEvent {
  /** the record as it stands; what nobody filled in is null */
  readonly now: Risk;
  readonly answers: readonly AnswerGiven[];
  /** who wrote what was added, and when */
  readonly added: readonly { readonly at: number; readonly by: string }[];
}

/** Written by a turn, and not added later by one of us. */
const wasHeard = ({ id, conversationId }: Risk): boolean => turnIn(id, conversationId) !== null;
const writtenAt = (one: Risk): number => one.writtenAt ?? one.humanSeenAt ?? one.detectedAt;

/** What a later record says beside an earlier one: only what somebody filled in. */
function laidOver(before: Risk, later: Risk): Risk {
  const latest = <Value>(was: Value, is: Value): Value => (is === null ? was : is);
  return {
    ...before,
    levelHuman: latest(before.levelHuman, later.levelHuman),
    human: latest(later.human, before.human),
    // of two times that happened, the first is when it happened first
    humanSeenAt: before.humanSeenAt ?? later.humanSeenAt,
    humanFirstContactAt: before.humanFirstContactAt ?? later.humanFirstContactAt,
    sentAt: before.sentAt ?? later.sentAt,
    handoffOfferedAt: before.handoffOfferedAt ?? later.handoffOfferedAt,
    handoffAnswer: latest(before.handoffAnswer, later.handoffAnswer),
    personWishes: latest(before.personWishes, later.personWishes),
    toldBeforeSharing: latest(before.toldBeforeSharing, later.toldBeforeSharing),
    sharedWith: [...before.sharedWith, ...later.sharedWith],
    whatShared: latest(before.whatShared, later.whatShared),
    lawfulBasis: latest(before.lawfulBasis, later.lawfulBasis),
    condition: latest(before.condition, later.condition),
    aspThreePoint: latest(before.aspThreePoint, later.aspThreePoint),
    childInvolved: latest(before.childInvolved, later.childInvolved),
    decision: latest(before.decision, later.decision),
    reason: latest(before.reason, later.reason),
    followUpOwner: later.writtenAt === null ? before.followUpOwner : latest(before.followUpOwner, later.followUpOwner),
    followUpDue: latest(before.followUpDue, later.followUpDue),
    leadSignoff: latest(before.leadSignoff, later.leadSignoff),
    closedAt: latest(before.closedAt, later.closedAt),
    learning: latest(before.learning, later.learning),
  };
}

/** The record that began it; null where none of these did. */
export function firstOf(records: readonly Risk[]): Risk | null {
  return records.filter(wasHeard).toSorted((a, b) => a.detectedAt - b.detectedAt)[0] ?? null;
}

/** All records of one event, folded; null where none of them began one. */
export function foldEvent(records: readonly Risk[]): RiskEvent | null {
  const first = firstOf(records);
  if (first === null) return null;
  const later = records.filter((one) => one !== first).toSorted((a, b) => writtenAt(a) - writtenAt(b));
  return {
    now: later.reduce(laidOver, first),
    answers: records
      .filter(({ handoffAnswer }) => handoffAnswer !== null)
      .filter(wasHeard)
      .toSorted((a, b) => a.detectedAt - b.detectedAt)
      .map((one) => ({
        at: one.detectedAt,
        question: one.detector.replace('person:', ''),
        answer: one.handoffAnswer ?? '',
        words: one.exactWords ?? '',
      })),
    added: later.flatMap(({ writtenAt: at, writtenBy: by }) => (at === null ? [] : [{ at, by: by ?? '' }])),
  };
}

/** Times that happened, read off the records that were written when they did; null where nothing was. */
export type TimesSeen = Pick<Risk, 'human' | 'humanSeenAt' | 'humanFirstContactAt' | 'handoffOfferedAt' | 'sentAt'>;

const went: ReadonlySet<OutgoingMessage['state']> = new Set(['sent', 'delivered', 'read']);
const earliest = (times: readonly number[]): number | null => (times.length === 0 ? null : Math.min(...times));

export function timesSeen(first: Risk, handoffs: readonly Handoff[], outgoing: readonly OutgoingMessage[]): TimesSeen {
  const { eventId, detectedAt } = first;
  const about = handoffs.filter(({ asks }) => asks.some(({ riskId }) => riskId === eventId));
  const steps = about.flatMap((one) => one.steps).filter(({ at }) => at >= detectedAt);
  const seen = steps.filter(({ what }) => what === 'claimed' || what === 'tookOver' || what === 'seen');
  const met = steps.filter(({ what }) => what === 'live' || what === 'reached');
  const seenAt = earliest(seen.map(({ at }) => at));
  const asked = about.flatMap(({ asks }) => asks).filter(({ riskId }) => riskId === eventId);
  // the messages of a turn carry its time; when they went is when their carrier took them
  const sent = outgoing.filter(({ at, state }) => at === detectedAt && went.has(state));
  return {
    human: seen.find(({ at }) => at === seenAt)?.who ?? null,
    humanSeenAt: seenAt,
    humanFirstContactAt: earliest(met.map(({ at }) => at)),
    handoffOfferedAt: earliest(asked.map(({ at }) => at)),
    sentAt: earliest(sent.flatMap(({ lastTriedAt }) => (lastTriedAt === null ? [] : [lastTriedAt]))),
  };
}

/** The record with what was seen to happen laid under what is written there already. */
export function withTimes(now: Risk, seen: TimesSeen): Risk {
  return {
    ...now,
    human: now.human ?? seen.human,
    humanSeenAt: now.humanSeenAt ?? seen.humanSeenAt,
    humanFirstContactAt: now.humanFirstContactAt ?? seen.humanFirstContactAt,
    handoffOfferedAt: now.handoffOfferedAt ?? seen.handoffOfferedAt,
    sentAt: now.sentAt ?? seen.sentAt,
  };
}
