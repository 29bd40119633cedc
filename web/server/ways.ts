/** The quiet buttons under the answers, and what is not offered twice on one screen. */
import { words } from './words';

/** What each sends, as words of its own, and what stands on it. */
export const WAYS: readonly { readonly say: string; readonly label: string }[] = [
  { say: 'Skip', label: words.skip },
  { say: 'Back', label: words.back },
  { say: 'Pause', label: words.pause },
  { say: 'Talk to a person', label: words.person },
];

/** The answers as large buttons: not "Skip", which stands below them and is never the biggest thing to press. */
export function largeChoices<T extends { readonly label: string }>(choices: readonly T[]): readonly T[] {
  return choices.filter((choice) => choice.label !== words.skip);
}

/** True for a quiet button that is already there as a large one. */
export function isLarge(way: string, choices: readonly { readonly label: string }[]): boolean {
  return largeChoices(choices).some((choice) => choice.label === way);
}
