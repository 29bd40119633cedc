/** `/advisor/today`: what was promised for today, whose it is, and how many promises were kept. */
import { todayWords } from '../../../dialogs/content/staff/today';
import { dateAfter, momentOf, whenIs } from '../../../services/calendar/moment';
import { sayDate, sayTime } from '../../../services/calendar/say';
import { addWorkingDays } from '../../../services/calendar/working';
import type { FollowUp, FollowUps } from '../../../services/followUps/followUps';
import type { Staff } from '../../../services/handoffMachine/reasons';
import type { Row } from '../../../services/handoffs/brief';
import type { TaskAct, TasksActed } from '../../../services/handoffs/tasks';
import type { Keeping } from '../../../services/promises/keeping';
import { PROMISE_KINDS, type PromiseMade } from '../../../services/promises/promise';
import { type Owed, owedToday } from '../../../services/promises/today';
import { personIdOf } from '../../../services/store/personId';
import { time } from '../../../web/server/staff/parts';
import { type FollowUpRow, type TodayRow, todayBody } from '../../../web/server/staff/todayView';
import { type Handler, signedIn } from '../staff/door';

export interface TodayDeps {
  readonly promises: Pick<Keeping, 'owedIn' | 'keptIn'>;
  readonly followUps: FollowUps;
  readonly handoffs: {
    readonly list: (staff: Staff) => Promise<readonly Row[]>;
    readonly actOnTasks: (staff: Staff, ids: readonly string[], act: TaskAct) => Promise<TasksActed>;
  };
  /** ms since 1970 */
  readonly now: () => number;
}

/** Days looked back on: what is late is still owed, and how many were kept. */
const back = 30;
const most = 5_000;
/** What is put off is due then, minutes of the day. */
const putOffTo = 10 * 60;

function followUpRow(one: FollowUp, at: number): FollowUpRow {
  const { kind, partner, lastDay, own, thread, person, dueAt, who, isLate } = one;
  const words = todayWords.followUps[kind];
  const named = partner === '' ? words : todayWords.partner(words, partner);
  return {
    what: lastDay === null ? named : todayWords.byLaw(named, sayDate(lastDay)),
    own,
    thread,
    person,
    due: time(sayTime(dueAt, at), dueAt),
    who: who === '' ? todayWords.ours : who,
    isLate,
  };
}

export function todayPages({ promises, handoffs, followUps, now }: TodayDeps) {
  const today = signedIn(async ({ seen, csrf }) => {
    const at = now();
    const { date } = momentOf(at);
    const until = whenIs(dateAfter(date, 1), 0);
    const since = whenIs(dateAfter(date, -back), 0);
    const [all, counts] = await Promise.all([promises.owedIn(since, until, most), promises.keptIn(since, until)]);
    const reader = { id: seen.account.id, name: seen.account.name, roles: seen.account.roles };
    const rows = await handoffs.list(reader);
    const threadOf = ({ about, conversationId, life }: PromiseMade): string | null =>
      (rows.find(({ id }) => id === about) ?? rows.find(({ id }) => id.startsWith(`${conversationId}:${life}:`)))?.id ??
      null;
    const view = ({ made, isLate }: Owed): TodayRow => ({
      thread: threadOf(made),
      person: made.life === '' ? null : personIdOf(made),
      kind: made.kind,
      due: time(sayTime(Math.max(made.dueAt, made.toldAt), at), made.dueAt),
      who: made.owner.kind === 'person' ? made.owner.name : made.owner.holder,
      state: isLate
        ? made.state === 'sorrySaid'
          ? 'sorrySaid'
          : 'broken'
        : made.state === 'warned'
          ? 'warned'
          : 'open',
    });
    const owed = owedToday(all, reader, until);
    return {
      kind: 'page',
      title: todayWords.title,
      at: '/advisor/today',
      width: 'wide',
      body: todayBody({
        csrf,
        followUps: (await followUps.of(reader)).map((one) => followUpRow(one, at)),
        yours: owed.filter(({ isYours }) => isYours).map(view),
        others: owed.filter(({ isYours }) => !isYours).map(view),
        kept: PROMISE_KINDS.map((kind) => ({
          kind,
          kept: counts[kind].kept,
          all: counts[kind].kept + counts[kind].broken,
        })),
      }),
    };
  });

  /** What was ticked on it, done or put off. */
  const act = signedIn(async ({ seen, form }) => {
    const { id, name, roles } = seen.account;
    const to = '/advisor/today';
    const ids = form.getAll('task');
    if (ids.length === 0) return { kind: 'go', to, note: 'tasksNone' };
    const puts = form.get('act') === 'putOff';
    const dueAt = whenIs(addWorkingDays(momentOf(now()).date, 1), putOffTo);
    const done = await handoffs.actOnTasks(
      { id, name, roles },
      ids,
      puts ? { kind: 'putOff', dueAt } : { kind: 'done' },
    );
    return { kind: 'go', to, note: done.left > 0 ? 'tasksSome' : puts ? 'tasksPutOff' : 'tasksDone' };
  });

  return { 'GET /advisor/today': today, 'POST /advisor/today': act } as const satisfies Readonly<
    Record<string, Handler>
  >;
}
