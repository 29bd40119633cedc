/** What the law lets somebody ask: the part of their record for it, and the receipt of an erasure. */
import { rightsWords as words } from '../../../dialogs/content/staff/rights';
import { type Html, html } from '../html';
import { button, form, picks } from './fields';
import { dialog, facts, table } from './parts';
import { personPath } from './paths';

export interface RightsView {
  readonly person: string;
  readonly csrf: string;
  /** may take a copy out, and confirm an erasure somebody else asked for */
  readonly looksAfter: boolean;
  /** the erasure that was asked for; null while none was */
  readonly erasure: {
    readonly id: string;
    readonly state: 'asked' | 'telling' | 'done';
    readonly askedBy: string;
    readonly isYours: boolean;
  } | null;
}

const at = (id: string) => `/advisor/erasures/${encodeURIComponent(id)}`;
const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

function takeOut({ person, csrf, looksAfter }: RightsView): Html {
  if (!looksAfter) return html`<p>${words.onlyLead}</p>`;
  const body = html`<p>${words.exportLine}</p>${picks({ name: 'checked', legend: words.checked, picked: [], choices: options(words.checks) })}<p class="hint">${words.others}</p><div class="row">${button(words.takeText, 'plain', { name: 'as', value: 'text' })}${button(words.takeData, 'plain', { name: 'as', value: 'data' })}</div>`;
  return form(`${personPath(person)}/export`, csrf, body);
}

function erase({ person, csrf, looksAfter, erasure }: RightsView): Html {
  if (erasure === null) {
    const body = html`<p>${words.eraseLine}</p>${picks({ name: 'why', legend: words.why, picked: [], choices: options(words.reasons) })}${button(words.ask, 'grave')}`;
    return dialog('erase', words.ask, words.askSure, form(`${personPath(person)}/erase`, csrf, body));
  }
  const receipt = html`<p><a href="${at(erasure.id)}">${words.receipt}</a></p>`;
  if (erasure.state !== 'asked')
    return html`${erasure.state === 'telling' ? html`<p>${words.running}</p>` : null}${receipt}`;
  const sure = form(
    `${at(erasure.id)}/confirm`,
    csrf,
    html`<p>${words.confirmLine}</p>${button(words.confirm, 'grave')}`,
  );
  const mayConfirm = looksAfter && !erasure.isYours;
  return html`<p>${words.askedBy(erasure.askedBy)}</p>${mayConfirm ? dialog('confirm', words.confirm, words.confirmSure, sure) : html`<p>${words.anotherConfirms}</p>`}${form(`${at(erasure.id)}/take-back`, csrf, button(words.takeBack))}`;
}

export function rightsPart(view: RightsView): Html {
  return html`<section class="rights" aria-labelledby="rights"><h2 id="rights">${words.heading}</h2><h3>${words.export}</h3>${takeOut(view)}<h3>${words.erase}</h3><div class="stack">${erase(view)}</div></section>`;
}

interface Counted {
  readonly what: string;
  readonly count: number;
}
export interface ReceiptView {
  readonly id: string;
  /** their record, while it is there */
  readonly person: string | null;
  readonly why: string;
  readonly asked: { readonly who: string; readonly when: Html };
  readonly confirmed: { readonly who: string; readonly when: Html } | null;
  readonly done: Html | null;
  readonly gone: readonly Counted[];
  readonly stays: readonly Counted[];
  readonly untold: number;
}

const counts = (caption: string, all: readonly Counted[], none: string): Html =>
  html`<h2>${caption}</h2>${all.length === 0 ? html`<p>${none}</p>` : table({ caption, unseen: true, columns: [words.what, words.count], rows: all.map(({ what, count }) => [html`${what}`, html`${count}`]) })}`;

export function receiptBody(view: ReceiptView): Html {
  const { id, person, why, asked, confirmed, done, gone, stays, untold } = view;
  const by = ({ who, when }: ReceiptView['asked']) => html`${who}, ${when}`;
  const rows: readonly (readonly [string, Html])[] = [
    [words.number, html`${id}`],
    [words.why, html`${why}`],
    [words.asked, by(asked)],
    ...(confirmed === null ? [] : [[words.confirmed, by(confirmed)] as const]),
    [words.done, done ?? html`${words.notDone}`],
    ...(untold === 0 ? [] : [[words.untold, html`${untold}`] as const]),
  ];
  return html`<p>${words.receiptLine}</p>${person === null ? null : html`<p><a href="${personPath(person)}">${words.heading}</a></p>`}${facts(rows)}${done === null ? html`<p>${words.running}</p>` : html`${counts(words.gone, gone, words.goneNone)}${counts(words.stays, stays, words.staysNone)}`}`;
}
