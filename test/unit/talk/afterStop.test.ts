/** After STOP somebody with nowhere to sleep tonight still hears whom to ring: the council, day and night. */
import { riskReplyIds } from '../../../dialogs/content/copy';
import { newTalk, play, type Talk, TUESDAY, typed } from '../engine/talk';

const EVENING = TUESDAY + 11 * 60 * 60 * 1000;
const say = (talk: Talk, text: string) => play(talk, typed(talk, text)).replies.flatMap(({ parts }) => parts);

test.each(['ive nowhere to sleep tonight', 'nowhere to go tonight', 'am sleeping rough the night'])(
  '"%s" after stop gets the line of the council that is open',
  (text) => {
    const talk = newTalk({ channel: 'sms', from: EVENING });
    for (const one of ['hi', 'stop']) say(talk, one);
    const said = say(talk, text);
    expect(said).toEqual([{ id: 'W-HOME-SHUT', params: { line: '0800 24 20 24 (free)' } }]);
    expect(said.every(({ id }) => riskReplyIds.has(id))).toBe(true);
  },
);
