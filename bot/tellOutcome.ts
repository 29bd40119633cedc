/** What a partner did is told to the person it is about, once. */
import type { Happening } from '../dialogs/types';
import type { Services } from '../services/index';

export type TellOutcome = (happening: Happening, conversationId: string) => Promise<void>;

export const tellOutcomeBy =
  ({ happen }: Pick<Services['conversation'], 'happen'>): TellOutcome =>
  async (happening, conversationId) => {
    const key = happening.name === 'referralMoved' ? `referral:${happening.ref}:${happening.step}` : happening.name;
    await happen(conversationId, key, happening);
  };
