/** Somebody on a phone who said these words, and the staff pages with their record. */
import { randomUUID } from 'node:crypto';
import { createAssisted } from '../../../services/assisted/assisted';
import { sampleSettings } from '../../../services/calendar/world';
import {
  corrections as correctionCollection,
  correctionCounts,
  rewrites,
} from '../../../services/corrections/collection';
import { createCorrections } from '../../../services/corrections/corrections';
import { createOverview } from '../../../services/overview/overview';
import { createPeople } from '../../../services/people/people';
import { createSearch } from '../../../services/people/search';
import { erasures as erasureCollection } from '../../../services/privacy/collection';
import { createErasures } from '../../../services/privacy/erasures';
import { createExports } from '../../../services/privacy/exports';
import { createKeeping } from '../../../services/promises/keeping';
import { createRisks } from '../../../services/risks/risks';
import type { Role } from '../../../services/store/collections/roles';
import { createMemoryRecords } from '../../../services/store/memory/records';
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
  const people = createPeople(parts);
  const risks = createRisks(parts);
  const learned = {
    corrections: createMemoryRecords(correctionCollection),
    correctionCounts: createMemoryRecords(correctionCounts),
    rewrites: createMemoryRecords(rewrites),
  };
  const corrections = createCorrections({ ...parts, ...learned, risks });
  const erased: string[] = [];
  const told: string[] = [];
  const erasures = createErasures({
    ...parts,
    ...phone.kept,
    erasures: createMemoryRecords(erasureCollection),
    withdraw: async (_id, ref) => void told.push(ref),
    erase: async ({ conversationId: id }) => {
      erased.push(id);
      await phone.store.forget(id);
      return { conversations: 1, consents: 2 };
    },
    later: async (id) => void (await erasures.carryOut(id)),
  });
  const server = await staffServer({
    overview: createOverview({
      handoffs: phone.kept.handoffs,
      promises: createKeeping(phone.kept.promises),
      acknowledgedSince: phone.team.acknowledgedSince,
      team: async () => phone.staff.now,
      corrected: corrections.counts,
      now: phone.now,
    }),
    assisted: createAssisted({ ...parts, conversation: phone.service, outcomes: phone.kept.outcomes }),
    exports: createExports({ ...parts, people, corrections: learned.corrections }),
    erasures,
    desk: { handoffs: phone.team, now: phone.now },
    promised: phone.kept.promises,
    people: { ...people, ...createSearch({ ...parts, hash }) },
    risks,
    corrections,
  });
  for (const said of ['hi', 'yes', 'yes', 'yes', ...words]) await phone.says(said);
  const conversationId = await phone.conversationOf();
  const life = (await phone.store.look(conversationId))?.life ?? '';
  const at = `/advisor/people/${encodeURIComponent(`${conversationId}:${life}`)}`;
  const as = (name: string, ...roles: [Role, ...Role[]]) => server.as(roles, 'in', `${name}@win.example.org`, name);
  return {
    phone,
    as,
    at,
    audited,
    learned,
    corrections,
    conversationId,
    life,
    erased,
    told,
    erasures,
    stop: server.stop,
  };
}
