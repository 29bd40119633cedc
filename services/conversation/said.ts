/** What came in, read as the conversation it belongs to reads it. */
import { boundHeard } from '../../dialogs/bounds';
import type { ConversationState, Reading, Said } from '../../dialogs/types';
import { isOverAndOver } from '../limits/sameWords';
import type { Hash } from '../store/identity';
import type { StoredConversation } from '../store/ports';
import type { Reader, ReadingContext } from '../understanding/read';
import { type Inbound, LONGEST } from './inbound';
import { codeHash } from './keep';

/** What of a talk bears on how its next message is read. */
export const contextOf = (state: ConversationState): ReadingContext => ({
  recentlyFlagged: state.safety !== null,
  asking: state.asked?.key ?? null,
});

/**
 * A machine's words over and over are met with silence, whatever the channel and whichever process hears them (W12). Danger
 * is never one too many, nor is anything from somebody who was in danger, nor a plain command.
 */
export function isLoop(said: Said, { recent = [], state }: Partial<StoredConversation>, now: number): boolean {
  if (said.kind !== 'text' || !state || state.safety !== null) return false;
  const { risks, checks, command, commandStrength } = said.reading;
  if (risks === 'failed' || risks.length > 0 || (checks ?? []).length > 0) return false;
  if (command !== null && (commandStrength ?? 'bare') === 'bare') return false;
  return isOverAndOver(said.text, recent, now);
}

/** Whether it was written before they saw the question on the table, which it then is no answer to. */
export async function hasCrossed(
  { what, writtenAt, shownAt }: Inbound,
  { asked }: ConversationState,
  id: string,
): Promise<boolean> {
  const hasWords = what.kind === 'text' || (what.kind === 'choice' && what.beside !== undefined);
  if (writtenAt === undefined || asked === null || !hasWords) return false;
  return writtenAt < asked.at || (shownAt !== undefined && writtenAt < (await shownAt(id, asked.at)));
}

/** How words are read and hashed. */
export interface Ears {
  readonly read: Reader;
  readonly hash: Hash;
}

/** What was said, the words of it as the transcript keeps them, and how they read. */
export function saidOf(
  ears: Ears,
  inbound: Inbound,
  state: ConversationState,
  id: string,
  crossed: boolean,
): { said: Said; words: string | null; reading: Reading | null } {
  const { what } = inbound;
  const context = contextOf(state);
  const heardText = (words: string) => {
    const whole = words.slice(0, LONGEST);
    const isCodeWord = state.codeWordHash !== null && codeHash(ears.hash, id, whole) === state.codeWordHash;
    return { text: boundHeard(whole), reading: ears.read(whole, context), isCodeWord, crossed };
  };
  switch (what.kind) {
    case 'hello':
      return { said: { kind: 'hello' }, words: null, reading: null };
    case 'choice': {
      const label = what.label || what.id.slice(what.id.lastIndexOf('~') + 1);
      const { kind, id: pick } = what;
      if (what.beside === undefined)
        return { said: { kind, id: pick, label: what.label }, words: label, reading: null };
      const beside = heardText(what.beside);
      return {
        said: { kind, id: pick, label: what.label, beside },
        words: `${what.beside.slice(0, LONGEST)}\n${label}`,
        reading: beside.reading,
      };
    }
    case 'media': {
      const reading = ears.read(what.caption.slice(0, LONGEST), context);
      return {
        said: { ...what, caption: boundHeard(what.caption), reading },
        words: what.caption || `(${what.media})`,
        reading,
      };
    }
    case 'text': {
      const heard = heardText(what.text);
      return { said: { kind: 'text', ...heard }, words: what.text.slice(0, LONGEST), reading: heard.reading };
    }
  }
}
