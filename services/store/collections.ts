/** The registry: every collection there is. The database is made to match it at start. */

import { alarms } from '../alarms/collection';
import { alarmDevices } from '../alarms/push/collection';
import { callBacks } from '../callBacks/collection';
import { organisationCollection, serviceCollection } from '../directory/collection';
import { handoffs } from '../handoffs/collection';
import { lookers } from '../handoffs/lookers';
import { erasures } from '../privacy/collection';
import { promises } from '../promises/collection';
import { referralCollection, referralLinkCollection } from '../referrals/collection';
import { rotaCollection } from '../rota/collection';
import { jobs } from '../work/collection';
import { conversations, messages } from './collections/conversations';
import { deadLetters } from './collections/deadLetters';
import { guesses } from './collections/guesses';
import { media, mediaParts } from './collections/media';
import { consents, people } from './collections/people';
import { addresses, inbox, outgoingMessages } from './collections/phone';
import { references } from './collections/references';
import { audit, auditHead, outcomes } from './collections/running';
import { risks } from './collections/safety';
import { staff, staffSessions } from './collections/staff';
import type { CollectionDefinition } from './definition';

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
