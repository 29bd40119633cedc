/** Why a person is wanted, and who may see and take it (guide.md 2.2, 2.3). */
import type { Level } from '../../dialogs/types';
import type { Role } from '../store/collections/roles';
import type { Handoff } from './handoff';

/** One of our staff, as far as a handoff must know. */
export interface Staff {
  readonly id: string;
  /** as people are told it */
  readonly name: string;
  readonly roles: readonly Role[];
}

/** The same at this moment, by the rota and by their session. */
export interface StaffNow extends Staff {
  readonly onShift: boolean;
  readonly signedIn: boolean;
  /** when their console was last heard of, ms since 1970; 0 for never */
  readonly seenAt: number;
  /** threads they can hold at once */
  readonly room: number;
}

/** A hub of advisors elsewhere: it has its own console, and of what is said there only the end is heard. */
export const HUB: Staff = { id: 'hub', name: 'advisor hub', roles: ['advisor'] };

/** A console that says nothing for so long is taken to be away, ms. */
export const silentAfter = 45_000;
export const isHere = (one: StaffNow, at: number): boolean => one.signedIn && at - one.seenAt < silentAfter;

/**
 * Every reason the conversation gives, and what the service adds (a message that could not be sent). What is for the lead
 * is a worry about us or a child on their own, and is seen by nobody else: it may be about them.
 */
const forLead: ReadonlySet<string> = new Set(['concern', 'under16']);
export const audienceOf = (reason: string): Handoff['audience'] => (forLead.has(reason) ? 'lead' : 'team');

/** Reasons that are danger: the time to a human's acknowledgement is measured from them. */
const danger: ReadonlySet<string> = new Set(['risk', 'check', 'thirdParty', 'concern', 'under16']);
export const isDanger = (reason: string, level: Level): boolean =>
  danger.has(reason) && (level === 'P0' || level === 'P1');

const works: ReadonlySet<Role> = new Set(['advisor', 'safeguarding', 'manager']);

/** May see it, and take it. */
export function mayTake(staff: Staff, { audience }: Pick<Handoff, 'audience'>): boolean {
  if (audience === 'lead') return staff.roles.includes('safeguarding');
  return staff.roles.some((role) => works.has(role));
}

/** May take it from whoever has it. */
export function mayTakeOver(staff: Staff, handoff: Pick<Handoff, 'audience'>): boolean {
  const supervises = staff.roles.some((role) => role === 'safeguarding' || role === 'manager');
  return supervises && mayTake(staff, handoff);
}
