/** Learning from use, as small forms at the end of a record: was it right, and for the lead a line of their own. */
import { categoryNames } from '../../../dialogs/content/staff/console';
import { correctionWords as words } from '../../../dialogs/content/staff/corrections';
import { type Html, html } from '../html';
import { area, button, form, type Option, picks, select } from './fields';
import { personPath } from './paths';

type Wrong = { readonly field: string; readonly why: string } | null;
interface Again {
  readonly person: string;
  readonly csrf: string;
  readonly wrong: Wrong;
  /** what was written, where the form was wrong */
  readonly given: URLSearchParams;
  /** may write a line of their own */
  readonly isLead: boolean;
}

export interface FlagFormView extends Again {
  readonly event: string;
  /** what was last said of it; null while nothing was */
  readonly verdict: string | null;
}
export interface NeedsFormView extends Again {
  readonly heard: readonly { readonly need: string; readonly name: string; readonly verdict: string | null }[];
  readonly missed: readonly { readonly need: string; readonly name: string }[];
  /** all others there are */
  readonly others: readonly Option[];
}

const optionsOf = (names: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const orNone = (label: string, all: readonly Option[]): readonly Option[] => [{ value: '', label }, ...all];

/** The box of a line, and what it means; open where something is wrong with it. */
function lineForm({ wrong, given, csrf }: Again, action: string, means: Html, fields: readonly string[]): Html {
  const fault = wrong?.field === 'line' ? wrong.why : null;
  const text = given.get('line') ?? '';
  const box = area({ name: 'line', label: words.text, hint: words.textHint, rows: 2, value: text, fault });
  const isOpen = wrong !== null && fields.includes(wrong.field);
  return html`<details${isOpen ? html` open` : null}><summary>${words.line}</summary>${form(action, csrf, html`<p>${words.lineFirst}</p>${box}${means}${button(words.keepLine)}`)}</details>`;
}

function riskMeans({ wrong, given }: Again): Html {
  const choose = (name: string, label: string, choices: readonly Option[], first = '') =>
    select({
      ...{ name, label, choices, value: given.get(name) ?? first },
      fault: wrong?.field === name ? wrong.why : null,
    });
  return html`${choose('lineRisk', words.means, orNone(words.choose, optionsOf(words.kinds)))}${choose('lineLevel', words.level, orNone(words.choose, optionsOf(words.levels)))}${choose('lineWho', words.who, optionsOf(words.whos), 'self')}${choose('lineWhen', words.when, optionsOf(words.whens), 'now')}`;
}

const section = (name: string, heading: string, body: Html): Html =>
  html`<section class="learning" aria-labelledby="${name}"><h2 id="${name}">${heading}</h2>${body}</section>`;

/** Under the record of a danger. */
export function flagForm(view: FlagFormView): Html {
  const { person, event, csrf, verdict, wrong, given, isLead } = view;
  const at = `${personPath(person)}/risks/${encodeURIComponent(event)}`;
  const [said = '', kind = ''] = (verdict ?? '').split(':');
  const fault = (name: string) => (wrong?.field === name ? wrong.why : null);
  const right = form(
    `${at}/right`,
    csrf,
    html`<p class="hint">${words.counted}</p>${picks({ name: 'verdict', legend: words.verdict, picked: [given.get('verdict') ?? said], choices: optionsOf(words.verdicts), fault: fault('verdict') })}${select({ name: 'another', label: words.another, value: given.get('another') ?? kind, choices: orNone(words.choose, optionsOf(categoryNames)), fault: fault('another') })}${button(words.keep)}`,
  );
  const line = isLead ? lineForm(view, `${at}/line`, riskMeans(view), ['line', 'lineRisk']) : null;
  return section('right', words.flag, html`${right}${line}`);
}

/** Under the record of a person. */
export function needsForm(view: NeedsFormView): Html {
  const { person, csrf, heard, missed, others, wrong, given, isLead } = view;
  const at = personPath(person);
  const said = (names: Readonly<Record<string, string>>) => (one: NeedsFormView['missed'][number], verdict: string) =>
    picks({ name: `need-${one.need}`, legend: one.name, picked: [verdict], choices: optionsOf(names) });
  const right = form(
    `${at}/right`,
    csrf,
    html`<p class="hint">${words.counted}</p>${heard.map((one) => said(words.needVerdicts)(one, one.verdict ?? ''))}${missed.map((one) => said(words.missedVerdicts)(one, 'notHeard'))}${select({ name: 'missed', label: words.missed, choices: orNone(words.noneMissed, others) })}${button(words.keep)}`,
  );
  const all = [...heard, ...missed].map(({ need, name }) => ({ value: need, label: name }));
  const means = picks({
    ...{ name: 'lineNeeds', legend: words.lineNeeds, many: true, picked: given.getAll('lineNeeds') },
    choices: [...all, ...others],
    fault: wrong?.field === 'lineNeeds' ? wrong.why : null,
  });
  const line = isLead ? lineForm(view, `${at}/line`, means, ['line', 'lineNeeds']) : null;
  return section('right', words.needs, html`${right}${line}`);
}
