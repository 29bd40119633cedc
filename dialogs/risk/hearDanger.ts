/** Danger in a message comes before everything else, in every state (guide.md 2.1). */
import { askFirst, type Draft, later, put } from '../draft';
import { namesAChoice, questionOpen } from '../openQuestion';
import type { RiskFlag } from '../types';
import { noteAgain } from './hold';
import { isSooner } from './levels';
import { quietAtOnce, raise, raiseAfterStop } from './raise';
import type { Words } from './words';

/** Danger comes before everything else, in every state (guide.md 2.1). True when it took the turn. */
export function hearDanger(d: Draft, heard: Words): boolean {
  const { risks, moments } = heard.reading;
  if (risks === 'failed') {
    later(d, 'alert', { to: 'duty', why: 'the detector failed', level: 'P2', riskId: '' });
    if (d.state.contact === 'STOPPED') return false;
    askFirst(d, 'care');
    return true;
  }
  if (risks.length > 0) {
    if (d.state.contact === 'STOPPED') raiseAfterStop(d, risks);
    else if (saysAgain(d, heard.text, risks)) {
      noteAgain(d, heard);
      return false;
    } else {
      keepIfFirstNeed(d, heard);
      raise(d, risks);
    }
    return true;
  }
  // "only joking" does not close it
  if (d.state.safety && moments.includes('joking') && d.state.contact !== 'STOPPED') {
    askFirst(d, 'rjoke');
    return true;
  }
  return false;
}

/**
 * The same danger, no sooner than before, in answer to what we asked about it; or one of the choices we gave. Then it
 * is the answer. Where somebody may be watching, the question is put again instead.
 */
function saysAgain(d: Draft, text: string, risks: readonly RiskFlag[]): boolean {
  if (namesAChoice(d, text, '')) return true;
  const open = d.state.safety;
  const key = d.state.asked?.key;
  if (!open || !questionOpen(d) || key === undefined || quietAtOnce.has(open.category)) return false;
  const inFlow = /^(rs|rd|rc|rh|rn|rx|rp|rf)/.test(key);
  return inFlow && risks.every((flag) => flag.category === open.category && !isSooner(flag.level, open.level));
}

/** What somebody wrote at "what do you need" is kept as their answer even when it also shows danger. */
function keepIfFirstNeed(d: Draft, heard: Words): void {
  if (d.state.asked?.key === 'need' && heard.reading.needs.length)
    put(d, { needs: [...new Set([...d.state.needs, ...heard.reading.needs])] });
}
