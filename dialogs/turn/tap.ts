/** A tap as it comes in, and words typed beside it. */
import { type Catalogue, questionFor } from '../catalogue/question';
import { type Draft, keepSecret, put } from '../draft';
import { answered } from '../facts';
import type { Words } from '../risk/words';
import type { ConversationState, Said } from '../types';

/** A tap the page or a phone can always offer, whatever is being asked. */
export const CONTROL = 'command~';

/** "key~pick", or several at once with commas between. Picks of two questions at once are no tap at all. */
export function readTap(id: string, asked: string): { readonly key: string; readonly picks: readonly string[] } {
  const taps = id
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const cut = one.lastIndexOf('~');
      return { key: cut < 0 ? null : one.slice(0, cut), pick: one.slice(cut + 1) };
    });
  const key = taps[0]?.key ?? asked;
  const together = taps.every((tap) => tap.key === null || tap.key === key);
  return { key, picks: together ? taps.map((tap) => tap.pick) : [] };
}

/** Words typed beside a button that mean more than it does (a worry, a code word, a stop, a person) are heard alone. */
export function wordsBeforeButton(state: ConversationState, said: Exclude<Said, { kind: 'happened' }>): typeof said {
  if (said.kind !== 'choice' || said.beside === undefined) return said;
  const { beside } = said;
  const { command } = beside.reading;
  const asked = state.asked?.key ?? '';
  const alone =
    // a button of an earlier page says nothing any more, the words do
    (!said.id.startsWith(CONTROL) && readTap(said.id, asked).key !== asked) ||
    beside.isCodeWord ||
    // a worry gets its gentle question, and somebody coming in gets nothing else on the screen
    (beside.reading.checks ?? []).length > 0 ||
    beside.reading.moments.includes('someone_coming') ||
    state.contact === 'STOPPED' ||
    state.mode === 'advisor' ||
    state.mode === 'waiting' ||
    command === 'stop' ||
    command === 'wrong_number' ||
    command === 'human';
  return alone ? { kind: 'text', ...beside } : said;
}

/** Words typed beside a button that was not itself an answer (skip, back, a person) are kept in their own words. */
export function keepBeside(d: Draft, key: string | undefined, heard: Words, catalogue: Catalogue): void {
  if (key !== undefined && questionFor(catalogue, key)?.hidden === true) {
    d.hideSaid = true;
    return;
  }
  if (heard.reading.needs.length > 0 && !answered(d, 'need')) {
    keepSecret(d, 'firstWords', heard.text);
    put(d, { needs: [...new Set([...d.state.needs, ...heard.reading.needs])] });
    return;
  }
  const field = `said/beside${d.state.turns}`;
  keepSecret(d, field, heard.text);
}
