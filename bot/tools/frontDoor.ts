/** The whole conversation service on stores handed in, with no server and no real post: for tools and tests. */

import type { z } from 'zod';
import { momentAt, momentOf } from '../../services/calendar/moment';
import { OFFICE_ROTA, teamAt } from '../../services/calendar/team';
import { createConversationService } from '../../services/conversation/conversations';
import { createEffects } from '../../services/conversation/doEffects';
import { createGuesses } from '../../services/conversation/guesses';
import { newSeed } from '../../services/conversation/newSeed';
import { createSetAside } from '../../services/conversation/setAside';
import { sampleSettings } from '../../services/conversation/world';
import type { Letter, Sent } from '../../services/delivery/letter';
import { organisationCollection, serviceCollection } from '../../services/directory/collection';
import { openDirectory, seedSampleDirectory } from '../../services/directory/directory';
import { sampleDirectory } from '../../services/directory/sample/sampleDirectory';
import { handoffs } from '../../services/handoffs/collection';
import { createHandoffs, type HandoffsParts } from '../../services/handoffs/handoffs';
import { lookers } from '../../services/handoffs/lookers';
import { referralCollection, referralLinkCollection } from '../../services/referrals/collection';
import type { ReferralsDeps } from '../../services/referrals/deps';
import { tokenMaker } from '../../services/referrals/link';
import { createReferrals, type Referrals } from '../../services/referrals/referrals';
import { match } from '../../services/routing/match';
import { deadLetters } from '../../services/store/collections/deadLetters';
import { guesses } from '../../services/store/collections/guesses';
import { consents } from '../../services/store/collections/people';
import { outgoingMessages } from '../../services/store/collections/phone';
import { outcomes } from '../../services/store/collections/running';
import { promises, risks } from '../../services/store/collections/safety';
import type { CollectionDefinition } from '../../services/store/definition';
import type { ConversationStore, PendingEffect, Records } from '../../services/store/ports';
import { keyedHash } from '../../services/store/seal';
import { opinionHere } from '../../services/understanding/deep/deeply';
import { createReader } from '../../services/understanding/read';
import { jobs } from '../../services/work/collection';
import { createQueue } from '../../services/work/queue';

/** Opens the records of one collection, in whatever keeps them. */
export type OpenRecords = <T extends { readonly id: string }>(
  definition: CollectionDefinition<z.ZodObject & z.ZodType<T>>,
) => Records<T>;

export interface FrontDoorParts {
  readonly store: ConversationStore;
  readonly records: OpenRecords;
  readonly now: () => Date;
  readonly hashKey: Buffer;
  /** letters to partners; none leaves this machine */
  readonly letter?: (letter: Letter) => void;
  /** how letters leave instead; nobody's does when absent */
  readonly send?: (letter: Letter) => Promise<Sent>;
  /** puts the steps of introductions on a queue; taken at once when absent, for tools have no runner */
  readonly later?: ReferralsDeps['later'];
  /** effects of each committed turn, before they are done */
  readonly asked?: (conversationId: string, effects: readonly PendingEffect[]) => void;
  /** who of the team is there; nobody when absent */
  readonly people?: HandoffsParts['people'];
  /** effects are written down but nobody does them, as after a crash */
  readonly idleHands?: boolean;
  /** a part that failed: event and kind of fault only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** Puts the parts together as bot/app.ts does, with the sample directory. */
export async function openFrontDoor(parts: FrontDoorParts) {
  const { store, records } = parts;
  const clock = () => parts.now().getTime();
  const hash = (purpose: string, value: string) => keyedHash(parts.hashKey, purpose, value);
  const directoryStores = { organisations: records(organisationCollection), services: records(serviceCollection) };
  await seedSampleDirectory(directoryStores, sampleDirectory(momentAt(parts.now()).date), false);
  const directory = openDirectory(directoryStores);
  await directory.refresh();
  const referrals: Referrals = createReferrals({
    referrals: records(referralCollection),
    links: records(referralLinkCollection),
    addressOf: directory.addressOf,
    send: async (letter) => {
      parts.letter?.(letter);
      return parts.send ? parts.send(letter) : { kind: 'delivered' };
    },
    phone: sampleSettings.phone,
    publicUrl: 'http://localhost',
    clock,
    tokenFor: tokenMaker(hash),
    later: parts.later ?? ((step) => referrals.step(step)),
    workingDay: (days, from) => teamAt(momentOf(from), OFFICE_ROTA).workingDay[days],
  });
  const queue = createQueue(records(jobs), clock);
  const [riskRecords, promiseRecords] = [records(risks), records(promises)];
  const effects = createEffects({
    store,
    consents: records(consents),
    risks: riskRecords,
    needPerson: (needed) => team.need(needed),
    tellHolder: (news) => team.holderNews(news),
    outcomes: records(outcomes),
    promises: promiseRecords,
    queue,
    refer: async (asked) => void (await referrals.create(asked)),
    withdraw: async (conversationId, ref) => void (await referrals.withdraw(conversationId, ref)),
    // played conversations have no phone to write to: what is said is in the turn
    deliver: async () => undefined,
    askByText: async () => undefined,
    deleteMedia: async () => undefined,
    alert: () => undefined,
    log: parts.log,
    now: clock,
  });
  const service = createConversationService({
    store,
    setAside: createSetAside({ letters: records(deadLetters), alert: () => undefined, log: parts.log, now: clock }),
    read: createReader(),
    secondOpinion: opinionHere(),
    match: (query, today) => match(directory.snapshot(), query, today),
    settings: sampleSettings,
    now: parts.now,
    newSeed,
    hash,
    countGuess: createGuesses(records(guesses), hash, clock),
    findReferral: referrals.known,
    doEffects: (conversationId, pending) => {
      parts.asked?.(conversationId, pending);
      if (parts.idleHands !== true) effects.start(conversationId, pending);
    },
  });
  const team = createHandoffs({
    handoffs: records(handoffs),
    lookers: records(lookers),
    people: parts.people ?? (async () => []),
    store,
    risks: riskRecords,
    promises: promiseRecords,
    outgoing: records(outgoingMessages),
    happen: service.happen,
    audit: async () => undefined,
    settings: sampleSettings,
    // no alarm of a tool leaves this machine
    alarms: { raise: async () => undefined, ringsAbout: async () => false, hush: async () => undefined },
    hash,
    measure: () => undefined,
    now: clock,
    log: parts.log,
  });
  service.onTurn(team.conversationMoved);
  return { service, referrals, effects, directory, store, team };
}

export type FrontDoor = Awaited<ReturnType<typeof openFrontDoor>>;
