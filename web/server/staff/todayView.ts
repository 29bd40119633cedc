/** What is owed today, the reader's own first, and how many promises were kept. */
import { todayWords as words } from '../../../dialogs/content/staff/today';
import { type Html, html } from '../html';
import { button, form } from './fields';
import { empty, facts, type Tone, table, tag } from './parts';
import { personPath } from './paths';
import { threadPath } from './queueView';

export interface TodayRow {
  /** the thread it is about; null where none is open that the reader may see */
  readonly thread: string | null;
  /** whose it is, by the id of their record; null where that is from before there were any */
  readonly person: string | null;
  readonly kind: keyof typeof words.kinds;
  readonly due: Html;
  readonly who: string;
  readonly state: keyof typeof words.states;
}

export interface FollowUpRow {
  readonly what: string;
  /** in the reader's own words: theirs to tick; '' for anything else */
  readonly own: string;
  readonly thread: string | null;
  readonly person: string | null;
  readonly due: Html;
  readonly who: string;
  readonly isLate: boolean;
}

export interface TodayView {
  readonly csrf: string;
  readonly followUps: readonly FollowUpRow[];
  readonly yours: readonly TodayRow[];
  readonly others: readonly TodayRow[];
  readonly kept: readonly { readonly kind: keyof typeof words.kinds; readonly kept: number; readonly all: number }[];
}

const tones: Readonly<Record<TodayRow['state'], Tone>> = {
  open: 'plain',
  warned: 'wait',
  broken: 'danger',
  sorrySaid: 'danger',
};

function list(caption: string, rows: readonly TodayRow[]): Html {
  const { what, due, who, state } = words.columns;
  return html`<h2>${caption} <span class="count">${rows.length}</span></h2>${table({
    caption,
    unseen: true,
    columns: [what, due, who, state],
    rows: rows.map((row) => [
      leads(words.kinds[row.kind], row.thread, row.person),
      row.due,
      html`${row.who}`,
      tag(words.states[row.state], tones[row.state]),
    ]),
  })}`;
}

/** What it is, leading to the talk, and beside it their record. */
const leads = (what: string, thread: string | null, person: string | null): Html =>
  html`<span class="leads">${thread === null ? html`${what}` : html`<a href="${threadPath(thread)}">${what}</a>`}${person === null ? null : html` <a href="${personPath(person)}">${words.record}</a>`}</span>`;

/** What the reader left for themselves has a box to tick beside it. */
function followUp({ what, own, thread, person }: FollowUpRow): Html {
  if (own === '' || thread === null) return leads(what, thread, person);
  return html`<label class="pick"><input type="checkbox" name="task" value="${thread}"><strong>${own}</strong></label> ${leads(what, thread, person)}`;
}

/** What is done with everything that was ticked. */
const ticked = html`<fieldset class="row"><legend>${words.ticked}</legend>${button(words.done, 'main', { name: 'act', value: 'done' })}${button(words.putOff, 'plain', { name: 'act', value: 'putOff' })}</fieldset>`;

function follows(rows: readonly FollowUpRow[], csrf: string): Html {
  const { what, due, who, state } = words.columns;
  const states = (late: boolean) => tag(late ? words.states.broken : words.states.open, late ? 'danger' : 'plain');
  const body =
    rows.length === 0
      ? html`<p>${words.noFollowUp}</p>`
      : html`<p class="hint">${words.followUpLine}</p>${table({
          caption: words.followUp,
          unseen: true,
          columns: [what, due, who, state],
          rows: rows.map((one) => [followUp(one), one.due, html`${one.who}`, states(one.isLate)]),
        })}`;
  const isTicked = rows.some(({ own }) => own !== '');
  return html`<h2>${words.followUp} <span class="count">${rows.length}</span></h2>${isTicked ? form('/advisor/today', csrf, html`${body}${ticked}`) : body}`;
}

export function todayBody({ csrf, yours, others, kept, followUps }: TodayView): Html {
  const nothing = yours.length + others.length === 0;
  return html`<p>${words.lead}</p>${nothing ? empty(words.none, words.noneLine) : null}${yours.length === 0 ? null : list(words.yours, yours)}${others.length === 0 ? null : list(words.others, others)}${follows(followUps, csrf)}
<h2>${words.kept}</h2>${facts(kept.map((one) => [words.kinds[one.kind], html`${one.all === 0 ? words.noKept : words.keptOf(one.kept, one.all)}`]))}`;
}
