/** The stamp on a message that has passed the safe-contact rules. Import rule: only contact.ts stamps. */
import type { Cleared } from './carrier';

const stamped = new WeakSet<Cleared>();

/** Stamps a message the rules let go. */
export function stamp(message: Cleared): Cleared {
  stamped.add(message);
  return message;
}

/** Whether this very message was stamped; a copy is not. */
export function isStamped(message: Cleared): boolean {
  return stamped.has(message);
}
