/** What was said is not an answer: kept when it carries meaning, the question made smaller once, and then let go. */
import { takeAnswer } from '../answers/takeAnswer';
import { hasAgreed } from '../catalogue/opening';
import { type Catalogue, questionFor, splitKey } from '../catalogue/question';
import { part } from '../content/copy';
import { askFirst, type Draft, put, say, settle } from '../draft';
import { passToPerson } from '../handOver';
import { putAgain } from '../journey';
import type { Words } from '../risk/words';
import { holdWords } from './held';
import { keepNote, sayKept } from './notes';

/** Letters in it that make at least one word of three. */
function carriesMeaning(text: string): boolean {
  return /\p{L}{3,}/u.test(text);
}

/** Questions that only a clear answer moves on from: nobody is carried past them, and silence there is no refusal. */
export const NEVER_SKIPPED: ReadonlySet<string> = new Set([
  'start',
  'consent',
  'consentMore',
  'share',
  'nextOption',
  'returnSafe',
]);

/**
 * Nothing in the message answers the question on the table. `heardBack`: something else in it was heard and already
 * said back. First the question again, smaller; then it is left where it can be; nobody is asked a third time running.
 */
export function notHeard(d: Draft, heard: Words, heardBack: boolean, catalogue: Catalogue): void {
  const asked = d.state.asked;
  if (!asked) return;
  const id = splitKey(asked.key).id;
  const again = asked.misses > 0;
  const meaning = carriesMeaning(heard.text);
  if (!heardBack && meaning && hasAgreed(d)) {
    keepNote(d, heard.text);
    sayKept(d, heard.text);
  } else if (!heardBack && meaning) {
    holdWords(d, heard.text);
    if (!again) say(d, part('W-FIRST-OPEN'));
  } else if (!heardBack && !again) say(d, part('X26'));
  if (id === 'options' && meaning && hasAgreed(d)) {
    // what they want is in their words, on none of the lines: somebody who knows the places can read it
    takeAnswer(d, { choices: ['help'] }, catalogue);
    return;
  }
  if (!again && !(id === 'safeAlternative' && meaning)) {
    putAgain(d, catalogue, asked.key);
    settle(d);
    return;
  }
  leaveIt(d, id, catalogue);
}

/** Asked twice already: it is let go, or a person and a number are offered where only an answer moves on. */
function leaveIt(d: Draft, id: string, catalogue: Catalogue): void {
  const asked = d.state.asked;
  if (!asked) return;
  if (NEVER_SKIPPED.has(id)) {
    const { settings, team } = d.world;
    say(d, part('W-YES-NEEDED', { phone: settings.phone, hours: team.hours }));
    put(d, { asked: { ...asked, misses: 0 } });
    settle(d);
    return;
  }
  if (id === 'need') {
    // their own words are kept; the list comes second
    takeAnswer(d, { choices: ['menu'] }, catalogue);
    return;
  }
  if (id === 'needMenu') {
    say(d, part('W-MOVE-ON'));
    takeAnswer(d, { choices: ['else'] }, catalogue);
    passToPerson(d, 'notUnderstood', 'P4');
    return;
  }
  say(d, part('W-MOVE-ON'));
  // nobody is led into more questions by not being understood
  takeAnswer(d, id === 'pace' ? { choices: ['now'] } : { choices: [], skipped: true }, catalogue);
}

/** "Not sure": X5 where the question stands in the journey, let go where it is a side question. */
export function notSure(d: Draft, catalogue: Catalogue): void {
  const key = d.state.asked?.key;
  if (key === undefined) return;
  const inJourney = catalogue.journey.some((one) => one.id === splitKey(key).id);
  if (!questionFor(catalogue, key)) return;
  askFirst(d, 'unsure', ...(inJourney ? [] : [key]));
}
