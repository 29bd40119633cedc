/** The composition root: the one place where parts are put together. */
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expiringSoon } from '../dialogs/content/helplines';
import { privacyWords } from '../dialogs/content/privacy';
import { safetyLines } from '../dialogs/content/safetyLines';
import { alarms as alarmCollection } from '../services/alarms/collection';
import { createAudit } from '../services/audit/audit';
import { momentAt, momentOf } from '../services/calendar/moment';
import { OFFICE_ROTA, teamAt } from '../services/calendar/team';
import { createConversationService } from '../services/conversation/conversations';
import { createEffects } from '../services/conversation/doEffects';
import { createGuesses } from '../services/conversation/guesses';
import { newSeed } from '../services/conversation/newSeed';
import { firstScreenChoices, firstScreenWords, repliesWithoutStore } from '../services/conversation/replies';
import { createSetAside, onceUnreadable } from '../services/conversation/setAside';
import { sampleSettings } from '../services/conversation/world';
import { createDelivery } from '../services/delivery/delivery';
import { organisationCollection, serviceCollection } from '../services/directory/collection';
import { openDirectory, seedSampleDirectory } from '../services/directory/directory';
import { sampleDirectory } from '../services/directory/sample/sampleDirectory';
import { handoffs } from '../services/handoffs/collection';
import { createHandoffs } from '../services/handoffs/handoffs';
import { lookers } from '../services/handoffs/lookers';
import { createPhones } from '../services/inbox/phones';
import { createLimit } from '../services/limits/limit';
import { createMedia } from '../services/media/media';
import { createRetention } from '../services/privacy/retention';
import { referralCollection, referralLinkCollection } from '../services/referrals/collection';
import type { News } from '../services/referrals/deps';
import { tokenMaker } from '../services/referrals/link';
import { createReferrals } from '../services/referrals/referrals';
import { match } from '../services/routing/match';
import { collections } from '../services/store/collections';
import { deadLetters } from '../services/store/collections/deadLetters';
import { guesses } from '../services/store/collections/guesses';
import { media as mediaFiles, mediaParts } from '../services/store/collections/media';
import { consents } from '../services/store/collections/people';
import { addresses, inbox, outgoingMessages } from '../services/store/collections/phone';
import { references } from '../services/store/collections/references';
import { audit, auditHead, outcomes } from '../services/store/collections/running';
import { promises, risks } from '../services/store/collections/safety';
import { staff as staffAccounts, staffSessions } from '../services/store/collections/staff';
import { type Engine, startWhenRoom } from '../services/store/engine/startEngine';
import { loadKeys } from '../services/store/keys';
import { connectWhen } from '../services/store/mongo/connectWhen';
import { createConversations } from '../services/store/mongo/conversations';
import { createKeeper } from '../services/store/mongo/keeper';
import { createRecords } from '../services/store/mongo/records';
import { createSealer, keyedHash } from '../services/store/seal';
import { createReader } from '../services/understanding/read';
import { warm } from '../services/understanding/warm';
import { jobs } from '../services/work/collection';
import { jobKinds } from '../services/work/jobs';
import { later } from '../services/work/jobs/introduction';
import { createQueue } from '../services/work/queue';
import { createRunner } from '../services/work/runner';
import { createSteadyClock } from '../services/work/steadyClock';
import { page } from '../web/server/page';
import { createOwnAlarms } from './alarms';
import { createAzure } from './azure';
import { createBot } from './bot';
import { createHandoffNotes, type HandoffParts } from './channels/azure/handoffs';
import type { Inbound } from './channels/channel';
import { mountWebChat } from './channels/webchat/mountWebChat';
import { createCloud } from './cloud';
import type { Config } from './config';
import { createDeepStage, oneAfterOther } from './deepStage';
import { guard } from './http/gate';
import { networkOf, realAddress } from './http/realAddress';
import { faultName, type Log } from './log';
import { makeCarriers, mediaSources, mountPhones, phoneSettings } from './phones';
import { render } from './render';
import { mountAlertPage } from './routes/alert';
import { mountAnswerPage } from './routes/answer';
import { createMetrics, mountHealth } from './routes/health';
import { mountMessages } from './routes/messages';
import { mountStartPage } from './routes/start';
import { numberedTexts, sayAloud } from './sayAloud';
import { createHttpServer } from './server';
import { createOwnStaff } from './staff';

/** When the process stops, answers in hand have this long, ms. */
const ANSWER_WITHIN = 6_000;

/** The built-in database when no address is given. */
function openDatabase(config: Config, dataDir: string, say: (line: string) => void, signal: AbortSignal) {
  if (config.MONGODB_URI !== undefined)
    return { uri: Promise.resolve(config.MONGODB_URI), engine: Promise.resolve<Engine | null>(null) };
  const engine = startWhenRoom({ dataDir: join(dataDir, 'mongo'), cacheDir: resolve('.cache'), say }, signal);
  return { uri: engine.then((it) => it.uri), engine };
}

/** Builds the whole app. Nothing listens until `listen`. `say` is for progress on a terminal. */
export function createApp(config: Config, log: Log, say: (line: string) => void) {
  const dataDir = resolve(config.DATA_DIR);
  const keys = loadKeys({
    production: config.production,
    dataDir,
    encryptionKeys: config.ENCRYPTION_KEYS,
    hashKey: config.HASH_KEY,
  });
  const sealer = createSealer(keys.encryption);
  const hash = (purpose: string, value: string) => keyedHash(keys.hash, purpose, value);
  const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  const now = () => new Date();
  const clock = () => Date.now();
  const steady = createSteadyClock(clock, () => performance.now());
  const me = randomUUID();

  const stopping = new AbortController();
  /** why the database is not coming back by itself; null while it may */
  let databaseDown: () => string | null = () => null;
  const { uri, engine } = openDatabase(config, dataDir, say, stopping.signal);
  engine.then(
    (running) => {
      if (running === null) return;
      databaseDown = running.down;
      running.onExit((why) => log.error('database.ended', { why: why.slice(0, 100) }));
    },
    (error: unknown) => {
      databaseDown = () => faultName(error);
      say(error instanceof Error ? error.message : 'The built-in database did not start');
      log.error('database.failed', { error: faultName(error) });
    },
  );
  const database = connectWhen(uri, collections, (which) => tellOfUnreadable(which));
  const store = createConversations(database, { sealer, now: clock });

  const directoryStores = {
    organisations: createRecords(database, organisationCollection, sealer),
    services: createRecords(database, serviceCollection, sealer),
  };
  const directory = openDirectory(directoryStores);
  const outbox = join(dataDir, 'outbox');
  const delivery = createDelivery({
    mode: config.SMTP_URL === undefined ? { kind: 'outbox', folder: outbox } : { kind: 'smtp', url: config.SMTP_URL },
    from: config.MAIL_FROM ?? 'front.door@win.example.org',
  });
  const referrals = createReferrals({
    referrals: createRecords(database, referralCollection, sealer),
    links: createRecords(database, referralLinkCollection, sealer),
    addressOf: directory.addressOf,
    send: delivery.send,
    phone: sampleSettings.phone,
    publicUrl,
    clock,
    tokenFor: tokenMaker(hash),
    later: (step) => later(queue, step),
    workingDay: (days, from) => teamAt(momentAt(new Date(from)), OFFICE_ROTA).workingDay[days],
  });
  const queue = createQueue(createRecords(database, jobs, sealer), steady.now, () => runner.wake());
  const phoneChannels = phoneSettings(config);
  const riskRecords = createRecords(database, risks, sealer);
  const alarms = createOwnAlarms({
    config,
    alarms: createRecords(database, alarmCollection, sealer),
    risks: riskRecords,
    queue,
    hash,
    publicUrl,
    outbox,
    phones: phoneChannels,
    seen: (subject, who) => handoffService.seen(subject, who),
    now: steady.now,
    log,
  });
  const read = createReader();
  const handoffNotes = createHandoffNotes();
  const promiseRecords = createRecords(database, promises, sealer);
  const effects = createEffects({
    store,
    consents: createRecords(database, consents, sealer),
    risks: riskRecords,
    needPerson: (needed) => handoffService.need(needed),
    tellHolder: (news) => handoffService.holderNews(news),
    outcomes: createRecords(database, outcomes, sealer),
    promises: promiseRecords,
    queue,
    refer: async (asked) => void (await referrals.create(asked)),
    withdraw: async (conversationId, ref) => void (await referrals.withdraw(conversationId, ref)),
    deliver: (asked) => phones.deliver(asked),
    askByText: (id, number, key) => phones.askByText(id, number, key),
    deleteMedia: (conversationId, which) => media.deleteOf(conversationId, which),
    alert: (event) => alarms.alert(event),
    log: (event, facts) => log.error(event, facts),
    now: clock,
  });
  const guessRecords = createRecords(database, guesses, sealer);
  const setAside = createSetAside({
    letters: createRecords(database, deadLetters, sealer),
    alert: (event) => alarms.alert(event),
    log: (event, facts) => log.error(event, facts),
    now: clock,
  });
  const tellOfUnreadable = onceUnreadable(setAside, hash);
  const metrics = createMetrics();
  const handoffService = createHandoffs({
    handoffs: createRecords(database, handoffs, sealer),
    lookers: createRecords(database, lookers, sealer),
    people: (at) => ownStaff.staff.presence(at),
    store,
    risks: riskRecords,
    promises: promiseRecords,
    outgoing: createRecords(database, outgoingMessages, sealer),
    happen: (id, key, event) => service.happen(id, key, event),
    audit: (done) => auditTrail.add(done),
    settings: sampleSettings,
    alarms,
    hash,
    measure: (level, ms) => metrics.acknowledged.observe({ level }, ms / 1_000),
    now: steady.now,
    log: (event, facts) => log.warn(event, facts),
  });
  const deepStage = createDeepStage(config, metrics, log);
  const service = createConversationService({
    store,
    setAside,
    read,
    secondOpinion: oneAfterOther(deepStage.opinion, createCloud(config, metrics, log)),
    match: (query, today) => match(directory.snapshot(), query, today),
    settings: sampleSettings,
    rota: handoffService.rota,
    now,
    newSeed,
    hash,
    countGuess: createGuesses(guessRecords, hash, clock),
    findReferral: referrals.known,
    doEffects: (conversationId, pending) => {
      handoffNotes.note(conversationId, pending);
      return effects.start(conversationId, pending);
    },
  });

  service.onTurn(handoffService.conversationMoved);

  /** every turn is counted, whichever channel brings it */
  /** Somebody in danger was answered and nothing could be kept: the team is told by what needs no records. */
  const tellUnkept = (words: string) => {
    const { risks: flags } = read(words, { recentlyFlagged: false });
    const urgent =
      flags === 'failed' ? 'P0' : flags.map(({ level }) => level).find((one) => one === 'P0' || one === 'P1');
    if (urgent === 'P0' || urgent === 'P1') void alarms.raiseUnkept(urgent);
  };
  const conversations = {
    ...service,
    handleTurn: async (inbound: Inbound) => {
      const stop = metrics.seconds.startTimer();
      const done = await service.handleTurn(inbound);
      stop();
      const { what } = inbound;
      if (done.kind === 'storeDown' && what.kind !== 'hello' && what.kind !== 'choice')
        tellUnkept(what.kind === 'text' ? what.text : what.caption);
      metrics.turns.inc({ outcome: done.kind === 'done' ? (done.repeated ? 'repeated' : 'done') : 'storeDown' });
      return done;
    },
  };

  const referenceRecords = createRecords(database, references, sealer);
  const azure = createAzure({ config, records: referenceRecords, store, hash, now: clock, log });
  const hub: HandoffParts = {
    asked: async (id) => handoffNotes.take(id, 'web'),
    transcript: service.transcript,
    happen: async (id, key, event) => {
      const turn = await service.happen(id, key, event);
      if (event.name === 'handoffAccepted') await handoffService.hub(id, true);
      if (event.name === 'handoffEnded') await handoffService.hub(id, false);
      return turn;
    },
    failed: () => log.warn('alert', { to: 'duty', why: 'the hub could not take a handoff', level: 'P2' }),
  };
  const auditTrail = createAudit(
    createRecords(database, audit, sealer),
    createRecords(database, auditHead, sealer),
    clock,
  );
  const media = createMedia({
    media: createRecords(database, mediaFiles, sealer),
    parts: createRecords(database, mediaParts, sealer),
    sources: mediaSources(phoneChannels),
    hash,
    audit: auditTrail.add,
    now: clock,
    log: (event, facts) => log.warn(event, facts),
  });
  const phones = createPhones({
    lines: createRecords(database, addresses, sealer),
    inbox: createRecords(database, inbox, sealer),
    outgoing: createRecords(database, outgoingMessages, sealer),
    needPerson: handoffService.need,
    store,
    setAside,
    service: conversations,
    carriers: [...makeCarriers(phoneChannels, publicUrl, log, clock), ...(azure ? [azure.carrier] : [])],
    render,
    read,
    hash,
    repliesWithoutStore: (text) => {
      tellUnkept(text);
      return repliesWithoutStore(read(text, { recentlyFlagged: false }), sampleSettings.phone);
    },
    textsBy: phoneChannels.twilio?.smsFrom === undefined ? null : 'twilio',
    azureWay: async (conversationId) => (azure ? azure.wayOf(conversationId) : null),
    keepMedia: (conversationId, carrier, files, key) => media.keep(conversationId, carrier, files, key),
    momentAt: momentOf,
    dueAt: (level) => teamAt(momentAt(now()), OFFICE_ROTA).replyBy[level].at,
    me,
    now: clock,
    log: (event, facts) => log.warn(event, facts),
  });

  const startLimit = createLimit(guessRecords, hash, clock, { name: 'starts', most: 120, windowMs: 600_000 });
  const server = createHttpServer(log);
  const webChat = mountWebChat(server, {
    conversations,
    say: sayAloud,
    firstScreen: () => ({
      paragraphs: firstScreenWords,
      choices: firstScreenChoices,
    }),
    ...(config.PUBLIC_URL === undefined ? {} : { publicUrl: config.PUBLIC_URL }),
    ...(config.WEB_CHAT_ORIGINS === undefined ? {} : { origins: config.WEB_CHAT_ORIGINS }),
    ifDanger: service.ifDanger,
    privacy: privacyWords({ org: sampleSettings.org, phone: sampleSettings.phone }),
    safetyLines: () => safetyLines(momentAt(now())),
    secret: hash('directline', 'token secret'),
    clock,
    log: (event, facts) => log.info(event, facts),
    // on this machine alone every test and every try counts as one address
    ...(config.home ? { startsPerTenMinutes: 1_000_000 } : { mayStart: (address) => startLimit(networkOf(address)) }),
    addressOf: (req) => realAddress(req, config.TRUST_PROXY ?? null),
  });
  const letGoOfPhones = mountPhones(server, phoneChannels, {
    desk: phones.desk,
    publicUrl,
    publicUrlSet: config.PUBLIC_URL !== undefined,
    log,
    production: config.production,
    sayAtOnce: (text) =>
      numberedTexts(repliesWithoutStore(read(text, { recentlyFlagged: false }), sampleSettings.phone)),
  });
  const outcome = async (happening: Parameters<typeof service.happen>[2], conversationId: string) => {
    const key = happening.name === 'referralMoved' ? `referral:${happening.ref}:${happening.step}` : happening.name;
    await service.happen(conversationId, key, happening);
  };
  mountAnswerPage(server, {
    referrals,
    answered: outcome,
    clock,
    team: { phone: sampleSettings.phone, hours: OFFICE_ROTA.hoursText },
    page,
    log: (event) => log.info(event),
    publicUrl,
  });
  mountAlertPage(server, { alarms, clock, page, publicUrl });
  const ownStaff = createOwnStaff(server, {
    config,
    staff: createRecords(database, staffAccounts, sealer),
    sessions: createRecords(database, staffSessions, sealer),
    guesses: guessRecords,
    hash,
    audit: auditTrail.add,
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
      ready: () => database.ready(),
      down: () => databaseDown() !== null,
      version: '0.1.0',
      deepStage: deepStage.state,
      openSockets: webChat.openSockets,
      metricsToken: config.METRICS_TOKEN,
    },
    metrics,
  );
  if (azure) {
    const { adapter, references: ways, unchecked } = azure;
    const bot = createBot({
      conversations,
      say: sayAloud,
      numbered: numberedTexts,
      whenBroken: () => service.withoutStore(),
      crisisFor: (text) => {
        const reading = read(text, { recentlyFlagged: false });
        const danger = reading.risks === 'failed' || reading.risks.length > 0;
        return danger ? repliesWithoutStore(reading, sampleSettings.phone) : [];
      },
      references: ways,
      ...(config.AZURE_HANDOFF_HUB === 'on' ? { handoffs: hub } : {}),
      log,
    });
    mountMessages(server, { adapter, bot, unchecked, log });
  }
  const gate = guard(server.server, (error) => log.error('request.failed', { error: faultName(error) }));

  /** What waits for the database: the directory, what a crash left undone, and the clocks. */
  const timers = new Set<NodeJS.Timeout>();
  const every = (ms: number, name: string, work: () => Promise<unknown>) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => log.warn('sweep.failed', { name, error: faultName(error) }));
    }, ms);
    timer.unref();
    timers.add(timer);
  };
  const tellNews = async (news: News) => {
    await outcome(news.happening, news.conversationId);
    await referrals.markTold(news.referralId);
  };

  const retention = createRetention({
    collections,
    keeper: createKeeper(database),
    forget: store.forget,
    sweepTurns: store.sweepExpired,
    media,
  });
  const runner = createRunner({
    queue,
    kinds: jobKinds,
    ports: {
      happen: service.happen,
      sweepEffects: () => effects.sweep(store),
      redoEffect: effects.redo,
      referrals,
      tellNews,
      ringAlarm: alarms.ring,
      lookAtHandoffs: handoffService.look,
      fetchMedia: media.fetchDue,
      sweepExpired: retention.sweepExpired,
      clockSane: steady.clockSane,
    },
    me,
    now: steady.now,
    log: (event, facts) => log.warn(event, facts),
    died: (job) => {
      log.error('job.dead', { kind: job.kind });
      alarms.raise({ kind: 'fault', level: 'P2', id: job.id }).catch(() => undefined);
    },
  });

  let closing = false;
  async function settleIn(): Promise<void> {
    await database.ready();
    if (!config.production) await seedSampleDirectory(directoryStores, sampleDirectory(momentAt(now()).date), false);
    await ownStaff.samples?.seed();
    await directory.refresh();
    await effects.sweep(store);
    await runner.start();
    deepStage.begin();
    for (const line of expiringSoon(momentAt(now()), 30)) log.warn('helpline.expires', { line: line.id });
  }

  return {
    server,
    publicUrl,
    /** there is a stand-in phone at /dev/phone */
    phonePage: phoneChannels.standIn,
    /** one-time links that sign sample people in; none anywhere but on a development machine */
    signInLinks: () => ownStaff.samples?.oneEach() ?? [],
    /** resolves when the directory is there and what a crash left is done; the app answers before that */
    settled: async () => {
      await uri;
      for (;;) {
        try {
          return await settleIn();
        } catch (error) {
          if (closing) return;
          log.warn('settling.again', { error: faultName(error) });
          await pause(1_000);
        }
      }
    },
    listen: () =>
      new Promise<number>((done, fail) => {
        server.once('error', fail);
        warm(read);
        server.listen(config.PORT, config.HOST ?? (config.production ? '0.0.0.0' : '127.0.0.1'), () => {
          const address = server.address();
          done(typeof address === 'object' && address !== null ? address.port : config.PORT);
        });
        every(30_000, 'directory', directory.refresh);
        every(1_000, 'phones', () => phones.sweep());
        every(2_000, 'news', () => service.lookForNews());
        every(5_000, 'duty', handoffService.lookWhoIsThere);
      }),
    /** finishes turns in hand, then lets go of everything */
    async close(): Promise<void> {
      closing = true;
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      webChat.close();
      letGoOfPhones();
      await gate.stop(ANSWER_WITHIN);
      deepStage.stop();
      ownStaff.stop();
      await runner.stop();
      await phones.close();
      await effects.idle();
      await handoffService.idle();
      handoffService.close();
      await store.settled();
      await database.close();
      await engine.then((running) => running?.stop()).catch(() => undefined);
    },
  };
}
