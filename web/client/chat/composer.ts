/** The form: what was pressed, ticked or written becomes a message; the box grows; Enter sends. */
import type { Waiting } from './wire';

const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function cut(value: string): { readonly choice: string; readonly text: string } {
  const at = value.indexOf(' ');
  return at < 0 ? { choice: value, text: value } : { choice: value.slice(0, at), text: value.slice(at + 1) };
}

/** The same reading of the form as the server does without JavaScript. */
function read(form: HTMLFormElement, box: HTMLTextAreaElement, pressed: HTMLButtonElement | null): Waiting[] {
  if (pressed?.name === 'choice') return [{ id: newId(), ...cut(pressed.value) }];
  if (pressed?.name === 'say') return [{ id: newId(), text: pressed.value }];
  const picks = [...form.querySelectorAll<HTMLInputElement>('input[name="pick"]:checked')].map((input) =>
    cut(input.value),
  );
  const messages: Waiting[] = [];
  if (picks.length > 0) {
    const choice = picks.map((pick) => pick.choice).join(',');
    messages.push({ id: newId(), choice, text: picks.map((pick) => pick.text).join(', ') });
  }
  const text = box.value.trim();
  if (text !== '') messages.push({ id: newId(), text });
  return messages;
}

/** Calls `said` for each thing the person does. */
export function listenToForm(form: HTMLFormElement, box: HTMLTextAreaElement, said: (message: Waiting) => void): void {
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 3}px`;
  };
  box.addEventListener('input', grow);
  const act = (pressed: HTMLButtonElement | null) => {
    for (const message of read(form, box, pressed)) said(message);
    if (pressed?.name === 'choice' || pressed?.name === 'say') return;
    box.value = '';
    grow();
  };
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    act(null);
  });
  // older Safari does not say which button submitted, so the click is noted first
  let clicked: HTMLButtonElement | null = null;
  form.addEventListener('click', (event) => {
    clicked = event.target instanceof Element ? event.target.closest('button') : null;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(clicked);
    clicked = null;
  });
}
