/** What follows a risk reply: one question, then wait, then a person (guide.md 4 R). */
import { choicesOf, part } from '../content/copy';
import { askFirst, type Draft, keepSecret, later, put, say, settle } from '../draft';
import { wayBack } from '../facts';
import { leaveNote, sayNoteLeft } from '../handOver';
import type { Level } from '../types';
import { asks } from './asks';
import type { Heard, Question } from './question';

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

type Answered = (d: Draft, choice: string | null, heard: Heard) => void;

function risk(id: string, ask: Question['ask'], then: Answered): Question {
  return {
    id,
    kind: 'choiceOrText',
    ask,
    heard: (d, heard) => {
      note(d, heard);
      // a number given straight away is a yes
      const gaveNumber = heard.choice === null && /\d[\d ]{8,}\d/.test(heard.text);
      if (gaveNumber) keepSecret(d, 'said/riskNumber', heard.text);
      then(d, gaveNumber ? 'yes' : heard.choice, heard);
    },
  };
}

export const riskQuestions: readonly Question[] = [
  // RS2 goes out with RS1, and its question is the one left open
  {
    ...risk(
      'rs1',
      (_d) => ({ before: [[part('RS1')]], parts: [part('RS2')], choices: choicesOf('RS2') }),
      (d, choice) => {
        if (choice === 'no') holdOn(d);
        else callThem(d, 'P0');
      },
    ),
  },
  risk('rs2', asks('RS2'), (d, choice) => {
    if (choice === 'no') holdOn(d);
    else callThem(d, 'P1');
  }),
  risk('rs3', asks('RS3'), (d, choice) => {
    if (choice === 'yes') askFirst(d, 'rs4');
    else {
      now(d);
      askFirst(d, 'rs1');
    }
  }),
  risk('rs3u', asks('RS3U'), (d, choice) => {
    if (choice === 'yes') askFirst(d, 'rs3');
    else if (choice === 'no') holdOn(d);
    else callThem(d, 'P1');
  }),
  risk('rs4', asks('RS4'), (d, choice) => {
    if (choice === 'yes') callThem(d, 'P1');
    else if (choice === 'textMe') {
      say(d, part('W-RISK-TEXT'));
      settle(d);
    } else holdOn(d);
  }),
  risk('rsh', asks('RSH'), (d, choice) => {
    if (choice === 'yes') {
      now(d);
      say(d, part('RM1'));
      settle(d);
    } else askFirst(d, 'rs3');
  }),
  risk('rd1', asks('RD1'), (d) => {
    say(d, part('W-NOTED'));
    settle(d);
  }),
  risk('rd2', asks('RD2'), (d) => {
    say(d, part('W-FAILSAFE'));
    settle(d);
  }),
  risk('rda1', asks('RDA1'), (d, choice) => {
    // anything but a plain yes: stop, send nothing more
    if (choice === 'yes') askFirst(d, 'rda2');
    else {
      put(d, { paused: true });
      settle(d);
    }
  }),
  risk('rda2', asks('RDA2'), (d, choice) => {
    if (choice === 'yes') callThem(d, 'P1');
    else {
      say(d, part('RDA3'));
      settle(d);
    }
  }),
  risk('rcp1', asks('RCP1'), (d, choice) => {
    say(d, part('RCP2', { sw_number: '0303 123 1008' }));
    if (choice === 'yes') callThem(d, 'P1');
    else settle(d);
  }),
  risk('rh1', asks('RH1'), (d, choice) => {
    if (choice === 'no') {
      sayNoteLeft(d, 'P1');
      settle(d);
      return;
    }
    now(d);
    say(d, part('RH2'));
    settle(d);
  }),
  risk('rn1', asks('RN1'), (d, choice) => {
    if (choice === 'yes') callThem(d, 'P2');
    else if (choice === 'textMe') say(d, part('W-RISK-TEXT'));
    else say(d, part('W-RISK-NO'));
  }),
  risk('rx1', asks('RX1'), (d, choice) => {
    if (choice === 'yes') askFirst(d, 'rx2');
    else {
      put(d, { paused: true });
      settle(d);
    }
  }),
  risk('rx2', asks('RX2'), (d, choice) => {
    if (choice === 'yes') callThem(d, 'P1');
    else holdOn(d);
  }),
  risk('rp1', asks('RP1'), (d, choice) => {
    if (choice === 'no') {
      now(d);
      askFirst(d, 'rs1');
    } else askFirst(d, 'rp2');
  }),
  risk('rp2', asks('RP2'), (d, choice) => {
    if (choice === 'no') holdOn(d);
    else callThem(d, 'P1');
  }),
  risk(
    'rhome1',
    () => ({
      parts: [part('RHOME1', { home_day: '0303 123 1012', home_ooh: '0800 24 20 24' })],
      choices: choicesOf('RHOME1'),
    }),
    (d, choice) => {
      if (choice === 'noCredit') {
        say(d, part('W-NO-CREDIT'));
        callThem(d, 'P1');
      } else if (choice === 'no') holdOn(d);
      else callThem(d, 'P1');
    },
  ),
  risk('rfood1', asks('RFOOD1'), (d) => askFirst(d, 'rfood2')),
  risk('rfood2', asks('RFOOD2'), (d, choice) => {
    if (choice === 'yes' && d.state.safety) put(d, { safety: { ...d.state.safety, level: 'P1', holds: true } });
    callThem(d, choice === 'yes' ? 'P1' : 'P2');
  }),
  risk('rjoke', asks('RJOKE'), (d) => {
    say(d, part('W-RISK-NO'));
    settle(d);
  }),
  risk(
    'rafter',
    (d) => ({ parts: [part('RAFTER', { person: d.state.secrets['person'] ?? 'WIN' })], choices: choicesOf('RAFTER') }),
    (d, choice) => {
      if (choice === 'yes') callThem(d, 'P1');
      else {
        say(d, part('W-LATER'));
        settle(d);
      }
    },
  ),
  risk('x29', asks('X29'), (d, choice) => {
    if (choice === 'yes') callThem(d, 'P1');
    else holdOn(d);
  }),
  {
    id: 'riskNumber',
    kind: 'text',
    ask: asks('W-RISK-NUMBER'),
    heard: (d, heard) => {
      note(d, { ...heard, text: '' });
      sayWhoIsThere(d);
    },
  },
];
