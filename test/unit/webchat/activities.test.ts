/** Turns become activities, item by item, and a watermark says how far somebody has read. */
import { activitiesOf, type View } from '../../../bot/channels/webchat/activities';
import { readMark, readUnseen, tagOf, writeMark } from '../../../bot/channels/webchat/history';
import { showActivities } from '../../../bot/channels/webchat/transcriptView';
import type { Reply } from '../../../dialogs/content/words';
import type { TurnRecord } from '../../../services/store/ports';
import { makeFakeConversations, say } from '../../e2e/support/fakeConversations';

const view: View = { conversationId: 'c_1', user: 'dl_1', say, tag: '' };
const reply = (id: string, more: Partial<Reply> = {}): Reply => ({
  parts: [{ id, params: {} }],
  choices: [],
  many: false,
  from: 'bot',
  toGo: 0,
  ...more,
});
const turn = (more: Partial<TurnRecord> = {}): TurnRecord => ({
  inboundId: 'c:mine',
  at: Date.UTC(2026, 10, 23, 10),
  firstItem: 5,
  items: 3,
  messageIds: ['B1', 'C1'],
  said: 'hello',
  replies: [reply('B1'), reply('C1')],
  ...more,
});
const ids = (after: number, record = turn()) => activitiesOf(record, view, after).map((activity) => activity['id']);

test('the person comes first, then each reply, numbered on', () => {
  expect(ids(0)).toEqual(['c_1|0000005', 'c_1|0000006', 'c_1|0000007']);
});

test.each([
  [4, 3],
  [5, 2],
  [6, 1],
  [7, 0],
  [9, 0],
])('after item %i there are %i left', (after, left) => {
  expect(ids(after)).toHaveLength(left);
});

test('a happening has no words of the person and answers nothing', () => {
  const [first, ...rest] = activitiesOf(turn({ said: null, items: 1, replies: [reply('N1')] }), view, 0);
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ id: 'c_1|0000005', from: { role: 'bot' } });
  expect(first).not.toHaveProperty('replyToId');
});

test('only ids that a browser made go back to browsers', () => {
  const [own] = activitiesOf(turn(), view, 0);
  expect(own?.['channelData']).toMatchObject({ clientActivityID: 'mine' });
  const [other] = activitiesOf(turn({ inboundId: 'SM123' }), view, 0);
  expect(other?.['channelData']).not.toHaveProperty('clientActivityID');
});

test('a watermark is read as it was written, and rubbish means from the start', () => {
  for (const mark of [
    { item: 12, tag: '' },
    { item: 3, tag: 'ab12cd' },
  ]) {
    expect(readMark(writeMark(mark))).toEqual(mark);
  }
  for (const rubbish of ['', '-', 'undefined', '-4', '1e9', '12.', '99999999999', null, undefined]) {
    expect(readMark(rubbish)).toEqual({ item: 0, tag: '' });
  }
});

test('a conversation moved by a resume phrase is read from where this address joined, whatever the old mark said', async () => {
  const address = 'web:c_1';
  const fake = makeFakeConversations();
  for (let i = 0; i < 6; i += 1) fake.advisorSays(address);
  const moved = {
    ...fake,
    transcript: async (at: string, after: number, limit: number) => {
      const found = await fake.transcript(at, after, limit);
      return found.kind === 'found' ? { ...found, start: 4, conversationId: 'another' } : found;
    },
  };
  const unseen = await readUnseen(moved, view, { item: 5, tag: 'older1' });
  expect(unseen).toMatchObject({ kind: 'found', mark: { item: 6, tag: tagOf(address, 'another') } });
  expect(unseen.kind === 'found' ? unseen.activities : []).toHaveLength(2);
});

test('a mark past the end is not believed', async () => {
  const fake = makeFakeConversations();
  fake.advisorSays('web:c_1');
  const unseen = await readUnseen(fake, view, { item: 40, tag: '' });
  expect(unseen.kind === 'found' ? unseen.activities : []).toHaveLength(1);
});

test('news after a question leaves its choices; an answer takes them away', () => {
  const asked = turn({ replies: [reply('C1', { choices: [{ id: 'yes', label: 'Yes' }], toGo: 4 })], items: 2 });
  const news = turn({ firstItem: 7, said: null, items: 1, replies: [reply('N1', { from: 'advisor' })] });
  const shown = (turns: readonly TurnRecord[]) => showActivities(turns.flatMap((one) => activitiesOf(one, view, 0)));
  expect(shown([asked, news])).toMatchObject({ choices: [{ id: 'yes', label: 'Yes' }], toGo: 'About 4 to go' });
  expect(shown([asked, turn({ firstItem: 7 })]).choices).toEqual([]);
  expect(shown([news]).bubbles).toMatchObject([{ from: 'advisor' }]);
});
