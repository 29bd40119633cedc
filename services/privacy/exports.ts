/** Takes out what is held on one person, for the person; who took it, and how it was checked that it is them, is in the audit first. */
import type { Done } from '../audit/audit';
import type { Correction } from '../corrections/collection';
import type { Staff } from '../handoffMachine/reasons';
import { itemsOf } from '../handoffs/thread';
import type { People } from '../people/people';
import { mayReadDanger } from '../risks/risks';
import { readPersonId } from '../store/personId';
import type { ConversationStore, Records } from '../store/ports';
import { exportOf, exportText, type Section } from './export';

export interface ExportDeps {
  readonly people: Pick<People, 'read'>;
  readonly store: Pick<ConversationStore, 'look' | 'transcript'>;
  /** what the team said of how they were heard */
  readonly corrections: Pick<Records<Correction>, 'find'>;
  /** throws StoreDown, and then nothing is taken out */
  readonly audit: (done: Done) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** How it was made sure that whoever asks is the person: never by the phone alone, for somebody else may have it. */
export const CHECKS = ['codeWord', 'inPerson', 'knownToUs', 'papers'] as const;
export type Check = (typeof CHECKS)[number];

const mostTurns = 20_000;
const mostSaid = 500;

export function createExports(deps: ExportDeps) {
  return {
    /** Null where there is no such record for this reader. */
    async take(
      staff: Staff,
      personId: string,
      checked: Check,
    ): Promise<{ readonly sections: readonly Section[]; readonly text: string } | null> {
      const record = await deps.people.read(staff, personId);
      const person = readPersonId(personId);
      if (record === null || person === null) return null;
      const { conversationId, life } = person;
      await deps.audit({
        actor: staff.id,
        action: 'personExported',
        subject: `person:${personId}`,
        detail: { checked },
      });
      const isThere = (await deps.store.look(conversationId))?.life === life;
      const turns = isThere ? await deps.store.transcript(conversationId, 0, mostTurns) : [];
      const talk = itemsOf(turns, [], staff.roles.includes('safeguarding'));
      const corrected = (await deps.corrections.find({ conversationId }, mostSaid)).filter(({ id }) =>
        id.startsWith(`${personId}:`),
      );
      const withDanger = mayReadDanger(staff, record.handoffs);
      const sections = exportOf(record, talk, { corrected, withDanger, at: deps.now() });
      return { sections, text: exportText(sections) };
    },
  };
}

export type Exports = ReturnType<typeof createExports>;
