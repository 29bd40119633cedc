/** The console alive: it hears that something changed and reads the page again, keeping what is being written; and what is sent is sent once, however bad the line. */
import { ask } from './ask';
import { hearNews } from './news';
import { callFor, startSwitches } from './notices';
import { putPage, toEnd } from './put';
import { forget, sendInTime } from './send';

/** Read again this often whatever was heard, ms: news can be lost on the way. */
const EVERY = 60_000;
/** Between two readings, ms: much that comes at once is one reading. */
const GAP = 250;
/** First wait after a failed reading, doubled up to a minute, ms. */
const RETRY = 1_000;
const LONGEST_READING = 15_000;

const thread = document.querySelector<HTMLElement>('[data-thread]')?.dataset['thread'] ?? null;
const query = thread === null ? '' : `?thread=${encodeURIComponent(thread)}`;
/** Where this page is read again: a form that was not taken leaves the browser at another address. */
const here = thread === null ? '/advisor' : `/advisor/threads/${encodeURIComponent(thread)}`;

let reading = false;
let wait = RETRY;
let lastRead = Number.NEGATIVE_INFINITY;
/** the next reading, where one is planned */
let planned: number | undefined;

function readIn(ms: number): void {
  clearTimeout(planned);
  planned = window.setTimeout(() => void read(), ms);
}

async function read(): Promise<void> {
  planned = undefined;
  if (reading) return readIn(GAP);
  reading = true;
  lastRead = performance.now();
  try {
    const got = await ask(here, LONGEST_READING);
    const answer = got.answer;
    // signed out, or this is not theirs any more: the server says what is next
    if (answer.type === 'opaqueredirect' || answer.status === 404) return location.assign(here);
    if (!answer.ok) throw new Error('not now');
    show(got.text);
    wait = RETRY;
  } catch {
    readIn(wait);
    wait = Math.min(wait * 2, EVERY);
  } finally {
    reading = false;
  }
}

function show(text: string, sure: readonly string[] = []): void {
  const page = new DOMParser().parseFromString(text, 'text/html');
  putPage(page, sure);
  callFor(page);
  start();
}

/** The first news is read at once, what follows on its heels together. */
const soon = (): void => {
  if (planned === undefined || wait > RETRY) readIn(Math.max(0, lastRead + GAP - performance.now()));
};

/** Not taken: the page says why beside the box, with what was written still in it. */
function refused(text: string): void {
  show(text, ['compose']);
  document.querySelector<HTMLTextAreaElement>('#words')?.focus();
}

/** Puts words where the writer is in the box, and goes there. */
function insert(words: string): void {
  const box = document.querySelector<HTMLTextAreaElement>('#words');
  if (!box || box.readOnly) return;
  const before = box.value.slice(0, box.selectionStart);
  const gap = before === '' || /\s$/.test(before) ? '' : ' ';
  box.setRangeText(gap + words, box.selectionStart, box.selectionEnd, 'end');
  // as if it had been typed, so that it is kept
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.focus();
}

/** The parts of the page that need a hand after they came. */
function start(): void {
  startSwitches();
  for (const one of document.querySelectorAll<HTMLElement>('[data-opening]:not([data-on])')) {
    one.dataset['on'] = '';
    one.hidden = false;
    one.addEventListener('click', () => insert(one.dataset['opening'] ?? ''));
  }
  for (const all of document.querySelectorAll<HTMLElement>('[data-phrases]')) {
    all.hidden = false;
    for (const one of all.querySelectorAll<HTMLElement>('[data-phrase]:not([data-on])')) {
      one.dataset['on'] = '';
      one.addEventListener('click', () => {
        all.removeAttribute('open');
        insert(one.textContent ?? '');
      });
    }
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-compose]:not([data-on])')) {
    form.dataset['on'] = '';
    sendInTime(form, { sent: show, refused, gone: () => location.assign(here) });
  }
}

start();
callFor(document);
document.querySelector('.dialog .fault')?.closest<HTMLElement>('.dialog')?.showPopover();
toEnd(document.querySelector('.scroll'));
hearNews(`/advisor/events${query}`, { moved: soon, over: () => location.assign(here) });
setInterval(soon, EVERY);
addEventListener('online', () => readIn(0));
// after a sleep, or back from another page, nobody knows what was missed
addEventListener('pageshow', (event) => {
  if (event.persisted) readIn(0);
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) readIn(0);
});
document.querySelector('form[action="/staff/sign-out"]')?.addEventListener('submit', forget);
