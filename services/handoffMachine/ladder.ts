/** When whom is asked while nobody has it, by level, in hours and out (guide.md 2.2). The alarm rings by the same times. */
import type { Level } from '../../dialogs/types';
import { type AlarmLevel, RINGING } from '../alarms/policy';
import { addWorkingMinutes, nextOpen, OFFICE_HOURS, type WorkingHours } from '../calendar/working';
import type { Role } from '../store/collections/roles';
import type { Duty, Handoff, StepName } from './handoff';
import { holdsNow } from './rank';
import { isHere, mayTake, type Staff, type StaffNow } from './reasons';

const minute = 60_000;

/** The steps in order: asked, asked again, then the second person, the safeguarding lead, the manager. */
export const RUNGS: readonly { readonly what: StepName; readonly duty: Duty; readonly places: number }[] = [
  { what: 'offered', duty: 'duty', places: 1 },
  { what: 'offeredAgain', duty: 'duty', places: 1 },
  { what: 'second', duty: 'second', places: 2 },
  { what: 'lead', duty: 'lead', places: 3 },
  { what: 'manager', duty: 'manager', places: 4 },
];
const top = RUNGS.length - 1;

const isUrgent = (level: Level): level is Extract<AlarmLevel, 'P0' | 'P1'> => level === 'P0' || level === 'P1';

type Round = Pick<Handoff, 'level' | 'inHours' | 'waits' | 'roundAt' | 'dueAt'>;

/** Minutes after the asking of somebody who was told that one of us comes now: asked again, then the others. */
const whileTheyWait = [0, 2, 5, 10, 15];

/** Minutes at work, after the time it was due, at which the lead and the manager are asked. */
const afterDue: Readonly<Record<'P2' | 'P3' | 'P4', readonly [number, number]>> = {
  P2: [60, 120],
  P3: [240, 480],
  P4: [240, 480],
};

/** The moments of the steps of one round, ms since 1970. */
export function momentsOf(
  { level, inHours, waits, roundAt, dueAt }: Round,
  hours: WorkingHours = OFFICE_HOURS,
): readonly number[] {
  if (isUrgent(level)) {
    const { repeat, next } = RINGING[level][inHours ? 'inHours' : 'outOfHours'];
    return [roundAt, roundAt + repeat, ...next.map((after) => roundAt + after)].slice(0, RUNGS.length);
  }
  if (waits) return whileTheyWait.map((minutes) => roundAt + minutes * minute);
  const due = Math.max(dueAt, roundAt + 30 * minute);
  const [lead, manager] = afterDue[level];
  const halfway = Math.min(due, nextOpen(roundAt + (due - roundAt) / 2, hours));
  return [roundAt, halfway, due, addWorkingMinutes(due, lead, hours), addWorkingMinutes(due, manager, hours)];
}

/** When the last step is said again to those who were asked, ms since 1970. */
function again({ level, inHours, waits }: Round, at: number, hours: WorkingHours): number {
  if (isUrgent(level)) return at + RINGING[level][inHours ? 'inHours' : 'outOfHours'].repeat;
  if (waits) return at + 10 * minute;
  return addWorkingMinutes(at, level === 'P2' ? 60 : 240, hours);
}

/** The step reached at a moment, and when the next one is due. */
export function stepAt(round: Round, at: number, hours: WorkingHours = OFFICE_HOURS): { rung: number; next: number } {
  const moments = momentsOf(round, hours);
  const rung = Math.max(0, moments.filter((moment) => moment <= at).length - 1);
  return { rung, next: moments[rung + 1] ?? again(round, at, hours) };
}

/** What the alarm list is asked at this step; null where it does not ring: only danger rings from the start. */
export function ringsAt(level: Level, rung: number): { readonly level: AlarmLevel; readonly places: number } | null {
  if (isUrgent(level)) return rung === 0 ? { level, places: 1 } : null;
  return rung < 2 ? null : { level: 'P2', places: RUNGS[Math.min(rung, top)]?.places ?? 1 };
}

const roleOf: Readonly<Record<Duty, Role>> = {
  duty: 'advisor',
  second: 'advisor',
  lead: 'safeguarding',
  manager: 'manager',
};

/**
 * Who is asked by name: somebody on shift who may take it, of the role of this step, who was not asked yet in this round,
 * at their console, with the fewest threads. Null when nobody is: then the duty has it, by whoever holds that.
 */
export function whoFor(
  handoff: Pick<Handoff, 'audience' | 'level' | 'asked'>,
  duty: Duty,
  people: readonly StaffNow[],
  open: readonly Handoff[],
  at: number,
): Staff | null {
  const role = handoff.audience === 'lead' ? 'safeguarding' : roleOf[duty];
  const load = (one: Staff) => holdsNow(open, one);
  const fits = people.filter(
    (one) =>
      one.onShift &&
      mayTake(one, handoff) &&
      one.roles.includes(role) &&
      // a full desk is asked for danger alone
      (isUrgent(handoff.level) || load(one) < one.room),
  );
  const order = (one: StaffNow) => [Number(handoff.asked.includes(one.id)), Number(!isHere(one, at)), load(one)];
  const [best] = [...fits].sort((a, b) => {
    const [x, y] = [order(a), order(b)];
    return x.map((value, n) => value - (y[n] ?? 0)).find((difference) => difference !== 0) ?? (a.id < b.id ? -1 : 1);
  });
  return best ?? null;
}
