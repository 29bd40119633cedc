/** One turn of the conversation, pure: what was said in, what to remember, say and do out. */
import { wholeCatalogue } from '../catalogue';
import type { Catalogue } from '../catalogue/question';
import { part } from '../content/copy';
import { type Draft, draftOf, say } from '../draft';
import { heedHappening } from '../happenings';
import { askNext } from '../journey';
import type { ConversationState, Said, Turn, World } from '../types';
import { hear } from './hear';

/** Thinks one turn through. Never throws for anything a person can say; the state it is given is not changed. */
export function takeTurn(
  state: ConversationState,
  said: Said,
  world: World,
  catalogue: Catalogue = wholeCatalogue,
): Turn {
  const d = draftOf({ ...state, turns: state.turns + 1 }, world);
  if (said.kind === 'happened') heedHappening(d, said.event, catalogue);
  else hear(d, said, catalogue);
  askNext(d, catalogue);
  if (said.kind !== 'happened' && d.replies.length === 0 && !d.settled) sayWhereWeAre(d);
  return { state: d.state, replies: d.replies, effects: d.effects, hideSaid: d.hideSaid };
}

/** Nobody is left without a word: what stands, when nothing else was said. */
function sayWhereWeAre(d: Draft): void {
  if (d.state.safety?.holds) say(d, part('W-HOLD', { by: d.world.team.replyBy[d.state.safety.level].text }));
  else say(d, part('W-HELP'));
}
