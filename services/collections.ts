/** The registry: every collection there is. The database is made to match it at start. */

import { alarms } from './alarms/collection';
import { alarmDevices } from './alarms/push/collection';
import { callBacks } from './callBacks/collection';
import { correctionCounts, corrections, rewrites } from './corrections/collection';
import { organisationCollection, serviceCollection } from './directory/collection';
import { handoffs } from './handoffs/collection';
import { lookers } from './handoffs/lookers';
import { erasures } from './privacy/collection';
import { promises } from './promises/collection';
import { referralCollection, referralLinkCollection } from './referrals/collection';
import { rotaCollection } from './rota/collection';
import { conversations, messages } from './store/collections/conversations';
import { deadLetters } from './store/collections/deadLetters';
import { guesses } from './store/collections/guesses';
import { media, mediaParts } from './store/collections/media';
import { consents, people } from './store/collections/people';
import { addresses, inbox, outgoingMessages } from './store/collections/phone';
import { references } from './store/collections/references';
import { audit, auditHead, outcomes } from './store/collections/running';
import { risks } from './store/collections/safety';
import { staff, staffSessions } from './store/collections/staff';
import type { CollectionDefinition } from './store/definition';
import { jobs } from './work/collection';

export const collections: readonly CollectionDefinition[] = [
  conversations,
  messages,
  guesses,
  deadLetters,
  addresses,
  inbox,
  outgoingMessages,
  media,
  mediaParts,
  references,
  people,
  consents,
  risks,
  erasures,
  handoffs,
  lookers,
  promises,
  corrections,
  correctionCounts,
  rewrites,
  callBacks,
  referralCollection,
  referralLinkCollection,
  organisationCollection,
  serviceCollection,
  outcomes,
  audit,
  auditHead,
  jobs,
  alarms,
  alarmDevices,
  staff,
  staffSessions,
  rotaCollection,
];
