/** The service of this house: what the settings switch on, handed to `createServices`. */
import { randomUUID } from 'node:crypto';
import { alarms as alarmCollection } from '../services/alarms/collection';
import { alarmDevices as alarmDeviceCollection } from '../services/alarms/push/collection';
import { createAlarmDevices } from '../services/alarms/push/devices';
import { sampleSettings } from '../services/calendar/world';
import { collections } from '../services/collections';
import { createDelivery } from '../services/delivery/delivery';
import { handoffs } from '../services/handoffs/collection';
import type { HandoffsParts } from '../services/handoffs/handoffs';
import { createServices } from '../services/index';
import { erasures as erasureCollection } from '../services/privacy/collection';
import { eraseLife } from '../services/privacy/eraseLife';
import { createErasures } from '../services/privacy/erasures';
import { referralCollection } from '../services/referrals/collection';
import { references } from '../services/store/collections/references';
import { risks } from '../services/store/collections/safety';
import { staff } from '../services/store/collections/staff';
import { createOwnAlarms } from './alarms';
import { createAzure } from './azure';
import { createHandoffNotes } from './channels/azure/handoffs';
import { createCloud } from './cloud';
import { createDeepStage, oneAfterOther } from './deepStage';
import type { Ground } from './ground';
import { makeCarriers, mediaSources, phoneSettings } from './phones';
import { render } from './render';
import { createMetrics } from './routes/health';

/** What comes up only once there are pages and jobs. */
export interface Above {
  /** who of the team is there */
  readonly people: NonNullable<HandoffsParts['people']>;
  /** something is on the queue */
  readonly jobWaits: () => void;
}

export function createOwnServices(ground: Ground, above: Above) {
  const { config, log, store, records, hash, publicUrl, outbox, clock, steady } = ground;
  const me = randomUUID();
  const metrics = createMetrics();
  const phoneChannels = phoneSettings(config);
  const azure = createAzure({ config, records: records(references), store, hash, now: clock, log });
  const deepStage = createDeepStage(config, metrics, log);
  const handoffNotes = createHandoffNotes();
  const delivery = createDelivery({
    mode: config.SMTP_URL === undefined ? { kind: 'outbox', folder: outbox } : { kind: 'smtp', url: config.SMTP_URL },
    from: config.MAIL_FROM ?? 'front.door@win.example.org',
    told: log.warn,
  });
  const alarmDevices = createAlarmDevices({ records: records(alarmDeviceCollection), hash, now: clock });
  const services = createServices(
    {
      store,
      records,
      hash,
      now: ground.now,
      steady: steady.now,
      alarms: (need) =>
        createOwnAlarms({
          ...need,
          config,
          alarms: records(alarmCollection),
          devices: alarmDevices,
          staff: records(staff),
          hash,
          publicUrl,
          outbox,
          phones: phoneChannels,
          now: steady.now,
          log,
        }),
      send: delivery.send,
      jobWaits: above.jobWaits,
      opinion: oneAfterOther(deepStage.opinion, createCloud(config, metrics, log)),
      people: above.people,
      render,
      carriers: [...makeCarriers(phoneChannels, publicUrl, log), ...(azure ? [azure.carrier] : [])],
      textsBy: phoneChannels.twilio?.smsFrom === undefined ? null : 'twilio',
      azureWay: async (conversationId) => (azure ? azure.wayOf(conversationId) : null),
      mediaSources: mediaSources(phoneChannels),
      asked: handoffNotes.note,
      turned: (done, ms) => {
        metrics.seconds.observe(ms / 1_000);
        metrics.turns.inc({ outcome: done.kind === 'done' ? (done.repeated ? 'repeated' : 'done') : 'storeDown' });
      },
      acknowledged: (level, ms) => metrics.acknowledged.observe({ level }, ms / 1_000),
      error: (event, facts) => log.error(event, facts),
      warn: (event, facts) => log.warn(event, facts),
    },
    { win: sampleSettings, publicUrl, me },
  );
  const erasures = createErasures({
    erasures: records(erasureCollection),
    handoffs: records(handoffs),
    referrals: records(referralCollection),
    risks: records(risks),
    withdraw: services.referrals.withdraw,
    erase: (person) =>
      eraseLife(person, { collections, keeper: ground.keeper, store, media: services.media, now: clock }),
    later: async (erasureId) =>
      void (await services.queue.enqueue({ id: `erasure:${erasureId}`, kind: 'erasure', data: { erasureId } })),
    audit: services.audit.add,
    newId: randomUUID,
    now: clock,
  });
  return {
    me,
    services,
    erasures,
    alarmDevices,
    metrics,
    deepStage,
    azure,
    handoffNotes,
    phoneChannels,
    win: sampleSettings,
  };
}

export type OwnServices = ReturnType<typeof createOwnServices>;
