/** The supervisor's page: numbers first, then the team, then charts that each say what they show and have their table. */
import { correctionWords } from '../../../dialogs/content/staff/corrections';
import { overviewWords as words } from '../../../dialogs/content/staff/overview';
import { type Html, html } from '../html';
import { empty, table, tag } from './parts';

export interface Figure {
  readonly number: string | Html;
  readonly words: string;
  readonly beneath?: string;
  /** somebody has to act on it now */
  readonly danger?: boolean;
}
export interface OverviewView {
  readonly figures: readonly Figure[];
  readonly team: readonly {
    readonly name: string;
    readonly onShift: boolean;
    readonly isHere: boolean;
    readonly holds: string;
  }[];
  readonly seen: readonly {
    readonly level: string;
    readonly count: number;
    readonly half: string;
    readonly most: string;
  }[];
  readonly days: readonly { readonly day: string; readonly short: string; readonly asked: number }[];
  /** what the team said of what was heard */
  readonly corrected: readonly {
    readonly what: string;
    readonly right: number;
    readonly wrong: number;
    readonly missed: number;
  }[];
}

const [width, height, foot] = [560, 140, 24];

/** Bars of one colour, each with its number over it; the table beside it says the same. */
function bars(days: OverviewView['days']): Html {
  const most = Math.max(1, ...days.map(({ asked }) => asked));
  const step = width / Math.max(1, days.length);
  const one = ({ short, asked }: OverviewView['days'][number], n: number) => {
    const tall = Math.round((asked / most) * (height - foot - 16));
    const middle = Math.round(n * step + step / 2);
    return html`<rect x="${Math.round(n * step + 4)}" y="${height - foot - tall}" width="${Math.round(step - 8)}" height="${tall}" rx="2"></rect>${asked === 0 ? null : html`<text x="${middle}" y="${height - foot - tall - 4}" text-anchor="middle">${asked}</text>`}<text x="${middle}" y="${height - 6}" text-anchor="middle">${short}</text>`;
  };
  return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${days.map(one)}</svg>`;
}

function chart(days: OverviewView['days']): Html {
  const asked = days.map((one) => one.asked);
  const says = words.daysSay(
    Math.max(0, ...asked),
    asked.reduce((sum, one) => sum + one, 0),
  );
  const rows = days.map(({ day, asked: count }) => [html`${day}`, html`${count}`]);
  const same = table({
    caption: words.days,
    unseen: true,
    columns: [words.columns.day, words.columns.asked],
    rows,
  });
  return html`<section class="chart" aria-labelledby="days"><h2 id="days">${words.days}</h2><p>${says}</p>${bars(days)}<details><summary>${words.table}</summary>${same}</details></section>`;
}

function corrections(all: OverviewView['corrected']): Html {
  const { table: caption, tableLine, tableNone, columns } = correctionWords;
  const rows = all.map(({ what, right, wrong, missed }) => [
    html`${what}`,
    html`${right}`,
    html`${wrong}`,
    html`${missed}`,
  ]);
  const names = [columns.what, columns.right, columns.wrong, columns.missed];
  return html`<h2>${caption}</h2>${rows.length === 0 ? html`<p>${tableNone}</p>` : html`<p>${tableLine}</p>${table({ caption, unseen: true, columns: names, rows })}`}`;
}

export function overviewBody({ figures, team, seen, days, corrected }: OverviewView): Html {
  const { name, shift, here, holds, level, count, half, most } = words.columns;
  const figure = ({ number, words: says, beneath, danger }: Figure) =>
    html`<li class="${danger ? 'danger' : ''}"><span class="number">${number}</span>${says}${beneath === undefined ? null : html`<span class="line beneath">${beneath}</span>`}</li>`;
  const teamRows = team.map((one) => [
    html`${one.name}`,
    html`${one.onShift ? words.on : words.off}`,
    tag(one.isHere ? words.yes : words.no, one.isHere ? 'good' : 'plain'),
    html`${one.holds}`,
  ]);
  const seenRows = seen.map((one) => [html`${one.level}`, html`${one.count}`, html`${one.half}`, html`${one.most}`]);
  return html`<p>${words.lead}</p><ul class="figures">${figures.map(figure)}</ul>
<h2>${words.team}</h2>${team.length === 0 ? empty(words.noTeam, words.noTeamLine) : table({ caption: words.team, unseen: true, columns: [name, shift, here, holds], rows: teamRows })}
<h2>${words.seen}</h2>${seen.length === 0 ? html`<p>${words.noSeen}</p>` : table({ caption: words.seen, unseen: true, columns: [level, count, half, most], rows: seenRows })}
${chart(days)}
${corrections(corrected)}`;
}
