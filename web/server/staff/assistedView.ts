/** The questions as one of us reads them out, and what the person answers put in for them. */
import { assistedWords as words } from '../../../dialogs/content/staff/assisted';
import { type Html, html } from '../html';
import { area, button, faults, form, picks } from './fields';
import { personPath } from './paths';

export interface AssistedView {
  readonly id: string;
  readonly csrf: string;
  readonly person: string;
  /** the same for the same answer, however often it is sent */
  readonly nonce: string;
  readonly lines: readonly { readonly theirs: boolean; readonly text: string }[];
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly many: boolean;
  readonly fault: string | null;
}

export function beginPart(csrf: string): Html {
  const choices = Object.entries(words.ways).map(([value, label]) => ({ value, label }));
  return html`<section aria-labelledby="assist"><h2 id="assist">${words.heading}</h2><p>${words.line}</p>${form('/advisor/assisted', csrf, html`${picks({ name: 'way', legend: words.way, picked: [], choices })}${button(words.begin)}`)}</section>`;
}

export function assistedBody(view: AssistedView): Html {
  const { id, csrf, person, nonce, lines, choices, many, fault } = view;
  const at = `/advisor/assisted/${encodeURIComponent(id)}`;
  const hidden = html`<input type="hidden" name="nonce" value="${nonce}">`;
  const line = ({ theirs, text }: AssistedView['lines'][number]) =>
    html`<li class="${theirs ? 'ours' : 'theirs'}"><p class="from">${theirs ? words.them : words.readOut}</p><p class="words">${text}</p></li>`;
  const one = form(
    at,
    csrf,
    html`${hidden}<p id="pick">${words.pick}</p><div class="row">${choices.map((choice) => button(choice.label, 'plain', { name: 'choice', value: choice.id }))}</div>`,
  );
  const some = form(
    at,
    csrf,
    html`${hidden}${picks({ name: 'some', legend: words.picks, many: true, picked: [], choices: choices.map((choice, n) => ({ value: String(n + 1), label: choice.label })) })}${button(words.putPicks)}`,
  );
  const own = form(
    at,
    csrf,
    html`${hidden}${area({ name: 'words', label: choices.length === 0 ? words.onlyWords : words.words, rows: 2, longest: 4_000, fault })}${button(words.put, 'main')}`,
  );
  return html`${faults([['words', fault]])}<p class="where"><a href="/advisor/people">${words.back}</a> <a href="${personPath(person)}">${words.record}</a></p><p class="hint">${words.read}</p>
<ol class="lines">${lines.map(line)}</ol>
<div class="answer-for" id="now" tabindex="-1">${choices.length === 0 ? null : many ? some : one}${own}</div>`;
}
