/** The message as an answer to the question on the table: that first, then every other fact in it, said back briefly. */
import { takeAnswer } from '../answers/takeAnswer';
import { needsInWords } from '../catalogue/needs';
import { hasAgreed } from '../catalogue/opening';
import { type Catalogue, questionFor, splitKey } from '../catalogue/question';
import { part } from '../content/copy';
import { askFirst, type Draft, keepSecret, put, say, settle } from '../draft';
import { answered, nameToUse } from '../facts';
import { frozenAsked, journeyRests, putAgain, putQuestion } from '../journey';
import { asksForHelp, mentionedNeeds } from '../needs/mentioned';
import type { Facts } from '../reading';
import { dangerAsked } from '../risk/checks';
import type { Words } from '../risk/words';
import { isBother } from './anyWillDo';
import { hearAnswer } from './hearAnswer';
import { heedNeeds } from './heedNeeds';
import { hold, keepHeld, SAID_BACK } from './held';
import { keepFacts, keepNeeds, surelyMeant } from './keepFacts';
import { NEVER_SKIPPED, notHeard, notSure } from './notHeard';
import { answerTo, noteQuestion } from './topicAnswers';

/** Facts a question's own answer holds, which are not kept a second time. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  // "call me Agnes" is no way to be reached
  name: ['name', 'contactBy'],
  area: ['area', 'areaOther'],
  areaOther: ['area', 'areaOther'],
  wayBack: ['number', 'email'],
  riskNumber: ['number', 'email'],
  safeAlternative: ['number', 'email', 'contactBy'],
  trustedPerson: ['number', 'email', 'name', 'contactBy'],
  share: ['name'],
  codeWordSet: ['name'],
};

/** "Ruthaglen" is a place in their own spelling: where the area is asked, a name is one only when it is said to be. */
const SAYS_NAME = /\b(?:name|names|cry me|call me|called|known as)\b/i;
const noName = (id: string, text: string): readonly string[] =>
  (id === 'area' || id === 'areaOther') && !SAYS_NAME.test(text) ? ['name'] : [];

const READ_BACK: ReadonlySet<string> = new Set(['summary', 'summaryShown']);

/** Their words put right something said before. */
const PUTS_RIGHT =
  /\b(?:sorry|i mean|meant|actually|wrong|changed? (?:it|that|my)|correction|instead|mistake|typo|no longer|i said|haud on|hold on|hang on)\b|^\s*(?:no+|naw|nah|nope)\b[ ,.]*(?:it'?s|am|i'?m|my|ma|the)\b/i;

/** " Shannon, Larkhall", or ", Larkhall, by text" where no name was said. */
function gotWords(d: Draft, said: readonly string[]): string {
  const words = said.slice(0, 4).join(', ');
  return said[0] !== undefined && said[0] === nameToUse(d) ? ` ${words}` : `, ${words}`;
}

/** Says back what was kept, in one short line; names and places never where somebody else may look. */
function sayGot(d: Draft, said: readonly string[], changed: boolean): void {
  if (changed) {
    say(d, part('W-CHANGED'));
    return;
  }
  if (said.length === 0) return;
  say(d, d.state.contact === 'OPEN' ? part('W-GOT', { who: gotWords(d, said) }) : part('W-GOT-PLAIN'));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Where what they say can name a need: not where they tell what helps, what is hard, or how to be reached. */
const MAY_NAME_NEEDS =
  /^(?:start|consent|consentMore|safeNow|need|needMenu|notes|anythingElse|alsoNeed|priority|pace|area|areaOther|name|ageBand|detail\w*|summary|summaryShown)$/;

/** Keeps what else a message said; true when something was kept and said. */
function keepOthers(
  d: Draft,
  facts: Facts,
  needs: Words['reading']['needs'],
  text: string,
  id: string,
  catalogue: Catalogue,
  told = false,
): boolean {
  // beside the journey (danger, a complaint, who you are) what is said belongs to what was asked there
  if (!catalogue.journey.some((one) => one.id === id) && id !== 'consentMore') return false;
  if (!hasAgreed(d)) {
    hold(d, text, facts, needs, told || asksForHelp(text));
    return Object.keys(facts).length > 0 || needs.length > 0;
  }
  const before = new Set(Object.keys(d.state.answers));
  // what was just read back and is named again, otherwise, is put right
  const correcting = PUTS_RIGHT.test(text) || (READ_BACK.has(id) && facts.area !== undefined);
  const said = keepFacts(d, facts, [id, ...(OWN[id] ?? []), ...noName(id, text)], correcting);
  const changed = said.length > 0 && Object.keys(d.state.answers).every((key) => before.has(key));
  sayGot(d, said, changed);
  const fresh = MAY_NAME_NEEDS.test(id) ? keepNeeds(d, needs) : [];
  if (fresh.length && said.length === 0 && id !== 'need' && id !== 'needMenu' && id !== 'priority')
    say(d, part('W-HEARD', { needs: capital(needsInWords(fresh)) }));
  return said.length > 0 || fresh.length > 0;
}

/** Any would do: which one it is to be is said. */
function sayStartsWith(d: Draft, serviceId: string): void {
  const idea = d.state.options.find((one) => one.serviceId === serviceId)?.service;
  if (idea) say(d, part('W-STARTS-WITH', { idea }));
}

/** The fact that settles what a yes hangs on. */
function settleCondition(d: Draft, heard: Words, id: string): void {
  if (isBother(id, heard.text)) say(d, part('W-NO-BOTHER'));
  else if (id === 'share' || id === 'nextOption') say(d, part('W-IF-SHARE'));
  else if (heard.reading.asks?.value === 'can_i_change_mind' || /change (?:my|ma) mind|delete|wipe/i.test(heard.text))
    say(d, part('W-IF-CHANGE'));
  else if (
    /\b(?:mum|maw|mam|mother|da|dad|father|man|husband|wife|partner|ex|family|son|daughter|brother|sister|gran|neighbour|folk|anyone|anybody|people)s?\b/i.test(
      heard.text,
    )
  )
    say(d, part('W-IF-PEOPLE'));
  else if (heard.reading.asks) say(d, answerTo(d, heard.reading.asks.value));
  else say(d, part('W-IF-ANY'));
}

/** A yes that hangs on something: the fact that settles it, then one short confirm; told once, the same yes stands. */
function hearConditional(d: Draft, heard: Words, catalogue: Catalogue): void {
  const asked = d.state.asked;
  if (!asked) return;
  const id = splitKey(asked.key).id;
  keepOthers(d, surelyMeant(heard.reading.facts ?? {}, heard.text), heard.reading.needs, heard.text, id, catalogue);
  if (asked.misses > 0) {
    takeAnswer(d, { choices: ['yes'] }, catalogue);
    return;
  }
  settleCondition(d, heard, id);
  putAgain(d, catalogue, asked.key, id === 'consent' || id === 'consentMore' ? 'S-CONSENT-IF' : undefined);
  settle(d);
}

/** A question of theirs: answered, then the one on the table in a shorter form. */
export function answerBack(d: Draft, topic: string, text: string, catalogue: Catalogue): void {
  say(d, answerTo(d, topic));
  if (topic === 'unknown') noteQuestion(d, text);
  const key = d.state.asked?.key;
  if (key === undefined || answered(d, key) || !questionFor(catalogue, key)) return;
  const aside = !catalogue.journey.some((one) => one.id === splitKey(key).id);
  if (aside && !NEVER_SKIPPED.has(splitKey(key).id) && (d.state.asked?.misses ?? 0) > 0 && !dangerAsked(d)) {
    // a side question met with a second question of theirs is let go, but where letting go is a no
    takeAnswer(d, { choices: [], skipped: true }, catalogue);
    return;
  }
  putAgain(d, catalogue, key);
  settle(d);
}

/** Something written when nothing is being asked. */
function afterTheEnd(d: Draft, heard: Words): void {
  if (journeyRests(d) && d.state.mode !== 'finished') {
    say(d, part('W-HELP'));
    settle(d);
    return;
  }
  if (d.state.mode === 'finished') {
    keepSecret(d, `said/after${d.state.turns}`, heard.text);
    askFirst(d, 'returnHow');
  }
}

/** Their words pick one of the choices, or give the fact that was asked for, whatever else is in them. */
export function answersIt(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  const key = d.state.asked?.key;
  if (key === undefined || answered(d, key)) return false;
  const { id } = splitKey(key);
  const { choices } = frozenAsked(d);
  const kind = questionFor(catalogue, key)?.kind ?? 'choiceOrText';
  const answer = hearAnswer({ id, kind, choices, options: d.state.options }, heard.text, heard.reading);
  return answer.kind === 'answer' && (answer.choices.length > 0 || kind === 'phone' || kind === 'email');
}

/** What else stands in a question of theirs. */
function keepAsked(
  d: Draft,
  facts: Facts,
  needs: Words['reading']['needs'],
  text: string,
  id: string,
  catalogue: Catalogue,
): void {
  if (Object.keys(facts).length > 0 || needs.length > 0) keepOthers(d, facts, needs, text, id, catalogue);
}

/** Asked what they need, or what else. */
const TELLS_NEEDS: ReadonlySet<string> = new Set(['need', 'alsoNeed']);

/** The message as an answer to whatever is being asked. */
export function answerAsked(d: Draft, heard: Words, catalogue: Catalogue): void {
  const asked = d.state.asked;
  const { reading, text } = heard;
  if (!asked || answered(d, asked.key)) {
    if (reading.asks && reading.asks.value !== 'unknown') {
      answerBack(d, reading.asks.value, text, catalogue);
      settle(d);
      return;
    }
    afterTheEnd(d, heard);
    return;
  }
  const { id } = splitKey(asked.key);
  const question = questionFor(catalogue, asked.key);
  const { choices } = frozenAsked(d);
  const answer = hearAnswer(
    { id, kind: question?.kind ?? 'choiceOrText', choices, options: d.state.options },
    text,
    reading,
  );
  const facts = surelyMeant(reading.facts ?? {}, text);
  // what is no answer to what was asked is what they came to say
  const told = answer.kind === 'notUnderstood';
  const others = () => keepOthers(d, facts, reading.needs, text, id, catalogue, told);
  switch (answer.kind) {
    case 'answer': {
      const hidden = question?.hidden === true;
      const agreedBefore = hasAgreed(d);
      const putsRight = READ_BACK.has(id) && answer.choices[0] === 'change';
      const changed = agreedBefore && !hidden && (others() || (putsRight && heedNeeds(d, heard)));
      if (changed && READ_BACK.has(id) && answer.choices[0] === 'change') {
        // put right in words: read back again as it is now
        putQuestion(d, catalogue, asked.key, true);
        settle(d);
        return;
      }
      if (!agreedBefore && !hidden) hold(d, text, facts, reading.needs, asksForHelp(text));
      if (id === 'options' && answer.text && answer.choices.length === 1) sayStartsWith(d, answer.choices[0] ?? '');
      takeAnswer(d, { choices: answer.choices, text: answer.text, needs: reading.needs }, catalogue);
      if (!agreedBefore && hasAgreed(d)) sayGot(d, keepHeld(d), false);
      return;
    }
    case 'skipped':
      takeAnswer(d, { choices: [], skipped: true }, catalogue);
      return;
    case 'unsure':
      notSure(d, catalogue);
      return;
    case 'conditional':
      hearConditional(d, heard, catalogue);
      return;
    case 'asks':
      if (TELLS_NEEDS.has(id) && mentionedNeeds(text).length > 0) {
        // "is this private? I want help with drinking": the one is answered, the other heard
        say(d, answerTo(d, answer.topic));
        takeAnswer(d, { choices: [], text, needs: mentionedNeeds(text) }, catalogue);
        return;
      }
      // what they ask about ("does the jobcentre see this") is not what they need; where it is nothing of ours it may be
      keepAsked(d, facts, answer.topic === 'unknown' ? reading.needs : [], text, id, catalogue);
      if (id === 'wayBack' && asked.misses > 0) {
        // a second question in its place: answered, and nobody is pressed for a number
        say(d, answerTo(d, answer.topic));
        takeAnswer(d, { choices: [], skipped: true }, catalogue);
        return;
      }
      // asked if it is safe, a question of theirs is never taken for a no
      if (id !== 'safeNow' && ((answer.topic === 'unknown' && asked.misses > 0) || asked.misses > 1)) {
        // asked in its place for the third time: answered, and the question gets smaller or is let go
        say(d, answerTo(d, answer.topic));
        if (answer.topic === 'unknown') noteQuestion(d, text);
        notHeard(d, heard, true, catalogue);
        return;
      }
      answerBack(d, answer.topic, text, catalogue);
      return;
    case 'notUnderstood':
      if (id === 'needMenu' && /^more$/i.test(text.trim())) {
        say(d, part('E2-SMS2'));
        settle(d);
        return;
      }
      if (id === 'pace' && heedNeeds(d, heard)) {
        // it was heard: the question is as new, and is never let go for it
        put(d, { asked: { ...asked, misses: 0 } });
        putAgain(d, catalogue, asked.key);
        settle(d);
        return;
      }
      notHeardHere(d, heard, others, catalogue);
  }
}

/** Facts in what was no answer may yet answer the question: then it is not put again. */
function notHeardHere(d: Draft, heard: Words, others: () => boolean, catalogue: Catalogue): void {
  const key = d.state.asked?.key ?? '';
  const { id } = splitKey(key);
  const agreed = hasAgreed(d);
  const heardBack = others();
  if (!agreed && heardBack) {
    if (d.state.asked?.misses === 0) sayHeld(d, heard);
    if (id === 'start' && heard.reading.needs.length > 0) {
      // somebody who says what they need has started
      takeAnswer(d, { choices: ['yes'] }, catalogue);
      return;
    }
  }
  const otherPlace = id === 'options' && heardBack && !d.state.matched;
  if (answered(d, key) || otherPlace) {
    put(d, { asked: null });
    keepSecret(d, 'asked', null);
    return;
  }
  if (heardBack && READ_BACK.has(id)) {
    putQuestion(d, catalogue, key, true);
    settle(d);
    return;
  }
  notHeard(d, heard, heardBack, catalogue);
}

/** Before they agreed nothing is said back but that it was heard. */
function sayHeld(d: Draft, heard: Words): void {
  const { needs } = heard.reading;
  const name = heard.reading.facts?.name?.value;
  if (needs.length) {
    say(d, part('W-HEARD-FIRST', { needs: capital(needsInWords(needs)) }));
    keepSecret(d, SAID_BACK, needsInWords(needs));
  } else if (name) say(d, part('W-GOT', { who: ` ${name}` }));
  else say(d, part('W-FIRST-OPEN'));
}
