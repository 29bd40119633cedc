/** `/staff/account/ring`: alarms ring on this device too, for who is on the alert list. */
import { ringWords } from '../../../dialogs/content/staff/ring';
import { type AlarmDevices, subscription } from '../../../services/alarms/push/devices';
import type { Done } from '../../../services/audit/audit';
import { sayTime } from '../../../services/calendar/say';
import { siteAssets } from '../../../web/server/assets';
import { time } from '../../../web/server/staff/parts';
import { ringBody } from '../../../web/server/staff/ringView';
import { signedIn } from './door';

export interface RingPagesDeps {
  readonly devices: AlarmDevices;
  /** the public VAPID key; null where push messages are not set up */
  readonly key: string | null;
  readonly audit: (done: Done) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
}

const AT = '/staff/account/ring';

/** What a browser gave for itself; null where it is none, or leads elsewhere than to its maker. */
function readSubscription(text: string | null) {
  try {
    const given: unknown = JSON.parse(text ?? '');
    const read = subscription.safeParse(given);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function ringPages({ devices, key, audit, now }: RingPagesDeps) {
  return {
    [`GET ${AT}`]: signedIn(async ({ seen, csrf }) => ({
      kind: 'page',
      title: ringWords.title,
      at: '/staff/account',
      scripts: ['ringing.js'],
      body: ringBody({
        csrf,
        key,
        worker: siteAssets().url('ring.js'),
        devices: (await devices.of(seen.account.id)).map(({ id, label, addedAt }) => ({
          id,
          label,
          added: time(sayTime(addedAt, now()), addedAt),
        })),
      }),
    })),
    [`POST ${AT}`]: signedIn(async ({ seen, form, device }) => {
      const given = key === null ? null : readSubscription(form.get('subscription'));
      if (given === null) return { kind: 'go', to: AT, note: 'notRinging' };
      const { id } = seen.account;
      await audit({ actor: id, action: 'alarmDeviceAdded', subject: `staff:${id}`, detail: {} });
      return { kind: 'go', to: AT, note: (await devices.add(id, given, device)) ? 'ringing' : 'notRinging' };
    }),
    [`POST ${AT}/remove`]: signedIn(async ({ seen, form }) => {
      const { id } = seen.account;
      await audit({ actor: id, action: 'alarmDeviceRemoved', subject: `staff:${id}`, detail: {} });
      const gone = await devices.remove(form.get('device') ?? '', id);
      return gone ? { kind: 'go', to: AT, note: 'ringsNoMore' } : { kind: 'missing' };
    }),
  } as const;
}
