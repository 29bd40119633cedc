/** The rota of the team: made and changed by a manager, and what is so by it now. While none was made, nothing here is. */
import type { Done } from '../audit/audit';
import { dateAfter, momentOf } from '../calendar/moment';
import { OFFICE_ROTA, type Rota } from '../calendar/team';
import { byHours } from '../calendar/times';
import type { Present } from '../staff/presence';
import type { Records } from '../store/ports';
import type { StoredRota } from './collection';
import { coverOn, onShift, type StaffRota, staffRotaShape, type WhyBad, whyBad } from './rota';

export interface RotaDeps {
  readonly records: Records<StoredRota>;
  /** throws StoreDown, and then nothing is done */
  readonly audit: (done: Done) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** `rev` is the one the change was made on: 0 for somebody who had no rota. */
export type RotaChange = Pick<StaffRota, 'room' | 'shifts' | 'leave'> & { readonly rev: number };
export type RotaSaved =
  | { readonly kind: 'saved'; readonly rota: StoredRota }
  /** somebody changed it meanwhile: what it is now, null when it is gone */
  | { readonly kind: 'stale'; readonly latest: StoredRota | null }
  | { readonly kind: 'bad'; readonly why: WhyBad | 'shape' };

/** As far as the rota is taken to be known, days; after that the public hours are said. */
const known = 56;
/** A rota under which nobody works for so many days is one somebody forgot, and nothing is said by it. */
const forgotten = 14;
const most = 500;
const year = 365;

/** What people are told by a rota, in and out of on-call; null while there is none to go by. */
interface Told {
  readonly rota: Rota;
  readonly onCall: Rota;
}

/** `advisors`: those of it who answer people. */
function toldBy(advisors: readonly StaffRota[], today: string): Told | null {
  const spans = new Map<string, ReturnType<typeof coverOn>>();
  const hours = byHours(OFFICE_ROTA.hours);
  const horizon = dateAfter(today, known);
  const spansOn = (date: string) => {
    if (date > horizon) return hours(date);
    const found = spans.get(date) ?? coverOn(advisors, date);
    spans.set(date, found);
    return found;
  };
  const soon = Array.from({ length: forgotten }, (_none, n) => spansOn(dateAfter(today, n)));
  if (soon.every((one) => one.length === 0)) return null;
  const rota = { ...OFFICE_ROTA, spansOn };
  return { rota, onCall: { ...rota, onCall: true } };
}

export function createRota({ records, audit, now }: RotaDeps) {
  /** the rota of those who still work here, as it was read last, and what is told by it */
  let seen: {
    readonly mark: string;
    readonly all: readonly StaffRota[];
    readonly advisors: readonly StaffRota[];
    readonly told: Told | null;
  } = { mark: '', all: [], advisors: [], told: null };

  /** Reads it for the team as it is. */
  async function look(people: readonly Pick<Present, 'id' | 'roles'>[]): Promise<void> {
    const stored = await records.find({}, most);
    const ids = new Set(people.map(({ id }) => id));
    const answers = new Set(people.filter(({ roles }) => roles.includes('advisor')).map(({ id }) => id));
    const today = momentOf(now()).date;
    const all = stored.filter(({ id }) => ids.has(id));
    const mark = `${today} ${all.map(({ id, rev }) => `${id}:${rev}:${answers.has(id)}`).sort()}`;
    if (seen.mark === mark) return;
    const advisors = all.filter(({ id }) => answers.has(id));
    seen = { mark, all, advisors, told: toldBy(advisors, today) };
  }

  const fresh = ({ shifts, leave, ...rest }: StoredRota, today: string): StoredRota => {
    const since = dateAfter(today, -year);
    return {
      ...rest,
      shifts: shifts.filter(({ weekday, date, until }) => (weekday === null ? date : (until ?? today)) >= since),
      leave: leave.filter(({ until }) => until >= since),
    };
  };

  return {
    /** Everybody's, read now. */
    list: (): Promise<readonly StoredRota[]> => records.find({}, most),

    /** One of the team's, read now; null while they have none. */
    of: (staffId: string): Promise<StoredRota | null> => records.get(staffId),

    /** Keeps one person's rota, if nobody changed it meanwhile. */
    async save(by: string, staffId: string, { rev, ...change }: RotaChange): Promise<RotaSaved> {
      const read = staffRotaShape.safeParse({ ...change, id: staffId });
      if (!read.success) return { kind: 'bad', why: 'shape' };
      const why = whyBad(read.data);
      if (why !== null) return { kind: 'bad', why };
      const there = await records.get(staffId);
      if ((there?.rev ?? 0) !== rev) return { kind: 'stale', latest: there };
      const next = fresh({ ...read.data, rev: rev + 1 }, momentOf(now()).date);
      await audit({ actor: by, action: 'rotaChanged', subject: `staff:${staffId}`, detail: { rev: String(rev + 1) } });
      const saved = rev === 0 ? await records.add(next) : await records.replace(next, rev);
      if (!saved) return { kind: 'stale', latest: await records.get(staffId) };
      return { kind: 'saved', rota: next };
    },

    /**
     * Who is there, by the rota as well, read again with each call: it is to be called every few seconds in each process.
     * On call is for danger alone: they have no room for anything else.
     */
    async there(people: readonly Present[], at: number): Promise<readonly Present[]> {
      await look(people);
      if (seen.told === null) return people;
      const duties = onShift(seen.all, at);
      return people.map((one) => {
        const duty = duties.get(one.id);
        // on the rota and not signed in, or away by their own word: nobody can be asked
        return { ...one, onShift: one.onShift && duty !== undefined, room: duty?.kind === 'work' ? duty.room : 0 };
      });
    },

    /** Of those who answer people, as it was read last. */
    advisors: (): readonly StaffRota[] => seen.advisors,

    /** What people are told by it at a moment, with nobody known to be at their console. */
    told(at: number): Rota {
      if (seen.told === null) return OFFICE_ROTA;
      const onCall = [...onShift(seen.all, at).values()].some(({ kind }) => kind === 'onCall');
      return onCall ? seen.told.onCall : seen.told.rota;
    },
  };
}
