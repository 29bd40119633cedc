/** What is said when nothing can be kept: the fixed crisis text for what was written, and always a phone number. */
import { choicesOf, part, wordsOf } from '../../dialogs/content/copy';
import type { Part, Reply } from '../../dialogs/content/words';
import { fixedReply } from '../../dialogs/risk/raise';
import type { Reading } from '../../dialogs/types';

const bubbleOf = (...parts: readonly Part[]): Reply => ({ parts, choices: [], many: false, from: 'bot', toGo: 0 });

/** The replies when the store is down (DESIGN.md 6: the person still gets the crisis text). Never throws. */
export function repliesWithoutStore(reading: Reading | null, phone: string): readonly Reply[] {
  const fault = bubbleOf(part('X27', { phone }));
  const voices = bubbleOf(part('W-FAILSAFE'));
  const flag = reading && reading.risks !== 'failed' ? reading.risks[0] : undefined;
  if (!flag) return [fault, voices];
  // nobody can be asked to call while nothing can be kept, so only replies that promise nothing are used
  if (flag.category === 'suicide_thoughts' || flag.category === 'self_harm') return [voices, fault];
  const fixed = fixedReply(flag, false);
  return fixed.id === 'W-FAILSAFE' ? [voices, fault] : [bubbleOf(fixed), voices, fault];
}

/** The words of the first screen: guide A1 to A3 and B1 to B2 made short, then B3. The greeting in the thread says the same. */
export const firstScreenWords: readonly string[] = [
  part('W-WHO'),
  part('W-CHARGE'),
  part('A3-WEB'),
  part('W-KEEP'),
  part('B3'),
].map(wordsOf);

/** The buttons of the first screen, which is on the page before there is any conversation. */
export const firstScreenChoices = choicesOf('B3').map((choice) => ({ ...choice, id: `consent~${choice.id}` }));
