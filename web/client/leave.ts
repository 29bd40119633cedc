/** Leave now (guide 3.5, the GOV.UK pattern): hides the page at once, forgets everything here, opens the weather. */
import { LEAVE_TO, words } from '../server/words';
import { forgetAll } from './keep';

/** Three presses of Shift within this many milliseconds leave. */
const SHIFT_WINDOW_MS = 5000;

let gone = false;

function hide(): void {
  const cover = document.createElement('div');
  cover.className = 'gone';
  cover.setAttribute('role', 'status');
  cover.append(Object.assign(document.createElement('span'), { className: 'unseen', textContent: words.leaving }));
  document.body.replaceChildren(cover);
  document.title = ' ';
}

/** The server hears of it afterwards: nobody waits for that, and a browser that cannot say it still leaves. */
function tell(place: string, unsent: string): void {
  // in a form's shape, so that the server reads it as it reads the form; the nonce marks this one message
  const nonce = Math.random().toString(36).slice(2).padEnd(12, '0');
  const body = new URLSearchParams({ place, nonce, text: unsent });
  try {
    if (navigator.sendBeacon('/chat/leave', body)) return;
  } catch {
    // an old browser, or one that was told to send none
  }
  try {
    fetch('/chat/leave', { method: 'POST', body, keepalive: true, redirect: 'manual' }).catch(() => undefined);
  } catch {
    // nothing is left on this device either way
  }
}

/** Hides everything, forgets everything, goes, and then tells the server. `unsent` are words that had not arrived yet. */
export function leave(place: string, unsent = ''): void {
  gone = true;
  hide();
  forgetAll();
  window.location.replace(LEAVE_TO);
  if (place !== '') tell(place, unsent);
}

/** Makes the buttons, the keyboard and going back do what they say. `go` leaves. */
export function readyToLeave(go: () => void): void {
  const status = document.getElementById('shift');
  // before anything else on the page hears of the press
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element) || event.target.closest('button.leave') === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      go();
    },
    true,
  );

  let presses: number[] = [];
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift') {
      presses = [];
      return;
    }
    const now = event.timeStamp;
    presses = [...presses.filter((at) => now - at < SHIFT_WINDOW_MS), now];
    if (presses.length >= 3) go();
    else if (status !== null) status.textContent = presses.length === 2 ? words.shift1 : words.shift2;
  });

  // going back shows a blank page and goes to the start, never the talk
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && gone) window.location.replace('/');
  });
}
