/** Somebody on a phone who said these words, and the staff pages with their record. */
import { randomUUID } from 'node:crypto';
import { sampleSettings } from '../../../services/conversation/world';
import { createPeople } from '../../../services/people/people';
import { createSearch } from '../../../services/people/search';
import { createRisks } from '../../../services/risks/risks';
import type { Role } from '../../../services/staff/roles';
import { aPhoneService, hash } from '../../unit/inbox/aPhoneService';
import { staffServer } from './staffServer';

export async function aPersonsRecord(...words: readonly string[]) {
  const phone = aPhoneService({});
  const audited: string[] = [];
  const parts = {
    store: phone.store,
    ...phone.kept,
    settings: sampleSettings,
    audit: async ({ actor, action, subject }: { actor: string; action: string; subject: string }) =>
      void audited.push(`${actor} ${action} ${subject}`),
    now: phone.now,
    newId: randomUUID,
  };
  const server = await staffServer({
    desk: { handoffs: phone.team, now: phone.now },
    promised: phone.kept.promises,
    people: { ...createPeople(parts), ...createSearch({ ...parts, hash }) },
    risks: createRisks(parts),
  });
  for (const said of ['hi', 'yes', 'yes', 'yes', ...words]) await phone.says(said);
  const conversationId = await phone.conversationOf();
  const life = (await phone.store.look(conversationId))?.life ?? '';
  const at = `/advisor/people/${encodeURIComponent(`${conversationId}:${life}`)}`;
  const as = (name: string, ...roles: [Role, ...Role[]]) => server.as(roles, 'in', `${name}@win.example.org`, name);
  return { phone, as, at, audited, conversationId, life, stop: server.stop };
}
