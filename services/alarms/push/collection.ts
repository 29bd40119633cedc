/** Browsers and phones of the team that alarms ring on. Nobody who writes to us is in it. */
import { z } from 'zod';
import { moment } from '../../store/collections/conversationState';
import { defineCollection } from '../../store/definition';

export const alarmDevices = defineCollection({
  name: 'alarmDevices',
  keptFor: { days: 365, why: 'a browser one of the team rings alarms on; forgotten when it is taken away or gone' },
  schema: z.object({
    /** keyedHash('alarm device', endpoint): the same browser twice is one */
    id: z.string().min(1),
    rev: z.number().int().min(1),
    /** the account of one of the team */
    staffId: z.string().min(1),
    /** as its owner knows it: browser and system */
    label: z.string(),
    /** where its maker takes messages for it; '' once it is gone */
    endpoint: z.string(),
    /** the keys only it can open what is sent with (RFC 8291) */
    p256dh: z.string(),
    auth: z.string(),
    addedAt: moment,
    expiresAt: moment,
  }),
  indexes: [
    { key: { staffId: 1, addedAt: 1 }, serves: 'Which devices does an alarm for this member of staff ring on?' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: ['label', 'endpoint', 'p256dh', 'auth'],
});
export type AlarmDevice = z.infer<typeof alarmDevices.schema>;
