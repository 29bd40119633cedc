/** How the team is asked for somebody, and told what became of the thread one of them holds. */
import type { Level } from '../../dialogs/types';

/** A person is needed. The same `id` twice is one asking. */
export interface Needed {
  readonly id: string;
  readonly conversationId: string;
  readonly reason: string;
  readonly level: Level;
  /** ms since 1970 */
  readonly at: number;
  /** by when the person was told somebody acts, ms; 0 where nothing was said */
  readonly dueAt: number;
  /** the risk it is about; '' for none */
  readonly riskId?: string;
  /** the person was told that one of us comes now */
  readonly waits?: boolean;
  /** the same id at another moment of the day is the same asking */
  readonly daily?: boolean;
}
/** Sees to it that a person of the team is asked, once. Throws StoreDown, or RecordDiffers where the id is of something else. */
export type NeedPerson = (needed: Needed) => Promise<void>;

/** What became of a thread that one of the team holds, at a moment in ms. */
export interface HolderNews {
  readonly handoffId: string;
  readonly claim: number;
  readonly what: 'heard' | 'said' | 'left';
  readonly why: string;
  readonly at: number;
}
