/** The record of one person, as the team reads it: made of what was written when it happened. Every look is in the audit first. */
import type { Settings } from '../../dialogs/types';
import type { Done } from '../audit/audit';
import { OFFICE_ROTA, type Rota } from '../calendar/team';
import { worldAt } from '../calendar/world';
import type { Handoff, TeamNote } from '../handoffMachine/handoff';
import { audienceOf, mayTake, type Staff } from '../handoffMachine/reasons';
import { type Brief, briefOf, contactOf, type SafeContact } from '../handoffs/brief';
import type { PromiseMade } from '../promises/promise';
import type { Referral } from '../referrals/referral';
import { foldEvent } from '../risks/event';
import type { MediaFile } from '../store/collections/media';
import type { Consent, Person } from '../store/collections/people';
import type { Outcome } from '../store/collections/running';
import type { Risk } from '../store/collections/safety';
import { isOfLife, isTheirs, type PersonIn, personIdOf, readPersonId } from '../store/personId';
import type { ConversationStore, Records, StoredConversation } from '../store/ports';
import { inGroups, type ToldGroups } from './groups';
import { type NeedNow, needsNow } from './needs';
import { type Happened, timelineOf } from './timeline';

export interface PeopleDeps {
  readonly store: Pick<ConversationStore, 'look'>;
  readonly people: Pick<Records<Person>, 'get'>;
  readonly handoffs: Pick<Records<Handoff>, 'find'>;
  readonly risks: Pick<Records<Risk>, 'find'>;
  readonly promises: Pick<Records<PromiseMade>, 'find'>;
  readonly referrals: Pick<Records<Referral>, 'find'>;
  readonly consents: Pick<Records<Consent>, 'find'>;
  readonly outcomes: Pick<Records<Outcome>, 'find'>;
  readonly media: Pick<Records<MediaFile>, 'find'>;
  readonly settings: Settings;
  readonly rota?: () => Rota;
  /** throws StoreDown, and then nothing is shown */
  readonly audit: (done: Done) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** Everything there is of one person that this reader may see. */
export interface PersonRecord {
  readonly id: string;
  /** as they like to be called; '' where they did not say */
  readonly name: string;
  /** null once the talk was forgotten, as its retention says; what it left is below */
  readonly brief: Brief | null;
  readonly told: ToldGroups;
  readonly needs: readonly NeedNow[];
  /** each event of danger; `isOpen` until the lead has signed it off */
  readonly dangers: readonly { readonly risk: Risk; readonly isOpen: boolean }[];
  /** the newest first */
  readonly consents: readonly Consent[];
  readonly referrals: readonly Referral[];
  readonly handoffs: readonly Handoff[];
  readonly promises: readonly PromiseMade[];
  readonly files: readonly MediaFile[];
  /** oldest first */
  readonly notes: readonly TeamNote[];
  readonly timeline: readonly Happened[];
}

/** Records of one kind that are read of one person; more is a fault. */
const most = 500;
const newest = <One>(all: readonly One[], at: (one: One) => number): readonly One[] =>
  all.toSorted((a, b) => at(b) - at(a));

export function createPeople(deps: PeopleDeps) {
  /** What is kept of a conversation in this life, and what the reader may see of it. */
  async function gather(person: PersonIn, staff: Staff) {
    const { conversationId } = person;
    const of = { conversationId };
    const [stored, known, handoffs, risks, promises, referrals, consents, outcomes, media] = await Promise.all([
      deps.store.look(conversationId),
      deps.people.get(personIdOf(person)),
      deps.handoffs.find(of, most),
      deps.risks.find(of, most),
      deps.promises.find(of, most),
      deps.referrals.find(of, most),
      deps.consents.find(of, most),
      deps.outcomes.find(of, most),
      deps.media.find(of, most),
    ]);
    const isLead = staff.roles.includes('safeguarding');
    const theirs = <One extends { readonly id: string }>(all: readonly One[]) =>
      all.filter(({ id }) => isTheirs(id, person));
    const events = new Set(theirs(risks).map(({ eventId }) => eventId));
    return {
      stored: stored?.life === person.life ? stored : null,
      isLead,
      known,
      handoffs: handoffs.filter((one) => isOfLife(one, person) && mayTake(staff, one)),
      // a worry about one of us is for the lead alone
      risks: risks.filter(
        ({ eventId, category }) => events.has(eventId) && (isLead || category !== 'concern_about_us'),
      ),
      promises: promises.filter((one) => isOfLife(one, person) && (isLead || audienceOf(one.about) === 'team')),
      referrals: theirs(referrals),
      consents: theirs(consents),
      outcomes: theirs(outcomes),
      files: stored?.life === person.life ? media : [],
    };
  }
  type Gathered = Awaited<ReturnType<typeof gather>>;

  const worldOf = ({ state }: StoredConversation) =>
    worldAt({
      now: new Date(deps.now()),
      channel: state.channel,
      settings: deps.settings,
      seed: '',
      match: () => ({ options: [], leftOut: [] }),
      rota: deps.rota?.() ?? OFFICE_ROTA,
    });

  const briefFor = (stored: StoredConversation, { risks, promises, isLead }: Gathered, staff: Staff): Brief =>
    briefOf({ state: stored.state, world: worldOf(stored), risks, promises, reader: staff.name, isLead });

  /** One an event, as it was first heard. */
  function dangersOf(risks: readonly Risk[]): PersonRecord['dangers'] {
    const events = [...new Set(risks.map(({ eventId }) => eventId))];
    const folded = events.flatMap((event) => foldEvent(risks.filter(({ eventId }) => eventId === event)) ?? []);
    return newest(
      folded.map(({ now }) => ({ risk: now, isOpen: now.closedAt === null })),
      ({ risk }) => risk.detectedAt,
    );
  }

  const nothingKept = (found: Gathered): boolean =>
    found.stored === null &&
    found.known === null &&
    [found.handoffs, found.risks, found.promises, found.referrals, found.consents].every((all) => all.length === 0);

  return {
    /** How they may be reached, for a page that is itself in the audit; null where their talk is not kept any more. */
    async contact(id: string): Promise<SafeContact | null> {
      const person = readPersonId(id);
      const stored = person === null ? null : await deps.store.look(person.conversationId);
      return stored === null || stored.life !== person?.life ? null : contactOf(stored.state, worldOf(stored));
    },

    /** The whole record; null where there is none this reader may see. That it was looked at is in the audit. */
    async read(staff: Staff, id: string): Promise<PersonRecord | null> {
      const person = readPersonId(id);
      if (person === null) return null;
      const found = await gather(person, staff);
      if (nothingKept(found)) return null;
      await deps.audit({ actor: staff.id, action: 'personRead', subject: `person:${id}`, detail: {} });
      const { stored, handoffs, risks, promises, referrals, consents, outcomes, files } = found;
      const brief = stored === null ? null : briefFor(stored, found, staff);
      const dangers = dangersOf(risks);
      return {
        id: personIdOf(person),
        name: brief?.name || (found.known?.name ?? ''),
        brief,
        told: inGroups(brief?.said ?? []),
        needs: needsNow(stored?.state.needs ?? [], referrals, outcomes),
        dangers,
        consents: newest(consents, ({ at }) => at),
        referrals: newest(referrals, ({ createdAt }) => createdAt),
        handoffs: newest(handoffs, ({ askedAt }) => askedAt),
        promises: newest(promises, ({ madeAt }) => madeAt),
        files: newest(files, ({ receivedAt }) => receivedAt),
        notes: handoffs.flatMap(({ notes }) => notes).toSorted((a, b) => a.at - b.at),
        timeline: timelineOf({
          ...{ since: stored?.createdAt ?? null, consents, handoffs, promises, referrals, outcomes, files },
          risks: dangers.map(({ risk }) => risk),
        }),
      };
    },
  };
}

export type People = ReturnType<typeof createPeople>;
