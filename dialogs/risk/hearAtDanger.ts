/** At a question about danger every word is an answer: never "I didn't catch that", never an aside (changes 1). */
import { takeAnswer } from '../answers/takeAnswer';
import { understandAnswer } from '../answers/understandAnswer';
import { type Catalogue, questionFor } from '../catalogue/question';
import { type Draft, settle } from '../draft';
import { frozenAsked, putAgain } from '../journey';
import { answerBack } from '../listen/answerAsked';
import type { Command } from '../types';
import { askedOfUs } from './askedOfUs';
import { dangerAsked } from './checks';
import { sayWhen } from './hold';
import { askedInQuiet, forbidsNumber } from './safeToChat';
import type { Words } from './words';

/** What is still done when it is said at a question about danger. */
const obeyed: ReadonlySet<Command> = new Set([
  'stop',
  'wrong_number',
  'human',
  'delete_my_data',
  'access_my_data',
  'complaint',
]);

/** Takes the message as an answer about danger. False when no such question is open, or when it is a wish that comes first. */
export function hearAtDanger(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  const asked = d.state.asked;
  if (!asked || !dangerAsked(d)) return false;
  const { command, moments, asks } = heard.reading;
  if (command !== null && obeyed.has(command)) return false;
  if (moments.includes('other_language') || moments.includes('deaf') || moments.includes('abuse_of_staff'))
    return false;
  if (command === 'status') {
    sayWhen(d);
    if (frozenAsked(d).choices.length > 0) putAgain(d, catalogue, asked.key);
    settle(d);
    return true;
  }
  const question = questionFor(catalogue, asked.key);
  const { choices } = frozenAsked(d);
  const found = understandAnswer(question?.kind ?? 'choiceOrText', choices, heard.text, null, false);
  const picked = found.kind === 'answer' ? found.choices : [];
  const inQuiet = forbidsNumber(heard.text) ? null : askedInQuiet(heard.text);
  const ofUs = d.state.contact === 'OPEN' ? askedOfUs(heard.text) : inQuiet;
  const topic = asks && asks.value !== 'unknown' ? asks.value : ofUs;
  if (picked.length === 0 && topic !== null && asked.misses === 0) {
    answerBack(d, topic, heard.text, catalogue);
    settle(d);
    return true;
  }
  if (command === 'skip') takeAnswer(d, { choices: [], skipped: true }, catalogue);
  else takeAnswer(d, { choices: picked, text: heard.text }, catalogue);
  return true;
}
