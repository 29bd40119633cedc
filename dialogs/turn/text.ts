/** Hears free text from somebody we are talking with. */
import type { Catalogue } from '../catalogue/question';
import { part } from '../content/copy';
import { askFirst, type Draft, keepSecret, put, say, settle } from '../draft';
import { answered } from '../facts';
import { passToPerson } from '../handOver';
import { answerAsked, answersIt } from '../listen/answerAsked';
import { hearShareEdit } from '../listen/editShare';
import { hold } from '../listen/held';
import { hearIdeasNow } from '../listen/ideasNow';
import { surelyMeant } from '../listen/keepFacts';
import { hearSmallTalk } from '../listen/smallTalk';
import { answerTo } from '../listen/topicAnswers';
import { asksForHelp } from '../needs/mentioned';
import { obey } from '../obey';
import { questionOpen } from '../openQuestion';
import { bidsGoodbye } from '../risk/goodbye';
import { hearAtDanger } from '../risk/hearAtDanger';
import { sayHold } from '../risk/hold';
import type { Words } from '../risk/words';
import { commandIn, isAnswerHere } from './command';
import { hearOtherLanguage, hearThirdParty, heedMoments } from './moments';
import { askAgain } from './question';

/** Who we are is a fair question from somebody who has never heard of us. */
const ASKS_WHO = /\bwho(?:'?s| is| are| ur| r)\b/i;

/** Free text from somebody we are talking with. */
export function hearText(d: Draft, heard: Words, first: boolean, catalogue: Catalogue): void {
  const { moments } = heard.reading;
  const command = commandIn(d, heard, catalogue);
  if (first) {
    // their first words are kept, so what they came to say is not asked for again
    const stranger = command === 'wrong_number' && ASKS_WHO.test(heard.text);
    const leaves = command === 'stop' || (command === 'wrong_number' && !stranger);
    if (leaves || command === 'human') {
      obey(d, command, catalogue);
      if (leaves) return;
    }
    const { asks, needs } = heard.reading;
    const told = asks === undefined || asks.value === 'unknown' || asksForHelp(heard.text);
    hold(d, heard.text, surelyMeant(heard.reading.facts ?? {}, heard.text), needs, told);
    if (asks && asks.value !== 'unknown' && command !== 'human') say(d, answerTo(d, asks.value));
    if (moments.includes('other_language')) hearOtherLanguage(d, heard.text);
    return;
  }
  if (d.state.paused) {
    put(d, { paused: false });
    if (
      answered(d, 'safeNow') &&
      d.state.answers['safeNow']?.choices[0] !== 'yes' &&
      command !== 'stop' &&
      command !== 'human'
    ) {
      // they said it was not a good time: whatever comes next, is it now comes first
      askFirst(d, 'returnSafe');
      return;
    }
    if (
      d.state.safety?.holds &&
      !questionOpen(d) &&
      d.state.agenda.length === 0 &&
      (command === 'resume' || command === 'start')
    ) {
      sayHold(d, heard);
      return;
    }
    if (command === 'resume' || command === 'start') {
      if (d.state.agenda.includes('returnSafe')) return;
      say(d, part('W-AGAIN'));
      // after a break it is put afresh
      if (d.state.asked) put(d, { asked: { ...d.state.asked, misses: 0 } });
      askAgain(d, catalogue);
      return;
    }
  }
  const goodbye = bidsGoodbye(d, command);
  if (goodbye === 'answer') {
    answerAsked(d, heard, catalogue);
    return;
  }
  if (goodbye === 'words') {
    sayHold(d, heard);
    return;
  }
  if (
    d.state.safety?.holds &&
    !questionOpen(d) &&
    (command === null || command === 'resume' || command === 'yes' || command === 'no')
  ) {
    sayHold(d, heard);
    return;
  }
  if (d.state.safety?.holds && (command === 'back' || command === 'restart' || command === 'change_answer')) {
    // going back would bring the ordinary questions with it
    sayHold(d, heard);
    return;
  }
  if (d.state.safety !== null && command === 'status' && d.state.referrals.length === 0 && !questionOpen(d)) {
    sayHold(d, heard);
    return;
  }
  if (hearAtDanger(d, heard, catalogue)) return;
  if (hearShareEdit(d, heard, catalogue)) return;
  if (hearIdeasNow(d, heard.text, catalogue)) return;
  if (command === 'human' && d.state.asked?.key === 'afterNote' && questionOpen(d)) {
    // a person is all they want, and one was told: said once more, and the questions stop
    passToPerson(d, 'asked', d.state.safety?.level ?? 'P4');
    put(d, { paused: true, agenda: [] });
    settle(d);
    return;
  }
  if (
    command !== null &&
    !isAnswerHere(d, { ...heard, reading: { ...heard.reading, command } }, catalogue) &&
    obey(d, command, catalogue)
  )
    return;
  if (command === 'someone_else' && hearThirdParty(d, heard, catalogue)) return;
  if (moments.length > 0 && heedMoments(d, moments, heard, catalogue)) return;
  if (hearSmallTalk(d, heard, catalogue)) return;
  if (d.state.safety?.holds && atAside(d) && !answersIt(d, heard, catalogue)) {
    put(d, { asked: null });
    sayHold(d, heard);
    return;
  }
  if (heard.crossed && questionOpen(d)) {
    hearCrossed(d, heard, catalogue);
    return;
  }
  answerAsked(d, heard, catalogue);
}

/** A side question of theirs is open: what does not answer it, in a talk about danger, is met as that talk. */
function atAside(d: Draft): boolean {
  return questionOpen(d) && /^(?:deleteCheck|accessHow|robot)$/.test(d.state.asked?.key ?? '');
}

/**
 * Written before they saw the question on the table, so it is no answer to it. Words that follow words of their own are
 * added to those; after a choice nobody can tell what it was for, and the question is put again.
 */
function hearCrossed(d: Draft, heard: Words, catalogue: Catalogue): void {
  const last = Object.entries(d.state.answers).sort(([, a], [, b]) => b.n - a.n)[0];
  const words = last && d.state.secrets[`said/${last[0]}`];
  if (last && words !== undefined && last[1].choices.length === 0) {
    keepSecret(d, `said/${last[0]}`, `${words}\n${heard.text}`);
    if (last[0] === 'need') put(d, { needs: [...new Set([...d.state.needs, ...heard.reading.needs])] });
    settle(d);
    return;
  }
  say(d, part('W-CROSSED'));
  askAgain(d, catalogue);
}
