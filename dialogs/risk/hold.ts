/**
 * After a risk reply the intake stays stopped until a human says so. Each thing they write is answered for what it says,
 * never with the same line twice running, with 999 in sight, and kept for the team (changes 1).
 */
import { type MessageId, part } from '../content/copy';
import type { Part } from '../content/words';
import { askFirst, type Draft, keepSecret, later, put, say, settle } from '../draft';
import { answered, wayBack } from '../facts';
import { answerTo } from '../listen/topicAnswers';
import { hasNumber } from './answers';
import { askedOfUs } from './askedOfUs';
import { calledHelp } from './calledHelp';
import { asksFood } from './foodAsked';
import { freeLine, wantsFreeLine } from './freeLine';
import { forbidsNumber } from './safeToChat';
import type { Words } from './words';

/** What people say after a first reply, each with the line that answers it; the first that fits and was not just said. */
const LINES: readonly (readonly [RegExp, MessageId])[] = [
  [
    /\b(?:on hold|engaged|line(?:'?s| is| was|s are|s were)? (?:busy|full)|(?:no ?body|no ?one|naebody|nae ?one) (?:answer\w*|pick(?:s|ed)? up)|(?:couldn'?t|couldnae|can'?t|cannae|never|didn'?t|didnae) (?:get|got) through|rang out|no answer|hung up on|cut (?:me )?off|tried (?:phoning |calling |ringing )?(?:them|that|it|samaritans|yous|the number|the line)(?: already)?|already tried)\b/i,
    'W-HOLD-TRIED',
  ],
  [
    /\b(?:what do (?:i|you) say|how do (?:i|you) (?:call|phone|ring|do)|what happens (?:if|when) (?:i|you) (?:call|phone|ring)|cant speak|can't speak|cannae talk|can't talk)\b/i,
    'W-HOLD-HOW',
  ],
  [
    /\b(?:what if i (?:dont|don't) know what to say|dont know what to say|don't know what to say|what would i say|who are (?:the )?samaritans|what are samaritans)\b/i,
    'W-HOLD-TALK',
  ],
  [
    /\b(?:when (?:will|are|do|does|can)|how long|what time|will (?:they|yous?|somebody|someone|anyone) (?:call|phone|ring|come|text)|(?:can|could|would|will|gonnae) (?:you|u|ye|yous|somebody|someone|one of (?:you|yous)) (?:no )?(?:please )?(?:call|phone|ring)|are (?:they|yous?) (?:calling|phoning|coming)|still (?:there|here)|anybody there|anyone there|what happens (?:now|next))\b/i,
    'W-HOLD-WHEN',
  ],
  [
    /\b(?:scared|frightened|terrified|feart|afraid|shaking|panicking|panic|crying|greetin|cannot stop|help me)\b/i,
    'W-HOLD-SCARED',
  ],
  [
    /\b(?:alone|on my own|on ma own|by myself|by masel|nobody|no ?one|naebody|lonely|by my self|my self)\b/i,
    'W-HOLD-ALONE',
  ],
  [
    /\b(?:feel(?:ing)? (?:a bit )?(?:better|calmer|safer)|changed my mind|changed ma mind|am (?:ok|fine|safe)|i'?m (?:ok|okay|fine|safe|alright|awright|all right)|not going to|no gonnae|won'?t do)\b/i,
    'W-HOLD-SAFER',
  ],
  [
    /\b(?:thanks?|thank you|thanku|ta|cheers|ok|okay|right|aye|yes|bye|goodbye|cheerio|night|will do|done|called|phoned|rang)\b/i,
    'W-HOLD-THANKS',
  ],
];

/** Lines for anything else, in turn. */
const ELSE: readonly MessageId[] = ['W-HOLD-HEARD', 'W-HOLD'];

function lineOf(d: Draft, id: MessageId): Part {
  const { team, settings } = d.world;
  const by = team.replyBy[d.state.safety?.level ?? 'P1'].text;
  return { id, params: { by, phone: settings.phone, hours: team.hours } };
}

/** The line that answers these words; null when none says more than "heard". `last`: what was said just before. */
export function fittingLine(text: string, last: string | undefined): MessageId | null {
  return LINES.find(([says, id]) => id !== last && says.test(text))?.[1] ?? null;
}

/** Says one line about what they wrote, never the one said just before. */
export function sayHeld(d: Draft, text: string): void {
  const last = d.state.secrets['held'];
  const id = fittingLine(text, last) ?? ELSE.find((one) => one !== last) ?? 'W-HOLD';
  keepSecret(d, 'held', id);
  say(d, lineOf(d, id));
}

/** When somebody will look, in a talk about danger; a time to be called is said only where there is a way to call. */
export function sayWhen(d: Draft): void {
  sayHeld(d, 'when will they call');
}

const COMFORT: ReadonlySet<MessageId> = new Set([
  'W-HOLD-TRIED',
  'W-HOLD-SCARED',
  'W-HOLD-ALONE',
  'W-HOLD-HOW',
  'W-HOLD-TALK',
]);

/** Words at a question that say neither yes nor no are met for what they say, once, before the next question. */
export function meetWords(d: Draft, text: string): void {
  const line = fittingLine(text, d.state.secrets['held']);
  if (line === null || !COMFORT.has(line)) return;
  keepSecret(d, 'held', line);
  say(d, lineOf(d, line));
}

/** A number they can call with no credit. */
export function sayFreeLine(d: Draft, forBed = false): void {
  const id = freeLine(d, forBed);
  if (d.state.secrets['held'] === id) {
    sayHeld(d, '');
    return;
  }
  keepSecret(d, 'held', id);
  say(d, { id, params: {} });
}

/** What they would not have us ring is never called; one that is safe is asked for. */
export function askOtherNumber(d: Draft): void {
  keepSecret(d, 'said/riskNumber', null);
  say(d, part('W-NOT-THAT'));
  askFirst(d, 'riskNumber');
}

/** "I've phoned 999", "she won't let me phone": met for what it says. True when it was. */
function heldOfHelp(d: Draft, text: string): boolean {
  const { category, level } = d.state.safety ?? {};
  const medical = category === 'medical_emergency';
  const ofThem = answered(d, 'rmThem');
  const help = calledHelp(text, medical || ofThem || category === 'danger_now');
  if (help === null || (help === 'refused' && !medical && !(ofThem && level === 'P0'))) return false;
  if (medical && help === 'called') {
    const answer = { n: d.state.turns, at: d.world.now.at, choices: ['yes'], skipped: false, message: 'W-AMBULANCE' };
    put(d, { answers: { ...d.state.answers, rm3: answer } });
  }
  const done = medical ? 'W-AMBULANCE-YES' : 'W-HELP-CALLED';
  const id = help === 'called' ? done : medical ? 'W-AMBULANCE-NO' : 'W-THIRD-999';
  if (d.state.secrets['held'] === id) return false;
  keepSecret(d, 'held', id);
  say(d, part(id));
  settle(d);
  return true;
}

/** The intake stays stopped until a human says so; what they write is added for the team. */
export function sayHold(d: Draft, heard: Words): void {
  noteAgain(d, heard);
  const category = d.state.safety?.category;
  if (category === 'domestic_abuse' || category === 'exploitation') {
    if (forbidsNumber(heard.text)) {
      askOtherNumber(d);
      return;
    }
    if (hasNumber(heard.text) && d.state.secrets['said/riskNumber'] !== heard.text) {
      keepSecret(d, 'said/riskNumber', heard.text);
      say(d, part('W-GOT-NUMBER'));
      settle(d);
      return;
    }
    // somebody may be watching: is it safe comes first, every time
    askFirst(d, category === 'exploitation' ? 'rx1' : 'rda1');
    return;
  }
  if (heldOfHelp(d, heard.text)) return;
  if (category === 'medical_emergency' && !answered(d, 'rm3')) {
    askFirst(d, 'rm3');
    return;
  }
  const topic = d.state.contact === 'OPEN' ? askedOfUs(heard.text) : null;
  if (topic !== null) {
    say(d, answerTo(d, topic));
    settle(d);
    return;
  }
  if (wantsFreeLine(heard.text)) {
    sayFreeLine(d);
    settle(d);
    return;
  }
  if (asksFood(d, heard.text)) {
    askFirst(d, 'rfood2');
    return;
  }
  if (hasNumber(heard.text)) {
    if (d.state.secrets['said/riskNumber'] !== heard.text) say(d, part('W-GOT-NUMBER'));
    keepSecret(d, 'said/riskNumber', heard.text);
    sayWhen(d);
    settle(d);
    return;
  }
  const asksWhen = fittingLine(heard.text, undefined) === 'W-HOLD-WHEN';
  if (asksWhen && !wayBack(d) && d.state.contact !== 'STOPPED' && !answered(d, 'riskNumber')) {
    // nobody is told of a call that nobody could make
    askFirst(d, 'riskNumber');
    return;
  }
  sayHeld(d, heard.text);
  settle(d);
}

/** Words after a risk reply go on the record for the team. */
export function noteAgain(d: Draft, heard: Words): void {
  const level = d.state.safety?.level ?? 'P1';
  if (!d.state.safety) return;
  later(
    d,
    'noteRiskAnswer',
    {
      riskId: d.state.safety?.riskId ?? '',
      category: d.state.safety?.category ?? 'suicide_thoughts',
      level,
      mode: d.state.contact,
      channel: d.world.channel,
      question: 'after',
      answer: 'words',
    },
    heard.text,
  );
}
