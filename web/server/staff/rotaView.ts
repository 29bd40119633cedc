/** The rota: a week of the team with the hours nobody is there, and one of the team with what may be changed. */
import { rotaWords as words } from '../../../dialogs/content/staff/rota';
import { type Html, html } from '../html';
import { button, faults, field, form, picks } from './fields';
import { empty, flash, table } from './parts';

export interface WeekView {
  /** YYYY-MM-DD of its Monday, and of those beside it */
  readonly week: { readonly title: string; readonly before: string; readonly after: string };
  readonly days: readonly string[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    /** what they do on each of the days */
    readonly days: readonly (readonly string[])[];
  }[];
  readonly gaps: readonly string[];
  /** one was made */
  readonly made: boolean;
  readonly mayChange: boolean;
}

const AT = '/advisor/rota';
const lines = (all: readonly string[]): Html =>
  all.length === 0 ? html`${words.nothing}` : html`${all.map((one) => html`<span class="line">${one}</span>`)}`;

export function weekBody({ week, days, people, gaps, made, mayChange }: WeekView): Html {
  const turn = html`<nav aria-label="${words.title}"><p class="row"><a href="${AT}?week=${week.before}">${words.before}</a> <a href="${AT}">${words.thisWeek}</a> <a href="${AT}?week=${week.after}">${words.after}</a></p></nav>`;
  const warning =
    gaps.length === 0
      ? flash(words.covered, 'good')
      : html`<section aria-labelledby="gaps" class="flash wait"><h2 id="gaps">${words.uncovered}</h2><p>${words.uncoveredLine}</p><ul>${gaps.map((gap) => html`<li>${gap}</li>`)}</ul></section>`;
  const name = (one: WeekView['people'][number]) =>
    mayChange
      ? html`<a href="${AT}/${encodeURIComponent(one.id)}" aria-label="${words.changeThis(one.name)}">${one.name}</a>`
      : html`${one.name}`;
  return html`<p>${words.lead}</p>${made ? warning : empty(words.none, words.noneLine)}
<h2>${week.title}</h2>${turn}${table({
    caption: week.title,
    unseen: true,
    columns: [words.name, ...days],
    rows: people.map((one) => [name(one), ...one.days.map(lines)]),
  })}`;
}

export interface OneRotaView {
  readonly id: string;
  readonly name: string;
  readonly csrf: string;
  readonly rev: number;
  readonly room: string;
  /** the names of the days and what is written for each */
  readonly days: readonly { readonly name: string; readonly hours: string; readonly fault: string | null }[];
  readonly roomFault: string | null;
  readonly others: readonly { readonly id: string; readonly what: string; readonly when: string }[];
  readonly adding: {
    readonly kind: string;
    readonly day: string;
    readonly until: string;
    readonly hours: string;
    readonly fault: string | null;
  };
}

const rev = (value: number): Html => html`<input type="hidden" name="rev" value="${value}">`;

export function oneRotaBody(view: OneRotaView): Html {
  const at = `${AT}/${encodeURIComponent(view.id)}`;
  const { csrf, adding } = view;
  const wrong = [
    ...view.days.map(({ fault }, n) => [`day${n + 1}`, fault] as const),
    ['room', view.roomFault] as const,
    ['kind', adding.fault] as const,
  ];
  const usual = form(
    `${at}/week`,
    csrf,
    html`${rev(view.rev)}<p class="hint">${words.usualHint}</p>${view.days.map(({ name, hours, fault }, n) => field({ name: `day${n + 1}`, label: name, value: hours, fault }))}${field({ name: 'room', label: words.room, value: view.room, inputmode: 'numeric', fault: view.roomFault })}${button(words.save, 'main')}`,
  );
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  const add = form(
    `${at}/add`,
    csrf,
    html`${rev(view.rev)}${picks({ name: 'kind', legend: words.kind, choices: kinds, picked: [adding.kind], fault: adding.fault })}${field({ name: 'day', label: words.day, type: 'date', value: adding.day })}${field({ name: 'until', label: words.until, type: 'date', value: adding.until })}${field({ name: 'hours', label: words.theHours, value: adding.hours, hint: words.badHours })}${button(words.add)}`,
  );
  const take = ({ id, what, when }: OneRotaView['others'][number]) =>
    form(
      `${at}/remove`,
      csrf,
      html`${rev(view.rev)}${button(words.remove, 'plain', { says: words.removeThis(`${what}, ${when}`), name: 'entry', value: id })}`,
    );
  const others =
    view.others.length === 0
      ? empty(words.noOthers, words.noOthersLine)
      : table({
          caption: words.others,
          unseen: true,
          columns: [words.what, words.when, words.act],
          rows: view.others.map((one) => [html`${one.what}`, html`${one.when}`, take(one)]),
        });
  return html`${faults(wrong)}<p><a href="${AT}">${words.back}</a></p>
<h2>${words.usual}</h2>${usual}
<h2>${words.others}</h2>${others}${add}`;
}
