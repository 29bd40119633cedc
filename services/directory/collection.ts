/** How the directory is kept: two collections, nothing in them about anyone who asks for help. */
import { defineCollection } from '../store/definition';
import { organisationRecord, serviceRecord } from './record';

export const organisationCollection = defineCollection({
  name: 'organisations',
  keptFor: { days: 'ever', why: 'partners, not people' },
  schema: organisationRecord,
  indexes: [],
  sealed: [],
});

export const serviceCollection = defineCollection({
  name: 'services',
  keptFor: { days: 'ever', why: 'partners, not people' },
  schema: serviceRecord,
  indexes: [{ key: { 'service.organization_id': 1 }, serves: 'finding what an organisation does' }],
  sealed: [],
});
