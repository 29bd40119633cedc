/** A first message from somebody we know nothing of (P-A28). */
import type { Words } from './risk/words';

/** What a person on somebody else's phone says of a text of ours, and a stranger of a poster. */
const ASKS_WHO = 'who-is-this';

/**
 * "Who is this" as the very first words is a stranger's question: nobody's thread is open on this phone, so there is
 * nothing to give away and nobody to stop writing to. Said later it may be whoever should not know, and stays a danger.
 */
export function asStranger(heard: Words): Words {
  const { risks, command, ...rest } = heard.reading;
  if (risks === 'failed' || !risks.some(({ rule }) => rule === ASKS_WHO)) return heard;
  const asks = { value: 'what_is_this', words: heard.text, confidence: 0.9 };
  return {
    ...heard,
    reading: {
      ...rest,
      asks,
      risks: risks.filter(({ rule }) => rule !== ASKS_WHO),
      command: command === 'wrong_number' ? null : command,
    },
  };
}
