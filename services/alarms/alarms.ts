/** Alarms to our own team: raised once, rung until somebody says they have it, then asked of the next on the list as well. */
import { createHash } from 'node:crypto';
import { type AlarmWords, alarmMail, alarmText, alarmUnkept, alertPlace } from '../../dialogs/content/alarms';
import type { Sent } from '../delivery/letter';
import type { Records } from '../store/ports';
import type { Queue } from '../work/queue';
import type { Alarm } from './collection';
import { type AlarmLevel, askedAfter, CALL_AGAIN, nextRing, RINGING } from './policy';
import type { AlarmWay } from './way';

/** Something a person must look at now. `id` is the event's own; the same kind and id twice is one alarm. */
export interface Raised {
  readonly kind: Alarm['kind'];
  readonly level: AlarmLevel;
  readonly id: string;
  /** what alarms about one thing share; the first part of the id when absent */
  readonly subject?: string;
  /** places of the list to ask at least; one when absent */
  readonly places?: number;
}

export interface AlarmsDeps {
  readonly alarms: Records<Alarm>;
  readonly queue: Pick<Queue, 'enqueue'>;
  /** who is told, in order; a place has an address, a number or both */
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** a mail to one of the team. Never throws */
  readonly mail: (to: string, text: string, id: string) => Promise<Sent>;
  /** a text to one of the team; null when no carrier is set. Never throws */
  readonly text: ((to: string, words: string) => Promise<Sent>) | null;
  /** further ways to them; none when absent */
  readonly others?: readonly AlarmWay[];
  readonly hash: (purpose: string, value: string) => string;
  /** where the link leads, with no slash at the end */
  readonly publicUrl: string;
  /** somebody is in the office at this moment, ms */
  readonly open: (at: number) => boolean;
  /** somebody said at a moment (ms) that they have it: for the record of what it is about. `who` as our records name them */
  readonly seen?: (alarm: Alarm, at: number, who: string) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
  /** codes and counts only */
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void;
}

/** What a link opens on. */
export type AlarmView =
  | { readonly kind: 'open' | 'taken' | 'already'; readonly alarm: Alarm }
  | { readonly kind: 'unknown' };

const keptFor = 365 * 24 * 60 * 60 * 1000;
/** Calls kept in the record; a long one rings more often. */
const callsKept = 100;

/** One that has not rung so long after it was raised is looked at, ms. */
const rungWithin = 10_000;

/** While records are away, everybody on the list is told at most so often by one process, ms. */
const unkeptEvery = 5 * 60_000;

const fingerprint = (token: string) => createHash('sha256').update(token).digest('base64url');
/** A short code for people to say to each other, the same for the same alarm. */
const codeOf = (id: string) => {
  const letters = createHash('sha256').update(`event ${id}`).digest('hex').slice(0, 8).toUpperCase();
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/** The alarms on their records and ways out. */
export function createAlarms(deps: AlarmsDeps) {
  const { now, others = [] } = deps;
  const people = Math.max(1, deps.emails.length, deps.text === null ? 0 : deps.phones.length);
  const tokenOf = (id: string, place: number) => deps.hash('alarm link', `${place} ${id}`);

  async function change(id: string, next: (alarm: Alarm) => Alarm | null): Promise<Alarm | null> {
    for (;;) {
      const found = await deps.alarms.get(id);
      const changed = found && next(found);
      if (!found || !changed) return found;
      const written = { ...changed, rev: found.rev + 1 };
      if (await deps.alarms.replace(written, found.rev)) return written;
    }
  }

  /** Tells one person by every way there is to them. */
  async function call(alarm: Alarm, place: number): Promise<Alarm['calls']> {
    const words: AlarmWords = {
      kind: alarm.kind,
      level: alarm.level,
      event: alarm.event,
      link: `${deps.publicUrl}/alert/${tokenOf(alarm.id, place)}`,
      again: alarm.calls.filter((one) => one.place === place && one.result === 'sent').length,
    };
    const [email, phone] = [deps.emails[place], deps.phones[place]];
    const at = now();
    const ways: Promise<Alarm['calls'][number] | null>[] = [];
    const result = (sent: Sent) => (sent.kind === 'delivered' ? 'sent' : sent.why.slice(0, 60));
    const id = `${alarm.id}:${place}:${alarm.calls.length}`;
    if (email !== undefined) {
      ways.push(
        deps.mail(email, alarmMail(words), id).then((sent) => ({ at, place, by: 'email', result: result(sent) })),
      );
    }
    if (phone !== undefined && deps.text !== null)
      ways.push(deps.text(phone, alarmText(words)).then((sent) => ({ at, place, by: 'sms', result: result(sent) })));
    for (const { by, call: tell } of others)
      ways.push(tell(place, words, id).then((sent) => sent && { at, place, by, result: result(sent) }));
    return (await Promise.all(ways)).filter((one) => one !== null);
  }

  const ringFirst = (id: string) => deps.queue.enqueue({ id: `alarm:${id}`, kind: 'alarm', data: { alarmId: id } });

  /** One that is there already asks more of the list, at once, beside its own next ring. */
  async function askMore(id: string, places: number): Promise<void> {
    const changed = await change(id, (one) => (one.places >= places ? null : { ...one, places }));
    if (changed === null || changed.acknowledgedAt !== null) return;
    await deps.queue.enqueue({ id: `alarm:${id}:${places}`, kind: 'alarm', data: { alarmId: id, once: true } });
  }

  let unkeptAt = Number.NEGATIVE_INFINITY;

  async function byToken(token: string): Promise<{ alarm: Alarm; place: number } | null> {
    const mark = fingerprint(token);
    const [alarm] = await deps.alarms.find({ links: mark }, 1);
    return alarm === undefined ? null : { alarm, place: alarm.links.indexOf(mark) };
  }

  return {
    /** Raises an alarm, once for its kind and id, and has it rung at once; true when it is new. Throws StoreDown; then raise it again. */
    async raise({ kind, level, id: about, subject = about.split(':')[0] ?? '', places = 1 }: Raised): Promise<boolean> {
      const id = `${kind}:${about}`;
      const at = now();
      const isNew = await deps.alarms.add({
        id,
        rev: 1,
        kind,
        level,
        about,
        subject,
        places,
        event: codeOf(id),
        inHours: deps.open(at),
        raisedAt: at,
        calls: [],
        links: Array.from({ length: people }, (_none, place) => fingerprint(tokenOf(id, place))),
        acknowledgedAt: null,
        acknowledgedBy: null,
        acknowledgedWho: '',
        expiresAt: at + keptFor,
      });
      // after a crash between the two, raising it again puts it on the queue
      await ringFirst(id);
      if (isNew) deps.log('alarm.raised', { kind, level, event: codeOf(id) });
      else if (places > 1) await askMore(id, places);
      return isNew;
    },

    /** Danger while nothing can be kept: everybody on the list is told at once, with no link, for there is nothing to stop. Never throws. */
    async raiseUnkept(level: AlarmLevel): Promise<void> {
      if (now() - unkeptAt < unkeptEvery) return;
      unkeptAt = now();
      const words = alarmUnkept(level);
      const text = deps.text;
      const id = (place: number) => `unkept:${place}:${unkeptAt}`;
      const ways: Promise<Sent | null>[] = [
        ...deps.emails.map((to, place) => deps.mail(to, words, id(place))),
        ...(text === null ? [] : deps.phones.map((to) => text(to, words))),
        ...others.flatMap((way) => Array.from({ length: people }, (_none, n) => way.unkept(n, level, id(n)))),
      ];
      const sent = (await Promise.all(ways)).filter((one) => one?.kind === 'delivered').length;
      deps.log('alarm.unkept', { level, sent });
      // nobody heard: the next danger tries again
      if (sent === 0) unkeptAt = Number.NEGATIVE_INFINITY;
    },

    /** Rings once; when to ring again (ms since 1970), or null when somebody has it. For the work queue. */
    async ring(id: string): Promise<number | null> {
      const alarm = await deps.alarms.get(id);
      if (alarm === null || alarm.acknowledgedAt !== null) return null;
      const ringing = RINGING[alarm.level][alarm.inHours ? 'inHours' : 'outOfHours'];
      const after = now() - alarm.raisedAt;
      const places = Array.from(
        { length: Math.max(askedAfter(ringing, after, people), Math.min(alarm.places, people)) },
        (_none, place) => place,
      );
      const calls = (await Promise.all(places.map((place) => call(alarm, place)))).flat();
      const went = calls.some(({ result }) => result === 'sent');
      await change(id, (one) => ({ ...one, calls: [...one.calls, ...calls].slice(-callsKept) }));
      if (!went) deps.log('alarm.notSent', { event: alarm.event, why: calls[0]?.result ?? 'nobody on the list' });
      const next = alarm.raisedAt + nextRing(ringing, after, people);
      return went ? next : Math.min(next, now() + CALL_AGAIN);
    },

    /**
     * Puts those on the queue again that were raised a while ago and never rang: whoever raised them ended in between, and
     * what they were raised for may since ring by another way. How many. Throws StoreDown.
     */
    async queueUnrung(): Promise<number> {
      const open = await deps.alarms.find({ acknowledgedAt: null, raisedAt: { $lte: now() - rungWithin } }, 1_000);
      const ringing = open.filter(({ calls }) => calls.length === 0).map(({ id }) => ringFirst(id));
      return (await Promise.all(ringing)).filter(Boolean).length;
    },

    /** Whether one about this still rings. Throws StoreDown. */
    async ringsAbout(subject: string): Promise<boolean> {
      return (await deps.alarms.find({ subject }, 100)).some(({ acknowledgedAt }) => acknowledgedAt === null);
    },

    /** Somebody has what these are about: they stop, and `who` is the one who has it. Throws StoreDown. */
    async hush(subject: string, who: string): Promise<void> {
      const at = now();
      for (const { id } of (await deps.alarms.find({ subject }, 100)).filter((one) => one.acknowledgedAt === null)) {
        let mine = false;
        const alarm = await change(id, (one) => {
          mine = one.acknowledgedAt === null;
          return mine ? { ...one, acknowledgedAt: at, acknowledgedWho: who } : null;
        });
        if (alarm !== null && mine) await deps.seen?.(alarm, at, who);
      }
    },

    /** What the alarm behind a link is about; null when there is none. Throws StoreDown. */
    async subjectOf(token: string): Promise<string | null> {
      const found = await byToken(token);
      return found === null || found.alarm.subject === '' ? null : found.alarm.subject;
    },

    /** What a link shows. Changes nothing, so a mail scanner that opens it stops no alarm. */
    async lookAt(token: string): Promise<AlarmView> {
      const found = await byToken(token);
      if (found === null) return { kind: 'unknown' };
      return { kind: found.alarm.acknowledgedAt === null ? 'open' : 'already', alarm: found.alarm };
    },

    /** Somebody has it: the alarm stops. The first to say so is the one who has it. */
    async acknowledge(token: string): Promise<AlarmView> {
      const found = await byToken(token);
      if (found === null) return { kind: 'unknown' };
      const at = now();
      let mine = false;
      const alarm = await change(found.alarm.id, (one) => {
        mine = one.acknowledgedAt === null;
        const who = alertPlace(found.place);
        return mine ? { ...one, acknowledgedAt: at, acknowledgedBy: found.place, acknowledgedWho: who } : null;
      });
      if (alarm === null) return { kind: 'unknown' };
      if (mine) {
        const seconds = Math.round((at - alarm.raisedAt) / 1000);
        deps.log('alarm.acknowledged', { level: alarm.level, event: alarm.event, seconds });
      }
      // also for one who says it twice: what a crash kept from the record is put there now
      if (alarm.acknowledgedBy === found.place)
        await deps.seen?.(alarm, alarm.acknowledgedAt ?? at, alertPlace(found.place));
      return { kind: mine ? 'taken' : 'already', alarm };
    },
  };
}

export type Alarms = ReturnType<typeof createAlarms>;
