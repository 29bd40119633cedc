/** Hears a tap: an answer to the question on the table, or one of the controls. */
import { takeAnswer } from '../answers/takeAnswer';
import type { Catalogue } from '../catalogue/question';
import { part } from '../content/copy';
import { type Draft, put, say, settle } from '../draft';
import { answered } from '../facts';
import { frozenAsked } from '../journey';
import type { Words } from '../risk/words';
import { askAgain } from './question';
import { CONTROL, keepBeside, readTap } from './tap';
import { hearText } from './text';

/** A tap. One from an earlier question is never taken for an answer to this one. */
export function hearChoice(d: Draft, id: string, label: string, catalogue: Catalogue, beside?: Words): void {
  if (d.state.contact === 'STOPPED') {
    settle(d);
    return;
  }
  if (id.startsWith(CONTROL)) {
    if (beside !== undefined) keepBeside(d, d.state.asked?.key, beside, catalogue);
    hearControl(d, id.slice(CONTROL.length), label, catalogue);
    return;
  }
  const { key, picks } = readTap(id, d.state.asked?.key ?? '');
  const frozen = frozenAsked(d);
  const known = picks.every((pick) => frozen.choices.some((choice) => choice.id === pick));
  const asks = d.state.asked?.key === key && !answered(d, key) && known && picks.length > 0;
  // an answer to the need is the one that words beside it belong to; beside any other they are kept for the team
  const isNeed = asks && (key === 'need' || key === 'needMenu') && !picks.includes('skip');
  if (beside !== undefined && !isNeed) keepBeside(d, key, beside, catalogue);
  if (!asks) {
    say(d, part('W-STALE'));
    askAgain(d, catalogue);
    return;
  }
  put(d, { paused: false });
  if (picks.includes('skip') && key !== 'unsure') takeAnswer(d, { choices: [], skipped: true }, catalogue);
  else if (isNeed && beside)
    takeAnswer(d, { choices: picks, text: beside.text, needs: beside.reading.needs }, catalogue);
  else takeAnswer(d, { choices: picks }, catalogue);
}

const controls = {
  skip: 'skip',
  back: 'back',
  pause: 'pause',
  help: 'help',
  human: 'human',
  status: 'status',
  stop: 'stop',
  resume: 'resume',
} as const;

function hearControl(d: Draft, name: string, label: string, catalogue: Catalogue): void {
  const command = Object.hasOwn(controls, name) ? controls[name as keyof typeof controls] : undefined;
  if (command === undefined) {
    say(d, part('W-STALE'));
    askAgain(d, catalogue);
    return;
  }
  hearText(d, { text: label, reading: { risks: [], command, needs: [], moments: [] } }, false, catalogue);
}
