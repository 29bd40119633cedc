/** The words of one turn, on their way to a phone. */
import type { ChannelKind } from '../../dialogs/types';
import type { Why } from '../store/collections/phone';

export interface Delivery {
  /** the effect's id: the turn's messages are named after it */
  readonly id: string;
  /** when the turn was made, ms since 1970 */
  readonly at: number;
  readonly conversationId: string;
  /** '' where the line is found by the conversation */
  readonly line: string;
  readonly channel: ChannelKind;
  readonly firstItem: number;
  readonly why: Why;
}
