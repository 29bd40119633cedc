/** A second opinion on a message, asked where it can matter and where nothing private need be sent. */
import type { Reading } from '../../../dialogs/types';
import { addClu, type Disagreement } from './add';
import type { AskClu, CluFault } from './ask';

/** The reading with what the cloud adds. Never throws; without an answer, the reading as it was. */
export type SecondOpinion = (text: string, reading: Reading, asking: string | null) => Promise<Reading>;

/** What is counted of it: labels and outcomes, never words. */
export interface Told {
  readonly disagreed: (found: Disagreement) => void;
  readonly asked: (outcome: 'answered' | CluFault) => void;
}

/** Answers to these are somebody's name, number, address or code word: they never leave us. */
const PRIVATE_QUESTIONS = /(?:name|number|email|sender|phrase|code|trusted|age|avoid)/i;
/** An address or a number in any other message is left out of what is sent. */
const ADDRESSES = /[^\s@]{1,64}@[^\s@]{1,255}/g;
const NUMBERS = /\+?\d[\d\s().-]{5,24}\d/g;
/** How much of a message is looked at, in characters; the service takes no more. */
const LOOKED_AT = 1_000;

/** Makes the second opinion on a way to ask. */
export function createSecondOpinion(ask: AskClu, told: Told): SecondOpinion {
  return async (text, reading, asking) => {
    if (!isWorthAsking(text, reading) || PRIVATE_QUESTIONS.test(asking ?? '')) return reading;
    const result = await ask(withoutDetails(text));
    if (result.kind === 'failed') {
      told.asked(result.why);
      return reading;
    }
    told.asked('answered');
    const { reading: added, disagreements } = addClu(reading, text, result.intents);
    for (const one of disagreements) told.disagreed(one);
    return added;
  };
}

/** Not about a plain command, a word alone, or danger that is certain: whoever is in it waits for nothing. */
function isWorthAsking(text: string, { risks, command }: Reading): boolean {
  if (command !== null || risks === 'failed' || risks.length > 0) return false;
  const start = text.slice(0, LOOKED_AT).trim();
  return /\s/.test(start) && /\p{L}{2}/u.test(start);
}

function withoutDetails(text: string): string {
  return text.slice(0, LOOKED_AT).replace(ADDRESSES, '(email)').replace(NUMBERS, '(number)');
}
