/** The safe-contact contract (DESIGN.md 10): whether one message may go to one phone now. Pure; every rule is here and only here. */
import type { ConversationState, Moment } from '../../dialogs/types';
import type { PhoneKind } from '../store/collections/carriers';
import type { Line, Why } from '../store/collections/phone';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** WhatsApp lets us answer freely for a day after they last wrote (channel-contracts 3.11, 4.8). */
export const whatsappWindow = day;
/** Where somebody may be watching, an answer later than this is not sent (guide.md 3.5). */
export const watchedAnswer = 2 * minute;
/** Between the decision to send and a text on the phone, ms. */
const tryTakes = 5_000;
/** While they are writing, an answer may go at any hour. */
export const talking = hour;
/** A number silent this long is a stranger's (guide.md 3.5). */
const stranger = 183 * day;

/** What the rules look at in a conversation. */
export interface Person {
  readonly mode: ConversationState['contact'];
  /** H1, or null while it was not asked */
  readonly by: string | null;
  /** H2 */
  readonly safeNumber: string | null;
  /** H3: a choice, 'skipped', or null while it was not asked */
  readonly window: string | null;
  /** on the number they gave on the web they said yes to news by text */
  readonly saidYesByText?: boolean;
  /** C1: it was a good time to talk */
  readonly safeNow: boolean;
}

/** The rules' view of a conversation. */
export function personOf(state: ConversationState): Person {
  const chosen = (key: string) => state.answers[key]?.choices[0] ?? null;
  return {
    mode: state.contact,
    by: chosen('contactBy'),
    safeNumber: chosen('safeNumber'),
    window: state.answers['window']?.skipped === true ? 'skipped' : chosen('window'),
    saidYesByText: state.byText === 'yes',
    safeNow: chosen('safeNow') === 'yes',
  };
}

/** What the rules look at in a message. */
export interface Going {
  readonly why: Why;
  readonly channel: PhoneKind;
  /** when its turn was made, ms */
  readonly at: number;
  /** the first words of a message they did not ask for are ones that give nothing away */
  readonly neutral: boolean;
  /** nothing in it but a fixed reply to danger */
  readonly fixedReply: boolean;
}

/** What the rules look at in a line. */
export interface LineFacts {
  readonly stopped: Line['stopped'];
  /** when they last wrote on this channel, ms, however much later it came; 0 when never */
  readonly heardAt: number;
}

export type Verdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'wait'; readonly until: number }
  /** kept until they write again */
  | { readonly kind: 'hold'; readonly rule: 'window' | 'quiet' | 'no safe way' | 'stranger' | 'too late to be safe' }
  | { readonly kind: 'refuse'; readonly rule: 'stopped' | 'not neutral' | 'nudge not wanted' | 'ask not wanted' };

const send: Verdict = { kind: 'send' };
const hold = (rule: Extract<Verdict, { kind: 'hold' }>['rule']): Verdict => ({ kind: 'hold', rule });
const refuse = (rule: Extract<Verdict, { kind: 'refuse' }>['rule']): Verdict => ({ kind: 'refuse', rule });

export interface Hours {
  /** minutes since midnight in Scotland */
  readonly from: number;
  readonly to: number;
  readonly weekdaysOnly: boolean;
}

const clock = (from: number, to: number, weekdaysOnly = false): Hours => ({
  from: from * 60,
  to: to * 60,
  weekdaysOnly,
});
const everyDay = clock(9, 21);
/** Their own choice at H3; skipped means weekdays 10am to 4pm (guide.md H3). */
export const ownHours: Readonly<Record<string, Hours>> = {
  morning: clock(9, 12),
  afternoon: clock(12, 17),
  evening: clock(17, 21),
  anyTime: everyDay,
  skipped: clock(10, 16, true),
};
/** A light touch goes between 10am and 7pm (guide.md X2), and inside their own hours too. */
const touchHours = clock(10, 19);

/** The hours in which something they did not just ask for may arrive. */
export function hoursFor(person: Person, why: Why): Hours {
  const own = ownHours[person.window ?? 'anyTime'] ?? everyDay;
  if (why !== 'nudge') return own;
  const from = Math.max(own.from, touchHours.from);
  const to = Math.min(own.to, touchHours.to);
  // evenings only leaves two hours of both; should choices ever leave none, theirs count
  return from < to ? { from, to, weekdaysOnly: own.weekdaysOnly } : own;
}

function inHours(hours: Hours, now: Moment): boolean {
  if (hours.weekdaysOnly && (now.weekday > 5 || now.holiday)) return false;
  return now.minutes >= hours.from && now.minutes < hours.to;
}

/** The next moment inside these hours: now, or a quarter of an hour within the next ten days. */
function nextInHours(hours: Hours, now: Moment, momentAt: (at: number) => Moment): number {
  if (inHours(hours, now)) return now.at;
  const step = 15 * minute;
  for (let at = Math.ceil(now.at / step) * step; at < now.at + 10 * day; at += step) {
    if (inHours(hours, momentAt(at))) return at;
  }
  return now.at + day;
}

/** They said this thread is a safe way to reach them. Unknown is unsafe (guide.md 3.5). */
function thisWayIsSafe(person: Person, channel: PhoneKind): boolean {
  const wanted = channel === 'sms' ? 'text' : 'whatsapp';
  const chose = person.by === wanted || (channel === 'sms' && person.saidYesByText === true);
  return chose && (person.safeNumber === 'yes' || person.safeNumber === 'textOnly');
}

/** "You have a reply" says nothing, and answers what they wrote: before H1 is asked, a good time to talk is enough. */
function mayBeToldOfAReply(person: Person, channel: PhoneKind): boolean {
  return thisWayIsSafe(person, channel) || (person.by === null && person.safeNow);
}

function afterStop(going: Going, { stopped, heardAt }: LineFacts, now: Moment): Verdict {
  const once = (turn: number | null | undefined) => turn === null || turn === undefined || turn === going.at;
  // a try takes up to half a minute: begun later it could arrive after the hour
  const fresh = now.at - heardAt <= talking - minute;
  if (going.why === 'stopped' && stopped?.by === 'person' && once(stopped.told) && fresh) return send;
  // the conversation sees to it that each message of danger has one, and nothing else has
  if (going.why === 'crisis' && going.fixedReply) return fresh ? send : hold('too late to be safe');
  return refuse('stopped');
}

/**
 * "You asked us to get in touch", once, to the number given on a web page, before anybody wrote from it: only by text,
 * only where they chose that phone and said it is safe, only in their own hours, never in QUIET mode (P-H11).
 */
function mayAsk(going: Going, person: Person, now: Moment, momentAt: (at: number) => Moment): Verdict {
  const chose = person.by === 'text' || person.by === 'whatsapp';
  const safe = person.safeNumber === 'yes' || person.safeNumber === 'textOnly';
  if (person.mode !== 'OPEN' || going.channel !== 'sms' || !chose || !safe) return refuse('ask not wanted');
  if (!going.neutral) return refuse('not neutral');
  const at = nextInHours(hoursFor(person, 'ask'), now, momentAt);
  return at > now.at ? { kind: 'wait', until: at } : send;
}

/** Whether this message may go to this line now; when it may not, what becomes of it. */
export function mayGo(
  going: Going,
  person: Person,
  line: LineFacts,
  now: Moment,
  momentAt: (at: number) => Moment,
): Verdict {
  if (line.stopped || person.mode === 'STOPPED') return afterStop(going, line, now);
  // one that was meant for after a stop, and they have come back since: it would only confuse
  if (going.why === 'stopped' && line.heardAt > going.at) return refuse('stopped');
  if (going.why === 'ask') return mayAsk(going, person, now, momentAt);
  const sinceHeard = now.at - line.heardAt;
  if (person.mode === 'QUIET') {
    if (going.why === 'news' || going.why === 'nudge' || going.why === 'template') return hold('quiet');
    // a try takes a moment: begun in the last seconds it would arrive after them
    return sinceHeard <= watchedAnswer - tryTakes ? send : hold('too late to be safe');
  }
  // somebody of ours who answers while they write is an answer; later it is news as any other
  const unasked = going.why === 'news' || going.why === 'talk' || going.why === 'nudge';
  if (unasked && !going.neutral && sinceHeard > talking) return refuse('not neutral');
  if (going.why === 'nudge' && !(person.safeNow && mayBeToldOfAReply(person, going.channel)))
    return refuse('nudge not wanted');
  if (sinceHeard > stranger) return hold('stranger');
  if (going.why !== 'nudge' && unasked && sinceHeard > talking && !thisWayIsSafe(person, going.channel))
    return hold('no safe way');
  if (going.why === 'template' && !mayBeToldOfAReply(person, going.channel)) return hold('no safe way');
  // an answer to danger that came late waits for no hour: they wrote, and are not being watched as far as anyone knows
  const atOnce = going.why === 'answer' && going.fixedReply;
  const windowOpen = going.channel === 'sms' || sinceHeard < whatsappWindow;
  if (going.why !== 'nudge' && (sinceHeard <= talking || atOnce) && windowOpen) return send;
  const at = nextInHours(hoursFor(person, going.why), now, momentAt);
  if (at > now.at) return { kind: 'wait', until: at };
  if (going.channel === 'whatsapp' && going.why !== 'template' && sinceHeard >= whatsappWindow)
    return going.why === 'nudge' ? refuse('nudge not wanted') : hold('window');
  return send;
}
