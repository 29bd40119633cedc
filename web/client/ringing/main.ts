/** "Ring on this device": asks the browser for leave and an address, and sends them with the form it stands in. */

import { bytesOf } from '../base64';

/** As JSON; null where there is no leave. */
async function subscribe(key: string, worker: string): Promise<string | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const registered = await navigator.serviceWorker.register(worker, { scope: '/assets/' });
  await wellIn(registered);
  const made = await registered.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  return JSON.stringify(made.toJSON());
}

/** A worker that has only just come is not there yet: nothing can be asked of it before. */
const wellIn = (registered: ServiceWorkerRegistration): Promise<void> =>
  new Promise((done) => {
    const coming = registered.installing ?? registered.waiting;
    if (registered.active || !coming) return done();
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') done();
    });
  });

for (const form of document.querySelectorAll<HTMLFormElement>('[data-ringing]')) {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) continue;
  form.hidden = false;
  const told = form.querySelector<HTMLElement>('[role=status]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    subscribe(form.dataset['ringing'] ?? '', form.dataset['worker'] ?? '')
      .catch(() => null)
      .then((made) => {
        const field = form.querySelector<HTMLInputElement>('[name=subscription]');
        if (made === null || !field) {
          if (told) told.textContent = form.dataset['no'] ?? '';
          return;
        }
        field.value = made;
        form.submit();
      });
  });
}
