/** After a talk about danger, "I'm not safe" and "I lied" take back what was said of being safe: danger again. */
import type { Draft } from '../draft';
import { questionOpen } from '../openQuestion';
import { type TakenBack, takesBackSafe } from '../safety/notSafe';
import type { RiskCategory, RiskFlag } from '../types';
import { suicidal } from './checks';
import type { Words } from './words';

/** Where "not safe" is already read as the answer to what was asked. */
const ASKS_IT = /^(?:rs[13]$|rp1$|rsh$|check:suicide)/;

/** What "not safe" is about here; null where no such danger was spoken of. */
function spokenOf({ state }: Draft): RiskCategory | null {
  const category = state.safety?.category;
  if (category === 'danger_now') return 'danger_now';
  if (category !== undefined && (suicidal.has(category) || category === 'psychosis_distress')) return 'suicide_act';
  return state.checks.some((one) => suicidal.has(one.category) && one.answer !== 'open') ? 'suicide_act' : null;
}

/** Danger told of before, and now they say they are not safe, or were not honest. `low` is asked about once more. */
export function notSafeAfter(d: Draft, { text }: Words): RiskFlag | null {
  const about = spokenOf(d);
  if (about === null || d.state.locked || d.state.mode === 'advisor') return null;
  if (questionOpen(d) && ASKS_IT.test(d.state.asked?.key ?? '')) return null;
  const said = takesBackSafe(text);
  return said === null ? null : flagOf(d, about, said, text);
}

function flagOf(d: Draft, about: RiskCategory, said: NonNullable<TakenBack>, text: string): RiskFlag {
  const isNow = said === 'unsafe' || d.state.safety?.level === 'P0';
  return {
    category: isNow ? about : 'suicide_thoughts',
    level: isNow ? 'P0' : 'P1',
    rule: `not-safe:${said}`,
    words: text.slice(0, 300),
    aboutOther: false,
    unclear: false,
  };
}
