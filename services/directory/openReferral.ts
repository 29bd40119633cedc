/** Organisations and services in the shape of Open Referral UK (HSDS 3), only the fields we use now. */
import { z } from 'zod';

const id = z.string().min(1).max(200);
const date = z.iso.date();
const time = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);

/** HSDS organization. */
export const organization = z.object({
  id,
  name: z.string().min(1).max(120),
  description: z.string().min(1).max(1000),
  email: z.email(),
  website: z.url().optional(),
});

/** HSDS schedule: WEEKLY, with byday as "MO,TU". */
export const schedule = z.object({
  id,
  freq: z.literal('WEEKLY'),
  byday: z.string().regex(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/),
  opens_at: time,
  closes_at: time,
  description: z.string().max(200).optional(),
});

/** HSDS attribute: what a service is about, as a term of a taxonomy; `link_type` says which taxonomy. */
export const attribute = z.object({
  id,
  link_type: z.enum(['service_type', 'need', 'also_helps', 'access']),
  taxonomy_term: z.object({ id, name: z.string().min(1), description: z.string() }),
});

/** HSDS service. */
export const service = z.object({
  id,
  organization_id: id,
  name: z.string().min(1).max(60),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  description: z.string().min(1).max(1000),
  url: z.url().optional(),
  email: z.email().optional(),
  minimum_age: z.number().int().min(0).max(120).optional(),
  maximum_age: z.number().int().min(0).max(120).optional(),
  last_modified: z.iso.datetime(),
  schedules: z.array(schedule),
  service_areas: z.array(z.object({ id, name: z.string().min(1) })).min(1),
  cost_options: z.array(z.object({ id, option: z.string().min(1).max(40), amount: z.number().min(0).optional() })),
  contacts: z.array(z.object({ id, name: z.string().min(1), phones: z.array(z.object({ id, number: z.string() })) })),
  attributes: z.array(attribute),
});

/** Capacity, kept apart from the feed because it is ours and goes out of date. */
export const capacity = z.object({
  state: z.enum(['accepting', 'from', 'full', 'unknown']),
  from: date.nullable(),
  until: date,
});
