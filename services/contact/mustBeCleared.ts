/** The check at the door of every carrier. */
import type { Cleared } from './carrier';
import { isStamped } from './clearance';

/** Throws for a message that did not come through the safe-contact rules: that is a fault in our code, never a person's. */
export function mustBeCleared(message: Cleared): void {
  if (!isStamped(message)) throw new Error('A message tried to leave without passing services/contact');
}
