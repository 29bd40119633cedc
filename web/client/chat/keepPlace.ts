/** "Keep my place on this phone": only when asked, said plainly, and easy to take back. */
import { words } from '../../server/words';
import { phone } from '../keep';

export interface KeepPlace {
  /** shows the offer, once there is a talk to come back to */
  offer(): void;
  /** the pass to keep has changed */
  placed(place: string): void;
  /** somebody came back to a phone that kept their place: they choose, nothing is shown before that */
  askToCarryOn(carryOn: (place: string) => void): void;
}

export function makeKeepPlace(setKept: (kept: boolean) => Promise<boolean>): KeepPlace {
  const row = document.getElementById('keep');
  const hint = row?.querySelector('span');
  let place = '';
  let offered = false;

  function button(label: string, act: () => void): HTMLButtonElement {
    const made = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'quiet',
      textContent: label,
    });
    made.addEventListener('click', act);
    return made;
  }

  function draw(line: string, ...buttons: readonly HTMLButtonElement[]): void {
    if (row === null || hint === null || hint === undefined) return;
    const hadFocus = row.contains(document.activeElement);
    hint.textContent = line;
    row.replaceChildren(hint, ' ', ...buttons);
    row.hidden = false;
    if (hadFocus) buttons[0]?.focus();
  }

  function drawOffer(): void {
    if (phone.get() === null) {
      draw('', button(words.keep, askFirst));
    } else {
      draw(
        words.kept,
        button(words.forget, () => {
          phone.clear();
          drawOffer();
          void setKept(false);
        }),
      );
    }
  }

  function askFirst(): void {
    draw(
      words.keepHint,
      button(words.keepYes, () => void keep()),
      button(words.keepNo, drawOffer),
    );
  }

  async function keep(): Promise<void> {
    phone.set(place);
    drawOffer();
    await setKept(true);
  }

  return {
    offer() {
      if (!offered) drawOffer();
      offered = true;
    },
    placed(newPlace) {
      place = newPlace;
      if (phone.get() !== null) phone.set(newPlace);
    },
    askToCarryOn(carryOn) {
      const kept = phone.get();
      if (kept === null) return;
      draw(
        words.comeBack,
        button(words.carryOn, () => carryOn(kept)),
        button(words.forget, () => {
          phone.clear();
          if (row !== null) row.hidden = true;
        }),
      );
    },
  };
}
