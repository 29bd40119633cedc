/** What is asked of us, as both stages hear it. */
import { hasCondition } from '../../../dialogs/reading/polarity';
import { asksLike } from '../../../dialogs/reading/questionForm';
import { TOPICS } from '../../../dialogs/reading/topics';
import type { Reading } from '../../../dialogs/types';
import { askOdds, topicOdds } from '../meaning/hear';
import { type Found, type JoinContext, likelihood, logit, type Named, shares } from './odds';
import type { DeepThresholds } from './thresholds';

/** The reading with the topic of both stages; a guess where a question of ours is on the table. Pure. */
export function joinTopic(reading: Reading, named: Named, { text, asking, thresholds }: JoinContext): Reading {
  const [best] = joinedTopics(named, text);
  if (best === undefined || best.value < thresholds.topic || hasCondition(text)) return reading;
  const topic = TOPICS.find((one) => one === best.name);
  const asks = asksMargin(named.get('asks') ?? -9, best.value, text);
  if (asks < leastMargin(reading, text, thresholds))
    return asks < thresholds.asksNothing ? withoutAsks(reading) : reading;
  if (topic === undefined || topic === reading.asks?.value) return reading;
  // where a talk is under way a wrong answer is worse than "I'll ask the team"
  if (asking !== null && best.value < thresholds.topicAt) return reading;
  // at a question the turn has ears of its own for what is an answer: what it hears asked is made plainer, else it is a guess
  if (reading.asks === undefined && asking !== null) return { ...reading, mayAsk: topic };
  return {
    ...reading,
    asks: {
      value: topic,
      words: text.trim(),
      confidence: Math.max(likelihood(asks), reading.asks?.confidence ?? 0),
    },
  };
}

/** In the form of a question little is needed; "was told you help wi benefits" tells what they came for. */
function leastMargin({ needs }: Reading, text: string, thresholds: DeepThresholds): number {
  if (asksLike(text) || text.includes('?')) return thresholds.asksUsInForm;
  return needs.length > 0 ? thresholds.asksUsBesideNeed : thresholds.asksUs;
}

/** "Got this number off a leaflet" asks nothing, whatever the fast stage thinks of it. */
function withoutAsks({ asks: _asks, ...rest }: Reading): Reading {
  return rest;
}

/** How much the fast stage weighs in the topic beside the deep one; fitted on writer w33 before either had learned from it. */
const TOPIC_WEIGH = 0.55;

/** The topics of both stages together, the likeliest first, as shares of one whole. */
function joinedTopics(named: Named, text: string): readonly Found[] {
  const fast = topicOdds(text);
  const both = shares(named, 'topic').map(({ name, value }) => ({
    name,
    value: value * Math.exp(TOPIC_WEIGH * (fast.get(name) ?? -5)),
  }));
  const whole = both.reduce((sum, { value }) => sum + value, 0);
  return both.map(({ name, value }) => ({ name, value: value / whole })).sort((a, b) => b.value - a.value);
}

/** How sure both stages, a topic and the form of a question make us that something is asked at all, in log odds; fitted likewise. */
const ASKS_WEIGH = { deep: 0.71, fast: 0.12, form: 0.78, topic: 0.24, shift: -0.47 };
const asksMargin = (deep: number, topic: number, text: string): number =>
  ASKS_WEIGH.deep * deep +
  ASKS_WEIGH.fast * askOdds(text) +
  (asksLike(text) ? ASKS_WEIGH.form : 0) +
  ASKS_WEIGH.topic * logit(topic) +
  ASKS_WEIGH.shift;
