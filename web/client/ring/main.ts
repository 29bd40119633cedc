/** Rings an alarm on this device while no page of ours is open, and leads to where one says that one has it. */

const textIn = (told: unknown, name: string): string => {
  const value: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, name) : '';
  return typeof value === 'string' ? value : '';
};

/** What was sent; no push may come without a notice, so one that cannot be read rings all the same. */
function readTold(data: { json(): unknown } | null): unknown {
  try {
    return data?.json() ?? null;
  } catch {
    return null;
  }
}

addEventListener('push', (event) => {
  const told = readTold(event.data);
  const link = textIn(told, 'link');
  const notice = registration.showNotification(textIn(told, 'title') || 'WIN', {
    body: textIn(told, 'body'),
    // the same alarm again takes the place of the one before
    tag: textIn(told, 'event') || 'win',
    requireInteraction: true,
    data: link,
  });
  event.waitUntil(notice);
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  const link: unknown = event.notification.data;
  const ours = typeof link === 'string' && URL.canParse(link) && new URL(link).origin === location.origin;
  event.waitUntil(clients.openWindow(ours ? link : '/advisor'));
});
