/** A small network for tests: the sample directory and introductions in memory, with a clock and a post we can look at. */
import { createHmac, randomBytes } from 'node:crypto';
import { momentOf } from '../../../services/calendar/moment';
import { teamAt } from '../../../services/calendar/team';
import type { Letter, Sent } from '../../../services/delivery/letter';
import { organisationCollection, serviceCollection } from '../../../services/directory/collection';
import { type DirectoryStores, openDirectory, seedSampleDirectory } from '../../../services/directory/directory';
import { sampleDirectory } from '../../../services/directory/sample/sampleDirectory';
import { referralCollection, referralLinkCollection } from '../../../services/referrals/collection';
import type { NewReferral } from '../../../services/referrals/create';
import type { ReferralsDeps } from '../../../services/referrals/deps';
import { tokenMaker } from '../../../services/referrals/link';
import { createReferrals, type Referrals } from '../../../services/referrals/referrals';
import { createMemoryRecords } from '../../../services/store/memory/records';

/** Monday 23 November 2026, 10 in the morning in Scotland. */
export const MONDAY_AT_TEN = Date.UTC(2026, 10, 23, 10);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What Maya agreed to. */
export const MAYA: NewReferral = {
  id: 'conversation-1:9:0',
  ref: 'WIN-7F3K4',
  conversationId: 'conversation-1',
  serviceId: 'sample-otter-talk',
  need: 'mental_health',
  shared: [
    { field: 'name', label: 'Name to use', value: 'Maya' },
    { field: 'contact', label: 'How to reach her', value: 'Text 07700 900123' },
    { field: 'need', label: 'Would like help with', value: 'how she feels' },
    { field: 'when', label: 'Good time', value: 'Mornings are best' },
    { field: 'texts', label: 'In a text', value: 'Text only, never call.' },
  ],
  shownText: 'This is all Otter Steps would see: Maya, text 07700 900123, how you feel',
  consent: { version: 'SHARE-1.0', at: MONDAY_AT_TEN - 60_000 },
};

export type Stores = DirectoryStores & Pick<ReferralsDeps, 'referrals' | 'links'>;

export function memoryStores(): Stores {
  return {
    organisations: createMemoryRecords(organisationCollection),
    services: createMemoryRecords(serviceCollection),
    referrals: createMemoryRecords(referralCollection),
    links: createMemoryRecords(referralLinkCollection),
  };
}

/** Everything wired on some stores. `post` answers each letter; letters sent are in `letters`. */
export async function aNetwork(
  stores: Stores = memoryStores(),
  post: (letter: Letter) => Sent = () => ({ kind: 'delivered' }),
) {
  let now = MONDAY_AT_TEN;
  const letters: Letter[] = [];
  await seedSampleDirectory(stores, sampleDirectory('2026-11-23'), false);
  const directory = openDirectory(stores);
  await directory.refresh();
  const key = randomBytes(32);
  const deps: ReferralsDeps = {
    referrals: stores.referrals,
    links: stores.links,
    addressOf: directory.addressOf,
    send: async (letter) => {
      letters.push(letter);
      return post(letter);
    },
    phone: '01632 960 100',
    publicUrl: 'https://win.example',
    clock: () => now,
    tokenFor: tokenMaker((purpose, value) =>
      createHmac('sha256', key).update(`${purpose}|${value}`).digest('base64url'),
    ),
    later: (step) => referrals.step(step),
    workingDay: (days, from) => teamAt(momentOf(from)).workingDay[days],
  };
  const referrals: Referrals = createReferrals(deps);
  return {
    stores,
    directory,
    deps,
    referrals,
    letters,
    /** the token in the newest letter that has one */
    token: () =>
      [...letters]
        .reverse()
        .find((letter) => letter.link !== null)
        ?.link?.split('/r/')[1] ?? '',
    wait: (ms: number) => {
      now += ms;
    },
    now: () => now,
  };
}
