/** What became of each need: who it was passed on to, that nothing was found, or that it is still open. Pure. */
import { sayNeed } from '../../dialogs/content/needNames';
import type { Need } from '../../dialogs/vocabulary';
import type { Referral } from '../referrals/referral';
import type { Outcome } from '../store/collections/running';

export type Became =
  | { readonly kind: 'passedOn'; readonly partner: string; readonly state: Referral['state'] }
  | { readonly kind: 'nothingFound' }
  | { readonly kind: 'open' };

export interface NeedNow {
  readonly need: Need;
  readonly words: string;
  /** the latest of each first; never empty */
  readonly became: readonly Became[];
}

const namesNeed = ({ label, data }: Outcome, need: Need): boolean => {
  const { needs } = data;
  return label === need || (Array.isArray(needs) && needs.includes(need));
};

export function needsNow(
  needs: readonly Need[],
  referrals: readonly Referral[],
  outcomes: readonly Outcome[],
): readonly NeedNow[] {
  return needs.map((need) => {
    const passed = referrals
      .filter((one) => one.need === need)
      .toSorted((a, b) => b.createdAt - a.createdAt)
      .map(({ partner, state }): Became => ({ kind: 'passedOn', partner, state }));
    const unmet = outcomes.some((one) => one.kind === 'unmetNeed' && namesNeed(one, need));
    const became: readonly Became[] = passed.length > 0 ? passed : [{ kind: unmet ? 'nothingFound' : 'open' }];
    return { need, words: sayNeed(need), became };
  });
}
