/** The chat page: the same markup with JavaScript on and off, so every part works as plain forms. */
import type { Assets } from './assets';
import { type Html, html } from './html';
import { hill } from './icon';
import { bar, page } from './page';
import { isLarge, largeChoices, WAYS } from './ways';
import { keptWhole, withNumbers } from './withNumbers';
import { CRISIS_LINES, words } from './words';

export interface PageChoice {
  readonly id: string;
  readonly label: string;
  /** what is said about it, under its label */
  readonly line?: string | undefined;
}

export interface Bubble {
  /** the activity's id, the same the script gets, so that nothing shows twice */
  readonly id: string;
  readonly from: 'person' | 'bot' | 'advisor';
  readonly text: string;
  /** numbers to call as large buttons under the words */
  readonly calls: readonly { readonly label: string; readonly dial: string }[];
}

export interface ChatView {
  /** shown until the talk begins */
  readonly first: { readonly paragraphs: readonly string[] } | null;
  readonly bubbles: readonly Bubble[];
  readonly choices: readonly PageChoice[];
  readonly many: boolean;
  readonly toGo: string;
  /** signed: who is talking; comes back with every form */
  readonly place: string;
  /** the next message's id, so that a double tap or a reload is the same message */
  readonly nonce: string;
  readonly watermark: string;
  /** what was typed but could not be kept */
  readonly draft: string;
  readonly crisisLines?: readonly string[];
}

const speaker = { person: words.you, bot: words.bot, advisor: words.advisor } as const;

function bubble(said: Bubble, isNow: boolean): Html {
  const label = html`<span class="${said.from === 'advisor' ? 'who' : 'unseen'}">${speaker[said.from]}: </span>`;
  return html`<li class="${said.from}" data-id="${said.id}"${isNow && html` id="now"`}>${label}${said.from === 'person' ? keptWhole(said.text) : withNumbers(said.text)}${said.calls.map((call) => html`<a class="call" href="tel:${call.dial}">${call.label}</a>`)}</li>`;
}

/** A choice travels as its id, a space and its label; ids hold no spaces. */
function choices(view: ChatView): Html {
  if (!view.many) {
    return html`${largeChoices(view.choices).map((choice) => html`<button name="choice" value="${choice.id} ${choice.label}"${choice.line !== undefined && html` class="idea"`}>${choice.label}${choice.line !== undefined && html` <span class="line">${choice.line}</span>`}</button>`)}`;
  }
  const boxes = view.choices.map(
    (choice) =>
      html`<label class="box"><input type="checkbox" name="pick" value="${choice.id} ${choice.label}"><span>${choice.label}</span></label>`,
  );
  return html`<fieldset><legend class="unseen">${words.pickAny}</legend>${boxes}</fieldset><button class="main" name="do" value="done">${words.done}</button>`;
}

function ways(view: ChatView): Html {
  const buttons = WAYS.map(
    ({ say, label }) =>
      html`<button class="quiet" name="say" value="${say}"${isLarge(label, view.choices) && html` hidden`}>${label}</button>`,
  );
  return html`<div id="ways" class="ways">${buttons}</div>`;
}

const leaveWords = html`${words.leave}<span class="unseen">. ${words.leaveHint}</span>`;
const shiftStatus = html`<p id="shift" class="unseen" role="status"></p>`;

/** Leave now (guide 3.5), first by keyboard, on pages with no talk of their own. */
export function leaveFirst(place: string): Html {
  return html`<form id="leave" method="post" action="/chat/leave"><input type="hidden" name="place" value="${place}"><button class="leave first">${leaveWords}</button></form>${shiftStatus}`;
}

/**
 * The two ways to leave on the chat page: first by keyboard, and fixed within reach of the thumb. Both send the whole
 * form, so that what stands in the box is read for danger also then; Enter in a tick box must not leave, so the form's
 * first button is one that sends.
 */
const leaveTalk = html`<button form="form" name="do" value="send" hidden tabindex="-1">${words.send}</button><button class="leave first" form="form" formaction="/chat/leave">${leaveWords}</button>${shiftStatus}`;
const leaveButton = html`<button class="leave" formaction="/chat/leave" title="${words.leaveHint}">${words.leave}</button>`;

/** The newest thing the person said splits what is old from what to look at now. */
function firstNew(bubbles: readonly Bubble[]): number {
  return bubbles.findLastIndex((said) => said.from === 'person') + 1;
}

/** The last of them says what happens to their words, and leads to the whole of it. */
function firstLine(line: string, at: number, all: readonly string[]): Html {
  const more = at === all.length - 1 && html` <a href="/privacy">${words.privacy}</a>`;
  return html`<p${line.includes('999') && html` class="urgent"`}>${withNumbers(line)}${more}</p>`;
}

/** As many lines as a small phone shows at once; a script sees what is so. */
const LINES_IN_VIEW = 15;
const LINE_LETTERS = 38;
/** The lines an answer is as high as, with what is said about it. */
const ANSWER_LINES = 2;

const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LETTERS)), 0);

/** What is new and its answers are more than a small phone shows at once, as far as can be told without a script. */
function isLong(view: ChatView, now: number): boolean {
  const said = view.bubbles.slice(now).reduce((sum, { text }) => sum + linesOf(text), 0);
  const answers = view.choices.reduce((sum, { line }) => sum + ANSWER_LINES + (line ? linesOf(line) : 0), 0);
  return view.choices.length > 0 && view.first === null && said + answers > LINES_IN_VIEW;
}

/** The whole page as text. */
export function chatPage(view: ChatView, assets?: Assets): string {
  const now = firstNew(view.bubbles);
  const first = view.first?.paragraphs ?? [];
  const question = first.at(-1);
  const body = html`${leaveTalk}
${bar(html`<a href="/safety">${words.safety}</a>`)}
<main>
<h1 class="unseen">${words.talk}</h1>
<div id="log" role="log" aria-label="${words.talk}" aria-live="polite"><ol id="talk" class="talk">${view.bubbles.map((said, i) => bubble(said, i === now))}</ol></div>
<p id="typing" class="typing" hidden>${words.typing}<span aria-hidden="true"> ...</span></p>
<form id="form" method="post" action="/chat#now" autocomplete="off" data-watermark="${view.watermark}"${view.first && html` data-fresh`}>
<input type="hidden" name="place" value="${view.place}">
<input type="hidden" name="nonce" value="${view.nonce}">
${view.first && html`<section id="first" class="first">${hill}${first.slice(0, -1).map(firstLine)}</section>`}
<div id="answers" class="answers" role="group" aria-label="${words.answers}" tabindex="-1">${view.first && html`<p id="question" class="question">${question}</p>`}<div id="choices" class="choices">${choices(view)}</div>${ways(view)}</div>
<p id="keep" class="keep" hidden><span class="small"></span> <button type="button" class="quiet"></button></p>
<div class="dock">
<div role="status"><div id="band" class="band" hidden><p></p><p>${(view.crisisLines ?? CRISIS_LINES).flatMap((line) => [withNumbers(line), html` `])}</p></div></div>
<p id="asking" class="asking" aria-hidden="true" hidden></p>
<div class="dockline"><button class="quiet atfirst" name="say" value="Talk to a person">${words.person}</button><a id="more" class="button quiet" href="#answers"${!isLong(view, now) && html` hidden`}>${words.more}</a><p id="togo" class="small">${view.toGo}</p>${leaveButton}</div>
<div class="compose"><label class="unseen" for="text">${words.yourWords}</label><textarea id="text" name="text" rows="1" maxlength="20000" placeholder="${words.yourWordsHint}" enterkeyhint="send">${view.draft}</textarea><button class="main" name="do" value="send">${words.send}</button></div>
</div>
</form>
</main>`;
  return page({ body, kind: 'chat', scripts: ['chat.js'] }, assets);
}
