/** The contract of every renderer: what the conversation said in one turn, as messages a phone can show. */
import type { Reply } from '../../dialogs/content/words';
import type { Outgoing } from '../../services/contact/carrier';

/** In order, every limit of the channel kept, not a word left out. Replies without words give no message. Pure; never throws. */
export type Renderer = (replies: readonly Reply[]) => readonly Outgoing[];
