/** What happened with one person, in order, from records that were written when it did. Pure. */

import type { Handoff } from '../handoffMachine/handoff';
import type { PromiseMade } from '../promises/promise';
import type { Referral } from '../referrals/referral';
import type { MediaFile } from '../store/collections/media';
import type { Consent } from '../store/collections/people';
import type { Outcome } from '../store/collections/running';
import type { Risk } from '../store/collections/safety';

/** One thing that happened: its kind, the label behind it, and whose doing it was ('' for nobody's). */
export interface Happened {
  readonly at: number;
  readonly what:
    | 'came'
    | 'agreed'
    | 'refused'
    | 'danger'
    | 'handoff'
    | 'promised'
    | 'kept'
    | 'broken'
    | 'sorry'
    | 'referral'
    | 'outcome'
    | 'file';
  readonly label: string;
  readonly who: string;
}

export interface TimelineParts {
  readonly since: number | null;
  readonly consents: readonly Consent[];
  readonly risks: readonly Risk[];
  readonly handoffs: readonly Handoff[];
  readonly promises: readonly PromiseMade[];
  readonly referrals: readonly Referral[];
  readonly outcomes: readonly Outcome[];
  readonly files: readonly MediaFile[];
}

const ownerName = ({ owner }: PromiseMade): string => (owner.kind === 'person' ? owner.name : owner.holder);

function ofPromise(made: PromiseMade): readonly Happened[] {
  const { kind: label, madeAt, brokenAt, sorryAt, doneAt, state } = made;
  const one = (what: Happened['what'], at: number | null): readonly Happened[] =>
    at === null ? [] : [{ at, what, label, who: ownerName(made) }];
  return [
    ...one('promised', madeAt),
    ...one('broken', brokenAt),
    ...one('sorry', sorryAt),
    ...(state === 'kept' ? one('kept', doneAt) : []),
  ];
}

/** The newest first; of two at one moment, the one that came of the other. */
export function timelineOf(parts: TimelineParts): readonly Happened[] {
  const { since, consents, risks, handoffs, promises, referrals, outcomes, files } = parts;
  const all: readonly Happened[] = [
    ...(since === null ? [] : [{ at: since, what: 'came', label: '', who: '' } as const]),
    ...consents.map(
      ({ at, given, purpose }): Happened => ({ at, what: given ? 'agreed' : 'refused', label: purpose, who: '' }),
    ),
    ...risks.map(({ detectedAt: at, category }): Happened => ({ at, what: 'danger', label: category, who: '' })),
    ...handoffs.flatMap(({ steps }) =>
      steps.map(({ at, what: label, who }): Happened => ({ at, what: 'handoff', label, who })),
    ),
    ...promises.flatMap(ofPromise),
    ...referrals.flatMap(({ partner: who, history }) =>
      history.map(({ at, to: label }): Happened => ({ at, what: 'referral', label, who })),
    ),
    ...outcomes.map(
      ({ at, kind, label: own }): Happened => ({
        at,
        what: 'outcome',
        label: own === 'assisted' ? own : kind,
        who: '',
      }),
    ),
    ...files.map(
      ({ receivedAt: at, voice }): Happened => ({ at, what: 'file', label: voice ? 'voice' : 'picture', who: '' }),
    ),
  ];
  return all
    .map((one, n) => ({ one, n }))
    .toSorted((a, b) => b.one.at - a.one.at || b.n - a.n)
    .map(({ one }) => one);
}
