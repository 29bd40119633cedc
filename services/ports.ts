/** What the service stands on, by role: the app hands in the real ones, tools and tests what they need. */

import type { Alert } from './alarms/alert';
import type { Carrier } from './contact/carrier';
import type { Render } from './contact/outbox';
import type { TurnDone, TurnFailed } from './conversation/inbound';
import type { Letter, Sent } from './delivery/letter';
import type { HandoffsParts } from './handoffs/handoffs';
import type { PhonesParts } from './inbox/phones';
import type { MediaSource } from './media/source';
import type { PromiseClockDeps } from './promises/clocks';
import type { CarrierName } from './store/collections/carriers';
import type { Risk } from './store/collections/safety';
import type { Hash } from './store/identity';
import type { OpenRecords } from './store/openRecords';
import type { ConversationStore, PendingEffect, Records } from './store/ports';
import type { SecondOpinion } from './understanding/clu/secondOpinion';
import type { Queue } from './work/queue';

type Say = (event: string, facts: Readonly<Record<string, string>>) => void;

/** The alarms of the house, as everybody else rings them. */
export type AlarmsPort = HandoffsParts['alarms'] &
  PromiseClockDeps['alarms'] & {
    readonly alert: Alert;
    /** by what needs no records, while none can be kept */
    readonly raiseUnkept: (level: 'P0' | 'P1') => Promise<void>;
  };

/** What alarms are made of. */
export interface AlarmsNeed {
  readonly risks: Records<Risk>;
  readonly queue: Queue;
  /** somebody has what the alarms of this subject are about */
  readonly seen: (subject: string, who: string) => Promise<void>;
}

export interface Ports<Alarms extends AlarmsPort = AlarmsPort> {
  readonly store: ConversationStore;
  readonly records: OpenRecords;
  readonly hash: Hash;
  readonly now: () => Date;
  /** ms since 1970, of a clock that is never put back; `now` when absent */
  readonly steady?: () => number;
  readonly alarms: (need: AlarmsNeed) => Alarms;
  /** how letters to partners leave. Never throws */
  readonly send: (letter: Letter) => Promise<Sent>;
  /** the steps of an introduction are taken at once, where no runner works on the queue */
  readonly stepsAtOnce?: boolean;
  /** something is on the queue */
  readonly jobWaits?: () => void;
  /** asked after our own reading, where there is one */
  readonly opinion?: SecondOpinion | undefined;
  /** who of the team is there; nobody when absent */
  readonly people?: HandoffsParts['people'];
  readonly render: Render;
  /** what carries words to phones; none leave when absent */
  readonly carriers?: readonly Carrier[];
  readonly textsBy?: CarrierName | null;
  readonly azureWay?: PhonesParts['azureWay'];
  readonly mediaSources?: ReadonlyMap<CarrierName, MediaSource>;
  /** effects of each committed turn, before they are done */
  readonly asked?: (conversationId: string, effects: readonly PendingEffect[]) => void;
  /** effects are written down but nobody does them, as after a crash */
  readonly idleHands?: boolean;
  /** each turn that was made, and how long it took, ms */
  readonly turned?: (done: TurnDone | TurnFailed, ms: number) => void;
  /** from danger to the first of us who saw it */
  readonly acknowledged?: HandoffsParts['measure'];
  /** names of events and kinds only: what must be looked at, and what may be */
  readonly error: Say;
  readonly warn: Say;
}
