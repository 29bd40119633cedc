/** Whom to ring with nowhere to stay tonight. */
import { usableLines } from '../content/helplines';
import type { Draft } from '../draft';

/** The council's homeless line that is open now: one always is. */
export function homeLine(d: Draft): string {
  return usableLines(d.world.now).has('councilHomelessDay') ? '0303 123 1012 (option 5)' : '0800 24 20 24 (free)';
}
