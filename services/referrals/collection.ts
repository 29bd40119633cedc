/** How referrals and their links are kept: which fields are sealed and which look-ups are quick. */
import { defineCollection } from '../store/definition';
import { linkSchema } from './link';
import { referralSchema } from './referral';

export const referralCollection = defineCollection({
  name: 'referrals',
  keptFor: {
    days: 365,
    why: 'support record: 12 months',
    hangsOn: { field: 'conversationId', goes: 'withoutConsent' },
  },
  schema: referralSchema,
  indexes: [
    { key: { conversationId: 1, ref: 1 }, serves: 'finding the introduction a person asks about by its number' },
    { key: { ref: 1 }, serves: 'STATUS by the number alone, from another tab or phone' },
    { key: { nextActionAt: 1 }, serves: 'finding what is overdue' },
    { key: { told: 1 }, only: { told: false }, serves: 'finding news nobody has been told yet' },
    { key: { expiresAt: 1 }, serves: 'sweeping what retention has ended for' },
  ],
  sealed: ['shared', 'shownText', 'declineWords', 'holdWords'],
});

export const referralLinkCollection = defineCollection({
  name: 'referralLinks',
  keptFor: { days: 14, why: 'the fingerprint of a link, until it runs out' },
  schema: linkSchema,
  indexes: [
    { key: { referralId: 1 }, serves: 'finding every link of a referral, to erase them with it' },
    { key: { expiresAt: 1 }, serves: 'sweeping links that ran out' },
  ],
  sealed: [],
});
