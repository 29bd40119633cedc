/** Passing details to one partner at a time: they see every line first, can leave any out, and say yes (guide.md M). */
import { recordAgreement, shownWords } from '../agreements';
import { choicesOf, part, wordsOf } from '../content/copy';
import { sayNeed } from '../content/needNames';
import type { Part } from '../content/words';
import { askFirst, type Context, type Draft, later, put, say, unanswer } from '../draft';
import { allChosen, answered, chosen, wayBack, wordsFor } from '../facts';
import { leaveNote } from '../handOver';
import { makeRef } from '../reference';
import type { OptionShown } from '../types';
import { pickedOptions } from './playBack';
import type { Asking, Question } from './question';

const SHARE_VERSION = 'SH-1.0';

export interface ShareLine {
  readonly field: 'name' | 'contact' | 'need';
  readonly label: string;
  readonly value: string;
}

function option(c: Context, serviceId: string): OptionShown | undefined {
  return c.state.options.find((one) => one.serviceId === serviceId);
}

function howToReach(c: Context): string {
  const way = wayBack(c);
  const by = { text: 'text', whatsapp: 'WhatsApp', call: 'phone', email: 'email' }[chosen(c, 'contactBy') ?? ''];
  return way && by ? `${by}, ${way}` : way;
}

/** Exactly what a partner would see: only lines with something in them, less those left out. */
export function shareLines(c: Context, one: OptionShown): readonly ShareLine[] {
  const left = allChosen(c, `shareEdit:${one.serviceId}`);
  if (left.includes('none')) return [];
  const lines: readonly ShareLine[] = [
    { field: 'name', label: 'Name', value: wordsFor(c, 'name').slice(0, 80) },
    { field: 'contact', label: 'Contact', value: howToReach(c).slice(0, 160) },
    { field: 'need', label: 'Help with', value: sayNeed(one.need) },
  ];
  return lines.filter((line) => line.value !== '' && !left.includes(line.field));
}

function inWords(lines: readonly ShareLine[]): string {
  return lines.map((line) => `${line.label}: ${line.value}`).join('\n');
}

function askShare(d: Draft, serviceId: string): Asking {
  const one = option(d, serviceId);
  const partner = one?.partner ?? '';
  const lines = one ? shareLines(d, one) : [];
  const edited = answered(d, `shareEdit:${serviceId}`);
  // by text the lines themselves are the question: the same yes, in one message
  if (one && !edited && d.state.channel === 'sms')
    return { parts: [part('W-SHARE-SMS', { partner, lines: inWords(lines) })], choices: choicesOf('W-SHARE-SMS') };
  if (one && lines.length === 3 && !edited) {
    return {
      before: [[linesShown(d, one)]],
      parts: [part('M1', { partner, need: sayNeed(one.need) })],
      choices: choicesOf('M1'),
    };
  }
  return {
    parts: [part(edited ? 'W-SHARE-EDITED' : 'W-SHARE-SHORT', { partner, lines: inWords(lines) })],
    choices: choicesOf('M1'),
  };
}

/** The partner's own number, for somebody who would sooner get in touch themselves. */
function sayRefused(d: Draft, one: OptionShown, key: string): void {
  recordAgreement(d, { key, what: 'share', version: SHARE_VERSION, answer: 'no', serviceId: one.serviceId });
  say(d, part('M2', { partner_contact: one.contact }));
}

/** Passes the details on: one record, frozen with the words of the question (`key`) and the lines that were shown. */
function passOn(d: Draft, one: OptionShown, key: string, shownBefore: string): void {
  const lines = shareLines(d, one);
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
      avoidVoicemail: chosen(d, 'voicemail') !== 'yes',
      contactBy: chosen(d, 'contactBy') ?? 'none',
      window: chosen(d, 'window') ?? 'any',
    },
    JSON.stringify({ lines, shown: shownWords(d, key, shownBefore), avoid: wordsFor(d, 'avoid') }),
  );
  recordAgreement(d, {
    key,
    what: 'share',
    version: SHARE_VERSION,
    answer: 'yes',
    serviceId: one.serviceId,
    shownBefore,
  });
  put(d, {
    referrals: [
      ...d.state.referrals,
      {
        ref,
        serviceId: one.serviceId,
        partner: one.partner,
        state: 'requested',
        next: 'They are reading it.',
        by: by.text,
        need: one.need,
      },
    ],
  });
  say(d, part('W-PASSED', { partner: one.partner, ref, by: by.text }));
}

/** The lines as they are shown before somebody is asked. */
function linesShown(c: Context, one: OptionShown): Part {
  return part('W-SHOWN', { partner: one.partner, lines: inWords(shareLines(c, one)) });
}

function heardShare(d: Draft, serviceId: string, choice: string | null, key: string): void {
  const one = option(d, serviceId);
  if (!one) return;
  if (choice === 'change') {
    unanswer(d, key);
    askFirst(d, `shareEdit:${serviceId}`);
    return;
  }
  if (choice !== 'yes') {
    sayRefused(d, one, key);
    return;
  }
  // M1 speaks of the lines shown above it; the other ways of asking hold the lines themselves
  passOn(d, one, key, d.state.answers[key]?.message === 'M1' ? wordsOf(linesShown(d, one)) : '');
}

export const sharingQuestions: readonly Question[] = [
  {
    id: 'share',
    kind: 'choice',
    ask: askShare,
    subjects: (c) => (c.state.contact === 'QUIET' ? [] : pickedOptions(c)),
    whenSkipped: 'no',
    heard: (d, heard) => heardShare(d, heard.subject, heard.choice, heard.key),
  },
];

export const sharingAsides: readonly Question[] = [
  {
    id: 'shareEdit',
    kind: 'many',
    ask: () => ({
      parts: [part('M1-EDIT')],
      choices: [
        { id: 'name', label: 'My name' },
        { id: 'contact', label: 'My number' },
        { id: 'need', label: 'What I need help with' },
        { id: 'none', label: 'NONE' },
      ],
      numbered: true,
    }),
    whenSkipped: 'none',
    heard: (d, heard) => {
      if (heard.choices.includes('none') || heard.choices.length >= 3) {
        const one = option(d, heard.subject);
        if (!one) return;
        const key = `share:${heard.subject}`;
        put(d, {
          answers: {
            ...d.state.answers,
            [key]: { n: d.state.turns, at: d.world.now.at, choices: ['no'], skipped: false, message: 'M1-EDIT' },
          },
        });
        sayRefused(d, one, heard.key);
      }
    },
  },
  {
    id: 'noneLeft',
    kind: 'choice',
    ask: () => ({ parts: [part('L3')], choices: choicesOf('L3') }),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') leaveNote(d, 'noMatch', 'P4');
    },
  },
  {
    id: 'nextOption',
    kind: 'choice',
    ask: (d, serviceId) => {
      const one = option(d, serviceId);
      return {
        before: one ? [[linesShown(d, one)]] : [],
        parts: [part('W-NEXT-OPTION', { opt: one ? `${one.service} with ${one.partner}` : '' })],
        choices: choicesOf('W-NEXT-OPTION'),
      };
    },
    whenSkipped: 'no',
    heard: (d, heard) => {
      const one = option(d, heard.subject);
      if (!one) return;
      if (heard.choice === 'change') askFirst(d, `shareEdit:${heard.subject}`, `share:${heard.subject}`);
      else if (heard.choice === 'yes') passOn(d, one, heard.key, wordsOf(linesShown(d, one)));
      else {
        put(d, { declined: [...d.state.declined, one.serviceId] });
        sayRefused(d, one, heard.key);
        leaveNote(d, 'choose', 'P4');
      }
    },
  },
];
