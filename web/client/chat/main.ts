/** The chat page with JavaScript on: the same forms, but the talk comes to the page instead of the page to the talk. */
import { words } from '../../server/words';
import { forgetAll } from '../keep';
import { leave, readyToLeave } from '../leave';
import { sayMoreBelow } from './below';
import { listenToForm } from './composer';
import { keepDockInView } from './dock';
import { makeKeepPlace } from './keepPlace';
import { makeLine } from './line';
import { makeOutbox } from './outbox';
import { readSaved, save } from './saved';
import { makeScreen } from './screen';
import type { Activity, Waiting } from './wire';

/** The echo of a sent message comes by itself; when it does not within this time, we ask. */
const ECHO_MS = 3_000;

/** The newest answer takes everything off the screen; one from long ago does not. */
function clears(activities: readonly Activity[]): boolean {
  const said = activities.map((activity) => activity.from?.role).lastIndexOf('user');
  return activities.slice(said + 1).some((activity) => activity.channelData?.clears === true);
}

function start(form: HTMLFormElement, box: HTMLTextAreaElement): void {
  const screen = makeScreen();
  sayMoreBelow();
  const hidden = form.elements.namedItem('place');
  let place = hidden instanceof HTMLInputElement ? hidden.value : '';
  let fresh = 'fresh' in form.dataset;
  let begun = false;
  // the first set after coming back is the talk shown again, not news
  let quietly = false;
  let crisis = false;

  const remember = () => {
    if (begun) save({ place, fresh, waiting: outbox.waiting() });
  };

  const line = makeLine({
    heard(set) {
      if (set.activities.some((activity) => activity.type === 'typing')) screen.typing();
      if (!set.activities.some((activity) => activity.type === 'message')) return;
      // somebody else may be looking: as by Leave now, before a word of it is shown
      if (clears(set.activities)) return go();
      screen.show(set.activities, quietly);
      quietly = false;
      keepPlace.offer();
    },
    there(isThere) {
      if (!isThere) return screen.band(words.away);
      if (!crisis) screen.band(null);
      outbox.go();
    },
    placed(newPlace, isFresh) {
      place = newPlace;
      fresh = isFresh;
      keepPlace.placed(newPlace);
      remember();
    },
    ended() {
      const waiting = outbox.waiting();
      outbox.stop();
      forgetAll();
      // left on another device, or a place that ran out: the talk is not for this screen any more
      screen.empty();
      screen.band(words.ended);
      // words that never arrived begin the next talk
      if (waiting.length > 0) save({ place: '', fresh: true, waiting });
      window.setTimeout(() => window.location.replace('/'), waiting.length > 0 ? 0 : 6_000);
    },
  });
  const keepPlace = makeKeepPlace(line.keep);

  const saved = readSaved();
  const outbox = makeOutbox(saved?.waiting ?? [], {
    send: line.send,
    changed: remember,
    sent(message) {
      crisis = false;
      screen.band(null);
      screen.settle(message);
      window.setTimeout(() => {
        if (screen.isWaitingForEcho(message)) line.catchUp();
      }, ECHO_MS);
    },
    stuck(message, activities) {
      screen.markWaiting(message);
      crisis ||= activities.length > 0;
      screen.band(crisis ? words.storeDown : words.away);
      screen.show(activities);
    },
    refused(message) {
      screen.markWaiting(message);
    },
  });

  function open(from: string): void {
    begun = true;
    remember();
    line.open(place, fresh, from);
    outbox.go();
  }

  function comeBack(withPlace: string, isFresh: boolean, waiting: readonly Waiting[]): void {
    place = withPlace;
    fresh = isFresh;
    quietly = true;
    for (const message of waiting) screen.showWaiting(message);
    open('');
  }

  listenToForm(form, box, (message) => {
    screen.showWaiting(message);
    outbox.add(message);
    if (!begun) open(form.dataset['watermark'] ?? '');
  });

  function go(): void {
    const unsent = outbox
      .waiting()
      .filter((message) => message.choice === undefined)
      .map((message) => message.text);
    line.close();
    outbox.stop();
    leave(begun || !fresh ? place : '', unsent.join('\n'));
  }
  readyToLeave(go);

  document.addEventListener('visibilitychange', () => {
    if (begun && !document.hidden) line.catchUp();
  });

  if (!fresh) {
    // the page came from a form, before this script was here: go on from what it shows
    keepPlace.placed(place);
    keepPlace.offer();
    open(form.dataset['watermark'] ?? '');
  } else if (saved !== null) comeBack(saved.place === '' ? place : saved.place, saved.fresh, saved.waiting);
  else keepPlace.askToCarryOn((kept) => comeBack(kept, false, []));
}

keepDockInView();
const form = document.getElementById('form');
const box = document.getElementById('text');
if (form instanceof HTMLFormElement && box instanceof HTMLTextAreaElement) start(form, box);
