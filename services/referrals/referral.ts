/** One introduction: who was asked to help, what the person agreed to share, where it has got to, and what happens next. */
import { z } from 'zod';
import type { HoldReason } from '../../dialogs/types';
import { SHARE_KEYS } from '../../dialogs/vocabulary';

/** The FHIR Task states we use (channel contracts 8.2). */
export const STATES = [
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'cancelled',
  'failed',
] as const;

/** Why a partner says no. `other` comes with words of their own, which only the team sees. */
export const DECLINE_REASONS = ['full', 'notEligible', 'wrongArea', 'couldNotReach', 'other'] as const;

/** Not yet: they have to know more, have a waiting list, or could not get through. */
export const HOLD_REASONS = ['moreInfo', 'waitingList', 'notReached'] as const satisfies readonly HoldReason[];

/** What has to be done next, and by the clock. */
export const NEXT_ACTIONS = ['send', 'chase', 'team', 'reroute', 'keepInTouch', 'look', 'stop'] as const;

const state = z.enum(STATES);
const by = z.enum(['person', 'partner', 'team', 'clock']);

/** A line the person agreed to pass on, exactly as they saw it. */
export const sharedLine = z.object({
  field: z.enum(SHARE_KEYS),
  label: z.string().min(1).max(60),
  value: z.string().min(1).max(1000),
});

export const referralSchema = z.object({
  id: z.string().min(1),
  rev: z.number().int().min(1),
  ref: z.string(),
  conversationId: z.string(),
  serviceId: z.string(),
  organisationId: z.string(),
  /** names and the partner's own way to be reached, frozen as the person saw them */
  partner: z.string(),
  service: z.string(),
  partnerContact: z.string(),
  need: z.string(),
  state,
  /** who has to act; kept after closing as the last who had */
  owner: z.enum(['partner', 'team']),
  /** null only once it is closed and, when they changed their mind, once the partner was asked to stop */
  nextAction: z.enum(NEXT_ACTIONS).nullable(),
  /** ms since 1970; null only when there is no next action */
  nextActionAt: z.number().int().nullable(),
  shared: z.array(sharedLine),
  /** the whole text of the screen on which they said yes */
  shownText: z.string(),
  consent: z.object({ version: z.string(), at: z.number().int(), withdrawnAt: z.number().int().nullable() }),
  /** when the partner was first written to; null until a letter has gone */
  letterAt: z.number().int().nullable(),
  declineReason: z.enum(DECLINE_REASONS).nullable(),
  /** the partner's own words, for the team only; '' when none */
  declineWords: z.string(),
  /** by when we asked for an answer, ms */
  answerDue: z.number().int(),
  /** by when the partner said they would be in touch, ms */
  promisedBy: z.number().int().nullable(),
  /** why there is no yes or no yet; null while that was not said */
  hold: z.enum(HOLD_REASONS).nullable(),
  /** the end of the day a waiting list is looked at again, ms */
  holdUntil: z.number().int().nullable(),
  /** what the partner has to know first, in their words, for the team only; '' when none */
  holdWords: z.string(),
  /** when they tried to get through (YYYY-MM-DD), and how many times */
  tried: z.object({ on: z.string(), times: z.number().int() }).nullable(),
  /** the person has been told about the state it is in now */
  told: z.boolean(),
  history: z.array(z.object({ at: z.number().int(), from: state.nullable(), to: state, by, why: z.string() })),
  createdAt: z.number().int(),
  /** when retention ends, ms */
  expiresAt: z.number().int(),
});

export type Referral = z.infer<typeof referralSchema>;
export type SharedLine = z.infer<typeof sharedLine>;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export type NextAction = (typeof NEXT_ACTIONS)[number];
type State = Referral['state'];

/** Where a referral may go from each state. Nothing comes back from a closed one. */
export const LEGAL_MOVES: Readonly<Record<State, readonly State[]>> = {
  requested: ['accepted', 'rejected', 'on-hold', 'cancelled', 'failed'],
  accepted: ['in-progress', 'on-hold', 'completed', 'cancelled', 'failed'],
  'on-hold': ['accepted', 'on-hold', 'rejected', 'in-progress', 'cancelled', 'failed'],
  'in-progress': ['on-hold', 'completed', 'cancelled', 'failed'],
  rejected: [],
  completed: [],
  cancelled: [],
  failed: [],
};

/** The step a referral waits for; null when it waits for none. */
export function stepOf({ id, nextAction, nextActionAt }: Referral) {
  return nextAction === null || nextActionAt === null ? null : { referralId: id, action: nextAction, at: nextActionAt };
}

/** It still waits for the very step it waited for then. */
export function isAt(now: Referral, then: Pick<Referral, 'nextAction' | 'nextActionAt'>): boolean {
  return now.nextAction === then.nextAction && now.nextActionAt === then.nextActionAt;
}

/** Still going: somebody has something to do. */
export function isOpen(at: State): boolean {
  return LEGAL_MOVES[at].length > 0;
}

/** Who moved it, why (a label, never words of a person), and what comes next when it stays open. */
export interface Why {
  readonly by: z.infer<typeof by>;
  readonly why: string;
  readonly next?: { readonly owner: Referral['owner']; readonly action: NextAction; readonly at: number };
}

export type Moved =
  | { readonly kind: 'moved'; readonly referral: Referral }
  | { readonly kind: 'notAllowed'; readonly from: State; readonly to: State }
  /** it would be open with nobody to act and no date: never */
  | { readonly kind: 'nothingNext' };

/** Moves a referral to another state, when that is a legal step. Pure; `now` in ms. History only ever grows. */
export function move(referral: Referral, to: State, why: Why, now: number): Moved {
  if (!LEGAL_MOVES[referral.state].includes(to)) return { kind: 'notAllowed', from: referral.state, to };
  if (isOpen(to) && why.next === undefined) return { kind: 'nothingNext' };
  return {
    kind: 'moved',
    referral: {
      ...referral,
      rev: referral.rev + 1,
      state: to,
      owner: why.next?.owner ?? referral.owner,
      nextAction: isOpen(to) ? (why.next?.action ?? null) : null,
      nextActionAt: isOpen(to) ? (why.next?.at ?? null) : null,
      told: false,
      history: [...referral.history, { at: now, from: referral.state, to, by: why.by, why: why.why }],
    },
  };
}

/** The same state with another next step, as when a partner is reminded. Pure. */
export function handOn(referral: Referral, next: NonNullable<Why['next']>): Referral {
  return {
    ...referral,
    rev: referral.rev + 1,
    owner: next.owner,
    nextAction: next.action,
    nextActionAt: next.at,
  };
}
