/** What is needed, as both stages hear it. */
import { asksForHelp, mentionedNeeds } from '../../../dialogs/needs/mentioned';
import { NEED_PHRASES } from '../../../dialogs/needs/phrases';
import type { Reading } from '../../../dialogs/types';
import type { Need } from '../../../dialogs/vocabulary';
import { needOdds } from '../meaning/hear';
import { isTold } from '../meaning/told';
import { group, type JoinContext, likelihood, type Named } from './odds';
import type { DeepThresholds } from './thresholds';

/** How much the two stages weigh in what is needed; fitted by logistic regression on writer w22, whom neither had seen. */
const NEED_WEIGHS = { fast: 0.5, deep: 0.7, shift: 0.44 };
/** More than this many at once is a guess, not an answer. */
const MOST_NEEDS = 4;

/** Beside other facts a need that is only explained with ("dodgy hip, so near the bus") must be as sure as this. */
const SURELY = 2;

/** What is said in so many words stands from here on. */
const PLAINLY = -4;

/** From where the likeliest need is heard: less where one was asked for or is being asked for, more in a last remark. */
function leastOdds(text: string, asking: string | null, thresholds: DeepThresholds): number {
  if (asking === 'need') return thresholds.needAsked;
  if (asking === 'notes' || asking === 'anythingElse' || asking === 'alsoNeed') return thresholds.needBeside;
  return asksForHelp(text) ? thresholds.needAsked : thresholds.need;
}

/** The reading with the needs of both stages, the likeliest first; plain words of a need stand where neither hears one. Pure. */
export function joinNeeds(reading: Reading, named: Named, { text, asking, thresholds }: JoinContext): Reading {
  const fast = needOdds(text);
  const ranked = group(named, 'need', (margin) => margin)
    .flatMap(({ name, value }) => (isNeed(name) ? [{ need: name, deep: value }] : []))
    .map(({ need, deep }) => ({
      need,
      odds: NEED_WEIGHS.fast * (fast.get(need) ?? -9) + NEED_WEIGHS.deep * deep + NEED_WEIGHS.shift,
    }))
    .sort((a, b) => b.odds - a.odds);
  const least = leastOdds(text, asking, thresholds);
  const likely = ranked.filter(({ odds }, n) => odds >= (n === 0 ? least : thresholds.nextNeed)).slice(0, MOST_NEEDS);
  const plain = new Set(mentionedNeeds(text));
  const heard = [
    ...likely,
    ...ranked.filter((one) => !likely.includes(one) && plain.has(one.need) && one.odds >= PLAINLY),
  ];
  const told = asking === 'need' ? heard : heard.filter((one) => one.odds >= SURELY || isTold(text, one.need, plain));
  const [first] = told;
  if (first === undefined) return asking === 'need' ? reading : withoutNeeds(reading);
  const needs = told.map(({ need }) => need);
  const words = reading.facts?.needs?.words ?? text;
  const found = { value: needs, words, confidence: likelihood(first.odds) };
  return { ...reading, needs, facts: { ...reading.facts, needs: found } };
}

function withoutNeeds(reading: Reading): Reading {
  if (reading.facts?.needs === undefined) return { ...reading, needs: [] };
  const { needs: _needs, ...facts } = reading.facts;
  return { ...reading, needs: [], facts };
}

const isNeed = (name: string): name is Need => name in NEED_PHRASES;
