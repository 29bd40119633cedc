/** What a partner may see of a person: every line there can be, made once, shown, kept and passed on as it is. */
import { sayNeed } from './content/needNames';
import { lineLabels } from './content/partner';
import { saySupport } from './content/supportNames';
import type { Context } from './draft';
import { allChosen, answered, chosen, partnerWay, wordsFor } from './facts';
import type { OptionShown } from './types';
import { isAdjustment, type Need, type ShareKey } from './vocabulary';

/** One line, word for word as the person saw it and as the partner sees it. */
export interface ShareLine {
  readonly field: ShareKey;
  readonly label: string;
  readonly value: string;
}

/** Where one kind of line comes from. */
interface LineRule {
  readonly field: ShareKey;
  /** the questions whose answers it is made of: nothing else can get into it */
  readonly from: readonly string[];
  readonly value: (c: Context, one: OptionShown) => string;
}

/** One line of a box stays one line, whatever was typed: nobody can write a second line into it. */
function oneLine(words: string, most: number): string {
  const flat = words.replace(/\s+/g, ' ').trim();
  return flat.length <= most ? flat : `${flat.slice(0, most - 3).trimEnd()}...`;
}

function support(c: Context): string {
  return allChosen(c, 'adjustments').filter(isAdjustment).map(saySupport).join(', ');
}

const windows: Readonly<Record<string, string>> = {
  morning: 'mornings',
  afternoon: 'afternoons',
  evening: 'evenings',
};
const voicemail: Readonly<Record<string, string>> = { yes: 'OK to leave one', no: 'leave none' };
const openings: Readonly<Record<string, string>> = {
  firstName: 'start with a first name only',
  noName: 'give no name',
};

/** Only an answer they gave: one that a skip stands for is a house rule, and says nothing of them. */
function said(c: Context, key: string, words: Readonly<Record<string, string>>): string {
  return c.state.answers[key]?.skipped === true ? '' : (words[chosen(c, key) ?? ''] ?? '');
}

function avoid(c: Context): string {
  return chosen(c, 'avoid') === null ? oneLine(wordsFor(c, 'avoid'), 200) : '';
}

/** "Lonely" says no more than the need it is; a sentence does. */
function ownWords(c: Context): string {
  const words = oneLine(wordsFor(c, 'need'), 200);
  return words.split(' ').length > 2 ? words : '';
}

/** Every line a partner can ever see, in the order it is shown. */
export const LINE_RULES: readonly LineRule[] = [
  { field: 'name', from: ['name'], value: (c) => oneLine(wordsFor(c, 'name').split('\n')[0] ?? '', 80) },
  {
    field: 'contact',
    from: ['contactBy', 'number', 'email', 'safeNumber', 'safeAlternative', 'shareNumber'],
    value: (c) => oneLine(partnerWay(c), 120),
  },
  { field: 'need', from: ['need', 'needMenu'], value: (_c, one) => sayNeed(one.need) },
  { field: 'words', from: ['need'], value: ownWords },
  { field: 'support', from: ['adjustments'], value: support },
  { field: 'when', from: ['window'], value: (c) => said(c, 'window', windows) },
  { field: 'avoid', from: ['avoid'], value: avoid },
  { field: 'voicemail', from: ['voicemail'], value: (c) => said(c, 'voicemail', voicemail) },
  { field: 'texts', from: ['senderStyle'], value: (c) => said(c, 'senderStyle', openings) },
];

/** Needs that nobody else's partner has to know of: words that may tell of one wait for the person to add them. */
const PRIVATE: readonly Need[] = [
  'mental_health',
  'physical_health',
  'addiction',
  'domestic_abuse',
  'trauma',
  'justice',
];

/** Their own words go along by themselves only where they say nothing that is meant for somebody else. */
export function wordsWait(c: Context, one: OptionShown): boolean {
  if (c.state.struck.includes('+words')) return false;
  const words = wordsFor(c, 'need');
  const name = (wordsFor(c, 'name').split('\n')[0] ?? '').trim().toLowerCase();
  // a number, an address or a name in them would get round the line it was left out of
  if (c.state.safety !== null || /\d{5}|@/.test(words.replace(/[ -]/g, ''))) return true;
  if (name !== '' && words.toLowerCase().includes(name)) return true;
  return c.state.needs.some((need) => need !== one.need && PRIVATE.includes(need));
}

/** Every line there is something to say on, left out or not. */
export function allLines(c: Context, one: OptionShown): readonly ShareLine[] {
  return LINE_RULES.map(({ field, value }) => ({ field, label: lineLabels[field], value: value(c, one) })).filter(
    (line) => line.value !== '',
  );
}

/** Exactly what a partner would see: what was left out once stays out, for whoever comes next. */
export function shareLines(c: Context, one: OptionShown): readonly ShareLine[] {
  return allLines(c, one).filter(
    ({ field }) => !c.state.struck.includes(field) && !(field === 'words' && wordsWait(c, one)),
  );
}

/** The lines as words, one under the other. */
export function inWords(lines: readonly ShareLine[]): string {
  return lines.map((line) => `${line.label}: ${line.value}`).join('\n');
}

/** True where the only way a partner could reach them is the number they write from, and they have not said about it yet. */
export function mustAskNumber(c: Context): boolean {
  const by = chosen(c, 'contactBy');
  const byPhone = by === 'text' || by === 'call' || by === 'whatsapp';
  const safe = chosen(c, 'safeNumber');
  if (!byPhone || safe === null || safe === 'no' || answered(c, 'shareNumber')) return false;
  return wordsFor(c, 'number') === '' && c.state.secrets['thisNumber'] !== undefined;
}
