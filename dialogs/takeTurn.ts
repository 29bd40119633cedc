/** One turn of the conversation, pure: what was said in, what to remember, say and do out. */
import { takeAnswer } from './answers/takeAnswer';
import { wholeCatalogue } from './catalogue';
import { hasAgreed } from './catalogue/opening';
import { type Catalogue, questionFor } from './catalogue/question';
import { part } from './content/copy';
import { askFirst, type Draft, draftOf, keepSecret, later, put, say, settle } from './draft';
import { answered } from './facts';
import { leaveNote, passToPerson } from './handOver';
import { heedHappening, withdrawShare } from './happenings';
import { askNext, frozenAsked, putAgain, putQuestion } from './journey';
import { giveNothingAway, leaveQuietly } from './leaving';
import { hearLetDown, hearReference } from './letDown';
import { answerAsked, answersIt } from './listen/answerAsked';
import { HELD, hold } from './listen/held';
import { surelyMeant } from './listen/keepFacts';
import { saysStop } from './listen/ownReading';
import { hearSmallTalk } from './listen/smallTalk';
import { answerTo } from './listen/topicAnswers';
import { wantsPerson } from './listen/wantsPerson';
import { asksForHelp } from './needs/mentioned';
import { obey } from './obey';
import { namesAChoice, questionOpen } from './openQuestion';
import { askCheck, carryUnease, checkToAsk, isLikeness, noteWorry } from './risk/checks';
import { bidsGoodbye } from './risk/goodbye';
import { hearAtDanger } from './risk/hearAtDanger';
import { hearDanger } from './risk/hearDanger';
import { noteAgain, sayHold } from './risk/hold';
import type { Words } from './risk/words';
import { asStranger } from './stranger';
import type { AwkwardMoment, Command, ConversationState, Reading, RiskFlag, Said, Turn, World } from './types';
import { hearBesideAdvisor } from './withAdvisor';

/** After this long a greeting first asks if it is a good time: the phone may be in other hands (guide.md X4A). */
const AWAY_MS = 24 * 60 * 60 * 1000;

/** A tap the page or a phone can always offer, whatever is being asked. */
export const CONTROL = 'command~';

/** Thinks one turn through. Never throws for anything a person can say; the state it is given is not changed. */
export function takeTurn(
  state: ConversationState,
  said: Said,
  world: World,
  catalogue: Catalogue = wholeCatalogue,
): Turn {
  const d = draftOf({ ...state, turns: state.turns + 1 }, world);
  if (said.kind === 'happened') heedHappening(d, said.event, catalogue);
  else hear(d, said, catalogue);
  askNext(d, catalogue);
  if (said.kind !== 'happened' && d.replies.length === 0 && !d.settled) sayWhereWeAre(d);
  return { state: d.state, replies: d.replies, effects: d.effects, hideSaid: d.hideSaid };
}

function hear(d: Draft, given: Exclude<Said, { kind: 'happened' }>, catalogue: Catalogue): void {
  const said = wordsBeforeButton(d.state, given);
  const away = d.world.now.at - Math.max(d.state.lastHeardAt, d.state.asked?.at ?? 0);
  const first = d.state.turns === 1;
  put(d, { lastHeardAt: d.world.now.at, nudges: 0, channel: d.world.channel });
  // the number they write from now, never one of another channel
  if (d.state.secrets['thisNumber'] !== d.world.number) keepSecret(d, 'thisNumber', d.world.number ?? null);
  if (d.state.mode === 'advisor') {
    hearBesideAdvisor(d, said, CONTROL);
    return;
  }
  if (said.kind === 'hello') {
    hearHello(d, catalogue);
    return;
  }
  if (said.kind === 'choice') {
    if (said.beside !== undefined && hearDanger(d, said.beside)) return;
    hearChoice(d, said.id, said.label, catalogue, said.beside);
    return;
  }
  if (said.kind === 'text' && said.isCodeWord) {
    d.hideSaid = true;
    giveNothingAway(d, 'code word');
    return;
  }
  const words =
    said.kind === 'media'
      ? { text: said.caption, reading: said.reading }
      : { text: said.text, reading: said.reading, crossed: said.crossed === true };
  const heard = first && d.state.askedFor === null ? asStranger(words) : words;
  if (hearDanger(d, heard)) return;
  if (d.state.contact === 'STOPPED') {
    reopen(d, heard.reading);
    return;
  }
  if (d.state.mode === 'waiting') {
    hearWhileWaiting(d, heard, catalogue);
    return;
  }
  if (said.kind === 'media') {
    later(d, 'alert', { to: 'duty', why: `media:${said.media}`, level: 'P2', riskId: '' });
    hearFile(d, said.media);
    return;
  }
  if (said.kind === 'text' && hearReference(d, heard.text, said.elsewhere)) return;
  if (hearLetDown(d, heard.text, heard.reading, away > AWAY_MS)) return;
  const { command } = heard.reading;
  if (away > AWAY_MS && (command === 'stop' || command === 'wrong_number')) {
    // a stop is a stop, however long they were away
    obey(d, command, catalogue);
    return;
  }
  if (away > AWAY_MS && !first) {
    // what they asked for is told once it is an OK time
    keepSecret(d, 'wanted', command === 'status' ? command : null);
    put(d, { paused: false, agenda: d.state.safety?.holds ? ['returnSafe'] : ['returnSafe', 'returnHow'] });
    return;
  }
  // "got to go" from somebody in danger is a goodbye to be answered, not somebody at the door
  const goodbyeInDanger = bidsGoodbye(d, command) !== null;
  // "I want to stop", asked what should be different about drink, is nobody at the door
  const aboutDrink = d.state.asked?.key === 'detailDrinkDrugsGoal' && questionOpen(d);
  if (!first && !goodbyeInDanger && !aboutDrink && heard.reading.moments.includes('someone_coming')) {
    leaveQuietly(d);
    return;
  }
  const worry = checkToAsk(d, heard);
  carryUnease(d, heard);
  if (worry && plainAnswer(d, heard, worry, catalogue)) {
    // a plain answer to a plain question: what the model felt in it is for a person to read, not to ask about
    noteWorry(d, worry);
    hearText(d, heard, first, catalogue);
  } else if (worry) hearThenCheck(d, heard, worry, () => hearText(d, heard, first, catalogue));
  else hearText(d, heard, first, catalogue);
}

/** Questions whose answers are a choice or a fact, not a telling. */
const PLAIN: ReadonlySet<string> = new Set(
  'start consent consentMore safeNow pace area areaOther ageBand name contactBy number email safeNumber window voicemail senderStyle readiness priority summary options share checkIn news measuresOk equalityOk'.split(
    ' ',
  ),
);

/** A short message that picks a choice or gives the fact asked for, and a worry that only the models have. */
function plainAnswer(d: Draft, heard: Words, worry: RiskFlag, catalogue: Catalogue): boolean {
  const id = (d.state.asked?.key ?? '').split(':')[0] ?? '';
  const short = heard.text.length <= 90;
  return (
    short &&
    worry.level !== 'P0' &&
    isLikeness(worry.rule) &&
    (PLAIN.has(id) || id.startsWith('detail')) &&
    answersIt(d, heard, catalogue)
  );
}

/** What they told before they agreed, which a question about danger does not wipe away. */
function heldIn({ secrets }: ConversationState): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(secrets).filter(([field]) => HELD.has(field)));
}

/** Something may be wrong: their words still answer what was asked, and one gentle question comes before the next. */
function hearThenCheck(d: Draft, heard: Words, worry: RiskFlag, hearAnswer: () => void): void {
  const before = { state: d.state, replies: d.replies.length, effects: d.effects.length };
  hearAnswer();
  const plainAnswer = !d.settled && d.state.agenda.length <= before.state.agenda.length;
  if (!plainAnswer) {
    d.state = { ...before.state, needs: d.state.needs, secrets: { ...before.state.secrets, ...heldIn(d.state) } };
    d.replies.length = before.replies;
    d.effects.length = before.effects;
    d.settled = false;
  }
  // "I'll keep that for the team" is no answer to a worry: the gentle question is
  const meant = d.replies.filter((reply) => !reply.parts.some((one) => SMALL_WORDS.has(one.id)));
  d.replies.splice(0, d.replies.length, ...meant);
  askCheck(d, worry, heard.text);
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['W-KEPT', 'W-KEPT-LONG', 'W-READY']);

/** Words typed beside a button that mean more than it does (a worry, a code word, a stop, a person) are heard alone. */
function wordsBeforeButton(state: ConversationState, said: Exclude<Said, { kind: 'happened' }>): typeof said {
  if (said.kind !== 'choice' || said.beside === undefined) return said;
  const { beside } = said;
  const { command } = beside.reading;
  const asked = state.asked?.key ?? '';
  const alone =
    // a button of an earlier page says nothing any more, the words do
    (!said.id.startsWith(CONTROL) && readTap(said.id, asked).key !== asked) ||
    beside.isCodeWord ||
    // a worry gets its gentle question, and somebody coming in gets nothing else on the screen
    (beside.reading.checks ?? []).length > 0 ||
    beside.reading.moments.includes('someone_coming') ||
    state.contact === 'STOPPED' ||
    state.mode === 'advisor' ||
    state.mode === 'waiting' ||
    command === 'stop' ||
    command === 'wrong_number' ||
    command === 'human';
  return alone ? { kind: 'text', ...beside } : said;
}

/** Words typed beside a button that was not itself an answer (skip, back, a person) are kept in their own words. */
function keepBeside(d: Draft, key: string | undefined, heard: Words, catalogue: Catalogue): void {
  if (key !== undefined && questionFor(catalogue, key)?.hidden === true) {
    d.hideSaid = true;
    return;
  }
  if (heard.reading.needs.length > 0 && !answered(d, 'need')) {
    keepSecret(d, 'firstWords', heard.text);
    put(d, { needs: [...new Set([...d.state.needs, ...heard.reading.needs])] });
    return;
  }
  const field = `said/beside${d.state.turns}`;
  keepSecret(d, field, heard.text);
}

/** A voice note, a picture, or something nobody here can open (guide.md X7, X8). */
function hearFile(d: Draft, media: 'voice' | 'picture' | 'other'): void {
  // pictures sent one after the other are asked about, and deleted, together; those from before other talk are not
  const asked = d.state.asked?.key;
  if (asked !== 'picture' && asked !== 'voiceNote') put(d, { filesSince: null });
  if (media === 'voice') {
    // the team listens whatever they answer, and if they never do
    leaveNote(d, 'media', 'P2');
    askFirst(d, 'voiceNote');
  } else if (media === 'picture') {
    put(d, { filesSince: d.state.filesSince ?? d.world.now.at });
    askFirst(d, 'picture');
  } else {
    leaveNote(d, 'media', 'P2');
    say(d, part('W-FILE'));
  }
}

/** The page opened, or a channel said somebody joined. */
function hearHello(d: Draft, catalogue: Catalogue): void {
  if (d.state.contact === 'STOPPED') {
    settle(d);
    return;
  }
  const key = d.state.asked?.key;
  if (key !== undefined && !answered(d, key)) {
    putQuestion(d, catalogue, key, true);
    settle(d);
  }
}

/** After STOP only START or HELLO opens the door again, and safety is asked first. */
function reopen(d: Draft, reading: Reading): void {
  if (reading.command === 'start' || reading.command === 'resume') {
    put(d, { contact: 'QUIET', paused: false, agenda: d.state.locked ? ['okTime'] : ['returnSafe', 'returnHow'] });
    return;
  }
  settle(d);
}

/** A person of the team is on the way: what they add is kept, and every way out works. */
function hearWhileWaiting(d: Draft, heard: Words, catalogue: Catalogue): void {
  const command = heard.reading.command;
  if (heard.reading.moments.includes('someone_coming')) {
    leaveQuietly(d);
    return;
  }
  if (command === 'pause' && d.state.safety) {
    noteAgain(d, heard);
    say(d, part('W-ADDED'));
  } else if (command === 'stop' || command === 'wrong_number' || command === 'pause' || command === 'status') {
    obey(d, command, catalogue);
  } else if (command === 'resume') {
    put(d, { mode: 'bot' });
    return;
  } else say(d, part('W-ADDED'));
  settle(d);
}

/** Questions about names and ways to reach them: "just call me M" and "ring me" are answers there. */
const ABOUT_REACHING =
  /^(?:name|contactBy|number|email|safeNumber|safeAlternative|window|avoid|voicemail|senderStyle|trusted\w*|wayBack|riskNumber)$/;

/** Questions about their life: who phones them there is somebody of theirs, unless it is asked as such. */
const ABOUT_THEM = /^(?:goodWeek|supports|interests|avoid)$/;
const ASKED_AS_SUCH = /\b(?:please|can|could|would|will)\b|^\W*(?:phone|call|ring) me\W*$/i;

/** The command of a message; a wish for a person is one in any words, but where it is the answer to what was asked. */
function commandIn(d: Draft, heard: Words, catalogue: Catalogue): Command | null {
  const { command } = heard.reading;
  // "ring me on 07700..." says how to be reached, among other things
  const reach = heard.reading.facts?.number !== undefined || heard.reading.facts?.email !== undefined;
  if (command === null && saysStop(heard.text)) return 'stop';
  if (command !== null || reach || !wantsPerson(heard.text) || d.state.safety?.holds) return command;
  const key = d.state.asked?.key ?? '';
  if (ABOUT_REACHING.test(key)) return null;
  if (ABOUT_THEM.test(key) && !ASKED_AS_SUCH.test(heard.text)) return null;
  return questionOpen(d) && answersIt(d, heard, catalogue) ? null : 'human';
}

/** Who we are is a fair question from somebody who has never heard of us. */
const ASKS_WHO = /\bwho(?:'?s| is| are| ur| r)\b/i;

/** Free text from somebody we are talking with. */
function hearText(d: Draft, heard: Words, first: boolean, catalogue: Catalogue): void {
  const { moments } = heard.reading;
  const command = commandIn(d, heard, catalogue);
  if (first) {
    // their first words are kept, so what they came to say is not asked for again
    const stranger = command === 'wrong_number' && ASKS_WHO.test(heard.text);
    const leaves = command === 'stop' || (command === 'wrong_number' && !stranger);
    if (leaves || command === 'human') {
      obey(d, command, catalogue);
      if (leaves) return;
    }
    const { asks, needs } = heard.reading;
    const told = asks === undefined || asks.value === 'unknown' || asksForHelp(heard.text);
    hold(d, heard.text, surelyMeant(heard.reading.facts ?? {}, heard.text), needs, told);
    if (asks && asks.value !== 'unknown' && command !== 'human') say(d, answerTo(d, asks.value));
    return;
  }
  if (d.state.paused) {
    put(d, { paused: false });
    if (
      answered(d, 'safeNow') &&
      d.state.answers['safeNow']?.choices[0] !== 'yes' &&
      command !== 'stop' &&
      command !== 'human'
    ) {
      // they said it was not a good time: whatever comes next, is it now comes first
      askFirst(d, 'returnSafe');
      return;
    }
    if (
      d.state.safety?.holds &&
      !questionOpen(d) &&
      d.state.agenda.length === 0 &&
      (command === 'resume' || command === 'start')
    ) {
      sayHold(d, heard);
      return;
    }
    if (command === 'resume' || command === 'start') {
      if (d.state.agenda.includes('returnSafe')) return;
      say(d, part('W-AGAIN'));
      // after a break it is put afresh
      if (d.state.asked) put(d, { asked: { ...d.state.asked, misses: 0 } });
      askAgain(d, catalogue);
      return;
    }
  }
  const goodbye = bidsGoodbye(d, command);
  if (goodbye === 'answer') {
    answerAsked(d, heard, catalogue);
    return;
  }
  if (goodbye === 'words') {
    sayHold(d, heard);
    return;
  }
  if (
    d.state.safety?.holds &&
    !questionOpen(d) &&
    (command === null || command === 'resume' || command === 'yes' || command === 'no')
  ) {
    sayHold(d, heard);
    return;
  }
  if (d.state.safety?.holds && (command === 'back' || command === 'restart' || command === 'change_answer')) {
    // going back would bring the ordinary questions with it
    sayHold(d, heard);
    return;
  }
  if (d.state.safety !== null && command === 'status' && d.state.referrals.length === 0 && !questionOpen(d)) {
    sayHold(d, heard);
    return;
  }
  if (hearAtDanger(d, heard, catalogue)) return;
  if (command === 'human' && d.state.asked?.key === 'afterNote' && questionOpen(d)) {
    // a person is all they want, and one was told: said once more, and the questions stop
    passToPerson(d, 'asked', d.state.safety?.level ?? 'P4');
    put(d, { paused: true, agenda: [] });
    settle(d);
    return;
  }
  if (
    command !== null &&
    !isAnswerHere(d, { ...heard, reading: { ...heard.reading, command } }, catalogue) &&
    obey(d, command, catalogue)
  )
    return;
  if (command === 'someone_else' && hearThirdParty(d, heard, catalogue)) return;
  if (moments.length > 0 && heedMoments(d, moments, heard, catalogue)) return;
  if (hearSmallTalk(d, heard, catalogue)) return;
  if (heard.crossed && questionOpen(d)) {
    hearCrossed(d, heard, catalogue);
    return;
  }
  answerAsked(d, heard, catalogue);
}

/**
 * Written before they saw the question on the table, so it is no answer to it. Words that follow words of their own are
 * added to those; after a choice nobody can tell what it was for, and the question is put again.
 */
function hearCrossed(d: Draft, heard: Words, catalogue: Catalogue): void {
  const last = Object.entries(d.state.answers).sort(([, a], [, b]) => b.n - a.n)[0];
  const words = last && d.state.secrets[`said/${last[0]}`];
  if (last && words !== undefined && last[1].choices.length === 0) {
    keepSecret(d, `said/${last[0]}`, `${words}\n${heard.text}`);
    if (last[0] === 'need') put(d, { needs: [...new Set([...d.state.needs, ...heard.reading.needs])] });
    settle(d);
    return;
  }
  say(d, part('W-CROSSED'));
  askAgain(d, catalogue);
}

/** Nobody is left without a word: what stands, when nothing else was said. */
function sayWhereWeAre(d: Draft): void {
  if (d.state.safety?.holds) say(d, part('W-HOLD', { by: d.world.team.replyBy[d.state.safety.level].text }));
  else say(d, part('W-HELP'));
}

function askAgain(d: Draft, catalogue: Catalogue): void {
  const key = d.state.asked?.key;
  if (key !== undefined && !answered(d, key) && d.state.agenda.length === 0 && questionFor(catalogue, key)) {
    putAgain(d, catalogue, key);
    settle(d);
  }
}

/** Words that worry about the other person: only then is danger asked about (changes 6). */
const WORRIED =
  /\b(?:worried|worry|concerned|scared|frightened|feart|frightened|afraid|danger|not coping|no coping|cannae cope|suicid\w*|bad way|no safe|not safe|hurt\w*|stopped (?:eating|going|coming)|self.?harm\w*|missing)\b/i;

/** Somebody who writes for another: told once that it is fine, then heard like anybody. True when it took the turn. */
function hearThirdParty(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  if (WORRIED.test(heard.text)) {
    askFirst(d, 'thirdPartyDanger');
    return true;
  }
  if (d.state.secrets['forOther'] !== undefined) return false;
  keepSecret(d, 'forOther', 'yes');
  say(d, answerTo(d, 'for_someone_else'));
  if (heard.reading.needs.length === 0 && d.state.asked?.key === 'need') askAgain(d, catalogue);
  else if (questionOpen(d)) answerAsked(d, { ...heard, reading: withoutAsks(heard.reading) }, catalogue);
  return true;
}

/** The same reading, its question already answered. */
function withoutAsks({ asks: _asked, ...rest }: Reading): Reading {
  return rest;
}

/** A word that is also an offered answer, a need or what they want to give up is that, not a command (W1, W3, P-H14). */
function isAnswerHere(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  const { command, needs } = heard.reading;
  if (command === null || namesAChoice(d, heard.text, command)) return true;
  if (!questionOpen(d) || BARE_COMMAND.test(heard.text.trim())) return false;
  const id = d.state.asked?.key ?? '';
  if (command === 'human' && ABOUT_REACHING.test(id)) return /\b(?:phone|call|ring)\b/i.test(heard.text);
  if (command === 'stop')
    return (
      (id === 'detailDrinkDrugsGoal' || needs.length > 0) && takesWords(d, catalogue) && !STOP_WRITING.test(heard.text)
    );
  // one word where they were asked for their own: a need is a need, whatever it sounds like
  return (
    ['start', 'pause', 'restart', 'back', 'menu', 'wrong_number'].includes(command) && id === 'need' && needs.length > 0
  );
}

const BARE_COMMAND =
  /^(?:stop|stopall|unsubscribe|end|quit|cancel|start|pause|help|back|person|skip|menu|status|change)[.!]*$/i;
const STOP_WRITING =
  /\b(?:text\w*|messag\w*|contact\w*|writ\w*|bother\w*|send\w*|email\w*|phon\w*|call\w*|chat\w*|this)\b/i;

/** Moments that are not commands: each is met, and what was said at a question is still kept as its answer. */
function heedMoments(d: Draft, moments: readonly AwkwardMoment[], heard: Words, catalogue: Catalogue): boolean {
  const has = (one: AwkwardMoment) => moments.includes(one);
  if (has('abuse_of_staff')) {
    const conduct = d.state.conduct + 1;
    put(d, { conduct });
    if (conduct > 1) {
      later(d, 'alert', { to: 'duty', why: 'conduct', level: 'P4', riskId: '' });
      put(d, { paused: true });
      say(d, part('X9B'));
      settle(d);
    } else askFirst(d, 'conduct');
    return true;
  }
  if (has('withdraw_share')) {
    withdrawShare(d);
    askAgain(d, catalogue);
    return true;
  }
  if (has('other_language')) {
    askFirst(d, 'language');
    return true;
  }
  if (has('deaf')) {
    askFirst(d, 'communication');
    return true;
  }
  if (has('third_party') && hearThirdParty(d, heard, catalogue)) return true;
  if (has('bereaved') && heard.reading.needs.length > 0 && tellsNeed(d)) {
    // the loss is met first; what else they said is their answer
    say(d, part('W-SO-SORRY'));
    answerAsked(d, heard, catalogue);
    return true;
  }
  if (has('anger') && hearAnger(d, heard, catalogue)) return true;
  const aside = has('bereaved') ? 'bereaved' : has('advice') ? 'advice' : null;
  if (aside === null) return false;
  // kept as the answer only where it is one; the question comes back afterwards
  if (questionOpen(d) && (answersIt(d, heard, catalogue) || (tellsNeed(d) && heard.reading.needs.length > 0)))
    answerAsked(d, heard, catalogue);
  if (!d.settled) askFirst(d, aside);
  return true;
}

/** They are telling us what they need, or have not come to it yet. */
function tellsNeed(d: Draft): boolean {
  return (
    questionOpen(d) &&
    (!hasAgreed(d) || ['need', 'notes', 'anythingElse', 'alsoNeed'].includes(d.state.asked?.key ?? ''))
  );
}

function takesWords(d: Draft, catalogue: Catalogue): boolean {
  const question = d.state.asked ? questionFor(catalogue, d.state.asked.key) : undefined;
  return question?.kind === 'choiceOrText' || question?.kind === 'text';
}

/** Anger is met, never argued with: an answer inside it is still the answer; said again it is answered differently. */
function hearAnger(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  if (
    questionOpen(d) &&
    (answersIt(d, heard, catalogue) || (takesWords(d, catalogue) && heard.reading.needs.length > 0))
  ) {
    if (heard.reading.needs.length > 0) say(d, part('W-ANGER-HEARD'));
    answerAsked(d, heard, catalogue);
    return true;
  }
  if (!answered(d, 'anger')) {
    askFirst(d, 'anger');
    return true;
  }
  const { settings, team } = d.world;
  say(d, part('W-ANGER-AGAIN', { phone: settings.phone, hours: team.hours }));
  askAgain(d, catalogue);
  return true;
}

/** "key~pick", or several at once with commas between. Picks of two questions at once are no tap at all. */
function readTap(id: string, asked: string): { readonly key: string; readonly picks: readonly string[] } {
  const taps = id
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const cut = one.lastIndexOf('~');
      return { key: cut < 0 ? null : one.slice(0, cut), pick: one.slice(cut + 1) };
    });
  const key = taps[0]?.key ?? asked;
  const together = taps.every((tap) => tap.key === null || tap.key === key);
  return { key, picks: together ? taps.map((tap) => tap.pick) : [] };
}

/** A tap. One from an earlier question is never taken for an answer to this one. */
function hearChoice(d: Draft, id: string, label: string, catalogue: Catalogue, beside?: Words): void {
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
