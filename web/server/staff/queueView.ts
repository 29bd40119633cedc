/** The queue: what is yours, who waits, and who is with others, the most urgent first. */
import { levelNames, type stateNames, queueWords as words } from '../../../dialogs/content/staff/console';
import { type Html, html } from '../html';
import { button, form } from './fields';
import { empty, type Tone, table, tag } from './parts';

export interface QueueRow {
  readonly id: string;
  readonly why: string;
  readonly level: keyof typeof levelNames;
  readonly state: keyof typeof stateNames;
  /** how it stands, in a word or two */
  readonly stands: string;
  readonly who: string;
  readonly since: Html;
  readonly due: Html;
  /** the person waits for an answer */
  readonly answer: boolean;
}

export interface QueueView {
  readonly csrf: string;
  /** the reader is at work, not away */
  readonly onShift: boolean;
  readonly yours: readonly QueueRow[];
  readonly waiting: readonly QueueRow[];
  readonly others: readonly QueueRow[];
  /** changes when anything above does */
  readonly mark: string;
}

const tones: Readonly<Record<QueueRow['level'], Tone>> = {
  P0: 'danger',
  P1: 'danger',
  P2: 'wait',
  P3: 'plain',
  P4: 'plain',
};

export const threadPath = (id: string): string => `/advisor/threads/${encodeURIComponent(id)}`;
export const levelTag = (level: QueueRow['level']): Html => tag(levelNames[level], tones[level]);

const link = ({ id, why, answer, state, stands }: QueueRow): Html =>
  html`<a href="${threadPath(id)}">${why}</a>${answer ? html` ${tag(words.answer, 'new')}` : null}${state === 'callback' ? html` ${tag(stands)}` : null}`;

function list(caption: string, rows: readonly QueueRow[], csrf: string, takes: boolean): Html {
  const { why, level, since, who, asked, due, act } = words.columns;
  return table({
    caption,
    unseen: true,
    columns: takes ? [why, level, since, due, asked, act] : [why, level, since, due, who],
    rows: rows.map((row) => [
      link(row),
      levelTag(row.level),
      row.since,
      row.due,
      html`${row.who}`,
      ...(takes
        ? [form(`${threadPath(row.id)}/claim`, csrf, button(words.take, 'plain', { says: words.takeThis(row.why) }))]
        : []),
    ]),
  });
}

/** By choice, and only where a script can. */
const notices = html`<div class="row" data-notices hidden><button type="button" class="quiet" data-sound aria-pressed="false">${words.sound}</button><button type="button" class="quiet" data-notice aria-pressed="false">${words.notice}</button></div>`;

/** Whoever needs the reader: what is new among them is rung for. */
export const callsOf = (rows: readonly QueueRow[]): string =>
  rows.map(({ id, answer }) => `${encodeURIComponent(id)}${answer ? ':answer' : ''}`).join(' ');

const shift = (onShift: boolean, csrf: string): Html =>
  html`<div class="row shift">${tag(onShift ? words.here : words.away, onShift ? 'good' : 'wait')}${form('/advisor/shift', csrf, button(onShift ? words.goAway : words.comeBack, 'plain', { name: 'on', value: onShift ? 'no' : 'yes' }))}</div>`;

export function queueBody({ csrf, onShift, yours, waiting, others, mark }: QueueView): Html {
  const next = waiting.length === 0 ? html`` : form('/advisor/next', csrf, button(words.next, 'main'));
  const calls = callsOf([...waiting, ...yours.filter(({ answer }) => answer)]);
  return html`<div data-live="queue" data-mark="${mark}" data-calls="${calls}" data-notice="${words.somebody}"><div class="row top">${next}${shift(onShift, csrf)}</div>
<h2>${words.yours} <span class="count">${yours.length}</span></h2>${yours.length === 0 ? empty(words.noneYours, words.noneYoursLine) : list(words.yours, yours, csrf, false)}
<h2>${words.waiting} <span class="count">${waiting.length}</span></h2>${waiting.length === 0 ? empty(words.noneWaiting, words.noneWaitingLine) : list(words.waiting, waiting, csrf, true)}
${others.length === 0 ? null : html`<h2>${words.others} <span class="count">${others.length}</span></h2>${list(words.others, others, csrf, false)}`}
</div>${notices}`;
}
