/** Handoffs on their records: one for a conversation, asked for once, and of two claims at once one wins. */

import type { Needed } from '../../../services/handoffMachine/asking';
import { handoffs } from '../../../services/handoffs/collection';
import { createRepository } from '../../../services/handoffs/repository';
import { RecordDiffers } from '../../../services/store/addOnce';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { ali, hour, morag, start } from './aTeam';

const needed = (n: number, over: Partial<Needed> = {}): Needed => ({
  id: `c_1:life:${n}:0`,
  conversationId: 'c_1',
  reason: 'asked',
  level: 'P4',
  at: start,
  dueAt: start + 24 * hour,
  ...over,
});

function made() {
  const records = createMemoryRecords(handoffs);
  return { records, repository: createRepository(records), all: () => records.find({}, 100) };
}

it('asked for twice under one name is one asking, and under one name with other words a loud fault', async () => {
  const { repository, all } = made();
  await repository.need(needed(1));
  await repository.need(needed(1));
  expect(await all()).toMatchObject([{ asks: [{ reason: 'asked' }], rev: 1 }]);
  await expect(repository.need(needed(1, { at: start + 1 }))).rejects.toThrow(RecordDiffers);
  await repository.need(needed(2, { daily: true }));
  await repository.need(needed(2, { daily: true, at: start + hour }));
  expect((await all())[0]?.asks).toHaveLength(2);
});

it('more reasons are one handoff, as urgent as the most urgent of them', async () => {
  const { repository, all } = made();
  await repository.need(needed(1));
  await repository.need(needed(2, { reason: 'risk', level: 'P0', riskId: 'r', dueAt: start + 1 }));
  await repository.need(needed(3, { reason: 'media', level: 'P2' }));
  expect(await all()).toMatchObject([{ level: 'P0', reason: 'risk', dueAt: start + 1, danger: { level: 'P0' } }]);
});

it('a concern about us is another, which the others do not see', async () => {
  const { repository, all } = made();
  await repository.need(needed(1));
  await repository.need(needed(2, { reason: 'concern', level: 'P1' }));
  expect((await all()).map(({ audience, reason }) => [audience, reason])).toEqual([
    ['team', 'asked'],
    ['lead', 'concern'],
  ]);
});

it('asked for at once by many it is one, with all they asked', async () => {
  const { repository, all } = made();
  await Promise.all(Array.from({ length: 20 }, (_none, n) => repository.need(needed(n))));
  const [one, ...others] = await all();
  expect(others).toEqual([]);
  expect(one?.asks).toHaveLength(20);
});

it('after it was closed, the same conversation can need a person again, and so can its next life', async () => {
  const { repository, all } = made();
  await repository.need(needed(1));
  const id = (await all())[0]?.id ?? '';
  await repository.change(id, { name: 'claimed', at: start, by: morag });
  await repository.change(id, { name: 'wrappedUp', at: start, by: morag, outcome: 'helped', note: '' });
  await repository.need(needed(1));
  expect(await all()).toHaveLength(1);
  await repository.need(needed(2));
  await repository.need(needed(3, { id: 'c_1:another:1:0' }));
  expect((await all()).map(({ state, life }) => [state, life])).toEqual([
    ['closed', 'life'],
    ['queued', 'life'],
    ['queued', 'another'],
  ]);
});

it('of two claims at once one wins, and the other hears who has it', async () => {
  const { repository, all } = made();
  await repository.need(needed(1));
  const id = (await all())[0]?.id ?? '';
  const claims = await Promise.all([morag, ali].map((by) => repository.change(id, { name: 'claimed', at: start, by })));
  expect(claims.map((one) => one?.kind).sort()).toEqual(['moved', 'refused']);
  const lost = claims.find((one) => one?.kind === 'refused');
  expect(lost).toMatchObject({ why: 'held', owner: (await all())[0]?.owner });
});

it('one that was kept by the version before is read as with the team, and due', async () => {
  const old = { id: 'old', rev: 1, conversationId: 'c', level: 'P1', reason: 'risk', askedAt: start, dueAt: start };
  const rest = { claimedAt: null, endedAt: null, expiresAt: start, brief: '' };
  expect(handoffs.schema.parse({ ...old, ...rest, state: 'waiting', owner: 'team' })).toMatchObject({
    state: 'queued',
    owner: { kind: 'team', holder: 'team' },
    deadline: 0,
    rung: -1,
  });
  expect(handoffs.schema.parse({ ...old, ...rest, state: 'ended', owner: null })).toMatchObject({ state: 'closed' });
});
