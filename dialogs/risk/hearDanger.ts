/** Danger in a message comes before everything else, in every state (guide.md 2.1). */
import { part } from '../content/copy';
import { askFirst, type Draft, later, put, say, settle } from '../draft';
import { namesAChoice, questionOpen } from '../openQuestion';
import type { RiskFlag } from '../types';
import { noteWorry, worriesIn } from './checks';
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
  const certain = risks.filter((flag) => !flag.unclear);
  if (certain.length > 0) {
    if (d.state.contact === 'STOPPED') raiseAfterStop(d, risks);
    else if (saysAgain(d, heard.text, certain)) {
      noteAgain(d, heard);
      return false;
    } else {
      keepIfFirstNeed(d, heard);
      raise(d, risks, heard.text);
    }
    return true;
  }
  if (worriesIn(heard).length > 0 && hearWorry(d, heard)) return true;
  // "only joking" does not close it
  if (d.state.safety && moments.includes('joking') && d.state.contact !== 'STOPPED') {
    askFirst(d, 'rjoke');
    return true;
  }
  return false;
}

/** A worry where nothing can be asked: after STOP, or while a person holds the thread. True when it took the turn. */
function hearWorry(d: Draft, heard: Words): boolean {
  const [flag] = worriesIn(heard);
  if (!flag) return false;
  const held = d.state.mode === 'advisor' || d.state.mode === 'waiting';
  if (d.state.contact !== 'STOPPED' && !held) return false;
  noteWorry(d, flag);
  if (held || d.state.repliedSinceStop) return false;
  put(d, { repliedSinceStop: true });
  say(d, part('W-FAILSAFE'));
  settle(d);
  return true;
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
  const inFlow = /^(rs|rd|rc|rh|rn|rx|rp|rf|rm|check:)/.test(key);
  return inFlow && risks.every((flag) => flag.category === open.category && !isSooner(flag.level, open.level));
}

/** What somebody wrote at "what do you need" is kept as their answer even when it also shows danger. */
function keepIfFirstNeed(d: Draft, heard: Words): void {
  if (d.state.asked?.key === 'need' && heard.reading.needs.length)
    put(d, { needs: [...new Set([...d.state.needs, ...heard.reading.needs])] });
}
