/** The parts of a form: each says what it is, what is wrong with it, and works without a script. */
import { shell } from '../../../dialogs/content/staff/access';
import { type Html, html } from '../html';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'number';
  readonly value?: string;
  readonly hint?: string;
  /** what is wrong with it, in a sentence */
  readonly fault?: string | null;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'email' | 'tel';
}

/** What belongs to a field beside it, by the ids its control names. */
function beside({ name, hint, fault }: Pick<Field, 'name' | 'hint' | 'fault'>) {
  const ids = [hint === undefined ? [] : [`${name}-hint`], fault ? [`${name}-fault`] : []].flat().join(' ');
  return {
    attributes: html`${ids === '' ? null : html` aria-describedby="${ids}"`}${fault ? html` aria-invalid="true"` : null}`,
    lines: html`${hint === undefined ? null : html`<p class="hint" id="${name}-hint">${hint}</p>`}${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : null}`,
  };
}

/** One line to fill in. */
export function field(given: Field): Html {
  const { name, label, type = 'text', value = '', autocomplete = 'off', inputmode, fault } = given;
  const { attributes, lines } = beside(given);
  return html`<div class="field${fault ? ' wrong' : ''}"><label for="${name}">${label}</label>${lines}<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"${inputmode === undefined ? null : html` inputmode="${inputmode}"`} spellcheck="false" autocapitalize="none"${attributes}></div>`;
}

/** Several lines to fill in. */
export function area(given: Field & { readonly rows?: number; readonly longest?: number }): Html {
  const { name, label, value = '', fault, rows = 3, longest = 2_000 } = given;
  const { attributes, lines } = beside(given);
  return html`<div class="field${fault ? ' wrong' : ''}"><label for="${name}">${label}</label>${lines}<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${longest}"${attributes}>${value}</textarea></div>`;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface Picks {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Option[];
  readonly picked: readonly string[];
  /** several may be picked */
  readonly many?: boolean;
  readonly hint?: string;
  readonly fault?: string | null;
}

/** One of some, or some of some, with targets a thumb can hit. */
export function picks(given: Picks): Html {
  const { name, legend, choices, picked, many = false, fault } = given;
  const { attributes, lines } = beside(given);
  const one = ({ value, label, hint }: Option) =>
    html`<label class="pick"><input type="${many ? 'checkbox' : 'radio'}" name="${name}" value="${value}"${picked.includes(value) ? html` checked` : null}><span>${label}${hint === undefined ? null : html`<span class="hint">${hint}</span>`}</span></label>`;
  return html`<fieldset class="field${fault ? ' wrong' : ''}" id="${name}"${attributes}><legend>${legend}</legend>${lines}${choices.map(one)}</fieldset>`;
}

/** One of a list that is too long to show. */
export function select(given: Field & { readonly choices: readonly Option[] }): Html {
  const { name, label, value = '', choices, fault } = given;
  const { attributes, lines } = beside(given);
  const one = (choice: Option) =>
    html`<option value="${choice.value}"${choice.value === value ? html` selected` : null}>${choice.label}</option>`;
  return html`<div class="field${fault ? ' wrong' : ''}"><label for="${name}">${label}</label>${lines}<select id="${name}" name="${name}"${attributes}>${choices.map(one)}</select></div>`;
}

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'grave';

/** `says`: what is heard where the words alone would not do, such as one of many "End". */
export function button(
  words: string,
  kind: ButtonKind = 'plain',
  { says, name, value }: { readonly says?: string; readonly name?: string; readonly value?: string } = {},
): Html {
  return html`<button class="${kind}"${says === undefined ? null : html` aria-label="${says}"`}${name === undefined ? null : html` name="${name}" value="${value ?? ''}"`}>${words}</button>`;
}

/** A form that only our own page can have made. `wide`: its parts stand beside each other. */
export function form(action: string, csrf: string, body: Html, kind = ''): Html {
  return html`<form method="post" action="${action}" class="${kind}" novalidate><input type="hidden" name="csrf" value="${csrf}">${body}</form>`;
}

/** What is wrong with a form, at its top, each leading to its field. Gets the focus, so that it is heard first. */
export function faults(all: readonly (readonly [name: string, fault: string | null | undefined])[]): Html {
  const wrong = all.filter(([, fault]) => fault);
  if (wrong.length === 0) return html``;
  return html`<div class="faults" role="alert" tabindex="-1" autofocus><h2>${shell.fix}</h2><ul>${wrong.map(([name, fault]) => html`<li><a href="#${name}">${fault}</a></li>`)}</ul></div>`;
}
