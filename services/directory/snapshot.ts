/** Turns directory records into the plain offers that matching looks at. */
import { z } from 'zod';
import { ADJUSTMENTS, NEEDS } from '../../dialogs/vocabulary';
import type { DirectorySnapshot, Offer } from '../routing/offer';
import type { Directory, OrganisationRecord, ServiceRecord } from './record';
import { AREAS } from './vocabulary';

const need = z.enum(NEEDS);
const area = z.enum(AREAS);
const adjustment = z.enum(ADJUSTMENTS);
const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The terms of one taxonomy; a word we do not know is left aside, because feeds carry many. */
function terms<T>(record: ServiceRecord, linkType: string, known: z.ZodType<T>): readonly T[] {
  return record.service.attributes
    .filter((it) => it.link_type === linkType)
    .map((it) => known.safeParse(it.taxonomy_term.id))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []));
}

function offerOf(record: ServiceRecord, organisation: OrganisationRecord): Offer {
  const { service, welcome } = record;
  const phone = service.contacts[0]?.phones[0]?.number;
  return {
    serviceId: record.id,
    organisationId: organisation.id,
    partner: organisation.organization.name,
    service: service.name,
    needs: terms(record, 'need', need),
    alsoHelps: terms(record, 'also_helps', need),
    anyone: welcome.anyone,
    areas: service.service_areas.flatMap((it) => {
      const parsed = area.safeParse(it.name);
      return parsed.success ? [parsed.data] : [];
    }),
    minimumAge: service.minimum_age ?? null,
    maximumAge: service.maximum_age ?? null,
    rungs: welcome.rungs,
    adjustments: terms(record, 'access', adjustment),
    quietSafe: welcome.quietSafe,
    dayOne: welcome.dayOne,
    whoMeetsYou: welcome.whoMeetsYou,
    cost: service.cost_options[0]?.option ?? '',
    hours: service.schedules.map((it) => ({
      days: it.byday.split(',').map((code) => DAY_CODES.indexOf(code) + 1),
      opens: it.opens_at,
      closes: it.closes_at,
    })),
    capacity: record.capacity,
    contact: phone ?? service.email ?? organisation.organization.email,
  };
}

/** Offers of every active service whose organisation we know. */
export function snapshotOf(directory: Directory): DirectorySnapshot {
  const organisations = new Map(directory.organisations.map((it) => [it.id, it]));
  return {
    offers: directory.services
      .filter((it) => it.service.status === 'active')
      .flatMap((record) => {
        const organisation = organisations.get(record.service.organization_id);
        return organisation === undefined ? [] : [offerOf(record, organisation)];
      }),
  };
}
