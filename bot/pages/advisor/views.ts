/** What services/handoffs knows, as the console shows it. */
import {
  careLabels,
  careWords,
  categoryNames,
  channelNames,
  deliveryNames,
  fileWords,
  reasonNames,
  referralNames,
  stateNames,
  stepBy,
  stepNames,
  threadWords as words,
} from '../../../dialogs/content/staff/console';
import { todayWords } from '../../../dialogs/content/staff/today';
import { sayTime } from '../../../services/calendar/say';
import type { Brief, Row, SafeContact } from '../../../services/handoffs/brief';
import type { ReadHandoff } from '../../../services/handoffs/staff/shapes';
import type { ThreadItem } from '../../../services/handoffs/thread';
import type { MediaFile } from '../../../services/store/collections/media';
import { personOfHandoff } from '../../../services/store/personId';
import { type Html, html } from '../../../web/server/html';
import { time } from '../../../web/server/staff/parts';
import { type QueueRow, threadPath } from '../../../web/server/staff/queueView';
import type { FileRow, Line, ThreadView } from '../../../web/server/staff/threadView';

export const whyOf = (reason: string): string => reasonNames[reason] ?? reasonNames['other'] ?? '';
export const said = (at: number, now: number): Html => time(sayTime(at, now), at);

/** How it stands, in a word or two. */
const stateOf = ({ state, hasNext }: Row): string => (hasNext ? words.toDo : stateNames[state]);

export function rowView(row: Row, now: number): QueueRow {
  const { id, reasons, level, state, holder, waitsSince, deadline, callAt, theirTurn } = row;
  return {
    id,
    why: reasons.map(whyOf).join(', '),
    level,
    state,
    who: holder.name,
    since: said(waitsSince, now),
    stands: stateOf(row),
    due: said(callAt ?? deadline, now),
    answer: theirTurn && holder.isYou,
  };
}

function lineView(item: ThreadItem, now: number): Line {
  const { delivery, withheld } = item;
  const missed = delivery === 'failed' || delivery === 'dropped' || delivery === 'held';
  return {
    id: `i${item.item}`,
    from: item.from,
    text: withheld ? words.withheld : item.text,
    choices: item.choices,
    when: said(item.at, now),
    went: delivery === null ? '' : deliveryNames[delivery],
    missed,
  };
}

/** What they sent, as a line: its kind, when it came, and whether it can be opened. */
export function fileView(
  { id, voice, contentType, state, receivedAt }: MediaFile,
  thread: string,
  now: number,
): FileRow {
  const kind = voice ? 'voice' : contentType.startsWith('image/') ? 'picture' : 'other';
  return {
    what: fileWords[kind],
    when: said(receivedAt, now),
    path: state === 'kept' ? `${threadPath(thread)}/files/${encodeURIComponent(id)}` : null,
    why: state === 'kept' ? '' : fileWords[state],
  };
}

/** How they may be reached, in sentences: what our service holds to, and what only the reader can. */
export function rulesView(contact: SafeContact): readonly string[] {
  const { mode, away, codeWord, window, avoid, safeNumber, voicemail, texts, sharedDevice } = contact;
  const chosen: readonly (readonly [keyof typeof careLabels, string])[] = [
    ['safeNumber', safeNumber],
    ['window', window],
    ['avoid', avoid],
    ['voicemail', voicemail],
    ['texts', texts],
    ['sharedDevice', sharedDevice],
  ];
  return [
    ...(mode === 'STOPPED' ? [careWords.stopped] : []),
    ...(mode === 'QUIET' ? [careWords.quiet] : []),
    ...(away ? [careWords.away] : []),
    ...chosen.filter(([, answer]) => answer !== '').map(([key, answer]) => `${careLabels[key]}: ${answer}`),
    ...(codeWord ? [careWords.codeWord] : []),
  ];
}

const list = (all: readonly string[]): Html => html`${all.map((one) => html`<span class="line">${one}</span>`)}`;

function factsView(brief: Brief, now: number): ThreadView['facts'] {
  const { needs, most, contact, options, referrals, promises, channel, lastHeardAt, intakeHeld } = brief;
  const rows: readonly (readonly [string, Html] | null)[] = [
    [words.came, html`${channelNames[channel]}`],
    [words.heard, said(lastHeardAt, now)],
    needs.length === 0 ? null : [words.needs, list(needs)],
    most === '' || needs.length < 2 ? null : [words.most, html`${most}`],
    [words.wayBack, html`${contact.way === '' ? words.here : contact.way}`],
    promises.length === 0
      ? null
      : [
          words.promises,
          html`${promises.map(({ kind, said: told, dueAt }) => html`<span class="line">${todayWords.kinds[kind]}, ${told === '' ? said(dueAt, now) : told}</span>`)}`,
        ],
    options.length === 0 ? null : [words.ideas, list(options.map(({ service, partner }) => `${service}, ${partner}`))],
    referrals.length === 0
      ? null
      : [words.passedOn, list(referrals.map(({ partner, state }) => `${partner}: ${referralNames[state]}`))],
    intakeHeld ? [words.held, html`${words.heldWhy}`] : null,
  ];
  return rows.filter((row) => row !== null);
}

/** Everybody says yes to these to come here at all. */
const ordinary: ReadonlySet<string> = new Set(['consent', 'start', 'safeNow']);

const toldView = ({ said: told, words: beside }: Brief): ThreadView['told'] => [
  ...told
    .filter(({ key }) => !ordinary.has(key))
    .map(({ asked, answer }) => [asked === '' ? words.beside : asked, html`${answer}`] as const),
  ...beside.map((own) => [words.beside, html`${own}`] as const),
];

/** Everything of a thread but what the request itself brings. */
export function threadView(
  read: ReadHandoff,
  now: number,
): Omit<ThreadView, 'csrf' | 'elsewhere' | 'files' | 'may' | 'draft' | 'nonce' | 'wrong' | 'given' | 'today'> {
  const { row, brief, thread, steps, lookers, notes, nextAction, colleagues, conversationId } = read;
  const { items, total } = thread;
  const last = steps.at(-1);
  return {
    id: row.id,
    name: brief.name,
    level: row.level,
    why: row.reasons.map(whyOf).join(', '),
    state: row.state,
    stands: stateOf(row),
    who: row.holder.name,
    person: personOfHandoff(row.id, conversationId),
    lookers,
    rules: rulesView(brief.contact),
    lines: items.map((item) => lineView(item, now)),
    cut: items.length < total,
    danger: brief.danger.map(({ at, category, level, words: own }) => ({
      what: categoryNames[category],
      level,
      when: said(at, now),
      words: own,
    })),
    facts: factsView(brief, now),
    told: toldView(brief),
    history: steps.map((step) => ({
      when: said(step.at, now),
      what: html`${stepBy(stepNames[step.what] ?? stepNames['other'] ?? '', step.who)}`,
    })),
    opening: brief.opening,
    notes: notes.map(({ at, who, words: own }) => ({ when: said(at, now), who, words: own })),
    next: nextAction === '' ? null : { action: nextAction, due: said(row.callAt ?? row.deadline, now) },
    colleagues: colleagues.map(({ id, name }) => ({ value: id, label: name })),
    marks: {
      talk: `${total} ${items.map(({ delivery }) => delivery?.[0] ?? '').join('')}`,
      notes: `${notes.length} ${notes.at(-1)?.at ?? 0}`,
      standing: `${nextAction} ${row.state} ${row.holder.name} ${lookers.join(' ')}`,
      brief: `${total} ${last?.at ?? 0} ${last?.times ?? 0}`,
    },
  };
}
