/** The deep stage in this thread, for tools that measure or play: the same judgement, nobody waiting. */
import type { SecondOpinion } from '../clu/secondOpinion';
import type { Reader } from '../read';
import { joinDeep } from './join';
import { createDeepOpinion, named } from './opinion';
import { isSettled } from './settled';
import { hasWeights, loadDeep, readDeepCard } from './stored';
import { THRESHOLDS } from './thresholds';
import { marginsOfWhole } from './whole';

/** The same reader with the deep stage's opinion; without weights, or `isFastOnly`, the reader as it is. */
export function deeply(read: Reader, isFastOnly = false): Reader {
  if (isFastOnly || !hasWeights()) return read;
  const look = loadDeep();
  const { outputs } = readDeepCard();
  return (text, context) => {
    const reading = read(text, context);
    if (isSettled(text, reading, context.asking ?? null)) return reading;
    const margins = named(outputs, marginsOfWhole(look, text));
    return joinDeep(reading, margins, { text, asking: context.asking ?? null, thresholds: THRESHOLDS });
  };
}

/** The opinion the front door has, without its thread; undefined without weights. */
export function opinionHere(): SecondOpinion | undefined {
  if (!hasWeights()) return undefined;
  const look = loadDeep();
  return createDeepOpinion(async (text) => marginsOfWhole(look, text), readDeepCard().outputs, THRESHOLDS);
}
