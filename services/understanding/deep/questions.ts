/** At some questions an answer is seldom danger: how much more it takes there, in log odds of the joined judgement. */
import { kindOfQuestion } from '../danger/atQuestion';

const MORE_AT = { closed: 2.5, mild: 1.4, open: 0 };
/** First words are often said in place of its answer: they are heard fully. */
const OPENS = 'start';

/** `question` is its catalogue id, or empty. */
export function shiftAt(question: string): number {
  return question === OPENS ? MORE_AT.open : MORE_AT[kindOfQuestion(question)];
}
