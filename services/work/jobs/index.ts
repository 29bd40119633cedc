/** The registry: every kind of job there is. A new one is one file and one line. */
import type { JobKind } from '../job';
import type { JobPorts } from '../ports';
import { alarm } from './alarm';
import { checkIn } from './checkIn';
import { effects } from './effects';
import { erasure } from './erasure';
import { handoffs } from './handoffs';
import { introduction } from './introduction';
import { media } from './media';
import { promises } from './promises';
import { referrals } from './referrals';
import { retention } from './retention';
import { riskSilence } from './riskSilence';
import { silence } from './silence';
import { stuckEffect } from './stuckEffect';
import { unrungAlarms } from './unrungAlarms';

export const jobKinds: readonly JobKind<JobPorts>[] = [
  alarm,
  unrungAlarms,
  handoffs,
  promises,
  riskSilence,
  checkIn,
  silence,
  introduction,
  effects,
  stuckEffect,
  referrals,
  media,
  erasure,
  retention,
];
