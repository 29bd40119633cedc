/** The whole reading in one call, for tools that measure: the network in this thread, nobody waiting. */
import type { Reader } from '../read';
import { joinDeep } from './join';
import { isSettled, named } from './opinion';
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
    if (isSettled(text, reading)) return reading;
    const margins = named(outputs, marginsOfWhole(look, text));
    return joinDeep(reading, margins, { text, asking: context.asking ?? null, thresholds: THRESHOLDS });
  };
}
