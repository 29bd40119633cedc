/** The question on the table: put again, and what it takes. */
import { hasAgreed } from '../catalogue/opening';
import { type Catalogue, questionFor } from '../catalogue/question';
import { type Draft, settle } from '../draft';
import { answered } from '../facts';
import { putAgain } from '../journey';
import { questionOpen } from '../openQuestion';

export function askAgain(d: Draft, catalogue: Catalogue): void {
  const key = d.state.asked?.key;
  if (key !== undefined && !answered(d, key) && d.state.agenda.length === 0 && questionFor(catalogue, key)) {
    putAgain(d, catalogue, key);
    settle(d);
  }
}

/** They are telling us what they need, or have not come to it yet. */
export function tellsNeed(d: Draft): boolean {
  return (
    questionOpen(d) &&
    (!hasAgreed(d) || ['need', 'notes', 'anythingElse', 'alsoNeed'].includes(d.state.asked?.key ?? ''))
  );
}

export function takesWords(d: Draft, catalogue: Catalogue): boolean {
  const question = d.state.asked ? questionFor(catalogue, d.state.asked.key) : undefined;
  return question?.kind === 'choiceOrText' || question?.kind === 'text';
}
