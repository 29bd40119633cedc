/** What staff need for it, and what they are given. */
import type { Happening, Settings } from '../../../dialogs/types';
import type { Done } from '../../audit/audit';
import type { Rota } from '../../calendar/team';
import type { HandoffEvent, Refusal } from '../../handoffMachine/event';
import type { Handoff, Step, TeamNote } from '../../handoffMachine/handoff';
import type { Staff } from '../../handoffMachine/reasons';
import type { Keeping } from '../../promises/keeping';
import type { OutgoingMessage } from '../../store/collections/phone';
import type { Risk } from '../../store/collections/safety';
import type { ConversationStore, Records, TurnRecord } from '../../store/ports';
import type { Brief, Row } from '../brief';
import type { ThreadItem } from '../thread';

export interface StaffDeps {
  readonly store: Pick<ConversationStore, 'look' | 'transcript'>;
  readonly risks: Pick<Records<Risk>, 'find'>;
  readonly promises: Keeping;
  readonly outgoing: Pick<Records<OutgoingMessage>, 'find'>;
  /** tells a conversation of something; the same key does it once */
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<TurnRecord | null>;
  /** one of us writes to this conversation just now; its open pages show it for a moment */
  readonly writing?: (conversationId: string) => void;
  /** throws StoreDown, and then nothing is done */
  readonly audit: (done: Done) => Promise<void>;
  readonly settings: Settings;
  /** who works with people, whether they are there now or not */
  readonly people: (at: number) => Promise<readonly Staff[]>;
  readonly rota?: () => Rota;
  /** ms since 1970 */
  readonly now: () => number;
}

/**
 * Why not: there is none they may see (`unknown`), it is closed, somebody else has it, it was not taken yet, it is not for
 * them, the person said STOP, left for now, or another of us is in the thread; or the words or times given are no good.
 */
export type WhyNot = Refusal | 'unknown' | 'stopped' | 'away' | 'inThread' | 'bad';
export interface Refused {
  readonly kind: 'refused';
  readonly why: WhyNot;
  /** who has it, '' where nobody is named */
  readonly holder: string;
}
export type Acted = { readonly kind: 'done'; readonly row: Row } | Refused;
export type Wrote = { readonly kind: 'said'; readonly items: readonly ThreadItem[] } | Refused;

/** What is left to do after a talk. */
export interface NextGiven {
  readonly action: string;
  readonly ownerId: string;
  readonly dueAt: number;
}

export interface ReadHandoff {
  readonly kind: 'found';
  readonly row: Row;
  readonly conversationId: string;
  readonly brief: Brief;
  readonly steps: readonly Step[];
  readonly outcome: Handoff['outcome'];
  readonly note: string;
  /** of everything this person was with us for and the reader may see, oldest first */
  readonly notes: readonly TeamNote[];
  /** the next thing its owner does about it; '' for none */
  readonly nextAction: string;
  /** who may be given that, the reader first */
  readonly colleagues: readonly Pick<Staff, 'id' | 'name'>[];
  readonly thread: ThreadPage;
  /** since when what they send may be about one of us, and is not for this reader, ms; null: all of it is */
  readonly withheldSince: number | null;
  /** who else has it on their screen */
  readonly lookers: readonly string[];
}
export interface ThreadPage {
  readonly items: readonly ThreadItem[];
  /** items there are in all */
  readonly total: number;
}

/** The longest note, in characters. */
export const LONGEST_NOTE = 4_000;

/** Does one thing with a handoff they may see: in the audit first, under `action`. */
export type Act = (staff: Staff, id: string, action: string, event: HandoffEvent) => Promise<Acted>;

export const refuse = (why: WhyNot, holder = ''): Refused => ({ kind: 'refused', why, holder });

export const isLead = (staff: Staff): boolean => staff.roles.includes('safeguarding');
