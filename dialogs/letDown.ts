/** "Naebody has phoned me": somebody we let down. The team is told at once, they hear sorry and what is so, and never a loop. */
import { part } from './content/copy';
import { askFirst, type Draft, later, say, settle } from './draft';
import { wayBack } from './facts';
import { leaveNote } from './handOver';
import { refIn } from './reference';
import { calledHelp } from './risk/calledHelp';
import { dangerAsked } from './risk/checks';
import { isClosed, sayCall, statusOf } from './status';
import type { Reading, ReferralKnown } from './types';

const NOBODY =
  "(?:no ?body|no ?one|naebody|nae ?body|nae ?one|nobody'?s|no yin|not one of (?:you|yous|yis|them)|none of (?:you|yous|yis|them))";
const REACHED =
  '(?:phon\\w*|call\\w*|cald|rung|rang|ring|ringing|text\\w*|txt\\w*|messag\\w*|writ\\w*|wrote|email\\w*|contact\\w*|been in touch|be in touch|in touch|got back|get back|gets back|gotten back|been back|came back|turned up|heard)';
const PATTERNS = [
  // nobody has phoned me; naebody ever gets back tae me
  new RegExp(`\\b${NOBODY}(?: \\w+){0,4} ${REACHED}\\b`),
  // you never phoned; they havnae called; she still hasn't been in touch
  new RegExp(
    `\\b(?:yous?|yis|they|she|he|it|the \\w+|ye|still|wis|was|were|been|got|had|have|has|am|i'?ve|i)(?: \\w+){0,3} (?:never|no|not|n't|still waiting)(?: \\w+){0,3} ${REACHED}\\b`,
  ),
  new RegExp(`\\b(?:hav|has|did|wis|was)(?:n'?t|na|nae|ny)(?: \\w+){0,3} ${REACHED}\\b`),
  // never heard a thing; heard nothing back; still waiting to hear
  /\b(?:never|no|not|havent|haven't|havnae|hasnt|hasn't) (?:yet |even )?heard (?:a|any|anything|a thing|fae|from|back|nothing|hee haw)\b/,
  /\bheard (?:nothing|nuthin|nothin|hee haw|heehaw|nowt|nada)\b/,
  /\bstill (?:waiting|waitin|waitn) (?:on|for|tae|to) (?:a |the |ma |my |that |somebody|someone|yous?|them|him|her|hear|get)?/,
  /\b(?:no|nae) (?:phone ?call|call|word|reply|answer)(?: back)? (?:yet|fae|from|since|at all|came|so far)\b/,
];
/** "You don't need to phone", "please don't call": a wish, not a complaint. */
const WISH =
  /\b(?:dont|don't|do not|dinnae|please|can|could|want|need|prefer|rather|would|will|gonnae|if|when|until|till|unless|so that|in case)\b/;

/** True when these words say that a call or a message that was due never came. */
export function saysLetDown(text: string): boolean {
  const said = text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^a-z0-9' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (said.length > 400) return false;
  const found = PATTERNS.map((pattern) => pattern.exec(said)).find((match) => match !== null);
  if (found === undefined) return false;
  // "can ye no just text": the wish may stand just before
  const wished = /\b(?:can|could|will|would|gonnae) $/.test(said.slice(0, found.index));
  return !wished && !WISH.test(found[0]);
}

/** Something was agreed or promised here, so there is somebody to chase. */
function wasPromised(d: Draft): boolean {
  const { referrals, handoff, call } = d.state;
  return referrals.some((one) => !isClosed(one)) || handoff !== null || call !== null;
}

/** Tells the team this minute: a record with an owner and a time, and an alert. */
function tellTeam(d: Draft): void {
  leaveNote(d, 'letDown', d.state.safety?.level ?? 'P3');
  later(d, 'alert', { to: 'duty', why: 'let down', level: 'P2', riskId: '' });
}

/** Says sorry, then where things stand, and asks only for what is missing. */
function saySorry(d: Draft): void {
  const { phone } = d.world.settings;
  const by = d.world.sayBy(d.state.handoff?.toldBy ?? d.world.team.personBy.told);
  const reach = wayBack(d) !== '';
  say(d, reach ? part('W-LET-DOWN', { by, phone }) : part('W-LET-DOWN-CALL', { phone }));
  const { call } = d.state;
  if (call !== null && call.by >= d.world.now.at) sayCall(d, call);
  for (const one of d.state.referrals.filter((known) => !isClosed(known)).slice(-2)) say(d, statusOf(one, d.world));
  if (reach) settle(d);
  else askFirst(d, 'wayBack');
}

/** Where danger is spoken of: "she hasn't called anyone", "she said no to phoning" is about 999, not about us. */
function ofHelpInDanger(text: string): boolean {
  const toHelp =
    /\b(?:999|111|ambulance|paramedics?|doctor|gp|police|polis|hospital|any ?(?:one|body)|ony ?(?:one|body)|them)\b/i;
  const toUs = new RegExp(`\\b(?:me|us|back|heard|touch|waiting|yous?|yis|team)\\b|\\b${NOBODY}\\b`, 'i');
  return calledHelp(text, true) !== null || toHelp.test(text) || !toUs.test(text);
}

/** Hears that a call or a message never came. True when that took the turn. */
export function hearLetDown(d: Draft, text: string, reading: Reading, away: boolean): boolean {
  // where a complaint is being told it is the answer, and goes to a person with it
  if (!saysLetDown(text) || d.state.asked?.key.startsWith('complaint')) return false;
  if ((dangerAsked(d) || d.state.safety?.holds) && ofHelpInDanger(text)) return false;
  if (!wasPromised(d)) {
    // words about a life are an answer; words about us, with nothing of theirs here, may belong to another phone or tab
    // "nobody calls me Robert", "text me if nobody calls": only what was due and never came
    const neverCame =
      /\b(?:phoned|called|rang|rung|texted|messaged|replied|answered|heard|back (?:to|tae) me|in touch)\b/i.test(text);
    const ofLife = reading.needs.some((need) => need !== 'loneliness');
    if (!neverCame || ofLife || d.state.asked?.key === 'name' || d.state.turns === 1) return false;
    say(d, part('W-LET-DOWN-WHO', { phone: d.world.settings.phone }));
    return true;
  }
  tellTeam(d);
  if (d.state.contact === 'OPEN') {
    saySorry(d);
    return true;
  }
  // the phone may be in other hands: the team knows, and what is said waits until it is safe
  if (away) return false;
  say(d, part('W-LET-DOWN-CALL', { phone: d.world.settings.phone }));
  settle(d);
  return true;
}

/**
 * A WIN number is answered from any tab or phone: that one thing, and nothing else of whoever it belongs to. With "nobody
 * has phoned" beside it the team is told. True when that took the turn.
 */
export function hearReference(d: Draft, text: string, elsewhere: ReferralKnown | 'unknown' | undefined): boolean {
  const ref = refIn(text);
  if (ref === null || d.state.contact !== 'OPEN') return false;
  const own = d.state.referrals.find((one) => one.ref === ref);
  const letDown = saysLetDown(text);
  if (own && letDown) return false;
  const known = own ?? elsewhere;
  if (known === undefined) return false;
  const { phone } = d.world.settings;
  if (known === 'unknown') {
    say(d, part('W-REF-UNKNOWN', { phone }));
    return true;
  }
  say(d, statusOf(known, d.world));
  if (!letDown) return true;
  const { at, text: dueText } = d.world.team.personBy;
  later(d, 'handOver', {
    reason: 'letDown',
    level: 'P3',
    dueAt: at,
    dueText,
    owner: 'team',
    mode: d.state.contact,
    ref,
  });
  later(d, 'alert', { to: 'duty', why: 'let down', level: 'P2', riskId: '' });
  say(d, part('W-LET-DOWN-CALL', { phone }));
  return true;
}
