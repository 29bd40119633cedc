/** Who else reads along, and who comes in again: nothing personal is asked of a group, nothing said before is replayed. */
import { oneToOneOnly } from '../../../dialogs/content/troubles';
import { aTalk, botServer } from './botServer';

let server: Awaited<ReturnType<typeof botServer>>;
beforeAll(async () => {
  server = await botServer();
});
afterAll(() => server.stop());

const expectReplies = { deliveryMode: 'expectReplies' };
async function texts(activity: object): Promise<readonly string[]> {
  const answer: unknown = await (await server.post({ ...activity, ...expectReplies })).json();
  return JSON.stringify(answer).match(/(?<="text":")(?:[^"\\]|\\.)*/g) ?? [];
}

test.each([{ isGroup: true }, { conversationType: 'groupChat' }, { conversationType: 'channel' }])(
  'W15: a group (%j) is refused kindly: nothing is asked, nothing is kept, and danger gets its numbers',
  async (more) => {
    const talk = aTalk();
    const inGroup = (text: string) => {
      const said = talk.says(text);
      return { ...said, conversation: { ...said.conversation, ...more } };
    };
    expect(await texts(inGroup('<at>WIN</at> hello'))).toEqual([oneToOneOnly]);
    expect(await texts({ ...inGroup(''), type: 'conversationUpdate', membersAdded: [{ id: 'somebody' }] })).toEqual([
      oneToOneOnly,
    ]);
    const danger = await texts(inGroup('<at>WIN</at> i want to die'));
    expect(danger.join(' ')).toMatch(/999|116 123/);
    expect(danger.at(-1)).toBe(oneToOneOnly);
    expect((await server.service.transcript(`azure:emulator:${talk.id}`, 0, 5)).kind).toBe('none');
  },
);

test('W18: somebody who joins again in mid talk replays nothing, and their next word is heard', async () => {
  const talk = aTalk();
  const joined = () => ({
    ...talk.says(''),
    text: undefined,
    type: 'conversationUpdate',
    membersAdded: [{ id: 'person' }],
  });
  expect((await texts(joined())).length).toBeGreaterThan(0);
  await texts(talk.says('yes'));
  expect(await texts(joined())).toEqual([]);
  const before = await server.service.transcript(`azure:emulator:${talk.id}`, 0, 50);
  expect((await texts(talk.says('No'))).length).toBeGreaterThan(0);
  const after = await server.service.transcript(`azure:emulator:${talk.id}`, 0, 50);
  expect(after.kind === 'found' && before.kind === 'found' && after.turns.length - before.turns.length).toBe(1);
});
