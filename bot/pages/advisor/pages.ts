/** The console's pages: `/advisor`, its threads, what can be done in them, and the news that keeps them alive. */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { notSaid, queueWords, threadWords } from '../../../dialogs/content/staff/console';
import { type NoteName, notes } from '../../../dialogs/content/staff/notes';
import { momentOf, whenIs } from '../../../services/calendar/moment';
import { OUTCOMES } from '../../../services/handoffMachine/handoff';
import { mayTakeOver, type Staff } from '../../../services/handoffMachine/reasons';
import type { Row } from '../../../services/handoffs/brief';
import type { createHandoffs } from '../../../services/handoffs/handoffs';
import type { NextGiven, Refused, WhyNot } from '../../../services/handoffs/staff/shapes';
import type { Seen, Sessions } from '../../../services/staff/sessions';
import { queueBody, threadPath } from '../../../web/server/staff/queueView';
import { type ThreadView, threadBody, threadTitle } from '../../../web/server/staff/threadView';
import { type Answer, type Asking, type Handler, signedIn } from '../staff/door';
import { type FilesPort, fileAnswer, filesOf } from './files';
import { fileView, rowView, threadView } from './views';

export interface ConsoleDeps {
  readonly handoffs: ReturnType<typeof createHandoffs>;
  readonly sessions: Pick<Sessions, 'here' | 'setAway'>;
  /** what the alarm behind this link is about; null when there is none */
  readonly alarmSubject: (token: string) => Promise<string | null>;
  /** what people sent */
  readonly files: FilesPort;
  /** ms since 1970 */
  readonly now: () => number;
}

const AT = '/advisor';
const HOUR = 60 * 60_000;
type SignedIn = Asking & { readonly seen: Seen };

const noteFor: Readonly<Record<WhyNot, NoteName>> = {
  unknown: 'notForYou',
  closed: 'alreadyClosed',
  held: 'heldByOther',
  notYours: 'notYours',
  notForYou: 'notForYou',
  stopped: 'notSaid',
  away: 'notSaid',
  inThread: 'heldByOther',
  bad: 'nothingToSay',
};
/** Why their words stay in the box. */
const faultFor = ({ why, holder }: Refused): string => {
  if ((why === 'held' || why === 'inThread') && holder !== '') return threadWords.heldBy(holder);
  if (why === 'stopped' || why === 'away') return notSaid[why];
  return notes[noteFor[why]];
};

/** It is for the reader to look at, whatever else they are in the middle of. */
const needsYou = ({ state, level, holder, theirTurn }: Row): boolean =>
  state === 'queued' || state === 'offered' ? level === 'P0' || level === 'P1' : holder.isYou && theirTurn;

const staffOf = ({ account }: Seen): Staff => ({ id: account.id, name: account.name, roles: account.roles });

/** The moment of a day and a clock in Scotland; null where there is no such moment. */
function callAt(day: string, clock: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(clock.trim()) ?? [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return whenIs(day, Number(hours) * 60 + Number(minutes));
}

const wrongTime = (field: 'day' | 'nextDay') => ({ kind: 'wrong', wrong: { field, why: notes.noTime } }) as const;

/** What is left to do, as the form says it: undefined where nothing is, null where its time is none. */
function nextIn(form: URLSearchParams): NextGiven | undefined | null {
  const action = (form.get('nextAction') ?? '').trim();
  if (action === '') return undefined;
  const dueAt = callAt(form.get('nextDay') ?? '', form.get('nextTime') ?? '');
  return dueAt === null ? null : { action, ownerId: form.get('nextOwner') ?? '', dueAt };
}

export function consolePages(deps: ConsoleDeps) {
  const { handoffs, sessions, now } = deps;
  /** openings that are in the audit, by session */
  const written = new LRUCache<string, true>({ max: 5_000, ttl: HOUR });
  const idIn = ({ params }: Asking): string => params['id'] ?? '';

  /** Somebody opened a page of the console by hand: they are there, with this on their screen. */
  async function arrive({ seen, live }: SignedIn, looking: string): Promise<void> {
    if (live) return;
    await handoffs.looks(staffOf(seen), looking);
    await sessions.here(seen.session.id, false);
  }

  const queue = signedIn(async (asking) => {
    const { seen, csrf } = asking;
    const staff = staffOf(seen);
    await arrive(asking, '');
    const rows = await handoffs.list(staff);
    const views = rows.map((row) => ({ row, view: rowView(row, now()) }));
    const isFree = ({ row }: (typeof views)[number]) => row.state === 'queued' || row.state === 'offered';
    const yours = views.filter((one) => one.row.holder.isYou && !isFree(one));
    const onShift = !seen.session.away;
    return {
      kind: 'page',
      title: queueWords.title,
      at: AT,
      width: 'wide',
      scripts: ['advisor.js'],
      body: queueBody({
        csrf,
        onShift,
        yours: yours.map(({ view }) => view),
        waiting: views.filter(isFree).map(({ view }) => view),
        others: views.filter((one) => !isFree(one) && !one.row.holder.isYou).map(({ view }) => view),
        mark: JSON.stringify([
          onShift,
          rows.map(({ id, state, level, holder, theirTurn }) => [id, state, level, holder.name, theirTurn]),
        ]),
      }),
    };
  });

  async function page(
    asking: SignedIn,
    more: Partial<Pick<ThreadView, 'draft' | 'nonce' | 'wrong' | 'given'>> = {},
  ): Promise<Answer> {
    const { seen, csrf, live } = asking;
    const staff = staffOf(seen);
    const id = idIn(asking);
    await arrive(asking, id);
    // a page that reads again has been written down once; whoever only says so has not
    const opened = `${seen.session.id} ${id}`;
    const read = await handoffs.read(staff, id, live && written.has(opened));
    if (read.kind === 'refused') return { kind: 'missing' };
    written.set(opened, true);
    const { row } = read;
    const elsewhere = (await handoffs.list(staff)).filter((one) => one.id !== id && needsYou(one));
    const free = row.state === 'queued' || row.state === 'offered';
    const mine = row.holder.isYou && !free && row.state !== 'closed';
    return {
      kind: 'page',
      status: more.wrong ? 422 : 200,
      title: threadTitle(read.brief.name),
      at: AT,
      width: 'desk',
      scripts: ['advisor.js'],
      body: threadBody({
        ...threadView(read, now()),
        files: (await filesOf(deps.files, read)).map((one) => fileView(one, id, now())),
        csrf,
        elsewhere: elsewhere.map((one) => rowView(one, now())),
        may: {
          write: mine,
          take: free,
          takeOver: !mine && !free && row.state !== 'closed' && mayTakeOver(staff, { audience: row.audience }),
        },
        draft: more.draft ?? '',
        nonce: more.nonce ?? randomUUID(),
        wrong: more.wrong ?? null,
        given: more.given ?? {},
        today: momentOf(now()).date,
      }),
    };
  }

  /** Does it, tells other open consoles, and goes on to the thread or the queue. */
  function acting(
    work: (
      staff: Staff,
      asking: SignedIn,
    ) => Promise<{ readonly kind: 'done' } | Refused | { readonly kind: 'wrong'; readonly wrong: ThreadView['wrong'] }>,
    well: { readonly note: NoteName | ((form: URLSearchParams) => NoteName); readonly stays: boolean },
  ): Handler {
    return signedIn(async (asking) => {
      const id = idIn(asking);
      const done = await work(staffOf(asking.seen), asking);
      if (done.kind === 'wrong')
        return page(asking, { wrong: done.wrong, given: Object.fromEntries(asking.form.entries()) });
      if (done.kind === 'done') {
        const note = typeof well.note === 'string' ? well.note : well.note(asking.form);
        return { kind: 'go', to: well.stays ? threadPath(id) : AT, note };
      }
      if (done.why === 'unknown') return { kind: 'missing' };
      return { kind: 'go', to: threadPath(id), note: noteFor[done.why] };
    });
  }

  const next = signedIn(async (asking) => {
    const done = await handoffs.claimNext(staffOf(asking.seen));
    if (done?.kind !== 'done') return { kind: 'go', to: AT, note: 'nothingForYou' };
    return { kind: 'go', to: threadPath(done.row.id), note: 'taken' };
  });

  const say = signedIn(async (asking) => {
    const { form, seen } = asking;
    const [said, nonce] = [form.get('words') ?? '', form.get('nonce') ?? ''];
    const wrote = await handoffs.say(staffOf(seen), idIn(asking), { key: nonce, words: said });
    // an open page takes what is new from the answer; where it is sent on, it was not taken
    if (wrote.kind === 'said') return asking.live ? page(asking) : { kind: 'go', to: threadPath(idIn(asking)) };
    if (wrote.why === 'unknown') return { kind: 'missing' };
    return page(asking, { draft: said, nonce, wrong: { field: 'words', why: faultFor(wrote) } });
  });

  /** Asked by an open page while its reader writes; whoever asks by hand is shown the thread. */
  const typing = signedIn(async (asking) => {
    await handoffs.writes(staffOf(asking.seen), idIn(asking));
    return { kind: 'go', to: threadPath(idIn(asking)) };
  });

  const shift = signedIn(async ({ seen, form }) => {
    const away = form.get('on') !== 'yes';
    await sessions.setAway(seen.session.id, away);
    return { kind: 'go', to: AT, note: away ? 'offShift' : 'onShift' };
  });

  /** By an alarm's link, after sign-in: to what it is about, where there is still something to do and they may see it. */
  const byAlarm = signedIn(async ({ seen, params }) => {
    const subject = await deps.alarmSubject(params['token'] ?? '');
    const id = subject === null ? null : await handoffs.byAlarm(staffOf(seen), subject);
    return id === null ? { kind: 'go', to: AT, note: 'alarmDone' } : { kind: 'go', to: threadPath(id) };
  });

  const events = signedIn(async (asking) => {
    const staff = staffOf(asking.seen);
    const looking = asking.query.get('thread') ?? '';
    return {
      kind: 'events',
      listen: async (tell) => {
        // in a thread, too, one hears that somebody in danger waits elsewhere
        const watched = looking === '' ? [null] : [looking, null];
        const all = await Promise.all(watched.map((id) => handoffs.watch(staff, id, () => tell('changed'))));
        const stops = all.map((one) => (one.kind === 'watching' ? one.stop : null));
        const stop = () => {
          for (const end of stops) end?.();
        };
        if (!stops.includes(null)) return stop;
        stop();
        return null;
      },
      beat: () => handoffs.looks(staff, looking),
    };
  });

  /** What a person sent, opened by somebody who may see the thread. The keeper of files writes it down first. */
  const file = signedIn(async (asking) => {
    const staff = staffOf(asking.seen);
    const read = await handoffs.read(staff, idIn(asking), true);
    if (read.kind === 'refused') return { kind: 'missing' };
    return fileAnswer(deps.files, read, asking.params['file'] ?? '', staff);
  });

  const closing = (form: URLSearchParams, name: string) => form.get(name) ?? '';

  return {
    [`GET ${AT}`]: queue,
    [`GET ${AT}/events`]: events,
    [`GET ${AT}/alarms/:token`]: byAlarm,
    [`POST ${AT}/next`]: next,
    [`POST ${AT}/shift`]: shift,
    [`GET ${AT}/threads/:id`]: signedIn((asking) => page(asking)),
    [`GET ${AT}/threads/:id/files/:file`]: file,
    [`POST ${AT}/threads/:id/claim`]: acting((staff, asking) => handoffs.claim(staff, idIn(asking)), {
      note: 'taken',
      stays: true,
    }),
    [`POST ${AT}/threads/:id/take-over`]: acting((staff, asking) => handoffs.takeOver(staff, idIn(asking)), {
      note: 'taken',
      stays: true,
    }),
    [`POST ${AT}/threads/:id/release`]: acting((staff, asking) => handoffs.release(staff, idIn(asking)), {
      note: 'released',
      stays: false,
    }),
    [`POST ${AT}/threads/:id/say`]: say,
    [`POST ${AT}/threads/:id/typing`]: typing,
    [`POST ${AT}/threads/:id/hand-back`]: acting(
      (staff, asking) =>
        handoffs.handBack(staff, idIn(asking), {
          intake: asking.form.get('intake') === 'stays' ? 'stays' : 'goesOn',
          note: closing(asking.form, 'handBackNote'),
        }),
      { note: 'handedBack', stays: false },
    ),
    [`POST ${AT}/threads/:id/call-back`]: acting(
      async (staff, asking) => {
        const at = callAt(closing(asking.form, 'day'), closing(asking.form, 'time'));
        if (at === null) return wrongTime('day');
        const done = await handoffs.callback(staff, idIn(asking), { at, note: closing(asking.form, 'callNote') });
        return done.kind === 'refused' && done.why === 'bad' ? wrongTime('day') : done;
      },
      { note: 'agreed', stays: false },
    ),
    [`POST ${AT}/threads/:id/called`]: acting(
      (staff, asking) =>
        handoffs.called(
          staff,
          idIn(asking),
          asking.form.get('reached') === 'yes' ? { reached: true } : { reached: false, nextAt: now() + HOUR },
        ),
      { note: 'called', stays: true },
    ),
    [`POST ${AT}/threads/:id/note`]: acting(
      (staff, asking) => handoffs.wroteNote(staff, idIn(asking), closing(asking.form, 'note')),
      { note: 'noted', stays: true },
    ),
    [`POST ${AT}/threads/:id/wrap-up`]: acting(
      async (staff, asking) => {
        const next = nextIn(asking.form);
        if (next === null) return wrongTime('nextDay');
        const given = closing(asking.form, 'outcome');
        const outcome = OUTCOMES.find((one) => one === given) ?? 'helped';
        const done = await handoffs.wrapUp(staff, idIn(asking), {
          outcome,
          note: closing(asking.form, 'closeNote'),
          ...(next === undefined ? {} : { next }),
        });
        return done.kind === 'refused' && done.why === 'bad' ? wrongTime('nextDay') : done;
      },
      { note: (form) => (nextIn(form) === undefined ? 'closedNow' : 'leftToDo'), stays: false },
    ),
  } as const;
}
