/** Everything that can be asked over HTTP, put on one server: request in, service, view out. */
import { privacyWords } from '../dialogs/content/privacy';
import { safetyLines } from '../dialogs/content/safetyLines';
import { momentAt } from '../services/calendar/moment';
import { OFFICE_ROTA } from '../services/calendar/team';
import { firstScreenChoices, firstScreenWords } from '../services/conversation/replies';
import { createLimit } from '../services/limits/limit';
import { staff as staffAccounts, staffSessions } from '../services/store/collections/staff';
import { page } from '../web/server/page';
import { createBot } from './bot';
import type { HandoffParts } from './channels/azure/handoffs';
import { mountWebChat } from './channels/webchat/mountWebChat';
import type { Ground } from './ground';
import { guard } from './http/gate';
import { createProtect } from './http/protect';
import { networkOf, realAddress } from './http/realAddress';
import { faultName } from './log';
import { mountPhones } from './phones';
import { mountAlertPage } from './routes/alert';
import { mountAnswerPage } from './routes/answer';
import { mountHealth } from './routes/health';
import { mountMessages } from './routes/messages';
import { mountStartPage } from './routes/start';
import { numberedTexts, sayAloud } from './sayAloud';
import { createHttpServer } from './server';
import type { OwnServices } from './services';
import { createOwnStaff } from './staff';
import type { TellOutcome } from './tellOutcome';

/** When the process stops, answers in hand have this long, ms. */
const ANSWER_WITHIN = 6_000;

export function mountAll(ground: Ground, own: OwnServices, tellOutcome: TellOutcome) {
  const { config, log, hash, publicUrl, outbox, now, clock, records } = ground;
  const { services, phoneChannels, win } = own;
  const { conversation } = services;
  const server = createHttpServer(log);

  const startLimit = createLimit(services.guesses, hash, clock, { name: 'starts', most: 120, windowMs: 600_000 });
  const webChat = mountWebChat(server, {
    conversations: conversation,
    say: sayAloud,
    firstScreen: () => ({
      paragraphs: firstScreenWords,
      choices: firstScreenChoices,
    }),
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
    ...(config.WEB_CHAT_ORIGINS === undefined ? {} : { origins: config.WEB_CHAT_ORIGINS }),
    ifDanger: conversation.ifDanger,
    privacy: privacyWords({ org: win.org, phone: win.phone }),
    safetyLines: () => safetyLines(momentAt(now())),
    secret: hash('directline', 'token secret'),
    clock,
    log: (event, facts) => log.info(event, facts),
    // on this machine alone every test and every try counts as one address
    ...(config.home ? { startsPerTenMinutes: 1_000_000 } : { mayStart: (address) => startLimit(networkOf(address)) }),
    addressOf: (req) => realAddress(req, config.TRUST_PROXY ?? null),
  });
  const letGoOfPhones = mountPhones(server, phoneChannels, {
    desk: services.phones.desk,
    publicUrl,
    publicUrlSet: config.PUBLIC_URL !== undefined,
    log,
    production: config.production,
    sayAtOnce: (text) => numberedTexts(services.wordsWithoutStore(text)),
  });
  mountAnswerPage(server, {
    referrals: services.referrals,
    answered: tellOutcome,
    clock,
    team: { phone: win.phone, hours: OFFICE_ROTA.hoursText },
    page,
    log: (event) => log.info(event),
    publicUrl,
  });
  mountAlertPage(server, { alarms: services.alarms, clock, page, publicUrl });
  const ownStaff = createOwnStaff(server, {
    config,
    staff: records(staffAccounts),
    sessions: records(staffSessions),
    guesses: services.guesses,
    hash,
    audit: services.audit.add,
    handoffs: services.handoffs,
    rota: services.rota,
    promises: services.promises,
    people: services.people,
    overview: services.overview,
    assisted: services.assisted,
    followUps: services.followUps,
    risks: services.risks,
    corrections: services.corrections,
    exports: services.exports,
    erasures: own.erasures,
    alarmSubject: services.alarms.subjectOf,
    files: services.media,
    alarmDevices: own.alarmDevices,
    publicUrl,
    addressOf: (req) => networkOf(realAddress(req, config.TRUST_PROXY ?? null)),
    now: clock,
    log,
  });
  mountStartPage(server, {
    production: !config.home,
    outbox,
    publicUrl,
    phone: phoneChannels.standIn,
    staff: () => ownStaff.samples?.links() ?? [],
    page,
  });
  mountHealth(
    server,
    {
      ready: ground.ready,
      down: ground.down,
      version: '0.1.0',
      deepStage: own.deepStage.state,
      openSockets: webChat.openSockets,
      metricsToken: config.METRICS_TOKEN,
    },
    own.metrics,
  );
  if (own.azure) {
    const { adapter, references, unchecked, answersTo } = own.azure;
    const bot = createBot({
      conversations: conversation,
      say: sayAloud,
      numbered: numberedTexts,
      whenBroken: () => conversation.withoutStore(),
      crisisFor: services.crisisFor,
      references,
      ...(config.AZURE_HANDOFF_HUB === 'off'
        ? {}
        : { handoffs: { ...hubOf(ground, own), sendsTalk: config.AZURE_HANDOFF_HUB === 'transcript' } }),
      log,
    });
    mountMessages(server, { adapter, bot, unchecked, answersTo, log });
  }
  const gate = guard(
    server.server,
    (error) => log.error('request.failed', { error: faultName(error) }),
    createProtect(publicUrl.startsWith('https:')),
  );
  return {
    server,
    staff: ownStaff,
    listen: () =>
      new Promise<number>((done, fail) => {
        server.once('error', fail);
        server.listen(config.PORT, config.HOST ?? (config.production ? '0.0.0.0' : '127.0.0.1'), () => {
          const address = server.address();
          done(typeof address === 'object' && address !== null ? address.port : config.PORT);
        });
      }),
    /** Finishes the answers in hand; no other is taken. */
    async close(): Promise<void> {
      webChat.close();
      letGoOfPhones();
      ownStaff.hangUp();
      await gate.stop(ANSWER_WITHIN);
    },
  };
}

/** A hub of advisors behind Azure: what it hears of handoffs, and what its word makes of them. */
function hubOf({ log }: Ground, { services, handoffNotes }: OwnServices): HandoffParts {
  const { conversation, handoffs } = services;
  return {
    asked: async (id) => handoffNotes.take(id, 'web'),
    transcript: conversation.transcript,
    happen: async (id, key, event) => {
      const turn = await conversation.happen(id, key, event);
      if (event.name === 'handoffAccepted') await handoffs.hub(id, true);
      if (event.name === 'handoffEnded') await handoffs.hub(id, false);
      return turn;
    },
    failed: () => log.warn('alert', { to: 'duty', why: 'the hub could not take a handoff', level: 'P2' }),
  };
}
