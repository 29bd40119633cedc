/** What came of a conversation, in labels: what `npm run play` reports beside the words. */
import { splitKey } from '../../dialogs/catalogue/question';
import { inOrderOfUrgency } from '../../dialogs/risk/levels';
import { riskLabel, taxonomyLevel } from '../../dialogs/safety/labels';
import type { ConversationState, Need, ReferralState, RiskFlag, RiskLabel } from '../../dialogs/types';
import { level, riskCategory } from '../../services/store/collections/conversationState';
import type { PendingEffect } from '../../services/store/ports';
import { stageOf } from './stage';

export interface PlayOutcome {
  readonly needs: readonly Need[];
  readonly risk: RiskLabel;
  readonly level: 'emergency' | 'urgent' | 'none';
  readonly handoff: boolean;
  /** blantyre, rutherglen, the person's own words, or null */
  readonly area: string | null;
  readonly stage: string;
  readonly referrals: readonly { readonly ref: string; readonly state: ReferralState }[];
  /** kinds of danger that were asked about gently */
  readonly checks: readonly RiskLabel[];
}

/** The catalogue id of the question on the table; null when there is none. */
export function questionAsked(state: ConversationState | null): string | null {
  const asked = state?.asked;
  return !asked || Object.hasOwn(state.answers, asked.key) ? null : splitKey(asked.key).id;
}

/** Kinds of danger that were asked about, each once. */
function checksIn(state: ConversationState): readonly RiskLabel[] {
  return [...new Set(state.checks.map((one) => riskLabel(one.category)))];
}

function flagOf(effect: PendingEffect): RiskFlag[] {
  const category = riskCategory.safeParse(effect.data['category']);
  const urgency = level.safeParse(effect.data['level']);
  // a worry that was only noted is no danger raised
  if (effect.data['grade'] === 'check') return [];
  if (effect.kind !== 'raiseRisk' || effect.data['grade'] === 'check' || !category.success || !urgency.success)
    return [];
  return [{ category: category.data, level: urgency.data, rule: '', words: '', aboutOther: false, unclear: false }];
}

function areaOf(state: ConversationState): string | null {
  const named = state.answers['area']?.choices[0];
  if (named === 'blantyre' || named === 'rutherglen') return named;
  return state.secrets['said/areaOther'] ?? state.secrets['said/area'] ?? null;
}

/** `effects` are all that the conversation ever asked for. */
export function outcomeOf(state: ConversationState, effects: readonly PendingEffect[]): PlayOutcome {
  const [gravest] = inOrderOfUrgency(effects.flatMap(flagOf));
  return {
    needs: state.needs,
    risk: gravest === undefined ? 'none' : riskLabel(gravest.category),
    level: gravest === undefined ? 'none' : taxonomyLevel(gravest.level),
    handoff: effects.some((effect) => effect.kind === 'handOver'),
    area: areaOf(state),
    stage: stageOf(state),
    referrals: state.referrals.map(({ ref, state: now }) => ({ ref, state: now })),
    checks: checksIn(state),
  };
}
