/** One of us fills the questions in with somebody on the phone or in the room: the same questions and the same safety, recorded as such. */
import type { Done } from '../audit/audit';
import type { createConversationService } from '../conversation/conversations';
import type { Inbound } from '../conversation/inbound';
import type { Staff } from '../handoffMachine/reasons';
import { itemsOf, type ThreadItem } from '../handoffs/thread';
import type { Outcome } from '../store/collections/running';
import { personIdOf } from '../store/personId';
import type { ConversationStore, Records, TurnRecord } from '../store/ports';

/** Where the two of them are. */
export const WAYS = ['phone', 'room'] as const;
export type Way = (typeof WAYS)[number];

export interface AssistedDeps {
  readonly conversation: Pick<ReturnType<typeof createConversationService>, 'handleTurn' | 'conversationOf'>;
  readonly store: Pick<ConversationStore, 'look' | 'transcript'>;
  readonly outcomes: Pick<Records<Outcome>, 'add'>;
  /** throws StoreDown, and then nothing is begun or said */
  readonly audit: (done: Done) => Promise<void>;
  readonly newId: () => string;
  /** ms since 1970 */
  readonly now: () => number;
}

export interface AssistedPage {
  /** the id of their record */
  readonly person: string;
  readonly items: readonly ThreadItem[];
  /** what can be picked now */
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** several of them may be picked */
  readonly many: boolean;
}

const year = 365 * 24 * 60 * 60_000;
const mostTurns = 500;
const isId = (id: string): boolean => /^[\w-]{16,64}$/.test(id);

/** What the advisor put in for them: words, or one of the choices. */
export type Put = { readonly words: string } | { readonly choice: string };

export function createAssisted(deps: AssistedDeps) {
  const addressOf = (id: string): string => `assisted:${id}`;
  const note = (staff: Staff, action: string, id: string, detail: Done['detail'] = {}) =>
    deps.audit({ actor: staff.id, action, subject: `assisted:${id}`, detail });
  const turn = (id: string, key: string, what: Inbound['what']) =>
    deps.conversation.handleTurn({ id: `assisted-${id}-${key}`, address: addressOf(id), channel: 'phone', what });

  async function there(id: string) {
    const conversationId = await deps.conversation.conversationOf(addressOf(id));
    return deps.store.look(conversationId);
  }

  /** What stands on the table: the choices of the last thing that was asked. */
  function tableOf(last: TurnRecord | undefined): Pick<AssistedPage, 'choices' | 'many'> {
    const reply = last?.replies.at(-1);
    return {
      choices: (reply?.choices ?? []).map(({ id, label }) => ({ id, label })),
      many: reply?.many ?? false,
    };
  }

  return {
    /** A fresh one, greeted; that it is filled in by one of us is written down with it. Null where nothing can be kept now. */
    async begin(staff: Staff, way: Way): Promise<string | null> {
      const id = deps.newId();
      await note(staff, 'assistedBegan', id, { way });
      const begun = await turn(id, 'hello', { kind: 'hello' });
      if (begun.kind !== 'done') return null;
      const stored = await there(id);
      if (stored === null) return null;
      const at = deps.now();
      await deps.outcomes.add({
        id: `${personIdOf({ conversationId: stored.id, life: stored.life })}:0:assisted`,
        conversationId: stored.id,
        kind: 'outcome',
        label: 'assisted',
        value: null,
        data: { by: staff.id, way },
        words: null,
        at,
        expiresAt: at + year,
      });
      return id;
    },

    /** As it stands; null where there is none. */
    async look(staff: Staff, id: string): Promise<AssistedPage | null> {
      const stored = isId(id) ? await there(id) : null;
      if (stored === null) return null;
      const turns = await deps.store.transcript(stored.id, 0, mostTurns);
      const items = itemsOf(turns, [], staff.roles.includes('safeguarding'));
      return { person: personIdOf({ conversationId: stored.id, life: stored.life }), items, ...tableOf(turns.at(-1)) };
    },

    /** Puts in what they said. The same key is the same once. False where nothing can be kept now, or there is none. */
    async put(staff: Staff, id: string, key: string, put: Put): Promise<boolean> {
      const stored = isId(id) && /^[\w-]{8,80}$/.test(key) ? await there(id) : null;
      if (stored === null) return false;
      await note(staff, 'assistedPut', id);
      const { choices } = tableOf((await deps.store.transcript(stored.id, 0, mostTurns)).at(-1));
      const picked = 'choice' in put ? choices.find((one) => one.id === put.choice) : undefined;
      const what: Inbound['what'] =
        picked === undefined
          ? { kind: 'text', text: 'words' in put ? put.words : put.choice }
          : { kind: 'choice', id: picked.id, label: picked.label };
      return (await turn(id, key, what)).kind === 'done';
    },
  };
}

export type Assisted = ReturnType<typeof createAssisted>;
