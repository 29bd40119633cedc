/** The record of one person: the rules of how to reach them first, who they are, what they need, and what happened. */
import { searchWords, personWords as words } from '../../../dialogs/content/staff/person';
import { type Html, html } from '../html';
import { beginPart } from './assistedView';
import { type NeedsFormView, needsForm } from './correctionView';
import { button, faults, field, form } from './fields';
import { careful, empty, facts, type Tone, table, tag, timeline } from './parts';
import { personPath } from './paths';
import { levelTag, type QueueRow, threadPath } from './queueView';
import { type RightsView, rightsPart } from './rightsView';

type Level = QueueRow['level'];
type Rows = readonly (readonly [string, Html])[];

export interface PersonView {
  readonly rules: readonly string[];
  readonly facts: Rows;
  readonly ownWords: readonly string[];
  readonly needs: readonly { readonly need: string; readonly became: readonly string[] }[];
  readonly hopes: Rows;
  readonly helps: Rows;
  readonly measures: Rows;
  readonly rest: Rows;
  readonly dangers: readonly {
    readonly what: string;
    readonly level: Level;
    readonly when: Html;
    readonly words: string;
    readonly isOpen: boolean;
    /** where its record is, for who may read it */
    readonly record: string | null;
  }[];
  readonly handoffs: readonly {
    readonly id: string;
    readonly why: string;
    readonly level: Level;
    readonly state: string;
    readonly who: string;
    readonly since: Html;
  }[];
  readonly promises: readonly {
    readonly kind: string;
    readonly due: Html;
    readonly who: string;
    readonly state: keyof typeof words.promiseStates;
  }[];
  readonly referrals: readonly {
    readonly partner: string;
    readonly state: string;
    readonly since: Html;
    /** the lines the partner sees, as the person saw them */
    readonly saw: readonly string[];
    readonly withdrawn: boolean;
  }[];
  readonly consents: readonly {
    readonly what: string;
    readonly given: boolean;
    readonly when: Html;
    /** exactly what stood on the screen */
    readonly shown: string;
  }[];
  readonly files: readonly { readonly what: string; readonly state: string; readonly when: Html }[];
  readonly notes: readonly { readonly when: Html; readonly who: string; readonly words: string }[];
  readonly timeline: readonly { readonly when: Html; readonly what: Html }[];
}

const { columns } = words;
const tones: Readonly<Record<keyof typeof words.promiseStates, Tone>> = {
  open: 'plain',
  warned: 'wait',
  kept: 'good',
  broken: 'danger',
  sorrySaid: 'danger',
  cancelled: 'plain',
};

const lines = (all: readonly string[]): Html => html`${all.map((one) => html`<span class="line">${one}</span>`)}`;

/** A part of the record with its heading; `none` stands there when it is empty, and without it the part is left out. */
function part(name: string, heading: string, size: number, body: () => Html, none?: string): Html {
  if (size === 0 && none === undefined) return html``;
  return html`<section aria-labelledby="${name}"><h2 id="${name}">${heading}</h2>${size === 0 ? html`<p>${none}</p>` : body()}</section>`;
}

function dangers({ dangers: all }: PersonView): Html {
  if (all.length === 0) return html``;
  const one = ({ what, level, when, words: own, isOpen, record }: PersonView['dangers'][number]) =>
    html`<li>${levelTag(level)} ${what}, ${when} ${tag(isOpen ? words.dangerOpen : words.dangerClosed, isOpen ? 'danger' : 'plain')}${own === '' ? null : html`<blockquote>${own}</blockquote>`}${record === null ? null : html`<p><a href="${record}">${words.openRecord}</a></p>`}</li>`;
  return html`<section class="raised" aria-labelledby="danger"><h2 id="danger">${words.danger}</h2><ul>${all.map(one)}</ul></section>`;
}

const grid = (caption: string, names: readonly string[], rows: readonly (readonly Html[])[]): Html =>
  table({ caption, unseen: true, columns: names, rows });

function who(view: PersonView): Html {
  const { ownWords, facts: known } = view;
  return html`<section aria-labelledby="who"><h2 id="who">${words.who}</h2>${ownWords.length === 0 ? html`<p>${words.whoNone}</p>` : ownWords.map((one) => html`<blockquote>${one}</blockquote>`)}${facts(known)}</section>`;
}

function promised({ promises }: PersonView): Html {
  const { what, due, who: whose, state } = columns;
  const rows = promises.map((one) => [
    html`${one.kind}`,
    one.due,
    html`${one.who}`,
    tag(words.promiseStates[one.state], tones[one.state]),
  ]);
  return part(
    'promises',
    words.promises,
    promises.length,
    () => grid(words.promises, [what, due, whose, state], rows),
    words.promisesNone,
  );
}

function introduced({ referrals }: PersonView): Html {
  const { partner, state, since } = columns;
  const rows = referrals.map((one) => [
    html`${one.partner}`,
    html`${one.state}${one.withdrawn ? html`<span class="line">${words.withdrawn}</span>` : null}`,
    one.since,
    html`<details><summary>${words.saw}</summary>${lines(one.saw)}</details>`,
  ]);
  return part(
    'referrals',
    words.referrals,
    referrals.length,
    () => grid(words.referrals, [partner, state, since, words.saw], rows),
    words.referralsNone,
  );
}

function agreed({ consents }: PersonView): Html {
  const { what, answer, when } = columns;
  const rows = consents.map((one) => [
    html`${one.what}`,
    tag(one.given ? words.yes : words.no, one.given ? 'good' : 'plain'),
    one.when,
    one.shown === ''
      ? html``
      : html`<details><summary>${words.shown}</summary><p class="words">${one.shown}</p></details>`,
  ]);
  return part(
    'consents',
    words.consents,
    consents.length,
    () => grid(words.consents, [what, answer, when, words.shown], rows),
    words.consentsNone,
  );
}

function threads({ handoffs }: PersonView): Html {
  const { why, level, state, who: whose, since } = columns;
  const rows = handoffs.map((one) => [
    html`<a href="${threadPath(one.id)}">${one.why}</a>`,
    levelTag(one.level),
    html`${one.state}`,
    html`${one.who}`,
    one.since,
  ]);
  return part('threads', words.threads, handoffs.length, () =>
    grid(words.threads, [why, level, state, whose, since], rows),
  );
}

function needs({ needs: all }: PersonView): Html {
  const rows = all.map(({ need, became }) => [html`${need}`, lines(became)]);
  return part(
    'needs',
    words.needs,
    all.length,
    () => grid(words.needs, [columns.need, columns.became], rows),
    words.needsNone,
  );
}

/** `correction`: were their needs heard right; null where that is not asked. */
export function personBody(view: PersonView, rights: RightsView, correction: NeedsFormView | null): Html {
  const rules = view.rules.length === 0 ? [words.carefulNone] : view.rules;
  const told = (name: string, heading: string, rows: Rows) => part(name, heading, rows.length, () => facts(rows));
  const notes = view.notes.map((one) => ({
    when: html`${one.who}, ${one.when}`,
    what: html`<p class="words">${one.words}</p>`,
  }));
  const files = view.files.map((one) => [html`${one.what}`, html`${one.state}`, one.when]);
  return html`<div class="rules stays">${careful(words.careful, rules)}</div>${correction?.wrong ? faults([[correction.wrong.field, correction.wrong.why]]) : null}${dangers(view)}
<div class="record"><div>${who(view)}${needs(view)}${told('hopes', words.hopes, view.hopes)}${told('helps', words.helps, view.helps)}${told('measures', words.measures, view.measures)}${threads(view)}${promised(view)}${introduced(view)}${agreed(view)}${part('files', words.files, files.length, () => grid(words.files, [columns.what, columns.state, columns.when], files))}${told('rest', words.rest, view.rest)}</div>
<aside aria-label="${words.timeline}">${part('notes', words.notes, notes.length, () => timeline(notes), words.notesNone)}<section aria-labelledby="timeline"><h2 id="timeline">${words.timeline}</h2>${timeline(view.timeline)}</section></aside></div>${correction === null ? null : needsForm(correction)}${rightsPart(rights)}`;
}

export interface Found {
  readonly by: keyof typeof searchWords.by;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly at: Html | null }[];
  readonly more: boolean;
}

/** Looked up by what was written in the box, which goes in no address. */
export function searchBody(view: {
  readonly csrf: string;
  readonly given: string;
  readonly found: Found | null;
}): Html {
  const { csrf, given, found } = view;
  const box = form(
    '/advisor/people',
    csrf,
    html`<div class="row ends">${field({ name: 'who', label: searchWords.who, value: given, hint: searchWords.hint })}${button(searchWords.look, 'main')}</div>`,
  );
  if (found === null) return html`${box}<p class="hint">${searchWords.written}</p>${beginPart(csrf)}`;
  const rows = found.rows.map(({ id, name, at }) => [
    html`<a href="${personPath(id)}">${name}</a>`,
    at ?? html`${searchWords.onlyTalk}`,
  ]);
  const list =
    rows.length === 0
      ? empty(searchWords.none, searchWords.noneLine)
      : html`<h2>${searchWords.by[found.by]} <span class="count">${rows.length}</span></h2>${found.more ? html`<p class="hint">${searchWords.more}</p>` : null}${grid(searchWords.title, [searchWords.name, searchWords.changed], rows)}`;
  return html`${box}${list}`;
}
