/** Playing back what we heard, and the ideas that might fit (guide.md K, L). */
import { choicesOf, part, wordsOf } from '../content/copy';
import { sayNeed } from '../content/needNames';
import { saySupport } from '../content/supportNames';
import type { Choice } from '../content/words';
import { askFirst, type Context, type Draft, later, put, unanswer } from '../draft';
import { allChosen, answered, chosen, needsInOrder, priorityNeed, wordsFor } from '../facts';
import { leaveNote, sayNoteLeft } from '../handOver';
import { takenFromWords } from '../listen/keepFacts';
import type { MatchQuery, OptionShown } from '../types';
import { isAdjustment } from '../vocabulary';
import { asks } from './asks';
import { needsInWords } from './needs';
import type { Asking, Question } from './question';

const ready = (c: Context) => answered(c, 'pace') && answered(c, 'area');
const quiet = (c: Context) => c.state.contact === 'QUIET';
const summed = (c: Context) =>
  ready(c) &&
  (answered(c, 'summary') || (quiet(c) && answered(c, 'quietSummary') && !c.state.agenda.includes('summaryShown')));

function supportInWords(c: Context): string {
  return allChosen(c, 'adjustments').filter(isAdjustment).map(saySupport).slice(0, 2).join(' and ');
}

/** K1, with only the lines there is something to say on. */
function askBack(c: Context): Asking {
  const taken = quiet(c) ? [] : takenFromWords(c);
  const back = whatWasHeard(c);
  return taken.length ? { ...back, before: [[part('W-FACTS-BACK', { who: taken.join(', ') })]] } : back;
}

function whatWasHeard(c: Context): Asking {
  const needs = needsInWords(c.state.needs);
  const top = priorityNeed(c);
  const support = supportInWords(c);
  if (!needs) return { parts: [part('W-OPEN-BACK')], choices: choicesOf('W-OPEN-BACK') };
  if (top && c.state.needs.length > 1 && support) {
    return { parts: [part('K1', { needs, top: sayNeed(top), support })], choices: choicesOf('K1') };
  }
  if (top && c.state.needs.length > 1) {
    return { parts: [part('W-TOP-BACK', { needs, top: sayNeed(top) })], choices: choicesOf('W-TOP-BACK') };
  }
  return { parts: [part('W-SHORT-BACK', { needs })], choices: choicesOf('W-SHORT-BACK') };
}

function heardBack(d: Draft, choice: string | null, key: string): void {
  if (choice === 'change') {
    unanswer(d, key);
    askFirst(d, 'change');
  }
  if (choice === 'startAgain') {
    unanswer(d, key);
    askFirst(d, 'restart');
  }
}

/** What matching is asked, from the answers so far. */
export function matchQuery(c: Context): MatchQuery {
  const area = chosen(c, 'area');
  const rung = Number((chosen(c, 'readiness') ?? 'rung2').replace('rung', ''));
  const age = chosen(c, 'ageBand');
  return {
    needs: needsInOrder(c),
    priority: priorityNeed(c),
    area: area === 'blantyre' || area === 'rutherglen' ? area : wordsFor(c, 'areaOther') || wordsFor(c, 'area'),
    ageBand: age === 'age16to17' ? '16-17' : age === 'over18' ? '18+' : 'unknown',
    adjustments: allChosen(c, 'adjustments').filter(isAdjustment),
    barriers: allChosen(c, 'barriers'),
    rung,
    saidRung: answered(c, 'readiness') && chosen(c, 'readiness') !== null,
    window: chosen(c, 'window'),
    quiet: quiet(c),
    declined: c.state.declined,
  };
}

/** Looks for options once, before they are asked about, and writes down a gap when there is none. */
export function lookForOptions(d: Draft): void {
  if (d.state.matched || !summed(d)) return;
  const query = matchQuery(d);
  const found = d.world.match(query);
  put(d, { matched: true, options: found.options });
  if (found.options.length) {
    later(d, 'recordOutcome', { what: 'optionsOffered', services: found.options.map((option) => option.serviceId) });
    return;
  }
  later(d, 'recordUnmetNeed', {
    needs: query.needs,
    area: chosen(d, 'area') ?? 'unknown',
    leftOut: found.leftOut.map((one) => `${one.serviceId}: ${one.why}`),
  });
}

/** An idea in a few words: "The long table with The Blether Bench". */
function optionName(option: OptionShown): string {
  return `${option.service} with ${option.partner}`;
}

/** One idea as one thing to pick: what day one is like, where and when, and why it fits them. */
function ideaChoice(d: Draft, option: OptionShown): Choice {
  const { serviceId, service, partner, line, reasons } = option;
  const why = reasons[0] ?? '';
  // by text each letter counts: whose it is comes with the share box
  const words = d.state.channel === 'sms' ? part('W-IDEA-SMS', { line, why }) : part('W-IDEA', { partner, line, why });
  return { id: serviceId, label: service, line: wordsOf(words) };
}

function askOptions(d: Draft): Asking {
  const { options } = d.state;
  const [only, second] = options;
  if (only && !second) {
    const { line, reasons } = only;
    return {
      parts: [part('W-ONE-OPTION', { opt1: optionName(only), line, why: reasons[0] ?? '' })],
      choices: [{ id: only.serviceId, label: wordsOf(part('W-YES-PLEASE')) }, ...choicesOf('W-ONE-OPTION')],
    };
  }
  const id = options.length === 2 ? 'W-TWO-OPTIONS' : 'W-OPTIONS';
  return { parts: [part(id)], choices: [...options.map((option) => ideaChoice(d, option)), ...choicesOf(id)] };
}

/** The options picked, without the buttons that are not options. */
export function pickedOptions(c: Context): readonly string[] {
  return allChosen(c, 'options').filter((id) => id !== 'help' && id !== 'none');
}

const mayList = (c: Context) => !quiet(c) || chosen(c, 'okToList') === 'yes' || answered(c, 'options');

export const playBackQuestions: readonly Question[] = [
  {
    id: 'summary',
    kind: 'choice',
    ask: askBack,
    askIf: (c) => ready(c) && !quiet(c) && !answered(c, 'quietSummary'),
    whenSkipped: 'skip',
    heard: (d, heard) => heardBack(d, heard.choice, 'summary'),
  },
  {
    id: 'quietSummary',
    kind: 'choice',
    ask: asks('K1-Q'),
    askIf: (c) => ready(c) && quiet(c) && !answered(c, 'summary'),
    whenSkipped: 'neither',
    heard: (d, heard) => {
      if (heard.choice === 'showMe') askFirst(d, 'summaryShown');
      if (heard.choice === 'team') leaveNote(d, 'choose', 'P4');
    },
  },
  {
    id: 'okToList',
    kind: 'choice',
    ask: asks('L0'),
    askIf: (c) => summed(c) && quiet(c) && c.state.options.length > 0 && !answered(c, 'options'),
    whenSkipped: 'notHere',
  },
  {
    id: 'options',
    kind: 'many',
    tapOne: true,
    ask: askOptions,
    askIf: (c) => summed(c) && mayList(c) && c.state.options.length > 0,
    whenSkipped: 'none',
    heard: (d, heard) => {
      later(d, 'recordOutcome', {
        what: 'optionsChosen',
        services: heard.choices.filter((id) => id !== 'none' && id !== 'help'),
      });
    },
  },
  {
    id: 'noMatch',
    kind: 'choice',
    ask: asks('L3'),
    askIf: (c) => summed(c) && c.state.matched && c.state.options.length === 0,
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') leaveNote(d, 'noMatch', 'P4');
    },
  },
  {
    id: 'helpChoosing',
    kind: 'choice',
    ask: asks('L2'),
    askIf: (c) =>
      summed(c) &&
      c.state.options.length > 0 &&
      ((!mayList(c) && answered(c, 'okToList')) || (answered(c, 'options') && pickedOptions(c).length === 0)),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice === 'yes') leaveNote(d, 'choose', 'P4');
    },
  },
];

export const playBackAsides: readonly Question[] = [
  {
    id: 'summaryShown',
    kind: 'choice',
    ask: askBack,
    whenSkipped: 'yes',
    heard: (d, heard) => heardBack(d, heard.choice, 'quietSummary'),
  },
  {
    id: 'talkItThrough',
    kind: 'choice',
    ask: asks('L2'),
    whenSkipped: 'no',
    heard: (d, heard) => {
      if (heard.choice !== 'yes') return;
      leaveNote(d, 'choose', 'P3');
      sayNoteLeft(d, 'P3');
    },
  },
  {
    id: 'change',
    kind: 'choice',
    ask: asks('W-CHANGE'),
    whenSkipped: 'nothing',
    heard: (d, heard) => changeAnswers(d, heard.choice ?? 'nothing'),
  },
];

const changeKeys: Readonly<Record<string, readonly string[]>> = {
  need: ['need', 'needMenu', 'priority'],
  priority: ['priority'],
  name: ['name'],
  area: ['area', 'areaOther'],
  contact: [
    'contactBy',
    'number',
    'email',
    'safeNumber',
    'safeAlternative',
    'window',
    'avoid',
    'voicemail',
    'senderStyle',
  ],
  support: ['barriers', 'adjustments'],
};

/** Takes back the answers behind one line of what we heard, so they are asked again and played back again. */
function changeAnswers(d: Draft, what: string): void {
  const keys = changeKeys[what];
  if (!keys) return;
  const details = what === 'need' ? Object.keys(d.state.answers).filter((key) => key.startsWith('detail')) : [];
  unanswer(d, ...keys, ...details, 'summary', 'quietSummary', 'okToList', 'options', 'noMatch', 'helpChoosing');
  put(d, { matched: false, options: [], ...(what === 'need' ? { needs: [] } : {}) });
}
