/** What a command is at the question on the table: at a question that takes any words, likely commands are answers. */
import { recogniseMoments } from '../../../dialogs/commands/awkward';
import type { Command } from '../../../dialogs/types';
import { plainOf } from './features';
import { type HeardCommand, hearCommand } from './hear';
import { takesAnyWords } from './openQuestions';

/** Said inside a sentence at such a question these are an answer as often as not. */
const ANSWERS_TOO: ReadonlySet<Command> = new Set([
  'yes',
  'no',
  'dont_know',
  'help',
  'resume',
  'back',
  'restart',
  'pause',
  'change_answer',
  'who_are_you',
  'privacy',
  'access_my_data',
]);
const UNDOES: ReadonlySet<Command> = new Set(['stop', 'restart', 'back', 'delete_my_data']);
/** A stop that is about us and no habit of theirs ("I want to stop", of drink). */
const ABOUT_US =
  / (?:texts?|texting|messages?|messaging|number|list|contact\w*|unsubscribe|opt|opting|chat|conversation|writing|alone|bothering|pisz\w*|przestan\w*|block\w*|scri\w*|стоп) /;

/** The command of a message at the question `asking`, or null where it is an answer. */
export function commandAt(text: string, asking: string | null): HeardCommand | null {
  const heard = hearCommand(text, plainOf(text));
  if (heard === null) return null;
  if (heard.strength !== 'bare' && recogniseMoments(text).includes('advice')) return null;
  // what undoes or ends something is never done by likeness alone
  if (heard.strength === 'weak' && UNDOES.has(heard.command)) return null;
  if (asking === null) return heard;
  const key = asking.split(':')[0] ?? asking;
  // "Don't contact me" is one of the answers there
  if (key === 'contactBy' && heard.command === 'stop' && / contact /.test(plainOf(text))) return null;
  // with a question on the table a command that is only likely is more likely an answer to it
  if (heard.strength === 'weak') return null;
  if (heard.strength === 'bare' || !takesAnyWords(key)) return heard;
  if (heard.command === 'stop' || heard.command === 'wrong_number')
    return ABOUT_US.test(plainOf(text)) || heard.command === 'wrong_number' ? heard : null;
  return ANSWERS_TOO.has(heard.command) ? null : heard;
}
