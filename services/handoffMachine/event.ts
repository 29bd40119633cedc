/** Something that happened to a handoff, and what came of it. */
import type { WhyGone } from './clock';
import type { Ask, Handoff, OUTCOMES, Owner } from './handoff';
import type { Staff, StaffNow } from './reasons';

export type Outcome = (typeof OUTCOMES)[number];

/** Something that happened at a moment, ms since 1970. */
export type HandoffEvent = { readonly at: number } /** `waits`: the person was told that one of us comes now */ & (
  | { readonly name: 'asked'; readonly ask: Ask; readonly dueAt: number; readonly waits?: boolean }
  | { readonly name: 'claimed'; readonly by: Staff }
  | { readonly name: 'tookOver'; readonly by: Staff }
  /** the advisor's words were kept for the person */
  | { readonly name: 'said'; readonly by: Staff }
  /** the person wrote while one of us holds the thread */
  | { readonly name: 'heard' }
  /** the person stopped, left or was left alone: the bot has the thread again, the advisor keeps the task */
  | { readonly name: 'left'; readonly why: string }
  | { readonly name: 'handedBack'; readonly by: Staff; readonly intake: 'goesOn' | 'stays'; readonly note: string }
  | { readonly name: 'callbackAgreed'; readonly by: Staff; readonly callAt: number; readonly note: string }
  /** not reached: tried again at `nextAt` */
  | { readonly name: 'called'; readonly by: Staff; readonly reached: boolean; readonly nextAt: number }
  /** nothing is left to say; `next`: something is left to do, by one of the team and by a time */
  | {
      readonly name: 'wrappedUp';
      readonly by: Staff;
      readonly outcome: Outcome;
      readonly note: string;
      readonly next?: { readonly action: string; readonly owner: Staff; readonly dueAt: number };
    }
  /** a private note, by whoever may see it */
  | { readonly name: 'wroteNote'; readonly by: Staff; readonly words: string }
  /** the person booked a call with `by`, from a time until another, or called it off */
  | { readonly name: 'booked'; readonly by: Staff; readonly callAt: number; readonly until: number }
  | { readonly name: 'calledOff' }
  | { readonly name: 'gone'; readonly id: string; readonly why: WhyGone }
  /** a hub elsewhere took it (true), or is done with it; the conversation has heard of it already */
  | { readonly name: 'hub'; readonly has: boolean }
  /** somebody on the alarm list said they have it, behind their link */
  | { readonly name: 'seen'; readonly who: string }
  | { readonly name: 'clock'; readonly people: readonly StaffNow[]; readonly open: readonly Handoff[] }
);

/** Why not. */
export type Refusal = 'closed' | 'held' | 'notYours' | 'notForYou';
export type Moved =
  | { readonly kind: 'moved'; readonly handoff: Handoff }
  | { readonly kind: 'same'; readonly handoff: Handoff }
  /** `owner` is who has it */
  | { readonly kind: 'refused'; readonly why: Refusal; readonly owner: Owner };

export const asMoved = (before: Handoff, after: Handoff): Moved => (after === before ? same(before) : moved(after));
export const moved = (handoff: Handoff): Moved => ({ kind: 'moved', handoff });
export const same = (handoff: Handoff): Moved => ({ kind: 'same', handoff });
export const refuse = ({ owner }: Handoff, why: Refusal): Moved => ({ kind: 'refused', why, owner });
