/** Somebody who writes in another language: one line in it, then a call with an interpreter, before anything is asked in English. */
import { type Language, languageAsked, languageOf } from '../commands/otherLanguage';
import { part } from '../content/copy';
import type { languages } from '../content/messages/languages';
import { askFirst, type Draft, keepSecret, put, say, settle } from '../draft';
import { answered, wayBack, wayBackIn } from '../facts';
import { leaveNote } from '../handOver';

/** What we can say in each: that we call with an interpreter, and that we need a number for it. */
type LineId = keyof typeof languages;
const LINES: Readonly<Record<Exclude<Language, 'other'>, { readonly call: LineId; readonly number: LineId }>> = {
  polish: { call: 'L-POLISH', number: 'L-POLISH-NUMBER' },
  ukrainian: { call: 'L-UKRAINIAN', number: 'L-UKRAINIAN-NUMBER' },
  arabic: { call: 'L-ARABIC', number: 'L-ARABIC-NUMBER' },
  romanian: { call: 'L-ROMANIAN', number: 'L-ROMANIAN-NUMBER' },
  urdu: { call: 'L-URDU', number: 'L-URDU-NUMBER' },
  kurmanji: { call: 'L-KURMANJI', number: 'L-KURMANJI-NUMBER' },
  sorani: { call: 'L-SORANI', number: 'L-SORANI-NUMBER' },
  tigrinya: { call: 'L-TIGRINYA', number: 'L-TIGRINYA-NUMBER' },
};

const FIELD = 'language';

function linesFor(d: Draft) {
  const known = d.state.secrets[FIELD];
  return Object.entries(LINES).find(([language]) => language === known)?.[1] ?? null;
}

/**
 * A message in another language, or one that asks for one. False when it is the answer to what was asked: the language,
 * or a number to call.
 */
export function hearLanguage(d: Draft, text: string): boolean {
  const key = answered(d, d.state.asked?.key ?? '') ? null : d.state.asked?.key;
  if (key === 'language' || (key === 'wayBack' && wayBackIn(text) !== '')) return false;
  const named = languageAsked(text);
  const language = named ?? languageOf(text);
  if (language !== null && language !== 'other') keepSecret(d, FIELD, language);
  // what they wrote is for the interpreter, not for a machine to guess at
  keepSecret(d, 'said/ownLanguage', text);
  if (named !== null && !answered(d, 'language')) {
    const answer = { n: d.state.turns, at: d.world.now.at, choices: [], skipped: false, message: 'X13' };
    put(d, { answers: { ...d.state.answers, language: answer } });
    keepSecret(d, 'said/language', text);
    arrangeCall(d);
  } else if (answered(d, 'language')) arrangeCall(d);
  else {
    const lines = linesFor(d);
    if (lines !== null) say(d, part(lines.call));
    askFirst(d, 'language');
  }
  return true;
}

/** The team is told; a number is asked for where we have none, and nothing more is asked in English till they talked. */
export function arrangeCall(d: Draft): void {
  leaveNote(d, 'language', 'P2');
  if (wayBack(d) !== '') {
    say(d, part('W-LANGUAGE-THANKS'));
    restForInterpreter(d);
    return;
  }
  const lines = linesFor(d);
  if (lines !== null) say(d, part(lines.number));
  askFirst(d, 'wayBack');
}

/** The ordinary questions wait for the call. Writing again, in English, takes them up. */
export function restForInterpreter(d: Draft): void {
  if (!answered(d, 'language')) return;
  put(d, { paused: true, agenda: [] });
  settle(d);
}
