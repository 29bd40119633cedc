/** How much of the danger in these lines is still raised when their words are spoilt, a way at a time. */
import type { Reading } from '../../../dialogs/types';
import type { RiskLine } from '../learning/corpus';
import { share } from './figures';
import { flagsOf } from './scoreRisk';
import { SPOIL_NAMES, type SpoilName, spoilt } from './spoilt';

export interface SpoiltScore {
  /** lines of danger */
  readonly n: number;
  /** share raised as they were written */
  readonly whole: number;
  /** share raised of the same lines, by how they were spoilt */
  readonly raised: Readonly<Record<SpoilName, number>>;
}

export function scoreSpoilt(read: (text: string) => Reading, lines: readonly RiskLine[]): SpoiltScore {
  const texts = lines.filter(({ risk }) => risk !== 'none').map(({ text }) => text);
  const raisedOf = (some: readonly string[]) =>
    share(some.filter((text) => flagsOf(read(text)).raised.length > 0).length, some.length);
  const raised: Record<SpoilName, number> = {
    typos: 0,
    droppedSpaces: 0,
    repeatedLetters: 0,
    emojiInside: 0,
    lookAlikes: 0,
    letterCase: 0,
  };
  for (const name of SPOIL_NAMES) raised[name] = raisedOf(spoilt(texts, name));
  return { n: texts.length, whole: raisedOf(texts), raised };
}
