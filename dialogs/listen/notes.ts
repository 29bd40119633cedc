/** Words of theirs that fit no question: kept for the team, and said to be kept. */
import { part } from '../content/copy';
import { type Draft, keepSecret, say } from '../draft';

/** The longest words of theirs that are said back, in characters: more would be a text of its own. */
const LONGEST_ECHO = 70;

/** Their own words, kept for the team beside what they told us (never before they agreed). */
export function keepNote(d: Draft, text: string): void {
  const before = d.state.secrets['said/notes'];
  keepSecret(d, 'said/notes', (before === undefined ? text : `${before}\n${text}`).slice(-4000));
}

/** Says that it was kept, in their own words where that is safe and short. */
export function sayKept(d: Draft, text: string): void {
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!?"\u201c\u201d\s]+$/g, '');
  const echo = d.state.contact === 'OPEN' && words.length <= LONGEST_ECHO && /^[ -z|~]*$/.test(words);
  say(d, echo ? part('W-KEPT', { words }) : part('W-KEPT-LONG'));
}
