/** Alarms as a push message on the devices of whoever stands at a place of the alert list (RFC 8030, 8291, 8292). Its maker sees neither words nor link. */
import { generateRequestDetails } from 'web-push';
import { alarmPush } from '../../../dialogs/content/alarms';
import type { Sent } from '../../delivery/letter';
import { ask } from '../../outside/ask';
import { createProvider, type ProviderSettings } from '../../outside/provider';
import type { AlarmWay } from '../way';
import type { AlarmDevice } from './collection';
import type { AlarmDevices } from './devices';

export interface WebPushSettings {
  /** VAPID: the keys we sign with, and how a maker reaches us (mailto: or https:) */
  readonly keys: { readonly publicKey: string; readonly privateKey: string; readonly subject: string };
  readonly devices: Pick<AlarmDevices, 'of' | 'remove'>;
  /** the account of who stands at this place, counted from 0; null where there is none that is open */
  readonly staffAt: (place: number) => Promise<string | null>;
  /** ms for a whole call; 10,000 when absent */
  readonly timeoutMs?: number;
  readonly told?: ProviderSettings['told'];
}

/** A device that is asleep is told within this, seconds; the alarm has rung again by then. */
const TTL = 10 * 60;

export function createWebPush(settings: WebPushSettings): AlarmWay {
  const { keys, devices, staffAt, timeoutMs = 10_000, told } = settings;
  const provider = createProvider({
    name: 'web push',
    faults: 10,
    restMs: 2_000,
    ...(told === undefined ? {} : { told }),
  });

  async function send({ id, endpoint, p256dh, auth }: AlarmDevice, words: string): Promise<Sent> {
    const { headers, body } = generateRequestDetails({ endpoint, keys: { p256dh, auth } }, words, {
      vapidDetails: keys,
      TTL,
      urgency: 'high',
      contentEncoding: 'aes128gcm',
    });
    const named = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const answer = await ask(provider, {
      method: 'POST',
      url: endpoint,
      headers: Object.fromEntries(named.filter(([name]) => name.toLowerCase() !== 'content-length')),
      body: new Uint8Array(body),
      timeoutMs,
      // somebody in danger does not wait for a breaker
      urgent: true,
    });
    if (answer.kind === 'noAnswer') return { kind: 'tryAgain', why: answer.code };
    if (answer.status >= 200 && answer.status < 300) return { kind: 'delivered' };
    // the browser was removed, or its owner took the leave to ring away
    if (answer.status === 404 || answer.status === 410) await devices.remove(id, null);
    const kind = answer.status === 429 || answer.status >= 500 ? 'tryAgain' : 'refused';
    return { kind, why: `push ${answer.status}` };
  }

  return {
    by: 'push',
    async call(place, words) {
      try {
        const staffId = await staffAt(place);
        const mine = staffId === null ? [] : await devices.of(staffId);
        const sent = await Promise.all(mine.map((device) => send(device, JSON.stringify(alarmPush(words)))));
        return sent.find(({ kind }) => kind === 'delivered') ?? sent[0] ?? null;
      } catch (error) {
        return { kind: 'tryAgain', why: error instanceof Error ? error.name : 'unknown' };
      }
    },
    // who has which device is in the records that are away
    unkept: async () => null,
  };
}
