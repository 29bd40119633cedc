/** The cloud recogniser, where the settings name one; what comes of it is counted in labels, never in words. */
import { createClu } from '../services/understanding/clu/ask';
import { createSecondOpinion, type SecondOpinion } from '../services/understanding/clu/secondOpinion';
import type { Config } from './config';
import type { Log } from './log';
import type { Metrics } from './routes/health';

/** The second opinion on what people write; undefined when the settings name none. */
export function createCloud(config: Config, metrics: Metrics, log: Log): SecondOpinion | undefined {
  const { CLU_ENDPOINT: endpoint, CLU_KEY: key, CLU_PROJECT: project, CLU_DEPLOYMENT: deployment } = config;
  if (endpoint === undefined || project === undefined || deployment === undefined) return undefined;
  const ask = createClu({ endpoint, project, deployment, ...(key === undefined ? {} : { key }) });
  return createSecondOpinion(ask, {
    asked: (outcome) => {
      metrics.cloud.inc({ outcome });
      // while it rests nothing new is known; the fault was logged when it happened
      if (outcome !== 'answered' && outcome !== 'resting') log.warn('understanding.cloudFailed', { why: outcome });
    },
    disagreed: (found) => {
      metrics.disagreements.inc({ ...found });
      log.info('understanding.disagreed', { ...found });
    },
  });
}
