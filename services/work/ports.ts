/** What jobs do their work with: one handful of ports, handed to every kind. */
import type { Happening } from '../../dialogs/types';

export interface JobPorts {
  /** tells a conversation that something happened; the same key does it once */
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<unknown>;
  /** does effects a crash left undone; how many were found */
  readonly sweepEffects: () => Promise<number>;
  /** moves every overdue introduction on one step and tells people their news */
  readonly chaseReferrals: () => Promise<unknown>;
  /** fetches the files people sent, and has their carriers delete theirs */
  readonly fetchMedia: () => Promise<number>;
  /** forgets what is past its time at a moment (ms); how many records, by collection */
  readonly sweepExpired: (at: number) => Promise<unknown>;
  /** false while the machine's clock cannot be trusted: nothing may be deleted by it */
  readonly clockSane: () => boolean;
}
