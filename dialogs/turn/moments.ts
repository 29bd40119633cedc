/** Moments that are no command and no answer: anger, a loss, another language, somebody who writes for another. */

import type { Catalogue } from '../catalogue/question';
import { languageOf } from '../commands/otherLanguage';
import { part } from '../content/copy';
import { askFirst, type Draft, keepSecret, later, put, say, settle } from '../draft';
import { answered } from '../facts';
import { withdrawShare } from '../happenings';
import { answerAsked, answersIt } from '../listen/answerAsked';
import { answerTo } from '../listen/topicAnswers';
import { questionOpen } from '../openQuestion';
import type { Words } from '../risk/words';
import type { AwkwardMoment, Reading } from '../types';
import { askAgain, takesWords, tellsNeed } from './question';

/** Moments that are not commands: each is met, and what was said at a question is still kept as its answer. */
export function heedMoments(d: Draft, moments: readonly AwkwardMoment[], heard: Words, catalogue: Catalogue): boolean {
  const has = (one: AwkwardMoment) => moments.includes(one);
  if (has('abuse_of_staff')) {
    const conduct = d.state.conduct + 1;
    put(d, { conduct });
    if (conduct > 1) {
      later(d, 'alert', { to: 'duty', why: 'conduct', level: 'P4', riskId: '' });
      put(d, { paused: true });
      say(d, part('X9B'));
      settle(d);
    } else askFirst(d, 'conduct');
    return true;
  }
  if (has('withdraw_share')) {
    withdrawShare(d);
    askAgain(d, catalogue);
    return true;
  }
  if (has('other_language')) {
    hearOtherLanguage(d, heard.text);
    return true;
  }
  if (has('deaf')) {
    askFirst(d, 'communication');
    return true;
  }
  if (has('third_party') && hearThirdParty(d, heard, catalogue)) return true;
  if (has('bereaved') && heard.reading.needs.length > 0 && tellsNeed(d)) {
    // the loss is met first; what else they said is their answer
    say(d, part('W-SO-SORRY'));
    answerAsked(d, heard, catalogue);
    return true;
  }
  if (has('anger') && hearAnger(d, heard, catalogue)) return true;
  const aside = has('bereaved') ? 'bereaved' : has('advice') ? 'advice' : null;
  if (aside === null) return false;
  // kept as the answer only where it is one; the question comes back afterwards
  if (questionOpen(d) && (answersIt(d, heard, catalogue) || (tellsNeed(d) && heard.reading.needs.length > 0)))
    answerAsked(d, heard, catalogue);
  if (!d.settled) askFirst(d, aside);
  return true;
}

/** The one line we have in each language, said before the question in English (X13). */
const lineIn = {
  polish: 'W-IN-POLISH',
  ukrainian: 'W-IN-UKRAINIAN',
  russian: 'W-IN-RUSSIAN',
  arabic: 'W-IN-ARABIC',
  romanian: 'W-IN-ROMANIAN',
  urdu: 'W-IN-URDU',
  kurdish: 'W-IN-KURDISH',
  sorani: 'W-IN-SORANI',
  tigrinya: 'W-IN-TIGRINYA',
} as const;

/** One line in their language where we have it, and the question which it is (X13). */
export function hearOtherLanguage(d: Draft, text: string): void {
  const theirs = languageOf(text);
  if (theirs !== null) say(d, part(lineIn[theirs]));
  askFirst(d, 'language');
}

/** Words that worry about the other person: only then is danger asked about (changes 6). */
const WORRIED =
  /\b(?:worried|worry|concerned|scared|frightened|feart|frightened|afraid|danger|not coping|no coping|cannae cope|suicid\w*|bad way|no safe|not safe|hurt\w*|stopped (?:eating|going|coming)|self.?harm\w*|missing)\b/i;

/** Somebody who writes for another: told once that it is fine, then heard like anybody. True when it took the turn. */
export function hearThirdParty(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  if (WORRIED.test(heard.text)) {
    askFirst(d, 'thirdPartyDanger');
    return true;
  }
  if (d.state.secrets['forOther'] !== undefined) return false;
  keepSecret(d, 'forOther', 'yes');
  say(d, answerTo(d, 'for_someone_else'));
  if (heard.reading.needs.length === 0 && d.state.asked?.key === 'need') askAgain(d, catalogue);
  else if (questionOpen(d)) answerAsked(d, { ...heard, reading: withoutAsks(heard.reading) }, catalogue);
  return true;
}

/** The same reading, its question already answered. */
function withoutAsks({ asks: _asked, ...rest }: Reading): Reading {
  return rest;
}

/** Anger is met, never argued with: an answer inside it is still the answer; said again it is answered differently. */
function hearAnger(d: Draft, heard: Words, catalogue: Catalogue): boolean {
  if (
    questionOpen(d) &&
    (answersIt(d, heard, catalogue) || (takesWords(d, catalogue) && heard.reading.needs.length > 0))
  ) {
    if (heard.reading.needs.length > 0) say(d, part('W-ANGER-HEARD'));
    answerAsked(d, heard, catalogue);
    return true;
  }
  if (!answered(d, 'anger')) {
    askFirst(d, 'anger');
    return true;
  }
  const { settings, team } = d.world;
  say(d, part('W-ANGER-AGAIN', { phone: settings.phone, hours: team.hours }));
  askAgain(d, catalogue);
  return true;
}
