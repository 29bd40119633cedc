/** What a question is: an id for ever, words, a kind of answer, when to ask it, and what an answer changes. */
import type { Choice, Part } from '../content/words';
import type { Context, Draft } from '../draft';
import type { HandoverReason } from '../handOver';
import type { Level, Need } from '../types';

/** How an answer is read. `choiceOrText` keeps any words that are not one of the choices. */
export type Kind = 'choice' | 'many' | 'text' | 'choiceOrText' | 'scale' | 'phone' | 'email';

/** A question as it is put to one person now. */
export interface Asking {
  /** bubbles said before it the first time it is asked */
  readonly before?: readonly (readonly Part[])[];
  readonly parts: readonly Part[];
  readonly choices: readonly Choice[];
  /** the choices are already in the words (numbered SMS menus), so no buttons or numbers are added */
  readonly numbered?: boolean;
}

/** An answer as understood. */
export interface Heard {
  readonly key: string;
  /** what a repeated question is about (a service id); '' otherwise */
  readonly subject: string;
  readonly choice: string | null;
  readonly choices: readonly string[];
  /** free text, '' when a choice was picked */
  readonly text: string;
  readonly skipped: boolean;
  readonly needs: readonly Need[];
}

export interface Question {
  /** camelCase, for ever: retire, never rename or reuse */
  readonly id: string;
  readonly kind: Kind;
  /** of a `many`: a tap picks one at once, and several are said in words ("1 and 3") */
  readonly tapOne?: boolean;
  readonly ask: (d: Draft, subject: string) => Asking;
  /** part of the journey only when this says so; absent means it is only asked when put on the agenda */
  readonly askIf?: (c: Context) => boolean;
  /** asked once for each of these */
  readonly subjects?: (c: Context) => readonly string[];
  /** the choice a skip counts as */
  readonly whenSkipped?: string;
  readonly heard?: (d: Draft, heard: Heard) => void;
  /** the answer is not kept beside the person (equality, code word) */
  readonly hidden?: boolean;
  /** what asking for a person here is about; an ordinary request when absent */
  readonly person?: { readonly reason: HandoverReason; readonly level: Level };
}

/** The questions in the order they are asked, and those asked only when something calls for them. */
export interface Catalogue {
  readonly journey: readonly Question[];
  readonly asides: readonly Question[];
}

/** `share:svc-1` is the question `share` about `svc-1`. */
export function splitKey(key: string): { readonly id: string; readonly subject: string } {
  const at = key.indexOf(':');
  return at < 0 ? { id: key, subject: '' } : { id: key.slice(0, at), subject: key.slice(at + 1) };
}

/** The question behind a key; undefined when it has been retired. */
export function questionFor(catalogue: Catalogue, key: string): Question | undefined {
  const { id } = splitKey(key);
  return (
    catalogue.journey.find((question) => question.id === id) ?? catalogue.asides.find((question) => question.id === id)
  );
}
