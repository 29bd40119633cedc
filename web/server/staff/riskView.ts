/** The record of one danger: what was heard and when, what the team wrote, and a form that only adds. */
import { levelNames } from '../../../dialogs/content/staff/console';
import { personWords } from '../../../dialogs/content/staff/person';
import { riskWords as words } from '../../../dialogs/content/staff/risk';
import { type Html, html } from '../html';
import { type FlagFormView, flagForm } from './correctionView';
import { area, button, faults, field, form, type Option, picks, select } from './fields';
import { careful, facts, flash, timeline } from './parts';
import { personPath } from './paths';
import { levelTag, type QueueRow } from './queueView';

type Rows = readonly (readonly [name: string, value: string])[];

export interface RiskView {
  /** how they may be reached, in sentences */
  readonly rules: readonly string[];
  readonly person: string;
  readonly event: string;
  readonly csrf: string;
  readonly what: string;
  readonly level: QueueRow['level'];
  /** what raised it, word for word */
  readonly words: string;
  readonly answers: readonly { readonly when: Html; readonly words: string }[];
  readonly facts: Rows;
  /** null: not seen to happen */
  readonly times: readonly (readonly [name: string, when: Html | null])[];
  readonly written: Rows;
  readonly added: readonly { readonly when: Html; readonly what: Html }[];
  readonly asp: { readonly words: string; readonly isLate: boolean };
  readonly isLead: boolean;
  /** the name of the lead who signed it off; null while it is open */
  readonly signedOff: string | null;
  readonly wrong: { readonly field: string; readonly why: string } | null;
  readonly given: Readonly<Record<string, string>>;
  /** was it right; null where that is not asked */
  readonly correction: FlagFormView | null;
}

const shown = (rows: Rows) =>
  rows.filter(([, value]) => value !== '').map(([name, value]) => [name, html`${value}`] as const);
const optionsOf = (names: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const maybe = (names: Readonly<Record<string, string>>): readonly Option[] => [
  { value: '', label: words.leave },
  ...optionsOf(names),
];

function addForm(view: RiskView): Html {
  const { given, wrong, isLead, csrf, person, event } = view;
  const value = (name: string) => given[name] ?? '';
  const fault = (name: string) => (wrong?.field === name ? wrong.why : null);
  const line = (name: string, label: string) => field({ name, label, value: value(name), fault: fault(name) });
  const text = (name: string, label: string) => area({ name, label, rows: 2, longest: 4_000, value: value(name) });
  const when = (day: string, clock: string, label: string) =>
    html`<div class="row">${field({ name: day, label, type: 'date', value: value(day), fault: fault(day) })}${field({ name: clock, label: words.time, value: value(clock) })}</div>`;
  const yesNo = (name: string, legend: string) =>
    picks({
      name,
      legend,
      picked: [value(name)],
      choices: [...optionsOf({ yes: words.yes, no: words.no }), { value: '', label: words.notSaid }],
    });
  const choose = (name: string, label: string, names: Readonly<Record<string, string>>) =>
    select({ name, label, value: value(name), choices: maybe(names), fault: fault(name) });
  const lead = html`<fieldset class="part"><legend>${words.lead}</legend>${text('learning', words.learning)}${picks({ name: 'signOff', legend: words.closedAt, many: true, picked: [value('signOff')], choices: [{ value: 'yes', label: words.signOff }] })}</fieldset>`;
  return form(
    `${personPath(person)}/risks/${encodeURIComponent(event)}`,
    csrf,
    html`<p class="hint">${words.addLine}</p>
<fieldset class="part"><legend>${words.asp}</legend><p>${words.aspLine}</p><ol>${words.aspPoints.map((one) => html`<li>${one}</li>`)}</ol>${picks({ name: 'asp', legend: words.aspTest, picked: [value('asp')], choices: [...optionsOf(words.aspTests), { value: '', label: words.leave }] })}${text('aspNotes', words.notes)}</fieldset>
<fieldset class="part"><legend>${words.contact}</legend>${when('metDay', 'metTime', words.metDay)}${text('wishes', words.wishes)}${yesNo('child', words.child)}${choose('levelHuman', words.levelHuman, levelNames)}</fieldset>
<fieldset class="part"><legend>${words.sharing}</legend>${yesNo('told', words.told)}${text('toldWhy', words.toldWhy)}${line('sharedName', words.sharedName)}${line('sharedRole', words.sharedRole)}${line('sharedOrg', words.sharedOrg)}${when('sharedDay', 'sharedTime', words.sharedDay)}${line('sharedReference', words.sharedReference)}${text('whatShared', words.whatShared)}${choose('lawful', words.lawful, words.lawfulNames)}${choose('condition', words.condition, words.conditionNames)}</fieldset>
<fieldset class="part"><legend>${words.deciding}</legend>${text('decision', words.decision)}${text('reason', words.reason)}${line('followUpOwner', words.followUpOwner)}${field({ name: 'followUpDay', label: words.followUpDay, type: 'date', value: value('followUpDay'), fault: fault('followUpDay') })}</fieldset>
${isLead ? lead : null}${button(words.keep, 'main')}`,
  );
}

export function riskBody(view: RiskView): Html {
  const { wrong, asp, signedOff, person, answers } = view;
  const times = view.times.map(
    ([name, when]) => [name, when ?? html`<span class="hint">${words.notYet}</span>`] as const,
  );
  const written = shown(view.written);
  return html`<div class="rules stays">${careful(personWords.careful, view.rules.length === 0 ? [personWords.carefulNone] : view.rules)}</div>${wrong === null ? null : faults([[wrong.field, wrong.why]])}<p class="where"><a href="${personPath(person)}">${words.back}</a> ${levelTag(view.level)} ${view.what}</p>
${signedOff === null ? flash(asp.words, asp.isLate ? 'danger' : 'wait') : flash(words.signedOff(signedOff), 'good')}
<section aria-labelledby="heard"><h2 id="heard">${words.heard}</h2><blockquote>${view.words === '' ? words.noWords : view.words}</blockquote>${facts(shown(view.facts))}${answers.length === 0 ? null : html`<h3>${words.answered}</h3>${timeline(answers.map((one) => ({ when: one.when, what: html`${one.words}` })))}`}</section>
<section aria-labelledby="times"><h2 id="times">${words.times}</h2><p class="hint">${words.timesLine}</p>${facts(times)}</section>
<section aria-labelledby="written"><h2 id="written">${words.written}</h2>${written.length === 0 ? html`<p>${words.nobody}</p>` : facts(written)}${view.added.length === 0 ? null : timeline(view.added)}</section>
${signedOff === null ? html`<section aria-labelledby="add"><h2 id="add">${words.add}</h2>${addForm(view)}</section>` : null}${view.correction === null ? null : flagForm(view.correction)}`;
}
