/** Writes a sample partner out in full from a short description, so the list beside this stays readable. */
import type { Need } from '../../../dialogs/types';
import type { Adjustment } from '../../../dialogs/vocabulary';
import type { Area, Capacity } from '../../routing/offer';
import { type Directory, organisationRecord, serviceRecord } from '../record';
import type { ServiceType } from '../vocabulary';

/** One thing a sample partner does, in short. Hours are "MO,TU 10:00-16:00". */
export interface SampleService {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly types: readonly ServiceType[];
  readonly needs: readonly Need[];
  readonly alsoHelps?: readonly Need[];
  readonly areas: readonly Area[];
  readonly hours: readonly string[];
  readonly ages?: readonly [number, number | null];
  readonly cost?: string;
  readonly access?: readonly Adjustment[];
  readonly rungs: readonly number[];
  readonly dayOne: string;
  readonly whoMeetsYou: string;
  readonly quietSafe: boolean;
  readonly anyone?: boolean;
  readonly capacity?: 'accepting' | 'full' | 'unknown' | { readonly fromInDays: number };
}

/** One invented organisation. `phone` is from the range Ofcom keeps for drama; mail goes to example.org. */
export interface SamplePartner {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly phone: string;
  readonly services: readonly SampleService[];
}

/** How long a sample answer about places stays good, in days. */
const GOOD_FOR = 90;

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function places(it: SampleService, today: string): Capacity {
  const said = it.capacity ?? 'accepting';
  const until = daysAfter(today, GOOD_FOR);
  return typeof said === 'string'
    ? { state: said, from: null, until }
    : { state: 'from', from: daysAfter(today, said.fromInDays), until };
}

function term(serviceId: string, kind: string, id: string, name: string) {
  return {
    id: `${serviceId}-${kind}-${id}`,
    link_type: kind,
    taxonomy_term: { id, name, description: name },
  };
}

function opening(serviceId: string, said: string, at: number) {
  const [byday = '', hours = ''] = said.split(' ');
  const [opens_at = '', closes_at = ''] = hours.split('-');
  return { id: `${serviceId}-hours-${at + 1}`, freq: 'WEEKLY', byday, opens_at, closes_at };
}

function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}

/** Left out rather than undefined: a database takes undefined for null. */
function ages({ ages: said }: SampleService) {
  if (said === undefined) return {};
  const [minimum_age, maximum_age] = said;
  return maximum_age === null ? { minimum_age } : { minimum_age, maximum_age };
}

function serviceOf(partner: SamplePartner, it: SampleService, today: string) {
  const id = `sample-${it.id}`;
  return serviceRecord.parse({
    id,
    rev: 1,
    sample: true,
    capacity: places(it, today),
    welcome: {
      quietSafe: it.quietSafe,
      anyone: it.anyone ?? false,
      rungs: it.rungs,
      dayOne: it.dayOne,
      whoMeetsYou: it.whoMeetsYou,
    },
    service: {
      id,
      organization_id: `sample-${partner.id}`,
      name: it.name,
      status: 'active',
      description: it.about,
      url: `https://${partner.id}.example.org/${it.id}`,
      email: `${partner.id}@example.org`,
      ...ages(it),
      last_modified: `${today}T09:00:00Z`,
      schedules: it.hours.map((said, at) => opening(id, said, at)),
      service_areas: it.areas.map((name) => ({ id: `${id}-area-${name}`, name })),
      cost_options: [{ id: `${id}-cost`, option: it.cost ?? 'Free', ...(it.cost === undefined ? { amount: 0 } : {}) }],
      contacts: [{ id: `${id}-contact`, name: it.whoMeetsYou, phones: [{ id: `${id}-phone`, number: partner.phone }] }],
      attributes: [
        ...it.types.map((name) => term(id, 'service_type', slug(name), name)),
        ...it.needs.map((name) => term(id, 'need', name, name)),
        ...(it.alsoHelps ?? []).map((name) => term(id, 'also_helps', name, name)),
        ...(it.access ?? []).map((name) => term(id, 'access', name, name)),
      ],
    },
  });
}

/** Full directory records for some sample partners, as fresh on `today` (YYYY-MM-DD). Throws when a description is wrong. */
export function writeOut(partners: readonly SamplePartner[], today: string): Directory {
  return {
    organisations: partners.map((partner) =>
      organisationRecord.parse({
        id: `sample-${partner.id}`,
        rev: 1,
        sample: true,
        organization: {
          id: `sample-${partner.id}`,
          name: partner.name,
          description: partner.about,
          email: `${partner.id}@example.org`,
          website: `https://${partner.id}.example.org`,
        },
        delivery: { method: 'email', email: `${partner.id}@example.org` },
      }),
    ),
    services: partners.flatMap((partner) => partner.services.map((it) => serviceOf(partner, it, today))),
  };
}
