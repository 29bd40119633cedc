/** Whether a message is a command, or an answer that sounds like one. */
import type { Catalogue } from '../catalogue/question';
import type { Draft } from '../draft';
import { answersIt } from '../listen/answerAsked';
import { saysForget, saysStop, topicIn } from '../listen/ownReading';
import { wantsPerson } from '../listen/wantsPerson';
import { namesAChoice, questionOpen } from '../openQuestion';
import type { Words } from '../risk/words';
import type { Command } from '../types';
import { takesWords } from './question';

/** Questions about names and ways to reach them: "just call me M" and "ring me" are answers there. */
const ABOUT_REACHING =
  /^(?:name|contactBy|number|email|safeNumber|safeAlternative|window|avoid|voicemail|senderStyle|trusted\w*|wayBack|riskNumber)$/;

/** Questions about their life: who phones them there is somebody of theirs, unless it is asked as such. */
const ABOUT_THEM = /^(?:goodWeek|supports|interests|avoid)$/;

const ASKED_AS_SUCH = /\b(?:please|can|could|would|will)\b|^\W*(?:phone|call|ring) me\W*$/i;

/** The command of a message; a wish for a person is one in any words, but where it is the answer to what was asked. */
export function commandIn(d: Draft, heard: Words, catalogue: Catalogue): Command | null {
  const { command } = heard.reading;
  // "ring me on 07700..." says how to be reached, among other things
  const reach = heard.reading.facts?.number !== undefined || heard.reading.facts?.email !== undefined;
  if (command === null && saysStop(heard.text)) return 'stop';
  if (command === null && saysForget(heard.text)) return 'delete_my_data';
  if (command !== null || reach || !wantsPerson(heard.text) || d.state.safety?.holds) return command;
  const key = d.state.asked?.key ?? '';
  if (ABOUT_REACHING.test(key)) return null;
  if (ABOUT_THEM.test(key) && !ASKED_AS_SUCH.test(heard.text)) return null;
  return questionOpen(d) && answersIt(d, heard, catalogue) ? null : 'human';
}

/** A word that is also an offered answer, a need or what they want to give up is that, not a command (W1, W3, P-H14). */
export function isAnswerHere(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  const { command, needs } = heard.reading;
  if (command === null || namesAChoice(d, heard.text, command)) return true;
  if (!questionOpen(d) || BARE_COMMAND.test(heard.text.trim())) return false;
  const id = d.state.asked?.key ?? '';
  // "what happens next?" before anything is under way is about us, not about news
  if (command === 'status' && !underWay(d)) return topicIn(heard.text) === 'what_happens_next';
  // "it's just me" greets elsewhere; asked who is near, it says that nobody is
  if (command === 'resume' && /^(?:safeNow|returnSafe)$/.test(id)) return /\b(?:just|only) me\b/i.test(heard.text);
  if (command === 'human' && ABOUT_REACHING.test(id)) return /\b(?:phone|call|ring)\b/i.test(heard.text);
  if (command === 'stop')
    return (
      (id === 'detailDrinkDrugsGoal' || needs.length > 0) && takesWords(d, catalogue) && !STOP_WRITING.test(heard.text)
    );
  // one word where they were asked for their own: a need is a need, whatever it sounds like
  return (
    ['start', 'pause', 'restart', 'back', 'menu', 'wrong_number'].includes(command) && id === 'need' && needs.length > 0
  );
}

/** Is there anything of theirs to have news of? */
const underWay = ({ state }: Draft): boolean =>
  state.referrals.length > 0 || Boolean(state.handoff) || Boolean(state.call) || state.locked;

const BARE_COMMAND =
  /^(?:stop|stopall|unsubscribe|end|quit|cancel|start|pause|help|back|person|skip|menu|status|change)[.!]*$/i;

const STOP_WRITING =
  /\b(?:text\w*|messag\w*|contact\w*|writ\w*|bother\w*|send\w*|email\w*|phon\w*|call\w*|chat\w*|this)\b/i;
