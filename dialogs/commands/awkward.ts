/** Hears the awkward moments: anger, another language, a joke taken back, writing for somebody else. */
import type { AwkwardMoment } from '../types';

/** The moments of guide 4 X a message names. Distress and swearing at life is anger, never abuse of staff. */
export function recogniseMoments(_text: string): readonly AwkwardMoment[] {
  return [];
}
