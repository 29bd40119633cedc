/** Whether everything written is in exactly one turn, in order, and every reply went out once, in order. */
import type { InboxItem, OutgoingMessage } from '../../services/store/collections/phone';
import type { TurnRecord } from '../../services/store/ports';

/** What one person wrote, in the order they wrote it. */
export interface Mine {
  readonly key: string;
  readonly text: string;
  /** as far as the carrier tells: ms since 1970; null where it does not. Infinity for a tap, which names its question */
  readonly writtenAt: number | null;
  /** when the app first said thank you for it, ms since 1970: from then on it is there to be heard */
  readonly thankedAt: number;
}

export interface Found {
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  /** answers taken for a question that was put after they were written */
  readonly misassigned: number;
  readonly repliesSent: number;
  readonly repliesLost: number;
  readonly repliesDoubled: number;
  readonly repliesOutOfOrder: number;
}

export const nothingFound: Found = {
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  misassigned: 0,
  repliesSent: 0,
  repliesLost: 0,
  repliesDoubled: 0,
  repliesOutOfOrder: 0,
};

export const addFound = (one: Found, other: Found): Found => ({
  lost: one.lost + other.lost,
  doubled: one.doubled + other.doubled,
  outOfOrder: one.outOfOrder + other.outOfOrder,
  misassigned: one.misassigned + other.misassigned,
  repliesSent: one.repliesSent + other.repliesSent,
  repliesLost: one.repliesLost + other.repliesLost,
  repliesDoubled: one.repliesDoubled + other.repliesDoubled,
  repliesOutOfOrder: one.repliesOutOfOrder + other.repliesOutOfOrder,
});

/** Everything that has to do with one person's line. */
export interface Evidence {
  readonly mine: readonly Mine[];
  readonly turns: readonly TurnRecord[];
  readonly items: readonly InboxItem[];
  readonly outgoing: readonly OutgoingMessage[];
  /** references the carrier took, in order */
  readonly taken: readonly (string | null)[];
}

const countOf = <T>(list: readonly T[]) => {
  const counts = new Map<T, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** Pairs of neighbours that stand the wrong way round. */
const descents = (numbers: readonly number[]) =>
  numbers.filter((one, at) => at > 0 && one < (numbers[at - 1] ?? 0)).length;

/** One inbox record for each message, heard in a turn that is there, and its words in that turn and no other. */
function judgeTurns({ mine, turns, items }: Evidence) {
  const turnOf = new Map(items.map((item) => [item.id, item]));
  const byInbound = countOf(turns.map((turn) => turn.inboundId));
  const linesOf = (turn: TurnRecord) => (turn.said ?? '').split('\n');
  let lost = 0;
  let doubled = 0;
  for (const one of mine) {
    const item = turnOf.get(one.key);
    const turn = turns.find((each) => each.inboundId === item?.turn);
    if (
      item?.state !== 'heard' ||
      turn === undefined ||
      !linesOf(turn).some((line) => line === one.text || line === '\u2022\u2022\u2022')
    )
      lost += 1;
    if (item?.turn && (byInbound.get(item.turn) ?? 0) > 1) doubled += 1;
  }
  const saidOften = countOf(turns.flatMap(linesOf));
  const wroteOften = countOf(mine.map((one) => one.text));
  for (const [text, often] of wroteOften) doubled += Math.max(0, (saidOften.get(text) ?? 0) - often);
  return { lost, doubled };
}

/** From reading what waits to the turn made of it, ms, on a busy machine. */
const beingHeard = 1_000;

/** How many stand before what was written earlier, though the earlier one was there in time to be put in front. */
function judgeOrder({ mine, turns, items }: Evidence): number {
  const placeOf = new Map(turns.map((turn, at) => [turn.inboundId, at]));
  const itemOf = new Map(items.map((item) => [item.id, item]));
  const heardAt = (at: number) => turns[at]?.at ?? 0;
  let wrong = 0;
  for (const [n, later] of mine.entries()) {
    const place = placeOf.get(itemOf.get(later.key)?.turn ?? '') ?? -1;
    for (const earlier of mine.slice(Math.max(0, n - 8), n)) {
      const before = placeOf.get(itemOf.get(earlier.key)?.turn ?? '') ?? -1;
      // one that was not safe on disk when the later was heard could not be heard before it
      if (before > place && earlier.thankedAt < heardAt(place) - beingHeard) wrong += 1;
    }
  }
  return wrong;
}

/** Lines of one turn in the order they were written. */
function judgeLines({ mine, turns }: Evidence): number {
  const often = countOf(mine.map((one) => one.text));
  const orderOf = new Map(mine.flatMap((one, at) => (often.get(one.text) === 1 ? [[one.text, at] as const] : [])));
  return turns
    .map((turn) => (turn.said ?? '').split('\n').flatMap((line) => orderOf.get(line) ?? []))
    .reduce((sum, numbers) => sum + descents(numbers), 0);
}

/** A turn that answers what was asked after its first words were written, and does not say that messages crossed. */
function judgeAssigned({ mine, turns, items, outgoing }: Evidence): number {
  /** when the last message of a turn left */
  const leftAt = (turn: TurnRecord) =>
    Math.max(
      turn.at,
      ...outgoing.filter((one) => Math.floor(one.n / 100) === turn.firstItem).map((one) => one.lastTriedAt ?? one.at),
    );
  const itemsOf = new Map<string, InboxItem[]>();
  for (const item of items) if (item.turn) itemsOf.set(item.turn, [...(itemsOf.get(item.turn) ?? []), item]);
  const writtenOf = new Map(mine.map((one) => [one.key, one.writtenAt]));
  let asked = Number.NEGATIVE_INFINITY;
  let wrong = 0;
  for (const turn of turns) {
    const written = Math.min(
      ...(itemsOf.get(turn.inboundId) ?? []).map((item) => writtenOf.get(item.id) ?? item.writtenAt),
    );
    if (written < asked && turn.replies.length > 0 && !turn.messageIds.includes('W-CROSSED')) wrong += 1;
    if (turn.replies.some((reply) => reply.choices.length > 0)) asked = leftAt(turn);
  }
  return wrong;
}

/** Each reply of each turn once at the carrier, in the order it was said. */
function judgeReplies({ turns, outgoing, taken }: Evidence) {
  const counts = countOf(taken);
  const wanted = [...outgoing].sort((a, b) => a.at - b.at || a.n - b.n);
  const gone = new Set(['sent', 'delivered', 'read']);
  const place = new Map(wanted.map((one, at) => [one.ref, at]));
  const silent = turns.filter(
    (turn) => turn.replies.length > 0 && !outgoing.some((one) => Math.floor(one.n / 100) === turn.firstItem),
  );
  return {
    repliesSent: taken.length,
    repliesLost: silent.length + wanted.filter((one) => !gone.has(one.state) || !counts.has(one.ref)).length,
    repliesDoubled: [...counts.values()].reduce((sum, often) => sum + often - 1, 0),
    repliesOutOfOrder: descents(taken.flatMap((ref) => (ref === null ? [] : (place.get(ref) ?? [])))),
  };
}

/** Judges one person's line. */
export function judgeLine(evidence: Evidence): Found {
  return {
    ...judgeTurns(evidence),
    outOfOrder: judgeOrder(evidence) + judgeLines(evidence),
    misassigned: judgeAssigned(evidence),
    ...judgeReplies(evidence),
  };
}

/** How many faults there are in it. */
export const faultsIn = (found: Found): number =>
  found.lost +
  found.doubled +
  found.outOfOrder +
  found.misassigned +
  found.repliesLost +
  found.repliesDoubled +
  found.repliesOutOfOrder;
