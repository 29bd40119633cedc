/** At the box of what would be passed on: what they ask to leave out or change is changed, and the box is shown again. */
import { takeAnswer } from '../answers/takeAnswer';
import { type Catalogue, splitKey } from '../catalogue/question';
import { sayEmail, sayNumber } from '../contactWays';
import { part } from '../content/copy';
import { type Draft, put, say, settle, unanswer } from '../draft';
import { chosen, wordsFor } from '../facts';
import { putQuestion } from '../journey';
import { questionOpen } from '../openQuestion';
import type { Words } from '../risk/words';
import { allLines } from '../shareLines';
import { SHARE_KEYS, type ShareKey } from '../vocabulary';
import { editIn, type ShareEdit } from './editWords';
import { FROM_WORDS, tellAlso } from './keepFacts';
import { saysStop } from './ownReading';

const AT_BOX: ReadonlySet<string> = new Set(['share', 'nextOption', 'shareEdit']);
const SAYS_NAME = /\b(?:name|names|call me|called|spelt|spelled)\b/i;

const OF_ALL =
  /\b(?:delete|erase|wipe|destroy|forget|unsubscribe)\b|\byour (?:list|system|records?|books?|computer|files?)\b/i;

/** A line they gave in new words; true when something of it was changed. */
function changeLines(d: Draft, edit: ShareEdit, heard: Words): boolean {
  const name = wordsFor(d, 'name').split('\n')[0]?.trim() ?? '';
  const given = heard.reading.facts?.name;
  let changed = false;
  if (edit.firstNameOnly && name !== '') {
    tellAlso(d, 'name', name.split(' ')[0] ?? name);
    changed = true;
  } else if (
    given &&
    given.confidence >= 0.5 &&
    given.value !== name &&
    SAYS_NAME.test(heard.text) &&
    !edit.out.includes('name')
  ) {
    tellAlso(d, 'name', given.value);
    changed = true;
  }
  const email = sayEmail(heard.text);
  if (email !== '' && chosen(d, 'contactBy') === 'email') {
    tellAlso(d, 'email', email);
    changed = true;
  }
  return changed;
}

/** Another number or another way to be reached: what hung on the old one is asked again. True when there was one. */
function changeWay(d: Draft, edit: ShareEdit, text: string): boolean {
  const number = sayNumber(text);
  const was = sayNumber(wordsFor(d, 'number'));
  let changed = false;
  if (number !== '' && number !== was) {
    tellAlso(d, 'number', number);
    unanswer(d, 'safeNumber', 'safeAlternative');
    changed = true;
  } else if (edit.numberWrong && was !== '') {
    unanswer(d, 'number', 'safeNumber', 'safeAlternative');
    changed = true;
  }
  const { by } = edit;
  if (by !== null && by !== chosen(d, 'contactBy')) {
    const answer = { n: d.state.turns, at: d.world.now.at, choices: [by], skipped: false, message: FROM_WORDS };
    put(d, { answers: { ...d.state.answers, contactBy: answer } });
    const safe = chosen(d, 'safeNumber');
    // "text only" was about safety: before anybody may ring it, that is asked again
    if ((by === 'call' && safe === 'textOnly') || (by === 'text' && safe === 'callOnly')) unanswer(d, 'safeNumber');
    changed = true;
  }
  return changed;
}

/** The lines that stay out from here on. */
function struckBy(edit: ShareEdit, struck: readonly string[], here: readonly ShareKey[]): readonly string[] {
  const { only } = edit;
  const out = only === null ? edit.out : here.filter((field) => !only.includes(field));
  const back = new Set<string>([...edit.back, ...(only ?? [])]);
  const words = edit.back.includes('words') ? ['+words'] : [];
  return [...new Set([...struck.filter((field) => !back.has(field)), ...out, ...words])];
}

/** Marks the box as changed by them, so that it is shown as it would be now. */
function markEdited(d: Draft, serviceId: string): void {
  const choices = SHARE_KEYS.filter((key) => d.state.struck.includes(key));
  const answer = { n: d.state.turns, at: d.world.now.at, choices, skipped: false, message: FROM_WORDS };
  const agenda = d.state.agenda.filter((key) => key !== `shareEdit:${serviceId}` && key !== `share:${serviceId}`);
  put(d, { answers: { ...d.state.answers, [`shareEdit:${serviceId}`]: answer }, agenda });
}

/** True when it took the turn. Nothing is ever passed on by it: the box as it is now comes first, and its question. */
export function hearShareEdit(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  const key = d.state.asked?.key ?? '';
  const { id, subject } = splitKey(key);
  const one = d.state.options.find((option) => option.serviceId === subject);
  if (!AT_BOX.has(id) || !questionOpen(d) || !one) return false;
  // a stop, or a wish to have all of it gone, is about us and never about one line
  if (heard.reading.command === 'stop' || saysStop(heard.text) || OF_ALL.test(heard.text)) return false;
  const edit = editIn(heard.text);
  const here = allLines(d, one).map((line) => line.field);
  const ofPhone = id !== 'nextOption' && changeWay(d, edit, heard.text);
  const changed = changeLines(d, edit, heard);
  const lines = edit.out.length > 0 || edit.back.length > 0 || edit.only !== null;
  if (!ofPhone && !changed && !lines) {
    const takesBack = heard.reading.moments.includes('withdraw_share');
    if (!edit.wants || takesBack || id === 'shareEdit') return false;
    takeAnswer(d, { choices: ['change'] }, catalogue);
    return true;
  }
  put(d, { struck: struckBy(edit, d.state.struck, here) });
  markEdited(d, subject);
  unanswer(d, `share:${subject}`);
  if (ofPhone) {
    say(d, part('W-CHANGED'));
    put(d, { asked: null });
    return true;
  }
  if (id === 'nextOption') put(d, { answers: { ...d.state.answers, [key]: changeOf(d) } });
  putQuestion(d, catalogue, `share:${subject}`, true);
  settle(d);
  return true;
}

const changeOf = (d: Draft) => ({
  n: d.state.turns,
  at: d.world.now.at,
  choices: ['change'],
  skipped: false,
  message: FROM_WORDS,
});
