/** The questions of a call-back: when, and what to do with one that is booked. */
import { bookCall, callOff } from '../booking';
import { CALL_TIME, timesOnPage } from '../callTimes';
import { choicesOf, part } from '../content/copy';
import { askFirst, type Draft, put, say } from '../draft';
import { wayBack } from '../facts';
import { promiseContact } from '../handOver';
import type { Asking, Heard, Question } from './question';

function askTime(d: Draft, subject: string): Asking {
  const page = Number(subject) || 0;
  const times = timesOnPage(d, page).map(({ from }) => ({ id: `t${from}`, label: d.world.sayBy(from) }));
  const more = timesOnPage(d, page + 1).length > 0;
  const others = choicesOf('W-CALL-TIME').filter(({ id }) => id !== 'more' || more);
  return { parts: [part('W-CALL-TIME')], choices: [...times, ...others] };
}

function heardTime(d: Draft, heard: Heard): void {
  const { choice, subject } = heard;
  // nothing of it is an answer about them: asked again another day it is asked from its first times
  const { [heard.key]: _answer, ...answers } = d.state.answers;
  put(d, { answers });
  if (choice === 'more') {
    askFirst(d, `callTime:${(Number(subject) || 0) + 1}`);
    return;
  }
  const from = choice?.startsWith('t') ? Number(choice.slice(1)) : Number.NaN;
  if (Number.isFinite(from)) bookCall(d, from);
  // with one booked already, it stays as it is
  else if (d.state.call?.from) say(d, part('W-CALL-TO-COME', callParams(d, d.state.call.from)));
  else if (wayBack(d) !== '') promiseContact(d);
}

const callParams = (d: Draft, from: number) => ({ at: d.world.sayBy(from), phone: d.world.settings.phone });

export const bookingQuestions: readonly Question[] = [
  { id: 'callTime', kind: 'choice', ask: askTime, whenSkipped: 'none', heard: heardTime },
  {
    id: 'callChange',
    kind: 'choice',
    ask: (d) => ({
      parts: [part('W-CALL-CHANGE', { at: d.world.sayBy(d.state.call?.from ?? d.world.now.at) })],
      choices: choicesOf('W-CALL-CHANGE'),
    }),
    whenSkipped: 'keep',
    heard: (d, heard) => {
      if (heard.choice === 'off') callOff(d);
      else if (heard.choice === 'move') askFirst(d, CALL_TIME);
      else if (d.state.call?.from) say(d, part('W-CALL-TO-COME', callParams(d, d.state.call.from)));
    },
  },
];
