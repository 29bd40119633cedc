/** What a service worker hears and has, as far as ours goes: the types of a page know nothing of it. */
interface Ringing extends Event {
  readonly data: { json(): unknown } | null;
  waitUntil(work: Promise<unknown>): void;
}
interface Pressed extends Event {
  readonly notification: Notification;
  waitUntil(work: Promise<unknown>): void;
}
interface WindowEventMap {
  push: Ringing;
  notificationclick: Pressed;
}
declare const registration: ServiceWorkerRegistration;
declare const clients: { openWindow(url: string): Promise<unknown> };
