/** The fixed words of the directory: kinds of service, areas and what makes joining in easier. */
import type { Area } from '../routing/offer';

/** taxonomy.json `partner_service_types`. */
export const SERVICE_TYPES = [
  'Information, advice and guidance',
  'Employability support',
  'Job search and job application support',
  'Voluntary work',
  'Confidence building and motivational skills',
  'Communication skills',
  'Stress and mental health awareness',
  'Functional skills and GCSE or National qualifications',
  'Vocational training',
  'Specialist support (addiction, domestic abuse, trauma, justice)',
  'Housing and homelessness',
  'Money, food and energy',
  'Drop-in and peer groups',
  'Peer mentoring',
  'Family and caring',
  'Digital access and device loan',
] as const;

export const AREAS = ['blantyre', 'rutherglen', 'south_lanarkshire', 'online'] as const satisfies readonly Area[];

export type ServiceType = (typeof SERVICE_TYPES)[number];
