/** The directory in use: read from the store now and then, kept ready so that matching never waits. */
import type { DirectorySnapshot } from '../routing/offer';
import type { Records } from '../store/ports';
import type { Directory, OrganisationRecord, ServiceRecord } from './record';
import { snapshotOf } from './snapshot';

/** More than the two towns will ever have; past this the directory needs another way of matching. */
const MOST = 5_000;

export interface DirectoryStores {
  readonly organisations: Records<OrganisationRecord>;
  readonly services: Records<ServiceRecord>;
}

/** Where an introduction for a service goes. */
export interface PartnerAddress {
  readonly organisationId: string;
  readonly partner: string;
  readonly service: string;
  readonly email: string;
  readonly contact: string;
}

export interface OpenDirectory {
  /** every offer as last read; empty before the first reading */
  snapshot(): DirectorySnapshot;
  /** reads it again; on a store that does not answer the last reading stays and this throws */
  refresh(): Promise<void>;
  /** null when the service or its organisation is gone */
  addressOf(serviceId: string): Promise<PartnerAddress | null>;
}

/** The directory on its stores. Call `refresh` once before use. */
export function openDirectory(stores: DirectoryStores): OpenDirectory {
  let offers: DirectorySnapshot = { offers: [] };
  return {
    snapshot: () => offers,
    async refresh() {
      const [organisations, services] = await Promise.all([
        stores.organisations.find({}, MOST),
        stores.services.find({}, MOST),
      ]);
      offers = snapshotOf({ organisations, services });
    },
    async addressOf(serviceId) {
      const service = await stores.services.get(serviceId);
      const organisation = service === null ? null : await stores.organisations.get(service.service.organization_id);
      if (service === null || organisation === null) return null;
      const offer = snapshotOf({ organisations: [organisation], services: [service] }).offers[0];
      return {
        organisationId: organisation.id,
        partner: organisation.organization.name,
        service: service.service.name,
        email: organisation.delivery.email,
        contact: offer?.contact ?? organisation.organization.email,
      };
    },
  };
}

/**
 * Puts the sample partners in a directory that has none but them; never beside real ones and never in production (`production` true
 * throws). Returns how many services were added. Doing it twice changes nothing.
 */
export async function seedSampleDirectory(
  stores: DirectoryStores,
  sample: Directory,
  production: boolean,
): Promise<number> {
  if (production) throw new Error('Sample partners never go into a production directory');
  const already = await stores.services.find({}, MOST);
  if (already.some((record) => !record.sample)) return 0;
  // organisations first, so a service never stands there without one; what a crash left out is added next time
  await Promise.all(sample.organisations.map((record) => stores.organisations.add(record)));
  const added = await Promise.all(sample.services.map((record) => stores.services.add(record)));
  return added.filter(Boolean).length;
}
