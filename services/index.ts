/** The service put together, once, for the app, the tools and the tests: what it stands on is handed in. */
import { randomUUID } from 'node:crypto';
import type { Settings } from '../dialogs/types';
import { createAssisted } from './assisted/assisted';
import { createAudit } from './audit/audit';
import { momentOf } from './calendar/moment';
import { teamAt } from './calendar/team';
import { createBookings } from './callBacks/bookings';
import { callBacks } from './callBacks/collection';
import { createCallBackDesk } from './callBacks/desk';
import { createConversationService } from './conversation/conversations';
import { createEffects } from './conversation/doEffects';
import { createGuesses } from './conversation/guesses';
import type { Inbound, TurnDone, TurnFailed } from './conversation/inbound';
import { newSeed } from './conversation/newSeed';
import { repliesWithoutStore } from './conversation/replies';
import { createSetAside, onceUnreadable } from './conversation/setAside';
import { corrections as correctionCollection, correctionCounts, rewrites } from './corrections/collection';
import { createCorrections } from './corrections/corrections';
import { organisationCollection, serviceCollection } from './directory/collection';
import { openDirectory } from './directory/directory';
import { createFollowUps } from './followUps/followUps';
import { handoffs as handoffCollection } from './handoffs/collection';
import { createHandoffs } from './handoffs/handoffs';
import { lookers } from './handoffs/lookers';
import { createPhones } from './inbox/phones';
import { createMedia } from './media/media';
import { createOverview } from './overview/overview';
import { createPeople } from './people/people';
import { createSearch } from './people/search';
import type { AlarmsPort, Ports } from './ports';
import { createExports } from './privacy/exports';
import { createPromiseClocks } from './promises/clocks';
import { promises } from './promises/collection';
import { createKeeping } from './promises/keeping';
import { teamOwner } from './promises/owner';
import { referralCollection, referralLinkCollection } from './referrals/collection';
import { tokenMaker } from './referrals/link';
import { createReferrals, type Referrals } from './referrals/referrals';
import { createRisks } from './risks/risks';
import { rotaCollection } from './rota/collection';
import { createRota } from './rota/service';
import { match } from './routing/match';
import { deadLetters } from './store/collections/deadLetters';
import { guesses } from './store/collections/guesses';
import { media as mediaFiles, mediaParts } from './store/collections/media';
import { consents, people as peopleCollection } from './store/collections/people';
import { addresses, inbox, outgoingMessages } from './store/collections/phone';
import { audit as auditCollection, auditHead, outcomes } from './store/collections/running';
import { risks } from './store/collections/safety';
import { turnIn } from './store/identity';
import { createReader } from './understanding/read';
import { jobs } from './work/collection';
import { later } from './work/jobs/introduction';
import { createQueue } from './work/queue';

export interface ServiceSettings {
  /** what WIN is called and how to reach it */
  readonly win: Settings;
  /** where people and partners find us */
  readonly publicUrl: string;
  /** this process, unlike any other */
  readonly me: string;
}

const inDanger = ({ risks: found }: { readonly risks: 'failed' | readonly unknown[] }): boolean =>
  found === 'failed' || found.length > 0;

/** Everything the front door does, on what it is handed. Nothing is read or written before it is asked for. */
export function createServices<Alarms extends AlarmsPort>(ports: Ports<Alarms>, settings: ServiceSettings) {
  const { store, records, hash, warn } = ports;
  const log = ports.error;
  const clock = () => ports.now().getTime();
  const steady = ports.steady ?? clock;
  const read = createReader();
  const dueAt = (level: 'P1' | 'P2') => teamAt(momentOf(clock()), handoffs.rota()).replyBy[level].at;
  const [riskRecords, promiseKeeping, outgoing, guessRecords] = [
    records(risks),
    createKeeping(records(promises)),
    records(outgoingMessages),
    records(guesses),
  ];

  const queue = createQueue(records(jobs), steady, ports.jobWaits);
  const alarms = ports.alarms({ risks: riskRecords, queue, seen: (subject, who) => handoffs.seen(subject, who) });
  const audit = createAudit(records(auditCollection), records(auditHead), clock);
  const directoryRecords = { organisations: records(organisationCollection), services: records(serviceCollection) };
  const directory = openDirectory(directoryRecords);
  const referrals: Referrals = createReferrals({
    referrals: records(referralCollection),
    links: records(referralLinkCollection),
    addressOf: directory.addressOf,
    send: ports.send,
    phone: settings.win.phone,
    publicUrl: settings.publicUrl,
    clock,
    tokenFor: tokenMaker(hash),
    later: ports.stepsAtOnce === true ? (step) => referrals.step(step) : (step) => later(queue, step),
    workingDay: (days, from) => teamAt(momentOf(from), handoffs.rota()).workingDay[days],
  });
  const setAside = createSetAside({ letters: records(deadLetters), alert: alarms.alert, log, now: clock });
  const media = createMedia({
    media: records(mediaFiles),
    parts: records(mediaParts),
    sources: ports.mediaSources ?? new Map(),
    hash,
    audit: audit.add,
    now: clock,
    log: warn,
  });
  const effects = createEffects({
    store,
    consents: records(consents),
    risks: riskRecords,
    people: records(peopleCollection),
    needPerson: (needed) => handoffs.need(needed),
    tellHolder: (news) => handoffs.holderNews(news),
    outcomes: records(outcomes),
    promises: promiseKeeping,
    callBacks: { book: (chosen) => desk.book(chosen), cancel: (id) => desk.cancel(id) },
    queue,
    refer: async (asked) => {
      const { id, ref, conversationId, createdAt, answerDue } = await referrals.create(asked);
      const life = turnIn(id, conversationId)?.life ?? '';
      const made = { id, conversationId, life, kind: 'referral', about: ref, owner: teamOwner() } as const;
      await promiseKeeping.make({ ...made, madeAt: createdAt, dueAt: answerDue });
    },
    withdraw: async (conversationId, ref) => void (await referrals.withdraw(conversationId, ref)),
    deliver: (asked) => phones.deliver(asked),
    askByText: (id, number, key) => phones.askByText(id, number, key),
    deleteMedia: media.deleteOf,
    alert: alarms.alert,
    log,
    now: clock,
  });
  const talk = createConversationService({
    store,
    setAside,
    read,
    secondOpinion: ports.opinion,
    match: (query, today) => match(directory.snapshot(), query, today),
    settings: settings.win,
    rota: () => handoffs.rota(),
    now: ports.now,
    newSeed,
    hash,
    callTimes: (id, safe) => bookings.times(id, safe),
    holdCall: (id, from) => bookings.hold(id, from),
    countGuess: createGuesses(guessRecords, hash, clock),
    findReferral: referrals.known,
    doEffects: (conversationId, pending) => {
      ports.asked?.(conversationId, pending);
      return ports.idleHands === true ? undefined : effects.start(conversationId, pending);
    },
  });

  /** Somebody in danger was answered and nothing could be kept: the team is told by what needs no records. */
  const tellUnkept = (words: string) => {
    const { risks: flags } = read(words, { recentlyFlagged: false });
    const urgent =
      flags === 'failed' ? 'P0' : flags.map(({ level }) => level).find((one) => one === 'P0' || one === 'P1');
    if (urgent === 'P0' || urgent === 'P1') void alarms.raiseUnkept(urgent);
  };
  const conversation = {
    ...talk,
    /** One turn for one message; every one is counted, whichever channel brings it. */
    async handleTurn(inbound: Inbound): Promise<TurnDone | TurnFailed> {
      const began = performance.now();
      const done = await talk.handleTurn(inbound);
      ports.turned?.(done, performance.now() - began);
      const { what } = inbound;
      if (done.kind === 'storeDown' && what.kind !== 'hello' && what.kind !== 'choice')
        tellUnkept(what.kind === 'text' ? what.text : what.caption);
      return done;
    },
  };
  const people = async (at: number) => rota.there((await ports.people?.(at)) ?? [], at);
  const rota = createRota({ records: records(rotaCollection), audit: audit.add, now: clock });
  const handoffs = createHandoffs({
    handoffs: records(handoffCollection),
    lookers: records(lookers),
    people,
    toldByRota: rota.told,
    store,
    risks: riskRecords,
    promises: promiseKeeping,
    outgoing,
    happen: talk.happen,
    writing: talk.writes,
    audit: audit.add,
    settings: settings.win,
    alarms,
    hash,
    measure: ports.acknowledged ?? (() => undefined),
    now: steady,
    log: warn,
  });
  const bookings = createBookings({ records: records(callBacks), rota: async () => rota.advisors(), now: clock });
  const desk = createCallBackDesk({
    bookings,
    keeping: promiseKeeping,
    people,
    handoffs,
    happen: talk.happen,
    now: clock,
  });
  talk.onTurn(handoffs.conversationMoved);
  const promiseClocks = createPromiseClocks({
    keeping: promiseKeeping,
    people,
    happen: talk.happen,
    needPerson: handoffs.need,
    alarms,
    hash,
    dueAt,
    introduction: referrals.answered,
    now: steady,
    log: warn,
  });

  const everybody = createPeople({
    store,
    people: records(peopleCollection),
    handoffs: records(handoffCollection),
    risks: riskRecords,
    promises: records(promises),
    referrals: records(referralCollection),
    consents: records(consents),
    outcomes: records(outcomes),
    media: records(mediaFiles),
    settings: settings.win,
    rota: () => handoffs.rota(),
    audit: audit.add,
    now: clock,
  });

  const peopleSearch = createSearch({
    people: records(peopleCollection),
    lines: records(addresses),
    referrals: records(referralCollection),
    store,
    hash,
    audit: audit.add,
  });
  const riskBook = createRisks({
    risks: riskRecords,
    handoffs: records(handoffCollection),
    outgoing,
    audit: audit.add,
    now: clock,
    newId: randomUUID,
  });
  const corrections = createCorrections({
    corrections: records(correctionCollection),
    correctionCounts: records(correctionCounts),
    rewrites: records(rewrites),
    store,
    risks: riskBook,
    audit: audit.add,
    now: clock,
    newId: randomUUID,
  });
  const overview = createOverview({
    handoffs: records(handoffCollection),
    promises: promiseKeeping,
    acknowledgedSince: (since) => handoffs.acknowledgedSince(since),
    team: people,
    corrected: corrections.counts,
    now: clock,
  });

  /** The fixed words for what was written, where nothing can be kept. */
  const wordsWithoutStore = (text: string) =>
    repliesWithoutStore(read(text, { recentlyFlagged: false }), settings.win.phone);
  const phones = createPhones({
    lines: records(addresses),
    inbox: records(inbox),
    outgoing,
    needPerson: handoffs.need,
    store,
    setAside,
    service: conversation,
    carriers: ports.carriers ?? [],
    render: ports.render,
    read,
    hash,
    repliesWithoutStore: (text) => {
      tellUnkept(text);
      return wordsWithoutStore(text);
    },
    textsBy: ports.textsBy ?? null,
    azureWay: ports.azureWay ?? (async () => null),
    keepMedia: media.keep,
    momentAt: momentOf,
    dueAt,
    me: settings.me,
    now: clock,
    log: warn,
  });

  return {
    conversation,
    effects,
    referrals,
    directory,
    directoryRecords,
    handoffs,
    callBacks: { ...bookings, ...desk },
    promises: { ...promiseKeeping, ...promiseClocks },
    people: { ...everybody, ...peopleSearch },
    overview,
    assisted: createAssisted({
      conversation,
      store,
      outcomes: records(outcomes),
      audit: audit.add,
      newId: randomUUID,
      now: clock,
    }),
    followUps: createFollowUps({
      handoffs,
      promises: promiseKeeping,
      referrals: records(referralCollection),
      now: clock,
    }),
    risks: riskBook,
    corrections,
    exports: createExports({
      people: everybody,
      store,
      corrections: records(correctionCollection),
      audit: audit.add,
      now: clock,
    }),
    rota,
    phones,
    media,
    alarms,
    audit,
    queue,
    guesses: guessRecords,
    wordsWithoutStore,
    /** the fixed replies to danger in these words; none where there is none */
    crisisFor: (text: string) => (inDanger(read(text, { recentlyFlagged: false })) ? wordsWithoutStore(text) : []),
    unreadable: onceUnreadable(setAside, hash),
    read,
  };
}

export type Services = ReturnType<typeof createServices>;
