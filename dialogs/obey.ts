/** Plain words that always work, wherever someone is in the conversation (guide.md 4: always on). */
import { hasAgreed } from './catalogue/opening';
import { type Catalogue, questionFor, splitKey } from './catalogue/question';
import { part, whyOf } from './content/copy';
import { askFirst, type Draft, put, say, settle, unanswer } from './draft';
import { answered } from './facts';
import { passToPerson } from './handOver';
import { putAgain, putQuestion } from './journey';
import { giveNothingAway, leaveFor, stopForGood } from './leaving';
import { sayStatus } from './status';
import { ticket } from './ticket';
import type { Command } from './types';

/** They said no to keeping details; saying hello again lets them think about it again. */
function refused(d: Draft): boolean {
  return answered(d, 'consent') && !hasAgreed(d) && d.state.agenda.length === 0;
}

/** Asks again whatever was on the table. */
function carryOn(d: Draft, catalogue: Catalogue): void {
  const key = d.state.asked?.key;
  if (key !== undefined && !answered(d, key) && questionFor(catalogue, key)) {
    putAgain(d, catalogue, key);
    settle(d);
  }
}

function goBack(d: Draft, catalogue: Catalogue): void {
  const asides = new Set(catalogue.asides.map((question) => question.id));
  const last = Object.entries(d.state.answers)
    .filter(
      ([key]) => !asides.has(splitKey(key).id) && splitKey(key).subject === '' && key !== 'consent' && key !== 'start',
    )
    .sort(([, a], [, b]) => b.n - a.n)[0];
  if (!last) {
    say(d, part('W-BACK-NO'));
    carryOn(d, catalogue);
    return;
  }
  say(d, part('W-BACK'));
  const [key] = last;
  unanswer(d, key);
  put(d, {
    asked: null,
    journeyKey: key,
    agenda: [],
    matched: false,
    options: [],
    ...(key === 'need' ? { needs: [] } : {}),
  });
  putQuestion(d, catalogue, key, true);
  settle(d);
}

function pause(d: Draft): void {
  leaveFor(d);
  // three words that carry on from another phone; never shown where someone else may look
  for (const parts of ticket(d, true)) say(d, ...parts);
}

function clearHistory(d: Draft): void {
  const channel = d.state.channel;
  say(d, part(channel === 'web' ? 'C6-WEB' : channel === 'whatsapp' ? 'C6-WA' : 'C6-SMS'));
}

function why(d: Draft): void {
  const reason = d.state.asked ? whyOf(d.state.asked.message) : null;
  say(
    d,
    reason
      ? part('W-WHY', { why: reason.toLowerCase().startsWith('so ') ? reason.toLowerCase() : reason })
      : part('W-WHY-ANY'),
  );
}

/** Does what a command says. False when it is an answer rather than a command (yes, no, skip, not sure). */
export function obey(d: Draft, command: Command, catalogue: Catalogue): boolean {
  switch (command) {
    case 'yes':
    case 'no':
    case 'skip':
    case 'dont_know':
      return false;
    case 'menu': {
      // at "what do you need" it picks the list; anywhere else it is help
      if (d.state.asked?.key === 'need' || d.state.asked?.key === 'ethnicity') return false;
      say(d, part('W-HELP'));
      carryOn(d, catalogue);
      return true;
    }
    case 'stop':
      stopForGood(d);
      return true;
    case 'wrong_number':
      giveNothingAway(d, 'wrong number');
      return true;
    case 'human':
      passToPerson(d, 'asked', d.state.safety?.holds ? d.state.safety.level : 'P4');
      return true;
    case 'back':
      goBack(d, catalogue);
      return true;
    case 'pause':
      pause(d);
      return true;
    case 'resume':
    case 'start':
      if (refused(d)) {
        unanswer(d, 'consent', 'consentMore', 'refused');
        put(d, { journeyKey: null });
        return true;
      }
      if (d.state.mode === 'finished' && !d.state.safety?.holds) askFirst(d, 'returnHow');
      else carryOn(d, catalogue);
      return true;
    case 'help':
      if (d.state.safety?.holds) {
        say(d, part('W-HELP'));
        carryOn(d, catalogue);
      } else askFirst(d, 'helpWhich');
      return true;
    case 'restart':
      askFirst(d, 'restart');
      return true;
    case 'change_answer':
      askFirst(d, 'change');
      return true;
    case 'delete_my_data':
      askFirst(d, 'deleteCheck');
      return true;
    case 'access_my_data':
      askFirst(d, 'accessHow');
      return true;
    case 'who_are_you':
      askFirst(d, 'robot');
      return true;
    case 'privacy':
      say(d, part('X22'));
      carryOn(d, catalogue);
      return true;
    case 'someone_else':
      // writing for somebody is a moment, not a command: it is heard with everything else in the message
      return false;
    case 'complaint':
      // telling it is the answer, not another complaint
      if (d.state.asked?.key.startsWith('complaint')) return false;
      askFirst(d, 'complaint');
      return true;
    case 'status':
      sayStatus(d);
      carryOn(d, catalogue);
      return true;
    case 'why':
      why(d);
      carryOn(d, catalogue);
      return true;
    case 'clear_history':
      clearHistory(d);
      carryOn(d, catalogue);
      return true;
  }
}
