/** One thread: how they may be reached, what was said as they saw it, a box to write in, and the brief. */
import { fileWords, outcomeNames, queueWords, threadWords as words } from '../../../dialogs/content/staff/console';
import { savedPhrases } from '../../../dialogs/content/staff/phrases';
import { type Html, html } from '../html';
import { area, button, faults, field, form, type Option, picks, select } from './fields';
import { careful, dialog, facts, tag, timeline } from './parts';
import { personPath } from './paths';
import { callsOf, levelTag, type QueueRow, threadPath } from './queueView';

export interface Line {
  readonly id: string;
  readonly from: 'person' | 'bot' | 'advisor';
  readonly text: string;
  /** what was offered with it */
  readonly choices: readonly string[];
  readonly when: Html;
  /** what became of it on its way to a phone; '' where a page shows it by itself */
  readonly went: string;
  /** it did not get there */
  readonly missed: boolean;
}

/** Something they sent. `path`: where it opens; null where it cannot, and why */
export interface FileRow {
  readonly what: string;
  readonly when: Html;
  readonly path: string | null;
  readonly why: string;
}

export interface ThreadView {
  readonly id: string;
  readonly csrf: string;
  readonly name: string;
  readonly level: QueueRow['level'];
  readonly why: string;
  readonly state: QueueRow['state'];
  /** the same in a word or two */
  readonly stands: string;
  readonly who: string;
  /** the id of their record; null for one from before there were any */
  readonly person: string | null;
  /** who else has it on their screen */
  readonly lookers: readonly string[];
  /** others the reader is needed for now */
  readonly elsewhere: readonly QueueRow[];
  /** may the reader write, take it, take it over */
  readonly may: { readonly write: boolean; readonly take: boolean; readonly takeOver: boolean };
  readonly rules: readonly string[];
  readonly lines: readonly Line[];
  /** there is more than is shown */
  readonly cut: boolean;
  readonly danger: readonly {
    readonly what: string;
    readonly level: QueueRow['level'];
    readonly when: Html;
    readonly words: string;
  }[];
  readonly facts: readonly (readonly [string, Html])[];
  readonly files: readonly FileRow[];
  readonly told: readonly (readonly [string, Html])[];
  readonly history: readonly { readonly when: Html; readonly what: Html }[];
  readonly opening: string;
  /** what the reader wrote and could not send */
  readonly draft: string;
  /** the same for the same message, however often it is sent */
  readonly nonce: string;
  /** what was not taken, and why; and what else stood in its form */
  readonly wrong: { readonly field: 'words' | 'day' | 'nextDay'; readonly why: string } | null;
  readonly given: Readonly<Record<string, string>>;
  /** the day that stands in the box for a call, YYYY-MM-DD */
  readonly today: string;
  /** each changes when what it stands for does */
  /** what the team wrote down for itself */
  readonly notes: readonly { readonly when: Html; readonly who: string; readonly words: string }[];
  /** what is left to do, and by when */
  readonly next: { readonly action: string; readonly due: Html } | null;
  /** who may be given that, the reader first */
  readonly colleagues: readonly Option[];
  readonly marks: { readonly notes: string; readonly talk: string; readonly standing: string; readonly brief: string };
}

const faultAt = ({ wrong }: ThreadView, name: string): string | null => (wrong?.field === name ? wrong.why : null);

const sides = { person: 'theirs', bot: 'bots', advisor: 'ours' } as const;
const speakers = { person: words.person, bot: words.bot, advisor: words.team } as const;

function bubble(line: Line): Html {
  const offered =
    line.choices.length === 0 ? null : html`<p class="offered">${words.offered}: ${line.choices.join(', ')}</p>`;
  const went = line.went === '' ? null : html`<p class="went${line.missed ? ' not' : ''}">${line.went}</p>`;
  return html`<li class="${sides[line.from]}" id="${line.id}"><p class="from">${speakers[line.from]} ${line.when}</p><p class="words">${line.text}</p>${offered}${went}</li>`;
}

function talk({ lines, cut, marks, id }: ThreadView): Html {
  const body =
    lines.length === 0
      ? html`<p>${words.talkNone}</p>`
      : html`${cut ? html`<p class="hint">${words.more}</p>` : null}<ol class="lines">${lines.map(bubble)}</ol>`;
  return html`<section class="said" aria-labelledby="said"><h2 id="said">${words.talk}</h2><div class="scroll" data-live="talk" data-mark="${marks.talk}" data-thread="${id}" role="log" aria-label="${words.talk}" tabindex="0">${body}</div></section>`;
}

const lookingToo = ({ lookers }: ThreadView): Html =>
  lookers.length === 0 ? html`` : html`<p class="hint">${words.lookers(lookers.join(', '))}</p>`;

/** What the reader may do about who has it. */
function standing(view: ThreadView): Html {
  const { may, state, who, csrf, id } = view;
  const at = threadPath(id);
  if (state === 'closed') return html`<p class="flash">${words.closed}</p>`;
  if (may.write) return html`<p class="holder">${tag(words.yours, 'person')}</p>${lookingToo(view)}`;
  const said = state === 'queued' || state === 'offered' ? words.waitsFor(who) : words.heldBy(who);
  return html`<p class="holder">${said}</p>${lookingToo(view)}${may.take ? form(`${at}/claim`, csrf, html`${button(words.take, 'main')}<p class="hint">${words.takeHint}</p>`) : null}${may.takeOver ? form(`${at}/take-over`, csrf, html`${button(words.takeOver, may.take ? 'plain' : 'grave')}<p class="hint">${words.takeOverHint(who)}</p>`) : null}`;
}

function composer(view: ThreadView): Html {
  const { may, csrf, id, draft, nonce, opening } = view;
  // what was written and may not be sent any more is not lost with the box
  if (!may.write)
    return html`<div class="unsent" data-unsent${draft === '' ? html` hidden` : null}><h2>${words.unsent}</h2><p class="words">${draft}</p></div>`;
  const at = threadPath(id);
  return html`<form method="post" action="${at}/say" class="say" data-compose novalidate><input type="hidden" name="csrf" value="${csrf}"><input type="hidden" name="nonce" value="${nonce}">${area({ name: 'words', label: words.write, hint: words.writeHint, value: draft, fault: faultAt(view, 'words'), rows: 3, longest: 1_000 })}<div class="row">${button(words.send, 'main')}<button type="button" class="quiet" data-opening="${opening}" hidden>${words.useOpening}</button><p class="hint" role="status" data-waits="${words.notSent}"></p></div>${phrases()}</form>`;
}

/** To put in the box and change. A script puts them there, so without one they are not shown. */
const phrases = (): Html =>
  html`<details class="phrases" data-phrases hidden><summary>${words.phrases}</summary><div class="panel">${savedPhrases.map(
    ({ heading, phrases: all }) =>
      html`<h3>${heading}</h3><ul>${all.map((one) => html`<li><button type="button" data-phrase>${one}</button></li>`)}</ul>`,
  )}</div></details>`;

const outcomes: readonly Option[] = Object.entries(outcomeNames)
  .filter(([value]) => value !== 'handedBack')
  .map(([value, label]) => ({ value, label }));

/** What was filled in before, where the form came back. */
const noteBox = ({ given }: ThreadView, name: string): Html =>
  area({ name, label: words.note, hint: words.noteHint, rows: 2, longest: 1_000, value: given[name] ?? '' });

function handBack(view: ThreadView): Html {
  const choices = [
    { value: 'goesOn', label: words.goesOn },
    { value: 'stays', label: words.stays },
  ];
  return form(
    `${threadPath(view.id)}/hand-back`,
    view.csrf,
    html`<p>${words.handBackHint}</p>${picks({ name: 'intake', legend: words.handBack, picked: ['goesOn'], choices })}${noteBox(view, 'handBackNote')}${button(words.handBack, 'main')}`,
  );
}

function callBack(view: ThreadView): Html {
  const { csrf, id, today, given } = view;
  const fault = faultAt(view, 'day');
  return form(
    `${threadPath(id)}/call-back`,
    csrf,
    html`<p>${words.callBackHint}</p>${field({ name: 'day', label: words.day, type: 'date', value: given['day'] ?? today, fault })}${field({ name: 'time', label: words.time, type: 'text', value: given['time'] ?? '10:00' })}${noteBox(view, 'callNote')}${button(words.agree, 'main')}`,
  );
}

/** What came of it; and what is left to do, whose that is and by when. */
function wrapUp(view: ThreadView): Html {
  const { csrf, id, today, given, colleagues, next } = view;
  const fault = faultAt(view, 'nextDay');
  const outcome = select({
    name: 'outcome',
    label: words.outcome,
    value: given['outcome'] ?? 'helped',
    choices: outcomes,
  });
  const action = field({
    name: 'nextAction',
    label: words.nextAction,
    hint: words.nextHint,
    value: given['nextAction'] ?? '',
  });
  const whose = select({
    name: 'nextOwner',
    label: words.nextOwner,
    value: given['nextOwner'] ?? colleagues[0]?.value ?? '',
    choices: colleagues,
  });
  const day = field({ name: 'nextDay', label: words.nextDay, type: 'date', value: given['nextDay'] ?? today, fault });
  const clock = field({ name: 'nextTime', label: words.time, value: given['nextTime'] ?? '16:00' });
  const left = html`${action}${whose}<div class="row">${day}${clock}</div>`;
  return form(
    `${threadPath(id)}/wrap-up`,
    csrf,
    html`${outcome}${noteBox(view, 'closeNote')}${next === null ? left : html`<details${fault ? html` open` : null}><summary>${words.nextMore}</summary>${left}</details>`}${button(words.close, 'main')}`,
  );
}

/** How a call that was agreed went, or what is left to do. */
function agreed(view: ThreadView): Html {
  const { state, next, id, csrf } = view;
  if (next !== null) return html`<p class="todo"><strong>${words.toDo}, ${next.due}:</strong> ${next.action}</p>`;
  if (state !== 'callback') return html``;
  return html`<p>${words.called}</p>${form(`${threadPath(id)}/called`, csrf, html`${button(words.reached, 'plain', { name: 'reached', value: 'yes' })} ${button(words.notReached, 'plain', { name: 'reached', value: 'no' })}`)}`;
}

function endings(view: ThreadView): Html {
  if (!view.may.write) return view.next === null ? html`` : agreed(view);
  return html`${agreed(view)}<div class="row endings">${dialog('hand-back', words.handBack, words.handBackAsk, handBack(view))}${dialog('call-back', words.callBack, words.callBackAsk, callBack(view))}${dialog('wrap-up', words.wrapUp, words.wrapUpAsk, wrapUp(view))}</div>`;
}

/** What the team wrote down for itself: they never see it. */
function notes(view: ThreadView): Html {
  const { notes: all, id, csrf, state } = view;
  const items = all.map((one) => ({
    when: html`${one.who}, ${one.when}`,
    what: html`<p class="words">${one.words}</p>`,
  }));
  const write =
    state === 'closed'
      ? null
      : form(
          `${threadPath(id)}/note`,
          csrf,
          html`${area({ name: 'note', label: words.newNote, rows: 2, longest: 1_000 })}${button(words.keepNote)}`,
        );
  return html`<section class="notes" aria-labelledby="notes" data-live="notes" data-mark="${view.marks.notes}"><h2 id="notes">${words.notes}</h2><p class="hint">${words.noteHint}</p>${items.length === 0 ? null : timeline(items)}${write}</section>`;
}

/** What they sent, to be opened one by one. */
function files({ files: all }: ThreadView): Html {
  if (all.length === 0) return html``;
  const item = ({ what, when, path, why }: FileRow) =>
    html`<li>${path === null ? html`${what}, ${when}. ${why}` : html`<a href="${path}" target="_blank" rel="noopener">${fileWords.open(what)}</a>, ${when}`}</li>`;
  return html`<h3>${fileWords.heading}</h3><p class="hint">${fileWords.hint}</p><ul class="files">${all.map(item)}</ul>`;
}

function danger({ danger: all }: ThreadView): Html {
  if (all.length === 0) return html``;
  return html`<section class="raised" role="alert" aria-labelledby="raised"><h2 id="raised">${words.danger}</h2><ul>${all.map((one) => html`<li>${levelTag(one.level)} ${one.what}, ${one.when}${one.words === '' ? null : html`<blockquote>${one.words}</blockquote>`}</li>`)}</ul></section>`;
}

/** Somebody else needs the reader now: danger that nobody has, or one of theirs who waits for an answer. */
function elsewhere({ elsewhere: all, id, lines, may }: ThreadView): Html {
  // in one's own thread each of their messages is news
  const heard = may.write ? `${encodeURIComponent(id)}:${lines.filter(({ from }) => from === 'person').length}` : '';
  const one = (row: QueueRow) =>
    html`<li>${levelTag(row.level)} <a href="${threadPath(row.id)}">${row.why}</a> ${row.answer ? words.waitsForYou : words.waitsForAny} ${row.since}</li>`;
  return html`<div data-live="elsewhere" data-mark="${all.map((row) => `${row.id} ${row.level}`).join()}" data-calls="${`${callsOf(all)} ${heard}`}" data-notice="${queueWords.somebody}" role="status">${all.length === 0 ? null : html`<ul class="elsewhere">${all.map(one)}</ul>`}</div>`;
}

function brief(view: ThreadView): Html {
  const { opening } = view;
  return html`<aside aria-labelledby="brief" tabindex="0"><div data-live="brief" data-mark="${view.marks.brief} ${view.files.map(({ path }) => (path === null ? '-' : '+')).join('')}"><h2 id="brief">${words.brief}</h2>
<h3>${words.opening}</h3><p class="opening">${opening}</p>
${files(view)}
${facts(view.facts)}
${view.told.length === 0 ? null : html`<h3>${words.told}</h3>${facts(view.told)}`}
<h3>${words.history}</h3>${timeline(view.history)}</div>${notes(view)}</aside>`;
}

export function threadBody(view: ThreadView): Html {
  const rules = view.rules.length === 0 ? [words.carefulNone] : view.rules;
  return html`${faults([
    ['words', faultAt(view, 'words')],
    ['day', faultAt(view, 'day')],
    ['nextDay', faultAt(view, 'nextDay')],
  ])}<p class="where" data-live="where" data-mark="${view.level} ${view.why} ${view.stands}"><a href="/advisor">${words.back}</a> ${levelTag(view.level)} ${view.why}, ${view.stands.toLowerCase()}${view.person === null ? null : html` <a href="${personPath(view.person)}">${words.record}</a>`}</p>
${elsewhere(view)}
<div class="known"><div class="rules" data-live="rules" data-mark="${rules.join(' ')}">${careful(words.careful, rules)}</div>
<div data-live="danger" data-mark="${String(view.danger.length)}">${danger(view)}</div></div>
<div class="thread"><div class="main">${talk(view)}
<div data-live="standing" data-mark="${view.marks.standing}">${standing(view)}</div>
<div data-live="compose" data-mark="${String(view.may.write)} ${view.state === 'callback' ? 'call' : ''} ${view.next?.action ?? ''}">${composer(view)}${endings(view)}</div></div>
${brief(view)}</div>`;
}

/** The tab's and the page's title: a name only where they gave one. */
export const threadTitle = (name: string): string => (name === '' ? words.noName : name);
