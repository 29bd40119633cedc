/** Sends what an advisor wrote: once, and until it is there. A lost line, a sleep or a reload loses nothing, for its number goes with it. */
import { ask } from './ask';

const RETRY = 2_000;
const LONGEST = 30_000;
/** The same words once more are the same message. */
const LONGEST_SENDING = 20_000;
const KEPT = 'win advisor ';
const byKeyboard = matchMedia('(pointer: fine)');

/** While somebody writes it is said so often, ms: the person's page shows it a little longer. */
const WRITING = 3_000;
let toldAt = Number.NEGATIVE_INFINITY;

/** The person sees that one of us is writing. Whether it came is no matter. */
function tellWriting(form: HTMLFormElement): void {
  if (performance.now() - toldAt < WRITING) return;
  toldAt = performance.now();
  const csrf = form.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '';
  ask(form.action.replace(/say$/, 'typing'), WRITING, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrf }),
  }).catch(() => undefined);
}

/** What stands in the box of this thread, kept in this tab alone for as long as it is open. */
interface Kept {
  readonly words: string;
  readonly nonce: string;
  /** it was sent, and no answer came yet */
  readonly sent: boolean;
}

function readKept(key: string): Kept | null {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof read !== 'object' || read === null) return null;
    const words: unknown = Reflect.get(read, 'words');
    const nonce: unknown = Reflect.get(read, 'nonce');
    const sent = Reflect.get(read, 'sent') === true;
    return typeof words === 'string' && typeof nonce === 'string' ? { words, nonce, sent } : null;
  } catch {
    return null;
  }
}

/** Nothing anybody wrote stays for who sits here next. */
export function forget(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(KEPT)) sessionStorage.removeItem(key);
}

export interface Outcome {
  /** the page as it is then */
  readonly sent: (page: string) => void;
  /** the page that says why not */
  readonly refused: (page: string) => void;
  /** nothing is sent from here any more */
  readonly gone: () => void;
}

export function sendInTime(form: HTMLFormElement, outcome: Outcome): void {
  const box = form.querySelector<HTMLTextAreaElement>('textarea');
  const nonce = form.querySelector<HTMLInputElement>('input[name=nonce]');
  const told = form.querySelector<HTMLElement>('[role=status]');
  if (!box || !nonce || !told) return;
  const key = KEPT + form.action;
  let wait = RETRY;
  let busy = false;
  /** the next try, while what was sent has no answer */
  let next: number | undefined;

  const keep = (sent: boolean) =>
    sessionStorage.setItem(key, JSON.stringify({ words: box.value, nonce: nonce.value, sent }));

  function done(): void {
    box?.removeAttribute('readonly');
    if (told) told.textContent = '';
    wait = RETRY;
  }

  function taken(page: string): void {
    if (box) box.value = '';
    if (nonce) nonce.value = crypto.randomUUID();
    sessionStorage.removeItem(key);
    done();
    outcome.sent(page);
  }

  function notTaken(page: string): void {
    keep(false);
    done();
    outcome.refused(page);
  }

  /** Signed out, or not theirs any more: what was written waits here until they are back. */
  function notHere(): void {
    keep(false);
    outcome.gone();
  }

  function later(): void {
    if (told) told.textContent = told.dataset['waits'] ?? '';
    next = window.setTimeout(() => void send(), wait);
    wait = Math.min(wait * 2, LONGEST);
  }

  async function send(): Promise<void> {
    // one try at a time, and none left over: a try that fires late would send what is half written by then
    clearTimeout(next);
    next = undefined;
    if (!box || busy || box.value.trim() === '' || !form.isConnected) return;
    busy = true;
    box.readOnly = true;
    keep(true);
    const got = await ask(form.action, LONGEST_SENDING, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([...new FormData(form)].map((pair) => [pair[0], String(pair[1])])),
    }).catch(() => null);
    busy = false;
    const status = got?.answer.status ?? 0;
    if (got?.answer.type === 'opaqueredirect' || status === 403 || status === 404) notHere();
    else if (got && status === 200) taken(got.text);
    // the page says why not
    else if (got && status === 422) notTaken(got.text);
    else later();
  }

  const before = readKept(key);
  if (before !== null && box.value === '') {
    box.value = before.words;
    nonce.value = before.nonce;
    // sent before the page was loaded again, and nobody knows whether it came: the same once more is the same message
    if (before.sent) void send();
  }
  box.addEventListener('input', () => {
    keep(false);
    if (box.value.trim() !== '') tellWriting(form);
  });
  box.addEventListener('keydown', (event) => {
    // a phone's Enter is a new line
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !byKeyboard.matches) return;
    event.preventDefault();
    void send();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  addEventListener('online', () => {
    if (next !== undefined) void send();
  });
}
