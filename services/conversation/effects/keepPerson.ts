/** What somebody may be looked up by is kept beside what they like to be called. */
import { z } from 'zod';
import { turnIn } from '../../store/identity';
import { KEPT } from '../../store/kept';
import { personIdOf } from '../../store/personId';
import { defineEffect } from './effect';

/** A change that meets another is made again on what that left. */
const tries = 10;

export const keepPerson = defineEffect({
  kind: 'keepPerson',
  data: z.object({ keys: z.array(z.string()).default([]) }),
  async do({ conversationId, id: effectId, at, data: { keys }, secret }, { people }) {
    const life = turnIn(effectId, conversationId)?.life;
    if (life === undefined) return;
    const id = personIdOf({ conversationId, life });
    for (let go = 0; go < tries; go += 1) {
      const known = await people.get(id);
      // done late, after a newer one: that stands
      if (known !== null && known.updatedAt >= at) return;
      const fresh = { id, name: secret || null, keys, conversationIds: [conversationId], updatedAt: at };
      const expiresAt = at + KEPT.supportRecord;
      if (known === null) {
        if (await people.add({ ...fresh, rev: 1, createdAt: at, expiresAt })) return;
      } else if (await people.replace({ ...known, ...fresh, rev: known.rev + 1, expiresAt }, known.rev)) return;
    }
    throw new Error('A person kept changing while they were written down');
  },
});
