/** Danger in a message comes before everything else, in every state (guide.md 2.1). */
import { part } from '../content/copy';
import { askFirst, type Draft, keepSecret, later, put, say, settle } from '../draft';
import { answered } from '../facts';
import { namesAChoice, questionOpen } from '../openQuestion';
import type { Need, RiskCategory, RiskFlag } from '../types';
import { hasNumber } from './answers';
import { ownsUp } from './askedOfUs';
import { calledHelp } from './calledHelp';
import { dangerAsked, isLikeness, noteWorry, sameKind, suicidal, worriesIn } from './checks';
import { noteAgain } from './hold';
import { isSooner, quietAtOnce } from './levels';
import { notSafeAfter } from './notSafeAfter';
import { raise, raiseAfterStop, replyAfterStop } from './raise';
import { askedInQuiet, forbidsNumber } from './safeToChat';
import type { Words } from './words';

/** Danger comes before everything else, in every state (guide.md 2.1). True when it took the turn. */
export function hearDanger(d: Draft, heard: Words): boolean {
  const { risks, moments } = heard.reading;
  if (risks === 'failed') {
    later(d, 'alert', { to: 'duty', why: 'the detector failed', level: 'P2', riskId: '' });
    // after STOP nothing is said; beside one of us nothing need be
    if (d.state.contact === 'STOPPED' || d.state.mode === 'advisor') return false;
    askFirst(d, 'care');
    return true;
  }
  const taken = notSafeAfter(d, heard);
  const heardNow = risks.filter((flag) => !flag.unclear);
  // "I don't trust myself" after a talk about dying is about that, beside whatever else it may be
  const certain = taken?.level === 'P0' && heardNow.length > 0 ? [taken, ...heardNow] : heardNow;
  if (certain.length > 0 && !worrySooner(heard, certain)) {
    if (d.state.contact === 'STOPPED') raiseAfterStop(d, certain);
    else if (saysAgain(d, heard.text, certain)) {
      noteAgain(d, heard);
      return false;
    } else {
      keepIfFirstNeed(d, heard);
      noteUnsettled(d, certain);
      raise(d, certain, heard.text);
    }
    return true;
  }
  const other = theirOwn(d, heard) ?? otherDanger(d, heard) ?? worseSince(d, heard) ?? taken;
  if (other !== null && d.state.contact === 'STOPPED') {
    raiseAfterStop(d, [other]);
    return true;
  }
  if (other !== null) {
    noteUnsettled(d, [other]);
    raise(d, [other], heard.text);
    return true;
  }
  // what is certain but can wait for the answer is written down all the same
  for (const flag of certain) noteWorry(d, flag);
  if (worriesIn(heard).length > 0 && hearWorry(d, heard)) return true;
  // "only joking" does not close it
  const held = d.state.mode === 'advisor';
  if (d.state.safety && moments.includes('joking') && d.state.contact !== 'STOPPED' && !held) {
    askFirst(d, 'rjoke');
    return true;
  }
  return false;
}

/** "My da's dying and I cannae cope": whether they mean to die is asked first; not coping can wait for the answer. */
function worrySooner(heard: Words, certain: readonly RiskFlag[]): boolean {
  const [worry] = worriesIn(heard);
  return worry !== undefined && certain.every((flag) => isSooner(worry.level, flag.level));
}

/**
 * Asked about one danger they tell of another, in words a rule knows but is not sure of: two worries are no longer a
 * guess. "Stuck for a bed tonight?" "just wouldn't mind not waking up" is about wanting to die, not about a bed.
 */
function otherDanger(d: Draft, heard: Words): RiskFlag | null {
  const { contact, mode } = d.state;
  const about = dangerAbout(d);
  if (about === null || contact === 'STOPPED' || mode === 'advisor' || namesAChoice(d, heard.text, '')) return null;
  const found = worriesIn(heard).find(
    ({ category, rule, level }) =>
      !isLikeness(rule) && !sameKind(category, about) && (suicidal.has(category) || level === 'P0'),
  );
  return found === undefined ? null : { ...found, unclear: false };
}

/** Somebody to talk with who is not yet beside them, and has not been told to stop. */
function isOurs(d: Draft): boolean {
  const { contact, mode } = d.state;
  return contact !== 'STOPPED' && mode !== 'advisor' && mode !== 'waiting';
}

/** Asked about a friend, they say there is no friend: it is their own life, and it is asked about as theirs. */
function theirOwn(d: Draft, { text }: Words): RiskFlag | null {
  const about = d.state.checks.find(({ category, aboutOther }) => suicidal.has(category) && aboutOther);
  const open = dangerAsked(d) && about !== undefined && d.state.asked?.key === `check:${about.category}`;
  const held = d.state.safety !== null && suicidal.has(d.state.safety.category) && d.state.asked?.key === 'rmThem';
  const asked = d.state.safety !== null && suicidal.has(d.state.safety.category) && answered(d, 'rmThem');
  if (!isOurs(d) || !ownsUp(text) || !(open || held || asked)) return null;
  return {
    category: 'suicide_thoughts',
    level: 'P1',
    rule: 'owns-up',
    words: text.slice(0, 300),
    aboutOther: false,
    unclear: false,
  };
}

/** Danger was told of before, and now come words that may be of an act: it is asked about afresh, not noted (calm after despair). */
function worseSince(d: Draft, heard: Words): RiskFlag | null {
  const asking = questionOpen(d) && /^(?:rs[13]$|check:)/.test(d.state.asked?.key ?? '');
  if (!d.state.safety?.holds || !isOurs(d) || asking) return null;
  const found = worriesIn(heard).find(
    ({ category, rule, level }) => !isLikeness(rule) && suicidal.has(category) && level === 'P0',
  );
  return found === undefined ? null : { ...found, category: 'suicide_act', unclear: false };
}

/** The danger the question on the table is about; null where none is. */
function dangerAbout(d: Draft): RiskCategory | null {
  if (!dangerAsked(d)) return null;
  const key = d.state.asked?.key ?? '';
  const open = d.state.checks.find(({ category }) => key === `check:${category}`);
  return open?.category ?? d.state.safety?.category ?? null;
}

/** A gentle question that other danger came before is not settled: a person reads of it. */
function noteUnsettled(d: Draft, risks: readonly RiskFlag[]): void {
  const key = d.state.asked?.key ?? '';
  const open = d.state.checks.find(({ category }) => key === `check:${category}`);
  if (open === undefined || !dangerAsked(d) || risks.some(({ category }) => sameKind(category, open.category))) return;
  const { category, level, rule, aboutOther } = open;
  const words = d.state.secrets[`check/${category}`] ?? '';
  noteWorry(d, { category, level, rule, aboutOther, words, unclear: true }, 'P1');
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
  say(d, flag.category === 'no_shelter_tonight' ? replyAfterStop(d, flag) : part('W-FAILSAFE'));
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
  const same =
    open !== null && risks.every((flag) => flag.category === open.category && !isSooner(flag.level, open.level));
  // "I've phoned 999, it was paracetamol she took": they did what was asked, and are not asked to again
  if (same && open.category === 'medical_emergency' && calledHelp(text, true) === 'called') return true;
  if (!open || !questionOpen(d) || key === undefined) return false;
  // "he checks my phone" is how not to reach them, and what they ask about it is answered
  if (same && (forbidsNumber(text) || hasNumber(text) || askedInQuiet(text) !== null)) return true;
  if (quietAtOnce.has(open.category)) return false;
  const inFlow = /^(rs|rd|rc|rh|rn|rx|rp|rf|rm|check:)/.test(key);
  return inFlow && same;
}

/** The need behind a danger, so that nobody who has told it all is asked what they need. */
const needBehind: Partial<Record<RiskCategory, Need>> = {
  no_food_or_heat: 'essentials',
  no_shelter_tonight: 'housing',
  self_neglect: 'structure',
  domestic_abuse: 'domestic_abuse',
  exploitation: 'rights',
  suicide_act: 'mental_health',
  suicide_thoughts: 'mental_health',
  self_harm: 'mental_health',
  psychosis_distress: 'mental_health',
};

/** What somebody wrote at "what do you need" is kept as their answer even when it also shows danger. */
function keepIfFirstNeed(d: Draft, heard: Words): void {
  if (d.state.asked?.key !== 'need') return;
  const [gravest] = heard.reading.risks === 'failed' ? [] : heard.reading.risks;
  const behind = gravest && needBehind[gravest.category];
  const found = heard.reading.needs.length > 0 ? heard.reading.needs : behind ? [behind] : [];
  if (found.length === 0) return;
  const answer = { n: d.state.turns, at: d.world.now.at, choices: [], skipped: false, message: d.state.asked.message };
  put(d, { needs: [...new Set([...d.state.needs, ...found])], answers: { ...d.state.answers, need: answer } });
  keepSecret(d, 'said/need', heard.text);
}
