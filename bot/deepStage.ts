/** The deep stage of reading as the front door runs it: its worker, its opinion, and what is told of it in numbers. */
import type { SecondOpinion } from '../services/understanding/clu/secondOpinion';
import { createDeepClient, type DeepState } from '../services/understanding/deep/client';
import { createDeepOpinion } from '../services/understanding/deep/opinion';
import { hasWeights, readDeepCard } from '../services/understanding/deep/stored';
import { startThread } from '../services/understanding/deep/thread';
import { THRESHOLDS } from '../services/understanding/deep/thresholds';
import { askWhole } from '../services/understanding/deep/whole';
import type { Config } from './config';
import type { Log } from './log';
import type { Metrics } from './routes/health';

/** Nobody waits longer for it than this, in milliseconds; a worker silent for `HUNG` is started again. */
const DEADLINE = 250;
const HUNG = 2_000;
const REST = 1_000;
const LONGEST_REST = 60_000;

export interface DeepStage {
  /** undefined where it is off or has no weights: the fast stage decides alone */
  readonly opinion: SecondOpinion | undefined;
  readonly state: () => DeepState | 'off';
  /** starts the worker, once the door is open */
  readonly begin: () => void;
  readonly stop: () => void;
}

const NOTHING = { opinion: undefined, begin: () => undefined, stop: () => undefined };

export function createDeepStage(config: Config, metrics: Metrics, log: Log): DeepStage {
  if (config.DEEP_STAGE === 'off') return { ...NOTHING, state: () => 'off' };
  const outputs = outputsOf(log);
  if (outputs === null) return { ...NOTHING, state: () => 'no weights' };
  const client = createDeepClient({
    start: startThread,
    deadlineMs: DEADLINE,
    hungMs: HUNG,
    restMs: REST,
    longestRestMs: LONGEST_REST,
    told: (outcome, ms) => {
      metrics.deep.inc({ outcome });
      if (outcome === 'answered') metrics.deepSeconds.observe(ms / 1000);
      // while it rests nothing new is known; the fault was logged when it happened
      if (outcome === 'late' || outcome === 'failed') log.warn('understanding.deepFailed', { why: outcome });
    },
  });
  metrics.watchDeep(() => client.state() === 'ready');
  return {
    opinion: createDeepOpinion(askWhole(client.ask, DEADLINE), outputs, { ...THRESHOLDS, asks: config.DEEP_ASKS_FROM }),
    state: client.state,
    begin: client.begin,
    stop: client.stop,
  };
}

/** The names of its outputs; null where there are no weights, or not the ones a card describes. */
function outputsOf(log: Log): readonly string[] | null {
  if (!hasWeights()) return null;
  try {
    return readDeepCard().outputs;
  } catch {
    log.error('understanding.deepUnreadable', {});
    return null;
  }
}

/** One opinion after the other, the second on what the first left; undefined where there is none. */
export function oneAfterOther(
  first: SecondOpinion | undefined,
  second: SecondOpinion | undefined,
): SecondOpinion | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return async (text, reading, asking) => second(text, await first(text, reading, asking), asking);
}
