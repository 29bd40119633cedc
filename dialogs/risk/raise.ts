/** When a message or a button shows danger: write it down, stop the questions, give the fixed reply (guide.md 2.1 to 2.5). */
import { part } from '../content/copy';
import type { Part } from '../content/words';
import { askFirst, type Draft, keepSecret, later, put, say, settle } from '../draft';
import { leaveNote } from '../handOver';
import { giveNothingAway } from '../leaving';
import type { Level, RiskCategory, RiskFlag } from '../types';
import { toldAfterStop } from './afterStop';
import { saysYoung } from './answers';
import { tellsOfAssault } from './assault';
import { isYoung } from './checks';
import { isHungerAlone } from './foodAsked';
import { homeLine } from './homeLine';
import { inOrderOfUrgency, isSooner, quietAtOnce } from './levels';

/** The first reply to each category (guide.md 2.3). `ask` names the risk question that waits for an answer. */
interface FirstReply {
  readonly say: readonly Part[];
  readonly ask: readonly string[];
}

function firstReply(d: Draft, flag: RiskFlag, young: boolean, text = ''): FirstReply {
  switch (flag.category) {
    case 'suicide_act':
      // RS1 alone: one question at a time (changes 1)
      return { say: [], ask: [flag.aboutOther ? 'rmThem' : 'rs1'] };
    case 'suicide_thoughts':
      return { say: [], ask: [flag.aboutOther ? 'rmThem' : 'rs3'] };
    case 'self_harm':
      return { say: [], ask: [flag.aboutOther ? 'rmThem' : 'rsh'] };
    case 'danger_now': {
      const assault = flag.level !== 'P0' && tellsOfAssault(text);
      // asked about and nobody is near: what helps with that; asked about and somebody is: 999
      if (assault && flag.rule === 'assault') return { say: [], ask: [young ? 'rchild' : 'rsa'] };
      if (assault && !flag.rule.startsWith('check:')) return { say: [], ask: ['rsaSafe'] };
      return { say: [], ask: [d.world.team.open ? 'rd1' : 'rd2'] };
    }
    case 'domestic_abuse':
      return { say: [], ask: ['rda1'] };
    case 'child_at_risk':
      if (young) return { say: [], ask: ['rchild'] };
      return { say: [], ask: [isHungerAlone(text) ? 'rfood1' : 'rcp1'] };
    case 'harm_to_others':
      return { say: [], ask: ['rh1'] };
    case 'medical_emergency':
      return { say: [part(flag.aboutOther ? 'RM2' : 'RM1')], ask: [] };
    case 'self_neglect':
      return { say: [], ask: ['rn1'] };
    case 'exploitation':
      return { say: [], ask: ['rx1'] };
    case 'psychosis_distress':
      return { say: [], ask: ['rp1'] };
    case 'no_shelter_tonight':
      return { say: [], ask: [young ? 'rhomeYoung' : 'rhome1'] };
    case 'no_food_or_heat':
      return { say: [], ask: ['rfood1'] };
    case 'concern_about_us':
      return { say: [], ask: ['x29'] };
    case 'phone_not_theirs':
      return { say: [], ask: [] };
  }
}

/** Writes the record and leaves the note; the words are kept sealed. */
function record(d: Draft, flag: RiskFlag, riskId: string, others: readonly RiskFlag[]): void {
  later(
    d,
    'raiseRisk',
    {
      riskId,
      category: flag.category,
      level: flag.level,
      rule: flag.rule,
      also: others.map((one) => `${one.category}/${one.level}/${one.rule}`),
      aboutOther: flag.aboutOther,
      mode: d.state.contact,
      channel: d.world.channel,
    },
    flag.words,
  );
  leaveNote(d, flag.category === 'concern_about_us' ? 'concern' : 'risk', flag.level, { riskId });
  later(d, 'alert', {
    to: flag.category === 'concern_about_us' ? 'safeguardingLead' : 'duty',
    why: flag.category,
    level: flag.level,
    riskId,
  });
}

/** Raises the most urgent flag of a message. A flow already open at the same level or sooner goes on; the words are still recorded. */
export function raise(d: Draft, flags: readonly RiskFlag[], text = ''): void {
  const [flag, ...others] = inOrderOfUrgency(flags);
  if (!flag) return;
  const open = d.state.safety;
  const riskId = `risk-${d.world.seed.slice(0, 12)}`;
  const mode = d.state.contact;
  record(d, flag, riskId, others);
  if (flag.category === 'phone_not_theirs') {
    giveNothingAway(d, 'someone else may have the phone');
    put(d, { safety: { category: flag.category, level: flag.level, riskId, since: d.world.now.at, holds: true } });
    return;
  }
  const holds = flag.level === 'P0' || flag.level === 'P1' || (open?.holds ?? false);
  const leads = !open || isSooner(flag.level, open.level) || open.category !== flag.category;
  put(d, {
    safety:
      leads || !open
        ? { category: flag.category, level: flag.level, riskId, since: d.world.now.at, holds }
        : { ...open, holds },
    agenda: holds ? [] : d.state.agenda,
    asked: null,
    paused: false,
  });
  if ([flag, ...others].some((one) => quietAtOnce.has(one.category)) && mode === 'OPEN') put(d, { contact: 'QUIET' });
  if (flag.category === 'suicide_thoughts') later(d, 'remind', { what: 'riskSilence', afterMinutes: 5 });
  if (flag.category === 'no_food_or_heat') keepSecret(d, 'short', flag.words);
  const young = isYoung(d) || saysYoung(text);
  // put out for the night is answered first, whatever else it may be (changes 5)
  const night = young ? others.find((one) => one.category === 'no_shelter_tonight') : undefined;
  const first = firstReply(d, night !== undefined && flag.level !== 'P0' ? night : flag, young, text);
  for (const one of first.say) say(d, one);
  if (first.ask.length) askFirst(d, ...first.ask);
  else settle(d);
}

/** Danger named by a button rather than in words. */
export function raiseChosen(d: Draft, category: RiskCategory, level: Level, questionId: string): void {
  raise(d, [
    {
      category,
      level,
      rule: `chosen:${questionId}`,
      words: d.state.secrets[`said/${questionId}`] ?? '(chosen from the list)',
      aboutOther: false,
      unclear: false,
    },
  ]);
}

/** After STOP each new message that shows danger gets one fixed reply and nothing more (guide.md X notes). */
export function raiseAfterStop(d: Draft, flags: readonly RiskFlag[]): void {
  const [flag, ...others] = inOrderOfUrgency(flags);
  if (!flag) return;
  record(d, flag, `risk-${d.world.seed.slice(0, 12)}`, others);
  // after the code word, and to "who is this?", it may be the one it was kept from: nothing true is said, and so nothing
  if (d.state.locked || flag.category === 'phone_not_theirs') {
    settle(d);
    return;
  }
  put(d, { repliedSinceStop: true });
  toldAfterStop(d, flag, `risk-${d.world.seed.slice(0, 12)}`);
  say(d, replyAfterStop(d, flag));
  settle(d);
}

/** What is said to this danger after STOP. With nowhere to stay tonight it is the council's line, open day and night. */
export function replyAfterStop(d: Draft, flag: RiskFlag): Part {
  if (flag.category !== 'no_shelter_tonight') return fixedReply(flag, d.world.team.open);
  return part(isYoung(d) ? 'W-HOME-YOUNG' : 'W-HOME-SHUT', { line: homeLine(d) });
}

/** The one fixed message for a flag when there is no conversation to carry on: after STOP, or with the database down. */
export function fixedReply(flag: RiskFlag, teamOpen: boolean): Part {
  switch (flag.category) {
    case 'suicide_act':
      return part('RS1');
    case 'suicide_thoughts':
    case 'self_harm':
      return part('RS2');
    case 'danger_now':
      return part(teamOpen ? 'RD1' : 'RD2');
    case 'medical_emergency':
      return part(flag.aboutOther ? 'RM2' : 'RM1');
    case 'harm_to_others':
      return part('RH2');
    default:
      return part('W-FAILSAFE');
  }
}
