/** The devices of the team that alarms ring on: added by their owner, taken away by their owner or when their maker says that they are gone. */
import { z } from 'zod';
import type { Records } from '../../store/ports';
import type { AlarmDevice } from './collection';

const year = 365 * 24 * 60 * 60_000;
/** Of one of the team. */
const most = 20;
const tries = 20;

/** Where the makers of browsers take messages. Anything else a browser names is an address somebody wants us to call. */
const MAKERS =
  /^(?:fcm\.googleapis\.com|(?:[\w-]+\.)*push\.services\.mozilla\.com|(?:[\w-]+\.)*push\.apple\.com|(?:[\w-]+\.)*notify\.windows\.com)$/;

const isMakers = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username } = new URL(address);
  return protocol === 'https:' && port === '' && username === '' && MAKERS.test(hostname);
};

const key = (bytes: number) =>
  z.string().refine((text) => /^[\w-]+=*$/.test(text) && Buffer.from(text, 'base64url').length === bytes);

/** What a browser gives for itself (PushSubscription as JSON). */
export const subscription = z.object({
  endpoint: z.string().max(2_000).refine(isMakers),
  keys: z.object({ p256dh: key(65), auth: key(16) }),
});
export type Subscription = z.infer<typeof subscription>;

export interface DevicesDeps {
  readonly records: Records<AlarmDevice>;
  readonly hash: (purpose: string, value: string) => string;
  /** ms since 1970 */
  readonly now: () => number;
}

export function createAlarmDevices({ records, hash, now }: DevicesDeps) {
  async function put(id: string, next: (found: AlarmDevice | null) => Omit<AlarmDevice, 'id' | 'rev'> | null) {
    for (let go = 0; go < tries; go += 1) {
      const found = await records.get(id);
      const made = next(found);
      if (made === null) return false;
      const written = { ...made, id, rev: (found?.rev ?? 0) + 1 };
      if (found === null ? await records.add(written) : await records.replace(written, found.rev)) return true;
    }
    throw new Error('A device kept moving on while it was changed');
  }
  const of = async (staffId: string): Promise<readonly AlarmDevice[]> =>
    (await records.find({ staffId }, 200)).filter(({ endpoint }) => endpoint !== '');

  return {
    /** Theirs that ring, the oldest first. */
    of,
    /** It rings from now on, for whoever added it last; false where they have too many already. */
    async add(staffId: string, { endpoint, keys }: Subscription, label: string): Promise<boolean> {
      if ((await of(staffId)).length >= most) return false;
      const at = now();
      return put(hash('alarm device', endpoint), () => ({
        staffId,
        label: label.slice(0, 80),
        endpoint,
        ...keys,
        addedAt: at,
        expiresAt: at + year,
      }));
    },
    /** It rings no more; `staffId` null: its maker says that it is gone. False where it is not theirs. */
    remove: (id: string, staffId: string | null): Promise<boolean> =>
      put(id, (found) =>
        found === null || (staffId !== null && found.staffId !== staffId)
          ? null
          : { ...found, label: '', endpoint: '', p256dh: '', auth: '', expiresAt: now() },
      ),
  };
}

export type AlarmDevices = ReturnType<typeof createAlarmDevices>;
