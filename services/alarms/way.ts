/** A way an alarm reaches the team, beside mail and text. Nothing about the person goes by any of them. */
import type { AlarmWords } from '../../dialogs/content/alarms';
import type { Sent } from '../delivery/letter';
import type { Alarm } from './collection';
import type { AlarmLevel } from './policy';

export interface AlarmWay {
  readonly by: Alarm['calls'][number]['by'];
  /** Tells who stands at this place of the list, counted from 0; null where it does not lead to them. `id` is the call's own. Never throws */
  readonly call: (place: number, words: AlarmWords, id: string) => Promise<Sent | null>;
  /** The same while our records are away, with no link to stop it; null where it does not lead to them. Never throws */
  readonly unkept: (place: number, level: AlarmLevel, id: string) => Promise<Sent | null>;
}
