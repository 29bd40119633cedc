/** Times at which we could ring them, and whether any may be offered. */
import type { Context } from './draft';
import { chosen, givenToTeam, wayBack, wordsFor } from './facts';
import type { CallTime, SafeTimes } from './types';

/** The question, at its first times. */
export const CALL_TIME = 'callTime:0';
/** Times shown at once: two of a day, so that more than one day can be seen. */
const ON_A_DAY = 2;
const SHOWN = 4;

function safeTimes(c: Context): SafeTimes {
  const { window } = c.state.answers;
  return { window: window?.skipped ? 'skipped' : chosen(c, 'window'), avoid: wordsFor(c, 'avoid') };
}

export const callTimes = (c: Context): readonly CallTime[] => c.world.callTimes(safeTimes(c));

/** One page of them after another, from 0: spread over the days there are. */
export function timesOnPage(c: Context, page: number): readonly CallTime[] {
  const byDay = new Map<string, CallTime[]>();
  for (const time of callTimes(c)) {
    const day = c.world.sayDate(time.from);
    byDay.set(day, [...(byDay.get(day) ?? []), time]);
  }
  const days = [...byDay.values()];
  const rounds = Math.max(0, ...days.map((day) => Math.ceil(day.length / ON_A_DAY)));
  const inOrder = Array.from({ length: rounds }, (_none, round) =>
    days.flatMap((day) => day.slice(round * ON_A_DAY, (round + 1) * ON_A_DAY)),
  ).flat();
  return inOrder.slice(page * SHOWN, (page + 1) * SHOWN).toSorted((a, b) => a.from - b.from);
}

/** We may ring them: there is a number, and they did not say that only a text is safe. */
export function mayRing(c: Context): boolean {
  const way = wayBack(c);
  if (way === '' || way.includes('@')) return false;
  return chosen(c, 'safeNumber') !== 'textOnly' || givenToTeam(c) === way;
}

/** Nobody answers now, there is a time to offer, and nothing stands against offering one. */
export function offersCall(c: Context): boolean {
  const { contact, safety } = c.state;
  if (c.world.team.open || contact !== 'OPEN' || safety !== null) return false;
  return (wayBack(c) === '' || mayRing(c)) && callTimes(c).length > 0;
}
