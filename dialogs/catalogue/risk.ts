/** What follows a risk reply: one question, then wait, then a person (guide.md 4 R). */
import { choicesOf, type MessageId, part } from '../content/copy';
import { usableLines } from '../content/helplines';
import { askFirst, type Draft, keepSecret, later, put, say, settle } from '../draft';
import { wayBack } from '../facts';
import { leaveNote, sayNoteLeft } from '../handOver';
import { answerTo } from '../listen/topicAnswers';
import { asksLike } from '../reading/questionForm';
import { type DangerAnswer, dangerAnswer, hasNumber, plainAnswer, safetyAnswer, saysYoung } from '../risk/answers';
import { noneNear, tellsOfAssault } from '../risk/assault';
import { calledHelp } from '../risk/calledHelp';
import { checkAsking, isLikeness, isYoung, noteWorry, warmLine } from '../risk/checks';
import { asksFood } from '../risk/foodAsked';
import { hasNoCredit, wantsFreeLine } from '../risk/freeLine';
import { askOtherNumber, fittingLine, meetWords, sayFreeLine, sayHeld } from '../risk/hold';
import { homeLine } from '../risk/homeLine';
import { raise } from '../risk/raise';
import { askedInQuiet, chatAnswer, forbidsNumber, saysYes } from '../risk/safeToChat';
import type { CheckAsked, Level, RiskFlag } from '../types';
import { asks } from './asks';
import type { Asking, Heard, Question } from './question';

/** Says truthfully who is there; asks for a safe number only when there is no way to reach them. */
function callThem(d: Draft, level: Level): void {
  leaveNote(d, d.state.safety?.category === 'concern_about_us' ? 'concern' : 'risk', level);
  if (!wayBack(d) && d.state.contact !== 'STOPPED') {
    askFirst(d, 'riskNumber');
    return;
  }
  sayWhoIsThere(d);
}

function sayWhoIsThere(d: Draft): void {
  const duty = d.world.team.onDuty;
  if (d.state.safety?.category === 'concern_about_us') say(d, part('W-LEAD', { by: d.world.team.replyBy.P1.text }));
  else if (duty) {
    put(d, { mode: 'waiting' });
    say(d, part('X24', { person: duty.name, mins: String(duty.minutes) }));
  } else sayNoteLeft(d, d.state.safety?.level ?? 'P1');
  settle(d);
}

/** Notes what they answered on the risk record. */
function note(d: Draft, heard: Heard): void {
  later(
    d,
    'noteRiskAnswer',
    {
      riskId: d.state.safety?.riskId ?? '',
      category: d.state.safety?.category ?? 'suicide_thoughts',
      level: d.state.safety?.level ?? 'P1',
      mode: d.state.contact,
      channel: d.world.channel,
      question: heard.key,
      answer: heard.skipped ? 'skipped' : (heard.choice ?? 'words'),
    },
    heard.text,
  );
}

/** It is more urgent than it looked. */
function now(d: Draft): void {
  if (d.state.safety) put(d, { safety: { ...d.state.safety, level: 'P0', holds: true } });
  leaveNote(d, 'risk', 'P0');
  later(d, 'alert', {
    to: 'duty',
    why: d.state.safety?.category ?? 'risk',
    level: 'P0',
    riskId: d.state.safety?.riskId ?? '',
  });
}

function holdOn(d: Draft): void {
  say(d, part('W-RISK-NO'));
  settle(d);
}

/** The team's "today" is said only while somebody is there to keep it (changes 7). */
function askByHours(open: MessageId, shut: 'W-RS4-SHUT' | 'W-RN1-SHUT' | 'W-RCP1-SHUT'): Question['ask'] {
  return (d): Asking =>
    d.world.team.open
      ? { parts: [{ id: open, params: {} }], choices: choicesOf(open) }
      : { parts: [part(shut, { opens: d.world.team.opens })], choices: choicesOf(shut) };
}

/** They answered within the hour, so nobody is thanked for "getting back to me today". */
const LATELY_MS = 60 * 60 * 1000;
function askAfterSafe(late: 'RDA2' | 'RX2', now: 'W-RDA2-NOW' | 'W-RX2-NOW'): Question['ask'] {
  return (d): Asking => {
    const since = d.world.now.at - (d.state.safety?.since ?? 0);
    const id = since > LATELY_MS ? late : now;
    return { parts: [{ id, params: {} }], choices: choicesOf(id) };
  };
}

/** Words that say neither yes nor no are met for what they say before the next question. */
function meet(d: Draft, heard: Heard): void {
  if (heard.choice === null && heard.text !== '' && !hasNumber(heard.text)) meetWords(d, heard.text);
}

/** "I've phoned 999": what they were asked to do is done. */
const saysCalled = ({ choice, text }: Heard): boolean => choice === null && calledHelp(text, true) === 'called';

/** yes and no as danger counts them: what is not clear counts as danger. */
type Answered = (d: Draft, answer: DangerAnswer, heard: Heard) => void;

/** Questions of a danger itself, where "no but sometimes" is no no; the others offer a call, or ask if it is OK to chat. */
const OF_DANGER: ReadonlySet<string> = new Set(['rs3u', 'rsh', 'rmThem', 'rh1', 'rfood2', 'rheat', 'rfoodHeat']);

/** A question about danger. `safe`: "are you safe?", where only a clear yes is good news. */
function risk(id: string, ask: Question['ask'], then: Answered, safe = false): Question {
  const read = safe ? safetyAnswer : OF_DANGER.has(id) ? dangerAnswer : plainAnswer;
  return {
    id,
    kind: 'choiceOrText',
    ask,
    heard: (d, heard) => {
      note(d, heard);
      // a number given straight away is a yes
      const gaveNumber = heard.choice === null && hasNumber(heard.text) && !forbidsNumber(heard.text);
      if (gaveNumber) keepSecret(d, 'said/riskNumber', heard.text);
      const spoken = read(heard.text);
      const { choice } = heard;
      const picked: DangerAnswer = choice === 'yes' || choice === 'no' ? choice : 'unclear';
      then(d, gaveNumber ? 'yes' : choice === null && !heard.skipped ? spoken : picked, heard);
    },
  };
}

/** No to a call: the note stands, and how to reach somebody is said. */
const callUnlessNo =
  (level: Level): Answered =>
  (d, answer, heard) => {
    if (answer === 'no') return holdOn(d);
    meet(d, heard);
    callThem(d, level);
  };

/** "Can ye no just text", not "don't text me" or "I'll text SHOUT". */
function wantsText(text: string): boolean {
  return (
    /\b(?:text|txt|message|messaged|whatsapp)\b/i.test(text) &&
    !/\b(?:don'?t|do not|dinnae|never|stop) (?:\w+ ){0,2}(?:text|txt|message)|\b(?:text|txt|message) (?:shout|them|samaritans)\b|\b(?:sees|reads|checks) (?:my|ma) (?:text|message)/i.test(
      text.replace(/[\u2018\u2019]/g, "'"),
    )
  );
}

const callOrText =
  (level: Level): Answered =>
  (d, answer, heard) => {
    if (heard.choice === 'textMe' || wantsText(heard.text)) {
      say(d, part('W-RISK-TEXT'));
      settle(d);
    } else callUnlessNo(level)(d, answer, heard);
  };

/** Is it OK to chat: nothing is shown before a yes, and what is neither is asked once more. */
function ifSafe(id: string, next: string): Answered {
  return (d, _answer, heard) => {
    const spoken = heard.choice === null && !heard.skipped ? chatAnswer(heard.text) : heard.choice;
    const before = d.state.secrets['safeAgain'] === id;
    keepSecret(d, 'safeAgain', spoken === 'again' && !before ? id : null);
    if (spoken === 'yes' || (heard.choice === null && hasNumber(heard.text))) return askFirst(d, next);
    if (spoken === 'again' && !before) {
      const topic = askedInQuiet(heard.text);
      if (topic !== null) say(d, answerTo(d, topic));
      return askFirst(d, id);
    }
    put(d, { paused: true });
    say(d, part('C1-NO'));
    settle(d);
  };
}

/** They ask something about the call: no yes to it, and more is told. */
const asksMore = ({ choice, text }: Heard) =>
  choice === 'more' ||
  (choice === null && (/tell me more|what is|who are|how does/i.test(text) || (asksLike(text) && !saysYes(text))));

/** "Don't ring my mobile" is kept for the team, and a safe number asked for. */
function callSafely(d: Draft, heard: Heard): void {
  if (forbidsNumber(heard.text)) {
    leaveNote(d, 'risk', 'P1');
    askOtherNumber(d);
  } else callThem(d, 'P1');
}

const noBed: Answered = (d, answer, heard) => {
  const noCredit = heard.choice === 'noCredit' || hasNoCredit(heard.text) || wantsFreeLine(heard.text);
  if (noCredit || (answer === 'no' && !d.world.team.open)) sayFreeLine(d, true);
  else meet(d, heard);
  if (answer === 'no' && !noCredit && d.world.team.open) holdOn(d);
  else callThem(d, 'P1');
};

const withHelp: Answered = (d, answer, heard) => {
  const child = d.state.safety?.category === 'child_at_risk';
  const level: Level = !child && (answer === 'no' || heard.choice === 'notSay') ? 'P2' : 'P1';
  if (level === 'P1' && d.state.safety) put(d, { safety: { ...d.state.safety, level: 'P1', holds: true } });
  callThem(d, level);
};

const SHORT_OF = /heat|cold|freez|meter|leccy|electric|gas|warm|power|food|eat|hungry|starv|cupboard/i;

/** What is short today: the help named is the help for that. */
const whatIsShort: Answered = (d, _answer, heard) => {
  const { choice } = heard;
  // "no, just me" says nothing of what is short: what they told before does
  const told = ['short', 'check/no_food_or_heat', 'said/check:no_food_or_heat', 'said/need'];
  const before = told.map((field) => d.state.secrets[field] ?? '').join(' | ');
  const text = SHORT_OF.test(heard.text) || choice !== null ? heard.text : `${heard.text} | ${before}`;
  const heat = choice === 'noHeat' || /heat|cold|freez|meter|leccy|electric|gas|warm|power/i.test(text);
  const food =
    choice === 'nothingToEat' ||
    /(?:no|nae|any|without|short of|enough) (?:\w+ )?food|nothing to eat|hungry|starv|empty cupboard|nae? eat/i.test(
      text,
    );
  if (choice === 'neither' || (heat && food)) askFirst(d, 'rfoodHeat');
  else askFirst(d, heat ? 'rheat' : 'rfood2');
};

/** The worry this question is about, as it was raised. */
function checkOf(d: Draft, subject: string): CheckAsked | undefined {
  return d.state.checks.find((one) => one.category === subject);
}

function flagOf(d: Draft, asked: CheckAsked, rule: string): RiskFlag {
  return {
    category: asked.category,
    level: asked.level,
    rule,
    words: d.state.secrets[`check/${asked.category}`] ?? '',
    aboutOther: asked.aboutOther,
    unclear: false,
  };
}

const check: Question = {
  id: 'check',
  kind: 'choiceOrText',
  ask: (d, subject) => {
    const asked = checkOf(d, subject);
    return asked ? checkAsking(asked) : { parts: [part('RS3U')], choices: choicesOf('RS3U') };
  },
  heard: (d, heard) => {
    const asked = checkOf(d, heard.subject);
    if (!asked) return;
    const answer = heard.choice === null ? (heard.skipped ? 'unclear' : dangerAnswer(heard.text)) : heard.choice;
    const words = d.state.secrets[`check/${asked.category}`] ?? '';
    // "skip" is no answer: with no life at stake by their words, a person looks today and nothing is forced out of them
    const passed = heard.skipped && (asked.level !== 'P0' || isLikeness(asked.rule));
    const assault = asked.category === 'danger_now' && tellsOfAssault(words);
    const ok = answer === 'no' || passed || (assault && heard.choice === null && noneNear(heard.text));
    put(d, {
      checks: d.state.checks.map((one) => (one === asked ? { ...one, answer: ok ? ('ok' as const) : 'danger' } : one)),
    });
    if (ok && assault && !passed) {
      raise(d, [flagOf(d, asked, 'assault')], words);
      note(d, heard);
      return;
    }
    if (ok) {
      noteWorry(d, flagOf(d, asked, `check:${asked.rule}`), passed ? 'P1' : 'P2');
      say(d, passed ? part('W-CHECK-SKIP') : warmLine(d, words));
      return;
    }
    raise(d, [flagOf(d, asked, `check:${asked.rule}`)], words);
    note(d, heard);
  },
};

export const riskQuestions: readonly Question[] = [
  check,
  risk('rs1', asks('RS1'), (d, _answer, heard) => {
    if (saysCalled(heard)) say(d, part('W-HELP-CALLED'));
    else meet(d, heard);
    askFirst(d, 'rs2');
  }),
  risk('rs2', asks('RS2'), (d, answer, heard) => {
    callOrText(d.state.safety?.level ?? 'P1')(d, answer, heard);
  }),
  risk(
    'rs3',
    asks('RS3'),
    (d, answer) => {
      if (answer === 'yes') return askFirst(d, 'rs4');
      now(d);
      askFirst(d, 'rs1');
    },
    true,
  ),
  // kept for talks that were asked before: no is a no, and anything else is met as a yes (changes 2)
  risk('rs3u', asks('RS3U'), (d, answer) => {
    if (answer === 'no') {
      put(d, { safety: null });
      say(d, warmLine(d, ''));
    } else askFirst(d, 'rs3');
  }),
  risk('rs4', askByHours('RS4', 'W-RS4-SHUT'), callOrText('P1')),
  risk('rsh', asks('RSH'), (d, answer) => {
    if (answer === 'no') return askFirst(d, 'rs3');
    now(d);
    say(d, part('RM1'));
    settle(d);
  }),
  risk('rmThem', asks('W-THEM'), (d, answer, heard) => {
    const called = saysCalled(heard);
    if (answer === 'no' && !called) return askFirst(d, 'rmThemHelp');
    now(d);
    say(d, part(called ? 'W-HELP-CALLED' : 'W-THIRD-999'));
    callThem(d, 'P0');
  }),
  risk('rmThemHelp', asks('W-THEM-NOT-NOW'), callUnlessNo('P1')),
  risk('rm3', asks('W-AMBULANCE'), (d, answer, heard) => {
    const help = heard.choice === null ? calledHelp(heard.text, true) : null;
    const coming = help === null ? answer === 'yes' : help === 'called';
    say(d, part(coming ? 'W-AMBULANCE-YES' : 'W-AMBULANCE-NO'));
    settle(d);
  }),
  risk('rd1', asks('RD1'), (d, _answer, heard) => {
    say(d, part(saysCalled(heard) ? 'W-HELP-CALLED' : 'W-NOTED'));
    settle(d);
  }),
  risk('rsaSafe', asks('W-RAPE-SAFE'), (d, answer, heard) => {
    const away = answer === 'no' || (heard.choice === null && !heard.skipped && noneNear(heard.text));
    if (away) return askFirst(d, isYoung(d) || saysYoung(heard.text) ? 'rchild' : 'rsa');
    askFirst(d, d.world.team.open ? 'rd1' : 'rd2');
  }),
  risk(
    'rsa',
    (d) => {
      const id = usableLines(d.world.now).has('rapeCrisis') ? 'W-RAPE' : 'W-RAPE-DAY';
      return { parts: [{ id, params: {} }], choices: choicesOf(id) };
    },
    callOrText('P1'),
  ),
  risk('rd2', asks('RD2'), (d, _answer, heard) => {
    if (saysCalled(heard)) say(d, part('W-HELP-CALLED'));
    else sayHeld(d, heard.text);
    settle(d);
  }),
  risk('rda1', asks('RDA1'), ifSafe('rda1', 'rda2')),
  risk('rda2', askAfterSafe('RDA2', 'W-RDA2-NOW'), (d, answer, heard) => {
    if (asksMore(heard)) return askFirst(d, 'rda2More');
    if (answer === 'no' && !forbidsNumber(heard.text)) {
      say(d, part('RDA3'));
      return settle(d);
    }
    callSafely(d, heard);
  }),
  risk('rda2More', asks('W-RDA2-MORE'), (d, answer, heard) => {
    if (answer !== 'no' || forbidsNumber(heard.text)) return callSafely(d, heard);
    say(d, part('RDA3'));
    settle(d);
  }),
  risk('rcp1', askByHours('RCP1', 'W-RCP1-SHUT'), (d, answer, heard) => {
    say(d, part('RCP2', { sw_number: '0303 123 1008' }));
    if (asksFood(d, heard.text)) askFirst(d, 'rfood2');
    else if (answer === 'no') settle(d);
    else callThem(d, 'P1');
  }),
  risk('rchild', asks('W-CHILD'), callUnlessNo('P1')),
  risk('rh1', asks('RH1'), (d, answer) => {
    if (answer === 'no') return callThem(d, 'P1');
    now(d);
    say(d, part('RH2'));
    settle(d);
  }),
  risk('rn1', askByHours('RN1', 'W-RN1-SHUT'), callOrText('P2')),
  risk('rx1', asks('RX1'), ifSafe('rx1', 'rx2')),
  risk('rx2', askAfterSafe('RX2', 'W-RX2-NOW'), callUnlessNo('P1')),
  risk(
    'rp1',
    asks('RP1'),
    (d, answer) => {
      // a voice that orders harm: only a clear yes is safe
      const isOrdered = d.state.safety?.level === 'P0' && answer !== 'yes';
      if (answer !== 'no' && !isOrdered) return askFirst(d, 'rp2');
      now(d);
      askFirst(d, 'rs1');
    },
    true,
  ),
  risk('rp2', asks('RP2'), callUnlessNo('P1')),
  risk(
    'rhome1',
    (d) => {
      const id = d.world.team.open ? 'W-HOME' : 'W-HOME-SHUT';
      return { parts: [part(id, { line: homeLine(d) })], choices: choicesOf(id) };
    },
    noBed,
  ),
  risk(
    'rhomeYoung',
    (d) => ({ parts: [part('W-HOME-YOUNG', { line: homeLine(d) })], choices: choicesOf('W-HOME-YOUNG') }),
    noBed,
  ),
  risk('rfood1', asks('RFOOD1'), whatIsShort),
  risk('rfood2', asks('RFOOD2'), withHelp),
  risk('rheat', asks('W-HEAT'), withHelp),
  risk('rfoodHeat', asks('W-FOOD-HEAT'), withHelp),
  risk('rjoke', asks('RJOKE'), (d) => {
    say(d, part('W-RISK-NO'));
    settle(d);
  }),
  risk(
    'rafter',
    (d) => ({ parts: [part('RAFTER', { person: d.state.secrets['person'] ?? 'WIN' })], choices: choicesOf('RAFTER') }),
    (d, answer, heard) => {
      if (answer === 'no' || heard.choice === 'later' || /later/i.test(heard.text)) {
        say(d, part('W-LATER'));
        settle(d);
      } else callThem(d, 'P1');
    },
  ),
  risk('x29', asks('X29'), callUnlessNo('P1')),
  {
    id: 'riskNumber',
    kind: 'text',
    ask: asks('W-RISK-NUMBER'),
    heard: (d, heard) => {
      if (forbidsNumber(heard.text)) {
        // what is not safe is for the team to read; it is never a number to call
        note(d, heard);
        askOtherNumber(d);
        return;
      }
      note(d, { ...heard, text: '' });
      if (hasNumber(heard.text)) {
        say(d, part('W-GOT-NUMBER'));
        sayWhoIsThere(d);
        return;
      }
      if (wantsFreeLine(heard.text)) {
        sayFreeLine(d);
        askFirst(d, 'riskNumber');
        return;
      }
      if (asksFood(d, heard.text)) {
        askFirst(d, 'rfood2');
        return;
      }
      if (fittingLine(heard.text, undefined) === 'W-HOLD-WHEN') {
        keepSecret(d, 'said/riskNumber', null);
        sayHeld(d, heard.text);
        settle(d);
        return;
      }
      // words are no way back: nobody is promised a call, and the way in is said
      meet(d, heard);
      keepSecret(d, 'said/riskNumber', null);
      const { settings, team } = d.world;
      say(d, part('W-NO-NUMBER', { phone: settings.phone, hours: team.hours }));
      settle(d);
    },
  },
];
