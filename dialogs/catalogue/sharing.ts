/** Passing details to one partner at a time: they see every line first, can leave any out, and say yes (guide.md M). */
import { recordAgreement, shownWords } from '../agreements';
import { mobileIn } from '../contactWays';
import { choicesOf, part } from '../content/copy';
import { sayNeed } from '../content/needNames';
import { leaveOutLabels } from '../content/partner';
import type { Choice, Part } from '../content/words';
import { askFirst, type Context, type Draft, keepSecret, later, put, say, unanswer } from '../draft';
import { answered, chosen, wordsFor } from '../facts';
import { leaveNote } from '../handOver';
import { makeRef } from '../reference';
import { allLines, inWords, mustAskNumber, type ShareLine, shareLines, wordsWait } from '../shareLines';
import type { OptionShown } from '../types';
import { SHARE_KEYS } from '../vocabulary';
import { asks } from './asks';
import { pickedOptions } from './playBack';
import type { Asking, Heard, Question } from './question';

const SHARE_VERSION = 'SH-2.0';

function option(c: Context, serviceId: string): OptionShown | undefined {
  return c.state.options.find((one) => one.serviceId === serviceId);
}

const boxOf = (serviceId: string) => `box/${serviceId}`;

/**
 * The box that goes on the screen. It is kept as it was shown, and a yes passes on that and nothing else: what they
 * saw, what is kept and what the partner sees are one value.
 */
function showBox(d: Draft, one: OptionShown): readonly ShareLine[] {
  const lines = shareLines(d, one);
  keepSecret(d, boxOf(one.serviceId), JSON.stringify(lines));
  return lines;
}

function isLine(value: unknown): value is ShareLine {
  return (
    typeof value === 'object' &&
    value !== null &&
    'field' in value &&
    SHARE_KEYS.some((key) => key === value.field) &&
    'label' in value &&
    typeof value.label === 'string' &&
    'value' in value &&
    typeof value.value === 'string'
  );
}

/** The box as it was shown last; null when none was. */
function boxShown(c: Context, serviceId: string): readonly ShareLine[] | null {
  const raw = c.state.secrets[boxOf(serviceId)];
  if (raw === undefined) return null;
  const parsed: unknown = JSON.parse(raw);
  return Array.isArray(parsed) && parsed.every(isLine) ? parsed : null;
}

/** M1 speaks of a name, a way to reach them and one need; it is said only where that is all there is. */
const isM1 = (lines: readonly ShareLine[]) => lines.map((line) => line.field).join() === 'name,contact,need';

function askShare(d: Draft, serviceId: string): Asking {
  const one = option(d, serviceId);
  const partner = one?.partner ?? '';
  const lines = one ? showBox(d, one) : [];
  const box = { partner, lines: inWords(lines) };
  // everything was left out: nothing can be passed on, and that is said, not asked
  if (one && lines.length === 0)
    return { parts: [part('W-SHARE-EMPTY', { partner })], choices: choicesOf('W-SHARE-EMPTY') };
  if (answered(d, `shareEdit:${serviceId}`))
    return { parts: [part('W-SHARE-EDITED', box)], choices: choicesOf('W-SHARE-EDITED') };
  // by text the lines themselves are the question: the same yes, in one message
  if (d.state.channel === 'sms') return { parts: [part('W-SHARE-SMS', box)], choices: choicesOf('W-SHARE-SMS') };
  if (one && isM1(lines))
    return {
      parts: [part('W-SHOWN', box), part('M1', { partner, need: sayNeed(one.need) })],
      choices: choicesOf('M1'),
    };
  return { parts: [part('W-SHARE-SHORT', box)], choices: choicesOf('M1') };
}

/** The partner's own number, for somebody who would sooner get in touch themselves. */
function sayRefused(d: Draft, one: OptionShown, key: string): void {
  recordAgreement(d, { key, what: 'share', version: SHARE_VERSION, answer: 'no', serviceId: one.serviceId });
  say(d, part('M2', { partner_contact: one.contact }));
}

/** Passes the box on: one record, frozen with the words of the question (`key`) that held it. */
function passOn(d: Draft, one: OptionShown, key: string): void {
  const lines = boxShown(d, one.serviceId) ?? [];
  if (!lines.length) {
    sayRefused(d, one, key);
    return;
  }
  const ref = makeRef(`${d.world.seed}/${one.serviceId}`);
  const by = d.world.team.workingDay[1];
  later(
    d,
    'refer',
    {
      ref,
      serviceId: one.serviceId,
      partner: one.partner,
      service: one.service,
      need: one.need,
      fields: lines.map((line) => line.field),
      consentVersion: SHARE_VERSION,
      consentAt: d.world.now.at,
      mode: d.state.contact,
      dueAt: by.at,
    },
    JSON.stringify({ lines, shown: shownWords(d, key) }),
  );
  recordAgreement(d, { key, what: 'share', version: SHARE_VERSION, answer: 'yes', serviceId: one.serviceId });
  put(d, {
    referrals: [
      ...d.state.referrals,
      {
        ref,
        serviceId: one.serviceId,
        partner: one.partner,
        state: 'requested',
        dueAt: by.at,
        contact: '',
        hold: null,
        need: one.need,
      },
    ],
  });
  say(d, part('W-PASSED', { partner: one.partner, ref, by: by.text }));
  askByText(d);
}

/** From the web, to a phone they chose and said is safe to text: asked there once, when there will first be news (P-H11). */
function askByText(d: Draft): void {
  const { channel, contact, byText } = d.state;
  if (channel !== 'web' || contact !== 'OPEN' || byText !== null) return;
  const number = mobileIn(wordsFor(d, 'number'));
  const by = chosen(d, 'contactBy');
  const safe = chosen(d, 'safeNumber');
  if (number === '' || !(by === 'text' || by === 'whatsapp') || !(safe === 'yes' || safe === 'textOnly')) return;
  put(d, { byText: 'asked' });
  later(d, 'askByText', {}, number);
}

/** A box that was never on the screen is shown first. */
function askAgain(d: Draft, key: string): void {
  unanswer(d, key);
  askFirst(d, key);
}

function heardShare(d: Draft, heard: Heard): void {
  const one = option(d, heard.subject);
  if (!one) return;
  if (heard.choice === 'change') {
    unanswer(d, heard.key, `shareEdit:${heard.subject}`);
    askFirst(d, `shareEdit:${heard.subject}`, `share:${heard.subject}`);
    return;
  }
  if (heard.choice !== 'yes') sayRefused(d, one, heard.key);
  else if (boxShown(d, heard.subject) === null) askAgain(d, heard.key);
  else passOn(d, one, heard.key);
}

/** What can be left out: every line there is, by its own name; their own words can be added where they wait. */
function askEdit(d: Draft, serviceId: string): Asking {
  const one = option(d, serviceId);
  const lines = one ? allLines(d, one) : [];
  const waits = one !== undefined && wordsWait(d, one);
  // by text, the numbers of the guide where they are all there is
  if (d.state.channel === 'sms' && isM1(lines) && d.state.struck.length === 0)
    return {
      parts: [part('M1-EDIT')],
      choices: [
        { id: 'name', label: leaveOutLabels.name },
        { id: 'contact', label: 'My number' },
        { id: 'need', label: leaveOutLabels.need },
        { id: 'none', label: 'NONE' },
      ],
      numbered: true,
    };
  const choices: Choice[] = lines
    .filter((line) => !(line.field === 'words' && waits))
    .map((line) => ({ id: line.field, label: leaveOutLabels[line.field] }));
  if (waits && lines.some((line) => line.field === 'words')) choices.push(...choicesOf('W-SHARE-EDIT', ['addWords']));
  choices.push(...choicesOf('W-SHARE-EDIT', ['keep', 'none']));
  return { parts: [part('W-SHARE-EDIT')], choices };
}

/** What they picked stays out for whoever comes next, until they put it back here. */
function heardEdit(d: Draft, heard: Heard): void {
  const one = option(d, heard.subject);
  if (!one) return;
  if (heard.choices.includes('none') || heard.choices.length === 0) {
    const key = `share:${heard.subject}`;
    const no = { n: d.state.turns, at: d.world.now.at, choices: ['no'], skipped: false, message: 'W-SHARE-EDIT' };
    put(d, { answers: { ...d.state.answers, [key]: no }, agenda: d.state.agenda.filter((one) => one !== key) });
    sayRefused(d, one, heard.key);
    return;
  }
  const here = allLines(d, one).map((line) => line.field);
  const picked = SHARE_KEYS.filter((key) => heard.choices.includes(key));
  const elsewhere = d.state.struck.filter((key) => key === '+words' || !here.some((field) => field === key));
  const added = heard.choices.includes('addWords') ? ['+words'] : [];
  put(d, { struck: [...new Set([...elsewhere, ...picked, ...added])] });
}

/** Is the same number all right for a partner? Asked before the first box it would be in. */
function askNumber(d: Draft): Asking {
  const number = d.state.secrets['thisNumber'] ?? '';
  return { parts: [part('W-SHARE-NUMBER', { number })], choices: choicesOf('W-SHARE-NUMBER') };
}

const sharesWith = (c: Context) => (c.state.contact === 'QUIET' ? [] : pickedOptions(c));

export const sharingQuestions: readonly Question[] = [
  {
    id: 'shareNumber',
    kind: 'choice',
    ask: askNumber,
    askIf: (c) => sharesWith(c).length > 0 && mustAskNumber(c),
    whenSkipped: 'no',
    heard: (d, heard) =>
      recordAgreement(d, {
        key: heard.key,
        what: 'share_number',
        version: SHARE_VERSION,
        answer: heard.choice === 'yes' ? 'yes' : 'no',
      }),
  },
  {
    id: 'share',
    kind: 'choice',
    ask: askShare,
    subjects: sharesWith,
    whenSkipped: 'no',
    heard: heardShare,
  },
];

/** The box of the next idea, above its question. */
function nextBox(d: Draft, one: OptionShown): Part {
  return part('W-SHOWN', { partner: one.partner, lines: inWords(showBox(d, one)) });
}

function askNext(d: Draft, serviceId: string): Asking {
  const one = option(d, serviceId);
  if (!one) return { parts: [part('L3')], choices: choicesOf('L3') };
  const opt = `${one.service} with ${one.partner}`;
  const words = shareLines(d, one).some((line) => line.field === 'words');
  // only where their own words go along is it true that nothing has to be said twice
  return {
    before: [[part('W-ANOTHER', { opt, line: one.line, why: one.reasons[0] ?? '' })]],
    parts: [nextBox(d, one), part(words ? 'W-NEXT-OPTION' : 'W-NEXT-SHORT')],
    choices: choicesOf(words ? 'W-NEXT-OPTION' : 'W-NEXT-SHORT'),
  };
}

function heardNext(d: Draft, heard: Heard): void {
  const one = option(d, heard.subject);
  if (!one) return;
  if (heard.choice === 'change') askFirst(d, `shareEdit:${heard.subject}`, `share:${heard.subject}`);
  else if (heard.choice === 'yes') passOn(d, one, heard.key);
  else {
    put(d, { declined: [...d.state.declined, one.serviceId] });
    sayRefused(d, one, heard.key);
    leaveNote(d, 'choose', 'P4');
  }
}

export const sharingAsides: readonly Question[] = [
  { id: 'shareEdit', kind: 'many', ask: askEdit, whenSkipped: 'none', heard: heardEdit },
  {
    id: 'noneLeft',
    kind: 'choice',
    ask: asks('L3'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') leaveNote(d, 'noMatch', 'P4');
    },
  },
  { id: 'nextOption', kind: 'choice', ask: askNext, whenSkipped: 'no', heard: heardNext },
];
