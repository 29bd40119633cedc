/** What a kind of effect is: what its data must hold, and how it is done. One file for each kind; index.ts lists them. */
import type { z } from 'zod';
import type { EffectKind } from '../../../dialogs/vocabulary';
import type { Alert } from '../../alarms/alert';
import type { CallBackDesk } from '../../callBacks/desk';
import type { Delivery } from '../../contact/delivery';
import type { HolderNews, NeedPerson } from '../../handoffMachine/asking';
import type { Keeping } from '../../promises/keeping';
import type { NewReferral } from '../../referrals/create';
import type { Consent, Person } from '../../store/collections/people';
import type { Outcome } from '../../store/collections/running';
import type { Risk } from '../../store/collections/safety';
import type { ConversationStore, PendingEffect, Records } from '../../store/ports';
import type { Queue } from '../../work/queue';

/** What effects are done with. */
export interface EffectParts {
  readonly store: Pick<ConversationStore, 'effectDone' | 'parkEffect' | 'effectOf'>;
  readonly consents: Records<Consent>;
  readonly risks: Records<Risk>;
  /** who can be looked up by what (services/people) */
  readonly people: Records<Person>;
  /** asks for a person of the team (services/handoffs) */
  readonly needPerson: NeedPerson;
  /** the person wrote or left while one of the team holds the thread */
  readonly tellHolder: (news: HolderNews) => Promise<void>;
  readonly outcomes: Records<Outcome>;
  /** what people are told will happen by a time (services/promises) */
  readonly promises: Pick<Keeping, 'make' | 'promiseAnswer'>;
  /** call-backs people booked (services/callBacks) */
  readonly callBacks: Pick<CallBackDesk, 'book' | 'cancel'>;
  /** things to do later (services/work) */
  readonly queue: Pick<Queue, 'enqueue' | 'cancel'>;
  readonly refer: (asked: NewReferral) => Promise<void>;
  /** a turn's words on their way to a phone (services/contact) */
  readonly deliver: (asked: Delivery) => Promise<void>;
  /** asks the number in a secret, once, whether news may come there (services/inbox) */
  readonly askByText: (conversationId: string, number: string, key: string) => Promise<void>;
  /** forgets the pictures of a conversation that came between two moments, ms since 1970 */
  readonly deleteMedia: (
    conversationId: string,
    which: { readonly since: number; readonly until: number; readonly voice: false },
  ) => Promise<void>;
  readonly withdraw: (conversationId: string, ref: string) => Promise<void>;
  readonly alert: Alert;
  /** names of events and kinds only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
  /** ms since 1970 */
  readonly now: () => number;
}

/** One effect as it is done: whose it is, what was written with the turn, and its data once checked. */
export interface Asked<Data> {
  readonly conversationId: string;
  /** names the effect, and every record it makes: done twice is done once */
  readonly id: string;
  /** when the turn was made, ms since 1970 */
  readonly at: number;
  readonly data: Data;
  /** free text, '' when there is none */
  readonly secret: string;
  /** as it was written, for records that keep all of it */
  readonly written: PendingEffect;
}

interface Settings<Kind extends EffectKind, Shape extends z.ZodType> {
  readonly kind: Kind;
  /** what is read of the data; anything the turns of an older version did not write has a default */
  readonly data: Shape;
  /** done by somebody else's machine, in its own time: it holds up nothing that is written down here */
  readonly goesOut?: boolean;
  /** marks itself done before it acts, because it must rather be lost than happen twice */
  readonly marksItself?: boolean;
  /** Does it, the same however often it is tried. Throws whatever went wrong: it is then tried again. */
  readonly do: (asked: Asked<z.output<Shape>>, parts: EffectParts) => Promise<void>;
}

export interface EffectDefinition<Kind extends EffectKind = EffectKind> {
  readonly kind: Kind;
  readonly goesOut: boolean;
  readonly marksItself: boolean;
  /** Checks the data and does it. Throws when the data is not what this kind needs, or when doing it failed. */
  readonly do: (conversationId: string, effect: PendingEffect, parts: EffectParts) => Promise<void>;
}

/** Makes a kind of effect out of its parts. */
export function defineEffect<Kind extends EffectKind, Shape extends z.ZodType>(
  settings: Settings<Kind, Shape>,
): EffectDefinition<Kind> {
  const { kind, goesOut = false, marksItself = false } = settings;
  return {
    kind,
    goesOut,
    marksItself,
    async do(conversationId, effect, parts) {
      const data = settings.data.parse(effect.data);
      const { id, at, secret = '' } = effect;
      await settings.do({ conversationId, id, at, data, secret, written: effect }, parts);
    },
  };
}
