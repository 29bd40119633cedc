/** What people say that is neither an answer nor a command, met as a kind person would: thanks, a sigh, "forget it". */
import { plain } from '../answers/labels';
import { isPolite } from '../answers/lines';
import { takeAnswer } from '../answers/takeAnswer';
import { hasAgreed, sayWhatsOn } from '../catalogue/opening';
import { type Catalogue, splitKey } from '../catalogue/question';
import { part } from '../content/copy';
import { askFirst, type Draft, say, settle } from '../draft';
import { putAgain } from '../journey';
import { questionOpen } from '../openQuestion';
import type { Words } from '../risk/words';
import { keepNeeds } from './keepFacts';

const FORGET = /\b(?:forget (?:it|about it|that)|never ?mind|nvm|doesn'?t matter|disnae matter|leave it the now)\b/i;
const A_CHAT =
  /\b(?:wee|just|jist|for|fancied|wanted?) (?:a |tae |to |an? wee )?(?:wee )?(?:chat|blether|natter|chinwag|talk)\b(?! (?:to|tae|with|wi|about) )/i;
const WHATS_ON = /\bwh?(?:a|i)t'?s (?:on|happening|going on)\b(?! (?:with|wi|my|ma|your))/i;
const CRYING = /[\u{1F622}\u{1F62D}\u{1F494}\u{1F61E}\u{1F614}\u{1F622}\u{1F979}\u{2639}]/u;
const LEFT_ME = /\b(?:left|walked oot on|walked out on|leaving|divorcing|dumped) me\b|\bsplit up\b/i;

/** Questions about how to be reached: "never mind" there is a no. */
const REACH: ReadonlySet<string> = new Set(['wayBack', 'number', 'email', 'riskNumber', 'safeAlternative']);

const tellsNeed = (id: string) => id === 'need' || id === 'notes' || id === 'anythingElse' || id === 'alsoNeed';

/** True when it took the turn. */
export function hearSmallTalk(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  if (!questionOpen(d) || !d.state.asked || d.state.safety?.holds) return false;
  const { key } = d.state.asked;
  const { id } = splitKey(key);
  const { text, reading } = heard;
  const again = () => {
    putAgain(d, catalogue, key);
    settle(d);
    return true;
  };
  const short = plain(text).split(' ').length <= 8;
  if (short && FORGET.test(text) && reading.needs.length === 0) {
    if (REACH.has(id)) takeAnswer(d, { choices: [], skipped: true }, catalogue);
    else askFirst(d, 'forgetIt');
    return true;
  }
  if (plain(text) !== '' && isPolite(text) && /thank|cheers|^ta$|\bta\b/i.test(text)) {
    say(d, part('W-THANKS'));
    return again();
  }
  if (plain(text) === '' && CRYING.test(text)) {
    say(d, part('W-SO-SORRY'));
    return again();
  }
  if (short && WHATS_ON.test(text) && hasAgreed(d)) {
    sayWhatsOn(d);
    return again();
  }
  if (!tellsNeed(id)) return false;
  if (reading.needs.length === 0 && A_CHAT.test(text)) {
    keepNeeds(d, ['loneliness']);
    say(d, part('W-CHAT'));
    takeAnswer(d, { choices: [], text: '' }, catalogue);
    return true;
  }
  if (LEFT_ME.test(text)) {
    say(d, part('W-SO-SORRY'));
    if (reading.needs.length === 0) keepNeeds(d, ['family']);
  }
  return false;
}
