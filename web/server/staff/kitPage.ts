/** `/dev/kit`: every part of the staff pages at once, in each state it has, to look at and to build with. Development only. */
import { type Html, html } from '../html';
import { area, button, faults, field, form, picks, select } from './fields';
import { careful, dialog, empty, facts, flash, table, tag, time, timeline } from './parts';

const NOW = Date.UTC(2026, 10, 24, 16);

const part = (name: string, body: Html): Html => html`<section><h2>${name}</h2>${body}</section>`;

const choices = [
  { value: 'call', label: 'Call them', hint: 'Within the hours they gave' },
  { value: 'text', label: 'Send a text' },
  { value: 'wait', label: 'Wait for them' },
];

function fields(csrf: string): Html {
  return form(
    '/dev/kit',
    csrf,
    html`${field({ name: 'name', label: 'Name to use', value: 'Maya' })}${field({ name: 'code', label: 'Code', hint: 'Six figures', inputmode: 'numeric', fault: 'Please give all six figures.' })}${area({ name: 'note', label: 'A note for the team', hint: 'They do not see this.' })}${select({ name: 'when', label: 'When', value: 'text', choices })}${picks({ name: 'how', legend: 'What next', choices, picked: ['call'] })}${picks({ name: 'done', legend: 'What came of it', choices, picked: [], many: true, fault: 'Please pick at least one.' })}${button('Save', 'main')} ${button('Not now')} ${button('Take it back', 'quiet')} ${button('End it', 'grave')}`,
  );
}

export function kitBody(csrf: string): Html {
  return html`<p>Every part of the staff pages. How to use them: docs/how-to.md, "Add a staff page".</p>
${part('Careful', careful('Before you write', ['Text only, never call.', 'Not before 10am.', 'Say nothing on a voicemail.']))}
${part(
  'Faults of a form',
  faults([
    ['code', 'Please give all six figures.'],
    ['done', 'Please pick at least one.'],
  ]),
)}
${part('Flash', html`${flash('Handed back. The bot goes on with them.', 'good')}${flash('Brodie has this one.', 'wait')}${flash('That was not sent. They said stop.', 'danger')}`)}
${part('Tags', html`<p class="swatches">${tag('Waiting')}${tag('Done', 'good')}${tag('Due 4pm', 'wait')}${tag('New', 'new')}${tag('At once', 'danger')}${tag('With Ailsa', 'person')}</p>`)}
${part('Form', fields(csrf))}
${part(
  'Table',
  table({
    caption: 'Who is waiting',
    columns: ['Who', 'Why', 'Since'],
    rows: [
      [html`<a href="#main">Maya</a>`, tag('Asked for a person'), time('4pm today', NOW)],
      [html`<a href="#main">No name yet</a>`, tag('Danger', 'danger'), time('3.50pm today', NOW - 600_000)],
    ],
  }),
)}
${part('Empty', empty('Nobody is waiting', 'New ones show here by themselves. You can leave this page open.'))}
${part(
  'Facts',
  facts([
    ['Name to use', html`Maya`],
    ['How they came', html`Web page`],
    ['What matters most', html`Somewhere warm to go on Tuesdays`],
  ]),
)}
${part(
  'Timeline',
  timeline([
    { when: time('3.50pm', NOW - 600_000), what: html`They asked for a person.` },
    { when: time('3.52pm', NOW - 480_000), what: html`${tag('With Ailsa', 'person')} took it.` },
  ]),
)}
${part('Dialog', dialog('ask', 'Hand back', 'Hand this back?', html`<p>The bot goes on with them, after your goodbye.</p>${form('/dev/kit', csrf, button('Hand back', 'main'))}`))}`;
}
