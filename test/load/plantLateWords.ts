/**
 * Preloaded into the app (`node --require`): the very faults that `npm run live` is there to find.
 *
 *   LIVE_PLANT=drop   every third message to a web page is lost
 *   LIVE_PLANT=late   every third comes 3 seconds late
 */
import { WebSocket } from 'ws';

const EVERY = 3;
const LATE = 3_000;
const what = process.env['LIVE_PLANT'];
let sent = 0;
const real: unknown = WebSocket.prototype.send;
if (typeof real !== 'function') throw new Error('A socket sends no more');
Object.defineProperty(WebSocket.prototype, 'send', {
  value(this: unknown, ...given: unknown[]): void {
    sent += 1;
    if (sent % EVERY !== 0) Reflect.apply(real, this, given);
    else if (what === 'late') setTimeout(() => Reflect.apply(real, this, given), LATE);
  },
});
