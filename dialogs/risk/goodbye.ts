/** "Goodbye" from somebody in danger is something they tell us, not a wish for a break (W20). */
import type { Draft } from '../draft';
import { questionOpen } from '../openQuestion';
import type { Command } from '../types';

/** Questions about danger; anything said at one is an answer to it. */
const aboutDanger = /^(?:rs|rd|rc|rh|rn|rx|rp|rf|rm|rjoke|rafter|x29|check:)/;

/** What a goodbye means here: an answer to the open question about danger, more words for the team, or null: a break. */
export function bidsGoodbye(d: Draft, command: Command | null): 'answer' | 'words' | null {
  if (command !== 'pause') return null;
  if (questionOpen(d) && aboutDanger.test(d.state.asked?.key ?? '')) return 'answer';
  return d.state.safety?.holds ? 'words' : null;
}
