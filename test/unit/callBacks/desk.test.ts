/** A choice becomes a promise with an owner, once; one that cannot be had is told of and promises nothing. */
import { createCallBackDesk } from '../../../services/callBacks/desk';
import { promises } from '../../../services/promises/collection';
import { createKeeping } from '../../../services/promises/keeping';
import { teamOwner } from '../../../services/promises/owner';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { aHandoff, ali, hour, minute, morag, start } from '../handoffs/aTeam';

function aDesk(free: string | null) {
  const told: string[] = [];
  const keeping = createKeeping(createMemoryRecords(promises));
  const desk = createCallBackDesk({
    bookings: { book: async () => free, cancel: async () => undefined },
    keeping,
    people: async () => [morag, ali],
    handoffs: { booked: async () => aHandoff(), calledOff: async () => undefined },
    happen: async (_id, key, { name }) => void told.push(`${key} ${name}`),
    now: () => start,
  });
  const made = async () =>
    (await keeping.ofConversation('c')).map(({ kind, state, owner, dueAt, toldAt }) => ({
      kind,
      state,
      owner: owner.kind === 'person' ? owner.name : 'team',
      dueAt,
      toldAt,
    }));
  return { desk, keeping, told, made };
}
const chosen = { id: 'c:a:2:0', conversationId: 'c', at: start, from: start + hour, to: start + 90 * minute };

test('booked twice by a try again it is one promise, in place of the one they were told before', async () => {
  const { desk, keeping, told, made } = aDesk('Morag');
  const note = {
    id: 'c:a:1:0',
    conversationId: 'c',
    life: 'a',
    owner: teamOwner(),
    madeAt: start,
    dueAt: start + hour,
  };
  await keeping.promiseAnswer(note);
  await desk.book(chosen);
  await desk.book(chosen);
  expect(await made()).toMatchObject([
    { kind: 'answer', state: 'cancelled' },
    { kind: 'callBack', state: 'open', owner: 'Morag', dueAt: chosen.from, toldAt: chosen.to },
  ]);
  expect(told).toEqual([]);
});

test('somebody was quicker after all: nothing is promised, and they are told', async () => {
  const { desk, told, made } = aDesk(null);
  await desk.book(chosen);
  expect(told).toEqual(['c:a:2:0:gone callGone']);
  expect(await made()).toEqual([]);
});

test('tried again when its time is over it changes nothing', async () => {
  const { desk, told, made } = aDesk('Morag');
  await desk.book({ ...chosen, from: start - hour, to: start - minute });
  expect([told, await made()]).toEqual([[], []]);
});
