/** How an alarm rings, by level, as data (guide.md 2.2): how often, and when the next person on the list is asked too. */
const minute = 60_000;
const hour = 60 * minute;

export type AlarmLevel = 'P0' | 'P1' | 'P2';

export interface Ringing {
  /** ms between calls to those already asked */
  readonly repeat: number;
  /** ms after the alarm at which the second person, the third and so on are asked as well */
  readonly next: readonly number[];
}

/**
 * P0: eyes on in 2 minutes, a second person at 4, the safeguarding lead at 6, the manager at 8; out of hours eyes on in 10.
 * P1: eyes on in 15 minutes; out of hours in 60. P2: within 4 working hours; else in the first hour of the morning.
 */
export const RINGING: Readonly<Record<AlarmLevel, { readonly inHours: Ringing; readonly outOfHours: Ringing }>> = {
  P0: {
    inHours: { repeat: 2 * minute, next: [4 * minute, 6 * minute, 8 * minute] },
    outOfHours: { repeat: 5 * minute, next: [10 * minute, 15 * minute, 20 * minute] },
  },
  P1: {
    inHours: { repeat: 5 * minute, next: [15 * minute, 30 * minute, 45 * minute] },
    outOfHours: { repeat: 20 * minute, next: [60 * minute, 90 * minute, 120 * minute] },
  },
  P2: {
    inHours: { repeat: 2 * hour, next: [4 * hour] },
    outOfHours: { repeat: 12 * hour, next: [16 * hour] },
  },
};

/** A call that left by no way at all is tried again so soon, ms. */
export const CALL_AGAIN = 30_000;

/** How many people of a list of `people` have been asked `after` ms, the first at once. The list's end stays the end. */
export function askedAfter({ next }: Ringing, after: number, people: number): number {
  return Math.min(people, 1 + next.filter((at) => after >= at).length);
}

/** When it rings next, ms after the alarm: the next repeat, or sooner when another person is due. */
export function nextRing({ repeat, next }: Ringing, after: number, people: number): number {
  const further = next.slice(0, Math.max(0, people - 1)).find((at) => at > after);
  const again = after + repeat;
  return further === undefined ? again : Math.min(again, further);
}
