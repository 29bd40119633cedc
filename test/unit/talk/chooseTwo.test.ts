/** Asked how to answer where several may be chosen, the answer says so, and several chosen are all taken. */
import { pickedOptions } from '../../../dialogs/catalogue/playBack';
import { textOf } from '../../../dialogs/content/copy';
import { answerTo } from '../../../dialogs/listen/topicAnswers';
import { play, type Talk, typed, worldOf } from '../engine/talk';
import { walked } from '../engine/walk';

const at = (question: string) => walked('web', { need: 'I am lonely', pace: 'now', area: 'blantyre' }, question);
const contextOf = (talk: Talk) => ({ state: talk.state, world: worldOf(talk) });
const meant = (talk: Talk) => textOf({ parts: [answerTo(contextOf(talk), 'what_do_you_mean')] });

it('at the ideas: one, or more than one, and both are taken', () => {
  const talk = at('options');
  expect(meant(talk)).toMatch(/one, or more than one/);
  play(talk, typed(talk, '1 and 2'));
  expect(pickedOptions(contextOf(talk))).toHaveLength(2);
});

it('where one answer is wanted, it says what it always did', () => {
  expect(meant(at('area'))).toMatch(/Any words are fine/);
});
