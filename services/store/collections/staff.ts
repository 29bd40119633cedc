/** Who works here: accounts and how each signs in, and the sessions of those who did. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { moment } from './conversationState';
import { ROLES } from './roles';

const id = z.string().min(1);
const rev = z.number().int().min(1);
const maybe = z.string().nullable();
const when = moment.nullable();

/** A way in that a device holds: its public half. */
const passkey = z.object({
  id,
  publicKey: z.string(),
  counter: z.number().int().min(0),
  transports: z.array(z.string()),
  /** what its owner calls it */
  label: z.string(),
  addedAt: moment,
  usedAt: when,
});

export const staff = defineCollection({
  name: 'staff',
  keptFor: { days: 730, why: 'accounts of the team: two years after one is closed, so that the audit can be read' },
  schema: z.object({
    /** made of the e-mail by a keyed hash: one address, one account */
    id,
    rev,
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(ROLES)).min(1),
    /** whose referrals a partner sees */
    organisationId: maybe,
    state: z.enum(['open', 'closed']),
    /** invented, on a development machine: the only kind a one-time link signs in */
    sample: z.boolean(),
    /** goes up when a role changes, the account is closed or a way in is taken away: sessions of an older one are over */
    epoch: z.number().int().min(1),
    /** argon2id, as its own text */
    password: maybe,
    /** until then the password alone lets its owner in to add a second way, and nowhere else */
    setUpUntil: when,
    /** the secret of an authenticator app */
    codeSecret: maybe,
    /** the last step a code was taken for: none is taken twice */
    codeStep: z.number().int().min(0),
    passkeys: z.array(passkey),
    /** what its owner's organisation knows them by, from their first sign-in that way on: nobody else's account of that name opens it */
    oidcSubject: maybe.default(null),
    createdAt: moment,
    changedAt: moment,
    /** null while it is open */
    expiresAt: when,
  }),
  indexes: [
    { key: { 'passkeys.id': 1 }, serves: 'Whose passkey is this?' },
    { key: { state: 1, createdAt: 1 }, serves: 'Who works here, for an admin?' },
    { key: { expiresAt: 1 }, serves: 'Which accounts were closed long ago?' },
  ],
  sealed: ['name', 'email', 'password', 'codeSecret', 'passkeys.label', 'oidcSubject'],
});
export type Staff = z.infer<typeof staff.schema>;
export type Passkey = Staff['passkeys'][number];

export const staffSessions = defineCollection({
  name: 'staffSessions',
  keptFor: { days: 30, why: 'who was signed in when, to look back after a theft' },
  schema: z.object({
    /** a keyed hash of what the browser holds: what is kept here signs nobody in */
    id,
    rev,
    staffId: z.string(),
    epoch: z.number().int().min(1),
    /** `half`: the second way is still to come. `setUp`: there is none yet, and adding one is all that is open */
    stage: z.enum(['half', 'setUp', 'in']),
    by: z.enum(['password', 'code', 'passkey', 'link', 'oidc']),
    createdAt: moment,
    seenAt: moment,
    /** when its pages were last heard of, by a page that is open or by hand; ahead of now where a page without a script is read */
    hereAt: moment.default(0),
    /** signed in, and said that they are away */
    away: z.boolean().default(false),
    /** over by then, however busy it is */
    endsAt: moment,
    endedAt: when,
    /** wrong codes so far, at stage `half` */
    wrong: z.number().int().min(0),
    /** the secret of an authenticator app that is being added */
    pending: maybe,
    /** which browser, as its owner would know it */
    device: z.string(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { staffId: 1, createdAt: -1 }, serves: 'Where is this person signed in?' },
    { key: { endsAt: 1 }, serves: 'Who of the team is signed in now?' },
    { key: { expiresAt: 1 }, serves: 'Which sessions are past their retention?' },
  ],
  sealed: ['pending', 'device'],
});
export type StaffSession = z.infer<typeof staffSessions.schema>;
