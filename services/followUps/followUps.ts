/** What the team has to come back to, each with its owner and its time: messages that did not arrive, no match, silent partners, complaints, rights in law. */

import { audienceOf, type Staff } from '../handoffMachine/reasons';
import type { Row } from '../handoffs/brief';
import { isAhead, isOver, type PromiseMade } from '../promises/promise';
import type { Referral } from '../referrals/referral';
import { personIdOf, personOfRecord } from '../store/personId';
import type { Records } from '../store/ports';

export interface FollowUpDeps {
  readonly handoffs: { readonly list: (staff: Staff) => Promise<readonly Row[]> };
  readonly promises: { readonly owedIn: (from: number, to: number, limit: number) => Promise<readonly PromiseMade[]> };
  readonly referrals: Pick<Records<Referral>, 'find'>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** Why a handoff is to be followed up rather than talked through now. */
const REASONS = ['undelivered', 'noMatch', 'letDown', 'complaint', 'rights', 'late'] as const;
export type FollowUpKind = (typeof REASONS)[number] | 'silentPartner' | 'next';

export interface FollowUp {
  readonly kind: FollowUpKind;
  /** ms since 1970 */
  readonly dueAt: number;
  readonly isLate: boolean;
  readonly who: string;
  /** what the reader left to do, in their own words: theirs alone to tick off; '' for anything else */
  readonly own: string;
  /** the handoff it is about; null where there is none */
  readonly thread: string | null;
  /** whose it is, by the id of their record */
  readonly person: string | null;
  /** the partner who says nothing; '' for anything else */
  readonly partner: string;
  /** by when the law wants an answer, whatever was said to the person, ms; null where it says nothing */
  readonly lastDay: number | null;
}

const day = 24 * 60 * 60_000;
/** A complaint, and what the law lets people ask, is answered within 30 days: both are in sight from their first day. */
const byLaw = 30 * day;
const [back, ahead] = [60 * day, 40 * day];
const most = 5_000;

export function createFollowUps({ handoffs, promises, referrals, now }: FollowUpDeps) {
  function ofHandoff(row: Row, at: number): readonly FollowUp[] {
    const known = REASONS.find((reason) => row.reasons.includes(reason));
    const kind = row.hasNext ? 'next' : known;
    if (kind === undefined) return [];
    // a complaint has the longer clock of its promise
    if (kind === 'complaint' || kind === 'rights') return [];
    const dueAt = row.callAt ?? row.dueAt;
    const person = personOfRecord(row.id);
    return [
      {
        ...{ kind, dueAt, isLate: dueAt <= at, who: row.holder.name, own: row.next },
        ...{ thread: row.id, person, partner: '', lastDay: null },
      },
    ];
  }

  function ofPromise(made: PromiseMade, rows: readonly Row[], at: number): readonly FollowUp[] {
    const { kind, owner, toldAt, dueAt, conversationId, life } = made;
    if ((kind !== 'complaint' && kind !== 'rights') || isOver(made)) return [];
    const person = life === '' ? null : personIdOf({ conversationId, life });
    const thread = rows.find(({ id }) => id.startsWith(`${conversationId}:${life}:`))?.id ?? null;
    const who = owner.kind === 'person' ? owner.name : owner.holder;
    const by = Math.max(dueAt, toldAt);
    return [
      {
        kind,
        dueAt: by,
        isLate: by <= at || !isAhead(made),
        who,
        own: '',
        thread,
        person,
        partner: '',
        lastDay: made.madeAt + byLaw,
      },
    ];
  }

  const ofReferral = ({ id, partner, nextActionAt }: Referral, at: number): FollowUp => ({
    kind: 'silentPartner',
    dueAt: nextActionAt ?? at,
    isLate: (nextActionAt ?? at) <= at,
    who: '',
    own: '',
    thread: null,
    person: personOfRecord(id),
    partner,
    lastDay: null,
  });

  return {
    /** Everything of the kind this reader may see, the soonest first. */
    async of(staff: Staff): Promise<readonly FollowUp[]> {
      const at = now();
      const [rows, due, waiting] = await Promise.all([
        handoffs.list(staff),
        promises.owedIn(at - back, at + ahead, most),
        referrals.find({ nextActionAt: { $lte: at + 2 * day } }, most),
      ]);
      const isLead = staff.roles.includes('safeguarding');
      const theirs = due.filter(({ about }) => isLead || audienceOf(about) === 'team');
      // the partner was written to and reminded, and now it is for one of us
      const silent = waiting.filter(
        ({ owner, nextAction }) => owner === 'team' && (nextAction === 'reroute' || nextAction === 'look'),
      );
      return [
        ...rows.flatMap((row) => ofHandoff(row, at)),
        ...theirs.flatMap((made) => ofPromise(made, rows, at)),
        ...silent.map((one) => ofReferral(one, at)),
      ].toSorted((a, b) => a.dueAt - b.dueAt);
    },
  };
}

export type FollowUps = ReturnType<typeof createFollowUps>;
