/** The shape of a remembered conversation as it is read back from the database, checked before it is believed. */
import { z } from 'zod';
import { EFFECT_KINDS, NEEDS } from '../../../dialogs/vocabulary';

const need = z.enum(NEEDS);

export const level = z.enum(['P0', 'P1', 'P2', 'P3', 'P4']);
export const channelKind = z.enum(['web', 'sms', 'whatsapp', 'phone']);
export const contactMode = z.enum(['OPEN', 'QUIET', 'STOPPED']);
/** ms since 1970 */
export const moment = z.number();

export const riskCategory = z.enum([
  'suicide_act',
  'suicide_thoughts',
  'self_harm',
  'danger_now',
  'domestic_abuse',
  'phone_not_theirs',
  'child_at_risk',
  'harm_to_others',
  'medical_emergency',
  'self_neglect',
  'exploitation',
  'psychosis_distress',
  'no_shelter_tonight',
  'no_food_or_heat',
  'concern_about_us',
]);

const referralState = z.enum([
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'cancelled',
  'failed',
]);

const answer = z.looseObject({
  n: z.number(),
  at: moment,
  choices: z.array(z.string()),
  skipped: z.boolean(),
  message: z.string(),
});

const option = z.looseObject({
  serviceId: z.string(),
  partner: z.string(),
  service: z.string(),
  line: z.string(),
  reasons: z.array(z.string()),
  contact: z.string(),
  need,
});

const referralKnown = z.looseObject({
  ref: z.string(),
  serviceId: z.string(),
  partner: z.string(),
  state: referralState,
  dueAt: moment.default(0),
  contact: z.string().default(''),
  hold: z.enum(['moreInfo', 'waitingList', 'notReached']).nullable().default(null),
  need,
});

/** Without `secrets`, which are sealed one by one. Loose, so a field added by a newer version is not lost by an older. */
export const openState = z.looseObject({
  version: z.literal(1),
  channel: channelKind,
  mode: z.enum(['bot', 'waiting', 'advisor', 'finished']),
  contact: contactMode,
  turns: z.number(),
  answers: z.record(z.string(), answer),
  asked: z.looseObject({ key: z.string(), at: moment, message: z.string(), misses: z.number() }).nullable(),
  journeyKey: z.string().nullable().default(null),
  agenda: z.array(z.string()),
  needs: z.array(need),
  options: z.array(option),
  // fields that came later have a default, so conversations from before open as well
  matched: z.boolean().default(false),
  declined: z.array(z.string()),
  struck: z.array(z.string()).default([]),
  referrals: z.array(referralKnown),
  safety: z
    .looseObject({ category: riskCategory, level, riskId: z.string(), since: moment, holds: z.boolean() })
    .nullable(),
  unease: z.number().default(0),
  checks: z
    .array(
      z.looseObject({
        category: riskCategory,
        level,
        rule: z.string(),
        aboutOther: z.boolean(),
        young: z.boolean(),
        at: moment,
        answer: z.enum(['open', 'ok', 'danger']),
      }),
    )
    .default([]),
  handoff: z.looseObject({ reason: z.string(), level, dueAt: moment.default(0), toldBy: moment.default(0) }).nullable(),
  call: z
    .looseObject({ id: z.string(), person: z.string(), by: moment, from: moment.nullable().default(null) })
    .nullable()
    .default(null),
  sorry: z
    .looseObject({ kind: z.enum(['callBack', 'answer']), was: moment })
    .nullable()
    .default(null),
  thread: z.looseObject({ id: z.string(), claim: z.number() }).nullable().default(null),
  paused: z.boolean(),
  news: z.number().default(0),
  repliedSinceStop: z.boolean().default(false),
  locked: z.boolean().default(false),
  left: z.boolean().default(false),
  leftAt: z.number().default(0),
  byText: z.enum(['asked', 'yes']).nullable().default(null),
  askedFor: z.string().nullable().default(null),
  lastHeardAt: moment,
  nudges: z.number(),
  filesSince: moment.nullable().default(null),
  conduct: z.number(),
  codeWordHash: z.string().nullable(),
});

export const effectKind = z.enum(EFFECT_KINDS);

const reply = z.object({
  parts: z.array(z.object({ id: z.string(), params: z.record(z.string(), z.string()) })),
  choices: z.array(z.object({ id: z.string(), label: z.string(), line: z.string().optional() })),
  many: z.boolean(),
  from: z.enum(['bot', 'advisor']),
  toGo: z.number(),
});

/** The words of one turn: sealed together as one value. */
export const turnWords = z.object({ said: z.string().nullable(), replies: z.array(reply) });
