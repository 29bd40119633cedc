/** What a partner did is told to the person it is about, once. */
import type { Happening } from '../dialogs/types';
import type { Services } from '../services/index';

export type TellOutcome = (happening: Happening, conversationId: string) => Promise<void>;

export const tellOutcomeBy =
  ({ conversation, promises }: Pick<Services, 'conversation' | 'promises'>): TellOutcome =>
  async (happening, conversationId) => {
    const key = happening.name === 'referralMoved' ? `referral:${happening.ref}:${happening.step}` : happening.name;
    // the partner's answer keeps what was promised for them
    if (happening.name === 'referralMoved') await promises.referralMoved(conversationId);
    await conversation.happen(conversationId, key, happening);
  };
