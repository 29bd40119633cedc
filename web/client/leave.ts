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

function leave(place: string): void {
  gone = true;
  hide();
  forgetAll();
  // text in a form's shape, so that the server reads it as it reads the form; the page does not wait for it
  if (place !== '') navigator.sendBeacon('/chat/leave', new URLSearchParams({ place }));
  window.location.replace(LEAVE_TO);
}

/** Makes the buttons, the keyboard and going back do what they say. `place` gives the session to end, or ''. */
export function readyToLeave(place: () => string, onLeave: () => void = () => {}): void {
  const status = document.getElementById('shift');
  const go = () => {
    const ending = place();
    onLeave();
    leave(ending);
  };
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
