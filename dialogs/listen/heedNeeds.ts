/** Another need in words where none was asked for: it is heard, and counts first where it puts the other right. */
import { needsInWords } from '../catalogue/needs';
import { part } from '../content/copy';
import { type Draft, put, say } from '../draft';
import { needsPutRight } from '../needs/putRight';
import type { Words } from '../risk/words';
import { FROM_WORDS, lookAgain } from './keepFacts';
import { keepNote } from './notes';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** True when a need was named that was not known, and it was said back. */
export function heedNeeds(d: Draft, heard: Words): boolean {
  const { named, dropped, corrects } = needsPutRight(heard.text, heard.reading.needs);
  const fresh = named.filter((need) => !d.state.needs.includes(need));
  const [first] = fresh;
  if (first === undefined) return false;
  const others = d.state.needs.filter((need) => !dropped.includes(need));
  put(d, { needs: corrects ? [...fresh, ...others] : [...others, ...fresh], ...lookAgain(d) });
  if (corrects && others.length > 0) {
    const answer = { n: d.state.turns, at: d.world.now.at, choices: [first], skipped: false, message: FROM_WORDS };
    put(d, { answers: { ...d.state.answers, priority: answer } });
  }
  keepNote(d, heard.text);
  say(d, part('W-HEARD', { needs: capital(needsInWords(fresh)) }));
  return true;
}
