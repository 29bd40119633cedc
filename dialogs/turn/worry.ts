/** A worry the models have about a message: asked about gently, beside the answer that came with it. */
import type { Catalogue } from '../catalogue/question';
import type { Reply } from '../content/words';
import type { Draft } from '../draft';
import { answersIt } from '../listen/answerAsked';
import { HELD } from '../listen/held';
import { askCheck, isLikeness } from '../risk/checks';
import type { Words } from '../risk/words';
import { normalise } from '../safety/words/normalise';
import type { ConversationState, RiskFlag } from '../types';

/** Questions whose answers are a choice or a fact, not a telling. */
const PLAIN: ReadonlySet<string> = new Set(
  'start consent consentMore safeNow pace area areaOther ageBand name contactBy number email safeNumber window voicemail senderStyle readiness priority summary options share checkIn news measuresOk equalityOk'.split(
    ' ',
  ),
);

/** The models together are this sure of danger: no answer is plain then. */
const SURELY = 0.85;

/** A short message that picks a choice or gives the fact asked for, and a worry that only the models have. */
export function plainAnswer(d: Draft, heard: Words, worry: RiskFlag, catalogue: Catalogue): boolean {
  const id = (d.state.asked?.key ?? '').split(':')[0] ?? '';
  const short = heard.text.length <= 90;
  return (
    short &&
    worry.level !== 'P0' &&
    isLikeness(worry.rule) &&
    (heard.reading.scores?.['any'] ?? 0) < SURELY &&
    (PLAIN.has(id) || id.startsWith('detail')) &&
    answersIt(d, heard, catalogue)
  );
}

/** Nothing may be kept, said or passed on without it. */
const NEEDS_A_YES: ReadonlySet<string> = new Set(['start', 'consent', 'consentMore', 'safeNow', 'share', 'okToText']);
const SAYS_IT_FIRST =
  /^ (?:(?:eh|um|well|oh|aye well) )?(?:yes|yeah|yep|yea|aye|ok|okay|sure|fine|no|nope|nah|naw)(?= )/;

/** What they told before they agreed, which a question about danger does not wipe away. */
function heldIn({ secrets }: ConversationState): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(secrets).filter(([field]) => HELD.has(field)));
}

/** Something may be wrong: their words still answer what was asked, and one gentle question comes before the next. */
export function hearThenCheck(d: Draft, heard: Words, worry: RiskFlag, hearAnswer: () => void): void {
  const before = { state: d.state, replies: d.replies.length, effects: d.effects.length };
  hearAnswer();
  const key = before.state.asked?.key ?? '';
  // "don't care what happens to me" is no yes to a question that needs one
  const isYes = !NEEDS_A_YES.has(key) || SAYS_IT_FIRST.test(normalise(heard.text).plain);
  const plainAnswer = isYes && !d.settled && d.state.agenda.length <= before.state.agenda.length;
  // what they asked of us is answered all the same: they may go once they have been asked about the rest
  const answers = worry.level === 'P0' ? [] : d.replies.slice(before.replies).filter(answersThem);
  if (!plainAnswer) {
    d.state = { ...before.state, needs: d.state.needs, secrets: { ...before.state.secrets, ...heldIn(d.state) } };
    d.replies.length = before.replies;
    d.replies.push(...answers);
    d.effects.length = before.effects;
    d.settled = false;
  }
  // "I'll keep that for the team" is no answer to a worry: the gentle question is
  const meant = d.replies.filter((reply) => !reply.parts.some((one) => SMALL_WORDS.has(one.id)));
  d.replies.splice(0, d.replies.length, ...meant);
  askCheck(d, worry, heard.text);
}

/** Does this say something they asked us, and more than that we don't know? */
const answersThem = ({ parts }: Reply): boolean =>
  parts.some(({ id }) => /^(?:Q-|C6-)/.test(id)) && !parts.some(({ id }) => id === 'Q-UNKNOWN');

const SMALL_WORDS: ReadonlySet<string> = new Set(['W-KEPT', 'W-KEPT-LONG', 'W-READY', 'W-MOVE-ON', 'X26']);
