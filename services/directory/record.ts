/** What the directory keeps: an organisation or a service, with what we add to the feed kept apart from it. */
import { z } from 'zod';
import { capacity, organization, service } from './openReferral';

/** GSM-7 letters, so a line fits a plain text message. */
const plainWords = z.string().regex(/^[A-Za-z0-9 .,:;'"!?()&/@%+=*_-]*$/);

export const organisationRecord = z.object({
  id: z.string().min(1),
  rev: z.number().int().min(1),
  sample: z.boolean(),
  organization,
  /** how an introduction reaches them; more ways come later */
  delivery: z.object({ method: z.literal('email'), email: z.email() }),
});

export const serviceRecord = z.object({
  id: z.string().min(1),
  rev: z.number().int().min(1),
  sample: z.boolean(),
  service,
  capacity,
  welcome: z.object({
    quietSafe: z.boolean(),
    /** a good first door for somebody who cannot name a need yet */
    anyone: z.boolean(),
    rungs: z.array(z.number().int().min(1).max(5)).min(1),
    dayOne: plainWords.min(1).max(44),
    whoMeetsYou: plainWords.min(1).max(40),
  }),
});

export type OrganisationRecord = z.infer<typeof organisationRecord>;
export type ServiceRecord = z.infer<typeof serviceRecord>;

/** Both kinds together, as seeded or read. */
export interface Directory {
  readonly organisations: readonly OrganisationRecord[];
  readonly services: readonly ServiceRecord[];
}
