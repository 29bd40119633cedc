/** What jobs do their work with: one handful of ports, handed to every kind. */
import type { Happening } from '../../dialogs/types';
import type { News } from '../referrals/deps';
import type { Referrals } from '../referrals/referrals';

export interface JobPorts {
  /** tells a conversation that something happened; the same key does it once */
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<unknown>;
  /** does effects a crash left undone; how many were found */
  readonly sweepEffects: () => Promise<number>;
  /** one try of an effect that had failed again and again; throws when it fails once more */
  readonly redoEffect: (conversationId: string, effectId: string) => Promise<void>;
  readonly referrals: Pick<Referrals, 'chase' | 'untold' | 'step'>;
  /** tells a person the news of an introduction, once */
  readonly tellNews: (news: News) => Promise<void>;
  /** rings an alarm; when to ring again (ms since 1970), or null when somebody has it */
  readonly ringAlarm: (alarmId: string) => Promise<number | null>;
  /** puts alarms that were raised and never rang on the queue again; how many */
  readonly queueUnrung: () => Promise<number>;
  /** the clocks of handoffs */
  readonly lookAtHandoffs: () => Promise<void>;
  /** the clocks of promises */
  readonly lookAtPromises: () => Promise<void>;
  /** fetches the files people sent, and has their carriers delete theirs */
  readonly fetchMedia: () => Promise<number>;
  /** forgets what is past its time at a moment (ms); how many records, by collection */
  readonly sweepExpired: (at: number) => Promise<unknown>;
  /** erases what two of us agreed on (services/privacy); false while partners are still to be told */
  readonly erase: (erasureId: string) => Promise<boolean>;
  /** false while the machine's clock cannot be trusted: nothing may be deleted by it */
  readonly clockSane: () => boolean;
}
