/** What may be said of a flag or a need, and how a count moves when it is said anew. Pure. */
import { NEEDS, type Need } from '../../dialogs/vocabulary';
import { riskCategory } from '../store/collections/conversationState';
import type { Correction } from './collection';

type Category = (typeof riskCategory.options)[number];

/** Of a flag: it was right, there was no danger at all, or danger of another kind. */
export type FlagVerdict = 'right' | 'noDanger' | `another:${Category}`;
/** Of a need we heard: right, or not meant. Of one we did not: meant and not heard, or that was wrong after all (null). */
export type NeedVerdict = 'right' | 'notMeant' | 'notHeard' | null;

export interface NeedSaid {
  readonly need: Need;
  readonly verdict: NeedVerdict;
}

const isCategory = (text: string): text is Category => riskCategory.options.some((one) => one === text);

/** A verdict of a flag as a form gives it; null where it is none. */
export function flagVerdict(verdict: string, another: string): FlagVerdict | null {
  if (verdict === 'right' || verdict === 'noDanger') return verdict;
  return verdict === 'another' && isCategory(another) ? `another:${another}` : null;
}

/** What a form says of one need; nothing where it says none. */
export function needSaid(label: string, verdict: string): readonly NeedSaid[] {
  const need = NEEDS.find((one) => one === label);
  if (need === undefined) return [];
  if (verdict === 'none') return [{ need, verdict: null }];
  return verdict === 'right' || verdict === 'notMeant' || verdict === 'notHeard' ? [{ need, verdict }] : [];
}

/** What may be said of this need, by whether we heard it. */
export function mayBeSaid({ need, verdict }: NeedSaid, heard: readonly Need[]): boolean {
  const isHeard = heard.includes(need);
  return isHeard ? verdict === 'right' || verdict === 'notMeant' : verdict === 'notHeard' || verdict === null;
}

/** Rules are ids and labels. Whatever is not one is counted under no name of its own. */
export const ruleName = (detector: string): string => (/^[\w:.+-]{1,80}$/.test(detector) ? detector : 'other');

export type Counts = Readonly<Record<string, number>>;

/** The counts once one correction says `to` where it said `from`; null is nothing said. What falls to none is left out. */
export function moved(counts: Counts, from: string | null, to: string | null): Counts {
  const changed = new Map(Object.entries(counts));
  const add = (verdict: string | null, by: number) => {
    if (verdict !== null) changed.set(verdict, Math.max(0, (changed.get(verdict) ?? 0) + by));
  };
  add(from, -1);
  add(to, 1);
  return Object.fromEntries([...changed].filter(([, count]) => count > 0));
}

/** What is counted together. */
export type Counted = Pick<Correction, 'month' | 'kind' | 'rule' | 'label'>;
export const countId = ({ month, kind, rule, label }: Counted): string => [month, kind, rule, label].join('|');
