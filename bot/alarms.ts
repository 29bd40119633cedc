/** The alarms of this house, put together: who is told, and by which ways. */
import { ALARM_SUBJECT } from '../dialogs/content/alarms';
import { createAlarms } from '../services/alarms/alarms';
import type { AlertEvent } from '../services/alarms/alert';
import type { Alarm } from '../services/alarms/collection';
import type { AlarmDevices } from '../services/alarms/push/devices';
import { createWebPush } from '../services/alarms/push/webPush';
import { createWebhook } from '../services/alarms/webhook';
import { momentOf } from '../services/calendar/moment';
import { OFFICE_ROTA, teamAt } from '../services/calendar/team';
import { createNotices } from '../services/delivery/notice';
import { noteSeen } from '../services/risks/seen';
import { accountIdOf } from '../services/staff/accounts';
import type { Risk } from '../services/store/collections/safety';
import type { Staff } from '../services/store/collections/staff';
import type { Records } from '../services/store/ports';
import type { Queue } from '../services/work/queue';
import { createAlarmTexts } from './alarmTexts';
import type { Config } from './config';
import type { Log } from './log';
import type { PhoneSettings } from './phones';

/** Where alarms of a development machine go: into the outbox folder, to this address of nobody. */
const NOBODY = 'team@win.example.org';

export interface OwnAlarmsDeps {
  readonly config: Config;
  readonly alarms: Records<Alarm>;
  readonly devices: AlarmDevices;
  readonly staff: Records<Staff>;
  readonly risks: Records<Risk>;
  readonly queue: Queue;
  /** somebody has what the alarms of this subject are about */
  readonly seen: (subject: string, who: string) => Promise<void>;
  readonly hash: (purpose: string, value: string) => string;
  readonly publicUrl: string;
  /** the folder mails are kept in where there is no mail server */
  readonly outbox: string;
  readonly phones: PhoneSettings;
  /** ms since 1970 */
  readonly now: () => number;
  readonly log: Log;
}

/** Texts to the team go by Twilio where it is really there; the stand-in of a development machine has no staff on it. */
function textsBy({ twilio, standIn }: PhoneSettings) {
  if (twilio?.smsFrom === undefined || standIn) return null;
  const [authToken] = twilio.authTokens;
  return createAlarmTexts({ accountSid: twilio.accountSid, authToken, apiBase: twilio.apiBase }, twilio.smsFrom);
}

/** A webhook of the team's own, where one is set. */
function webhookOf({ config, now, log }: OwnAlarmsDeps) {
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = config;
  return url === undefined || secret === undefined ? [] : [createWebhook({ url, secret, now, told: log.warn })];
}

/** Push messages on the devices of whoever stands at a place, where the keys for them are set. A closed account rings nobody. */
function pushOf({ config, devices, staff, hash, log }: OwnAlarmsDeps) {
  const { ALERT_PUSH_PUBLIC_KEY: publicKey, ALERT_PUSH_PRIVATE_KEY: privateKey, ALERT_PUSH_CONTACT: subject } = config;
  if (publicKey === undefined || privateKey === undefined || subject === undefined) return [];
  const staffAt = async (place: number) => {
    const email = config.ALERT_EMAIL?.[place];
    const account = email === undefined ? null : await staff.get(accountIdOf(hash, email));
    return account?.state === 'open' ? account.id : null;
  };
  return [createWebPush({ keys: { publicKey, privateKey, subject }, devices, staffAt, told: log.warn })];
}

/** Makes them. `alert` is what everybody else tells; what needs a person now rings, the rest is written down. */
export function createOwnAlarms(deps: OwnAlarmsDeps) {
  const { config, log } = deps;
  const { SMTP_URL: smtp } = config;
  const notices = createNotices({
    mode: smtp === undefined ? { kind: 'outbox', folder: deps.outbox } : { kind: 'smtp', url: smtp },
    from: config.MAIL_FROM ?? 'front.door@win.example.org',
  });
  const text = textsBy(deps.phones);
  const phones = config.ALERT_PHONES ?? [];
  if (text !== null && phones.length === 0) log.warn('alarms.noPhones', {});
  const alarms = createAlarms({
    alarms: deps.alarms,
    queue: deps.queue,
    emails: config.ALERT_EMAIL ?? [NOBODY],
    phones,
    mail: (to, words, id) => notices({ id, to, subject: ALARM_SUBJECT, text: words }),
    text,
    others: [...webhookOf(deps), ...pushOf(deps)],
    hash: deps.hash,
    publicUrl: deps.publicUrl,
    open: (at) => teamAt(momentOf(at), OFFICE_ROTA).open,
    seen: async (alarm, at, who) => {
      await noteSeen(deps.risks, alarm, at, who);
      await deps.seen(alarm.subject, who);
    },
    now: deps.now,
    log: (event, facts) => log.warn(event, facts),
  });
  return {
    ...alarms,
    /** P0 and P1 ring, and so does every message that was set aside. Throws StoreDown; then it is to be told again. */
    async alert(event: AlertEvent): Promise<void> {
      const facts = { to: event.to, why: event.why, level: event.level };
      const setAside = /^set ?aside/i.test(event.why);
      const urgent = event.level === 'P0' || event.level === 'P1';
      if (!urgent && !setAside) return log.warn('alert', facts);
      const level = event.level === 'P0' || event.level === 'P1' ? event.level : 'P2';
      const isNew = await alarms.raise({ kind: setAside ? 'setAside' : 'danger', level, id: event.id });
      if (isNew) log.warn('alert', facts);
    },
  };
}
