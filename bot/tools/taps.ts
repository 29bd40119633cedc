/** Finds the button a person means among those they have been shown. */
import type { Choice, Reply } from '../../dialogs/content/words';

export interface Tap {
  readonly id: string;
  readonly label: string;
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** One tap for one or more choices of the same question, as the page sends it; null when there are none. */
export function tapOn(choices: readonly Choice[]): Tap | null {
  const [first, ...rest] = choices;
  if (first === undefined) return null;
  const more = rest.map((one) => one.id.slice(one.id.lastIndexOf('~') + 1));
  return { id: [first.id, ...more].join(','), label: choices.map((one) => one.label).join(', ') };
}

function find(reply: Reply, labels: readonly string[]): Tap | null {
  const found = labels.flatMap((label) => reply.choices.find((one) => same(one.label, label)) ?? []);
  return found.length === labels.length ? tapOn(found) : null;
}

/**
 * The newest button with this label; one shown earlier stays on the screen and can still be tapped. Several labels are
 * joined with " + ". Null when there never was one.
 */
export function tapFor(shown: readonly Reply[], label: string): Tap | null {
  for (const reply of [...shown].reverse()) {
    const tap = find(reply, [label]) ?? find(reply, label.split(' + '));
    if (tap !== null) return tap;
  }
  return null;
}
