/** Sends what an advisor wrote: once, and until it is there. A lost line, a sleep or a reload loses nothing, for its number goes with it. */

const RETRY = 2_000;
const LONGEST = 30_000;
const byKeyboard = matchMedia('(pointer: fine)');

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

export function sendInTime(form: HTMLFormElement, done: () => void): void {
  const box = form.querySelector<HTMLTextAreaElement>('textarea');
  const nonce = form.querySelector<HTMLInputElement>('input[name=nonce]');
  const said = form.querySelector<HTMLElement>('[role=status]');
  if (!box || !nonce || !said) return;
  const key = `win ${form.action}`;
  let wait = RETRY;
  let busy = false;

  const keep = (sent: boolean) =>
    sessionStorage.setItem(key, JSON.stringify({ words: box.value, nonce: nonce.value, sent }));
  const fresh = () => {
    nonce.value = crypto.randomUUID();
    sessionStorage.removeItem(key);
  };

  async function send(): Promise<void> {
    if (!box || !nonce || !said || busy || box.value.trim() === '') return;
    busy = true;
    box.readOnly = true;
    keep(true);
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'x-win-live': '1' },
        body: new URLSearchParams([...new FormData(form)].map((pair) => [pair[0], String(pair[1])])),
        redirect: 'manual',
      });
      // 303: it is with them. 422: it was not taken, and the page says why
      if (answer.type !== 'opaqueredirect' && answer.status !== 422) throw new Error('not now');
      if (answer.type === 'opaqueredirect') {
        box.value = '';
        fresh();
        said.textContent = '';
        done();
      } else {
        keep(false);
        // the browser shows what the server says of it, with what was written still in the box
        form.submit();
      }
      wait = RETRY;
    } catch {
      said.textContent = said.dataset['waits'] ?? '';
      setTimeout(() => void send(), wait);
      wait = Math.min(wait * 2, LONGEST);
    } finally {
      busy = false;
      if (said.textContent === '') box.readOnly = false;
    }
  }

  const before = readKept(key);
  if (before !== null && box.value === '') {
    box.value = before.words;
    nonce.value = before.nonce;
    // sent before the page was loaded again, and nobody knows whether it came: the same once more is the same message
    if (before.sent) void send();
  }
  box.addEventListener('input', () => keep(false));
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
    if (said.textContent !== '') void send();
  });
}
