/** The console alive: it hears that something changed and reads the page again, keeping what is being written; and what is sent is sent once, however bad the line. */
import { sendInTime } from './send';

/** Read again this often whatever was heard, ms: news can be lost on the way. */
const EVERY = 60_000;
/** First wait after a failed reading, doubled up to a minute, ms. */
const RETRY = 1_000;

let reading = false;
let again = false;
let wait = RETRY;

const atEnd = (box: Element): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < 80;
const toEnd = (box: Element | null): void => {
  if (box) box.scrollTop = box.scrollHeight;
};

/** Puts what has changed on the page; what somebody writes in, and where they are, stays. */
function take(page: Document): void {
  for (const fresh of page.querySelectorAll<HTMLElement>('[data-live]')) {
    const old = document.querySelector<HTMLElement>(`[data-live="${fresh.dataset['live'] ?? ''}"]`);
    if (!old || old.dataset['mark'] === fresh.dataset['mark']) continue;
    const follows = atEnd(old);
    const focused = old.contains(document.activeElement) && old !== document.activeElement;
    // somebody is in the middle of it: not pulled away under their hands, but for the talk, where nothing is filled in
    if (focused && old.querySelector('input:not([type=hidden]), textarea, select')) continue;
    old.replaceWith(fresh);
    if (follows) toEnd(fresh);
  }
  start();
}

async function read(): Promise<void> {
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  try {
    const answer = await fetch(location.pathname + location.search, {
      headers: { 'x-win-live': '1' },
      redirect: 'manual',
    });
    // signed out, or this is not theirs any more: the server says what is next
    if (answer.type === 'opaqueredirect') return location.reload();
    if (!answer.ok) throw new Error('not now');
    take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    wait = RETRY;
  } catch {
    setTimeout(() => void read(), wait);
    wait = Math.min(wait * 2, EVERY);
  } finally {
    reading = false;
    if (again) {
      again = false;
      void read();
    }
  }
}

/** The parts of the page that need a hand after they came. */
function start(): void {
  for (const one of document.querySelectorAll<HTMLElement>('[data-opening]:not([data-on])')) {
    one.dataset['on'] = '';
    one.hidden = false;
    one.addEventListener('click', () => {
      const box = document.querySelector<HTMLTextAreaElement>('#words');
      if (box?.value.trim() !== '') return;
      box.value = one.dataset['opening'] ?? '';
      box.focus();
    });
  }
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-compose]:not([data-on])')) {
    form.dataset['on'] = '';
    sendInTime(form, () => void read());
  }
}

function listen(): void {
  const talk = document.querySelector<HTMLElement>('[data-thread]');
  const query = talk ? `?thread=${encodeURIComponent(talk.dataset['thread'] ?? '')}` : '';
  const news = new EventSource(`/advisor/events${query}`);
  news.addEventListener('changed', () => void read());
  news.addEventListener('over', () => location.reload());
  // after a break nobody knows what was missed
  let broke = false;
  news.addEventListener('error', () => {
    broke = true;
  });
  news.addEventListener('open', () => {
    if (broke) void read();
    broke = false;
  });
}

start();
toEnd(document.querySelector('.scroll'));
listen();
setInterval(() => void read(), EVERY);
addEventListener('online', () => void read());
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void read();
});
