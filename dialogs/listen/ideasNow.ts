/** "Ideas now" said on the longer way: what is left of its questions is let go, and the ideas come. */
import { type Catalogue, splitKey } from '../catalogue/question';
import { part } from '../content/copy';
import { type Draft, keepSecret, put, say } from '../draft';
import { answered, wantsMore } from '../facts';
import { questionOpen } from '../openQuestion';
import { normalise } from '../safety/words/normalise';

const IDEAS =
  / (?:ideas?(?: (?:right )?now| please)|(?:just|only|can i|could i|let me|skip to|straight to|jump to|go to|want|rather|show me|give me|see) (?:(?:just|now|have|get|see|show me|give me|show|some|the|your|my|a few|to) )*ideas?|(?:no|enough|anymore|nae|stop the|too many) (?:more |of (?:the|these) |the |these )*questions|changed my mind(?: [a-z]+){0,4} ideas?) /;
const MOST_WORDS = 10;

/** True when it took the turn's answer: the next question is that of the short way. */
export function hearIdeasNow(d: Draft, text: string, catalogue: Catalogue): boolean {
  const key = d.state.asked?.key;
  if (key === undefined || !questionOpen(d) || !wantsMore(d) || d.state.safety?.holds) return false;
  if (answered(d, 'summary') || answered(d, 'quietSummary') || d.state.options.length > 0) return false;
  const { id } = splitKey(key);
  if (!catalogue.journey.some((one) => one.id === id)) return false;
  const plain = normalise(text).plain.replace(/[|]/g, ' ').replace(/\s+/g, ' ');
  if (plain.trim().split(' ').length > MOST_WORDS || !IDEAS.test(plain)) return false;
  const pace = d.state.answers['pace'];
  if (!pace) return false;
  put(d, { answers: { ...d.state.answers, pace: { ...pace, choices: ['now'] } }, asked: null, journeyKey: 'pace' });
  keepSecret(d, 'asked', null);
  say(d, part('W-CHANGED'));
  return true;
}
