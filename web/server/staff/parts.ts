/** The parts staff pages are made of, beside forms: flash, tag, table, empty state, timeline, dialog, facts, careful rules. */
import { shell } from '../../../dialogs/content/staff/access';
import { type Html, html } from '../html';

export type Tone = 'plain' | 'good' | 'wait' | 'new' | 'danger' | 'person';

/** What has just happened, at the top of a page. */
export function flash(words: string, tone: 'good' | 'wait' | 'danger'): Html {
  return html`<p class="flash ${tone}" role="${tone === 'good' ? 'status' : 'alert'}">${words}</p>`;
}

/** A state in a word or two. Its colour says nothing the words do not. */
export const tag = (words: string, tone: Tone = 'plain'): Html => html`<span class="tag ${tone}">${words}</span>`;

export interface Table {
  readonly caption: string;
  /** a heading above says the same already */
  readonly unseen?: true;
  readonly columns: readonly string[];
  /** the first of each row is its heading */
  readonly rows: readonly (readonly Html[])[];
}

/** A table with real headings. On a phone each row is a card; the roles keep it a table for who cannot see it. */
export function table({ caption, unseen, columns, rows }: Table): Html {
  const cell = (content: Html, at: number) => {
    const label = html`<span class="label" aria-hidden="true">${columns[at] ?? ''}</span>`;
    return at === 0
      ? html`<th scope="row" role="rowheader">${label}<span>${content}</span></th>`
      : html`<td role="cell">${label}<div>${content}</div></td>`;
  };
  return html`<table role="table"><caption${unseen ? html` class="unseen"` : null}>${caption}</caption><thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead><tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${row.map(cell)}</tr>`)}</tbody></table>`;
}

/** There is nothing here yet: what that means, and what to do. */
export function empty(heading: string, line: string, action: Html = html``): Html {
  return html`<div class="empty"><p class="none">${heading}</p><p>${line}</p>${action}</div>`;
}

/** A moment as people say it, exact on hover. */
export function time(said: string, at: number): Html {
  const exact = new Date(at).toISOString();
  return html`<time datetime="${exact}" title="${exact.slice(0, 16).replace('T', ' ')} UTC">${said}</time>`;
}

/** What happened, in order. */
export function timeline(items: readonly { readonly when: Html; readonly what: Html }[]): Html {
  return html`<ol class="timeline">${items.map(({ when, what }) => html`<li><span class="when">${when}</span><div>${what}</div></li>`)}</ol>`;
}

/** Names and what they are. */
export function facts(rows: readonly (readonly [name: string, value: Html])[]): Html {
  return html`<dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Something to be sure of first: opened by its button with no script, by the browser's own popover. */
export function dialog(id: string, opener: string, heading: string, body: Html, kind = 'plain'): Html {
  return html`<button type="button" class="${kind}" popovertarget="${id}">${opener}</button>
<div popover id="${id}" role="dialog" class="dialog" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>${body}<button type="button" class="quiet" popovertarget="${id}" popovertargetaction="hide">${shell.close}</button></div>`;
}

/** How this person may be reached, in brick, never scrolled away. */
export function careful(heading: string, rules: readonly string[]): Html {
  return html`<section class="careful" aria-labelledby="careful"><h2 id="careful">${heading}</h2><ul>${rules.map((rule) => html`<li>${rule}</li>`)}</ul></section>`;
}
