/** Does a message ask something, by its form: a question mark, or the order of its words? */
import { normalise } from '../safety/words/normalise';

const ASKS =
  /(?:^|\|| but| and| so| aye| hi| ok| wait| right| please| hello| sorry| before i| haud on| hang on) (?:(?:who|what|whats|whos|when|whens|where|wheres|why|how|hows|which|whose|whit|whits|whae|whaur) |(?:do|does|did|is|are|am|was|can|could|will|would|should|may|might|must|have|has|gonna|dont|isnt|arent|cant|wont|shall) (?:i|we|you|it|this|that|they|he|she|my|the|there|any|anybody|somebody|a|an|u|your|its) |any (?:chance|of) )|(?: is it| are you| will you| will she| will he| dont you| do you| isnt it| arent you| can i| can you| aye or no| or what| or no| or not| question mark) (?:\|)?\s*$/;

/** "Who sees this", "ma maw'll no find oot, will she", "is it free?": asked of us, by its form. */
export function asksLike(text: string): boolean {
  return text.includes('?') || ASKS.test(normalise(text.slice(0, 1000)).plain);
}
