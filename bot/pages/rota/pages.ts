/** `/advisor/rota`: the team sees the week and the hours nobody is there; a manager changes it, one person at a time. */
import { randomUUID } from 'node:crypto';
import { rotaWords as words } from '../../../dialogs/content/staff/rota';
import { isHoliday } from '../../../services/calendar/holidays';
import { dateAfter, momentOf, weekdayOf, whenIs } from '../../../services/calendar/moment';
import { sayClock, sayDate, sayWeekday } from '../../../services/calendar/say';
import { OFFICE_HOURS } from '../../../services/calendar/working';
import type { StoredRota } from '../../../services/rota/collection';
import { dutiesIn, type Leave, type Shift, type StaffRota, uncovered } from '../../../services/rota/rota';
import type { createRota } from '../../../services/rota/service';
import { hoursIn, hoursOf, usualWeek, withUsualWeek } from '../../../services/rota/week';
import type { Role } from '../../../services/store/collections/roles';
import type { Staff } from '../../../services/store/collections/staff';
import { type OneRotaView, oneRotaBody, weekBody } from '../../../web/server/staff/rotaView';
import { type Answer, type Asking, type Handler, signedIn } from '../staff/door';

export interface RotaPagesDeps {
  readonly rota: Pick<ReturnType<typeof createRota>, 'list' | 'of' | 'save'>;
  readonly accounts: {
    readonly list: () => Promise<readonly Staff[]>;
    readonly get: (id: string) => Promise<Staff | null>;
  };
  /** ms since 1970 */
  readonly now: () => number;
}

const AT = '/advisor/rota';
const DAYS = [1, 2, 3, 4, 5, 6, 7];
const works: ReadonlySet<Role> = new Set(['advisor', 'safeguarding', 'manager']);
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const mondayOf = (date: string): string => dateAfter(date, 1 - weekdayOf(date));
const noon = (date: string): number => whenIs(date, 720);
const isOneOfUs = ({ state, roles }: Staff): boolean => state === 'open' && roles.some((role) => works.has(role));
const between = (from: number, to: number): string =>
  words.hours(sayClock(momentOf(from).minutes), sayClock(momentOf(to).minutes));

/** What somebody does on a date, in words. */
function dayOf(one: StaffRota, date: string): readonly string[] {
  const span = { from: whenIs(date, 0), to: whenIs(dateAfter(date, 1), 0) };
  const said = dutiesIn([one], span)
    .toSorted((a, b) => a.from - b.from)
    .map(({ kind, from, to }) => (kind === 'work' ? between(from, to) : words.onCall(between(from, to))));
  const away = one.leave.some(({ date: first, until }) => first <= date && date <= until);
  return away ? [...said, words.away] : said;
}

export function rotaPages({ rota, accounts, now }: RotaPagesDeps) {
  const team = async () => (await accounts.list()).filter(isOneOfUs);

  const week = signedIn(async ({ seen, query }) => {
    const asked = query.get('week') ?? '';
    const monday = mondayOf(isDate(asked) ? asked : momentOf(now()).date);
    const [people, all] = [await team(), await rota.list()];
    const of = (id: string): StaffRota => all.find((one) => one.id === id) ?? { id, room: 1, shifts: [], leave: [] };
    const advisors = people.filter(({ roles }) => roles.includes('advisor')).map(({ id }) => of(id));
    const gaps = uncovered(advisors, OFFICE_HOURS, monday).map(({ date, from, to }) =>
      words.gap(
        `${sayWeekday(weekdayOf(date))} ${sayDate(noon(date)).slice(4)}`,
        sayClock(momentOf(from).minutes),
        sayClock(momentOf(to).minutes),
      ),
    );
    const dates = DAYS.map((n) => dateAfter(monday, n - 1));
    return {
      kind: 'page',
      title: words.title,
      at: AT,
      width: 'wide',
      body: weekBody({
        week: {
          title: words.week(sayDate(noon(monday)), sayDate(noon(dateAfter(monday, 6)))),
          before: dateAfter(monday, -7),
          after: dateAfter(monday, 7),
        },
        days: dates.map((date) => (isHoliday(date) ? words.holiday(sayDate(noon(date))) : sayDate(noon(date)))),
        people: people.map(({ id, name }) => ({ id, name, days: dates.map((date) => dayOf(of(id), date)) })),
        gaps,
        made: advisors.some(({ shifts }) => shifts.length > 0),
        mayChange: seen.account.roles.includes('manager'),
      }),
    };
  });

  const idIn = ({ params }: Asking): string => params['id'] ?? '';
  const fresh = (id: string): StoredRota => ({ id, rev: 0, room: 4, shifts: [], leave: [] });
  const hoursSaid = (shift: Shift) => hoursOf(shift);
  const shiftWhen = (shift: Shift): string =>
    `${shift.weekday === null ? sayDate(noon(shift.date)) : sayWeekday(shift.weekday)}, ${hoursSaid(shift)}`;
  const leaveWhen = ({ date, until }: Leave): string =>
    date === until ? sayDate(noon(date)) : words.hours(sayDate(noon(date)), sayDate(noon(until)));

  async function page(
    asking: Asking,
    more: Partial<Pick<OneRotaView, 'days' | 'room' | 'roomFault' | 'adding'>> = {},
  ): Promise<Answer> {
    const account = await accounts.get(idIn(asking));
    if (account === null || !isOneOfUs(account)) return { kind: 'missing' };
    const today = momentOf(now()).date;
    const theirs = (await rota.of(account.id)) ?? fresh(account.id);
    const usual = usualWeek(theirs, today);
    const beside = theirs.shifts.filter((one) => one.kind === 'onCall' || one.weekday === null);
    const others = [
      ...beside
        .filter(({ weekday, date, until }) => (weekday === null ? date : (until ?? today)) >= today)
        .map((one) => ({ id: one.id, what: words.kinds[one.kind], when: shiftWhen(one) })),
      ...theirs.leave
        .filter(({ until }) => until >= today)
        .map((one) => ({ id: one.id, what: words.kinds.leave, when: leaveWhen(one) })),
    ];
    const named = DAYS.map((n) => {
      const shift = usual.get(n);
      return { name: sayWeekday(n), hours: shift === undefined ? '' : hoursOf(shift), fault: null };
    });
    const wrong = Object.keys(more).length > 0;
    return {
      kind: 'page',
      status: wrong ? 422 : 200,
      title: words.of(account.name),
      at: AT,
      width: 'narrow',
      body: oneRotaBody({
        id: account.id,
        name: account.name,
        csrf: asking.csrf,
        rev: theirs.rev,
        room: String(theirs.room),
        days: named,
        roomFault: null,
        others,
        adding: { kind: 'work', day: '', until: '', hours: '', fault: null },
        ...more,
      }),
    };
  }

  /** Keeps what was changed, where nobody changed it meanwhile; `said` is the form as it stands, for one that cannot be. */
  async function keep(
    asking: Asking & { readonly seen: { readonly account: Staff } },
    change: (theirs: StoredRota) => Pick<StaffRota, 'room' | 'shifts' | 'leave'>,
    wrong: (fault: string) => Parameters<typeof page>[1],
  ): Promise<Answer> {
    const account = await accounts.get(idIn(asking));
    if (account === null || !isOneOfUs(account)) return { kind: 'missing' };
    const theirs = (await rota.of(account.id)) ?? fresh(account.id);
    const to = `${AT}/${encodeURIComponent(account.id)}`;
    const made = { ...change(theirs), rev: Number(asking.form.get('rev') ?? '-1') };
    const saved = await rota.save(asking.seen.account.id, account.id, made);
    if (saved.kind === 'bad') return page(asking, wrong(words.why[saved.why]));
    return { kind: 'go', to, note: saved.kind === 'saved' ? 'rotaSaved' : 'rotaStale' };
  }

  const setWeek = signedIn(async (asking) => {
    const { form } = asking;
    const given = DAYS.map((n) => (form.get(`day${n}`) ?? '').trim());
    const read = given.map((text) => (text === '' ? undefined : hoursIn(text)));
    const room = Number(form.get('room') ?? '');
    const roomFault = Number.isInteger(room) && room >= 1 && room <= 20 ? null : words.badRoom;
    const days = (fault: (n: number) => string | null) =>
      given.map((hours, n) => ({ name: sayWeekday(n + 1), hours, fault: fault(n) }));
    const asWritten = { room: form.get('room') ?? '', roomFault };
    if (roomFault !== null || read.includes(null))
      return page(asking, { ...asWritten, days: days((n) => (read[n] === null ? words.badHours : null)) });
    const wanted = new Map(read.flatMap((hours, n) => (hours ? [[n + 1, hours] as const] : [])));
    const today = momentOf(now()).date;
    return keep(
      asking,
      ({ shifts, leave }) => ({ room, leave, shifts: [...withUsualWeek(shifts, wanted, today, randomUUID)] }),
      (fault) => ({ ...asWritten, days: days((n) => (given[n] === '' ? null : fault)) }),
    );
  });

  const add = signedIn(async (asking) => {
    const { form } = asking;
    const at = (name: string) => (form.get(name) ?? '').trim();
    const [kind, day, hoursGiven] = [at('kind'), at('day'), at('hours')];
    const until = at('until') || day;
    const wrong = (fault: string) => ({ adding: { kind, day, until: at('until'), hours: hoursGiven, fault } });
    if (!isDate(day) || !isDate(until)) return page(asking, wrong(words.noDay));
    if (kind === 'leave') {
      if (until < day) return page(asking, wrong(words.lastFirst));
      const away: Leave = { id: randomUUID(), date: day, from: 0, until, to: 24 * 60 };
      return keep(asking, (theirs) => ({ ...theirs, leave: [...theirs.leave, away] }), wrong);
    }
    const hours = hoursIn(hoursGiven);
    if (hours === null) return page(asking, wrong(words.badHours));
    const shift: Shift = {
      id: randomUUID(),
      kind: kind === 'onCall' ? 'onCall' : 'work',
      weekday: null,
      date: day,
      until: null,
      onHolidays: true,
      ...hours,
    };
    return keep(asking, (theirs) => ({ ...theirs, shifts: [...theirs.shifts, shift] }), wrong);
  });

  const remove = signedIn(async (asking) => {
    const entry = asking.form.get('entry') ?? '';
    const others = <One extends { readonly id: string }>(all: readonly One[]) => all.filter(({ id }) => id !== entry);
    return keep(
      asking,
      (theirs) => ({ ...theirs, shifts: others(theirs.shifts), leave: others(theirs.leave) }),
      (fault) => ({ adding: { kind: 'work', day: '', until: '', hours: '', fault } }),
    );
  });

  return {
    [`GET ${AT}`]: week,
    [`GET ${AT}/:id`]: signedIn((asking) => page(asking)),
    [`POST ${AT}/:id/week`]: setWeek,
    [`POST ${AT}/:id/add`]: add,
    [`POST ${AT}/:id/remove`]: remove,
  } as const satisfies Readonly<Record<string, Handler>>;
}
