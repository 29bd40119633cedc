/** What every ConversationStore promises; run over the one in MongoDB and the one in memory. */
import type { Commit, ConversationStore, StoredConversation } from '../../../services/store/ports';
import { day, exampleCommit, exampleState, exampleTurn, start } from './examples';

let made = 0;
const freshId = () => `c-${process.pid}-${++made}`;

async function committed(store: ConversationStore, commit: Commit): Promise<StoredConversation> {
  const result = await store.commit(commit);
  if (result.kind !== 'committed') throw new Error(`commit of rev ${commit.rev} was ${result.kind}`);
  return result.conversation;
}

async function turns(store: ConversationStore, id: string, count: number): Promise<StoredConversation> {
  let last = await committed(store, exampleCommit(id, await store.load(id)));
  for (let n = 1; n < count; n += 1) last = await committed(store, exampleCommit(id, last));
  return last;
}

/** `reopened` is another process's view of the same data: nothing in memory is shared with the store. */
export function keepsItsPromises(
  open: (now: () => number) => { readonly store: ConversationStore; readonly reopened: () => ConversationStore },
): void {
  const now = start + 10 * day;
  const both = () => open(() => now);

  it('knows nothing of a conversation that never was', async () => {
    const { store } = both();
    const id = freshId();
    expect(await store.load(id)).toBeNull();
    expect(await store.findTurn(id, 'in-1')).toBeNull();
    expect(await store.transcript(id, 0, 10)).toEqual([]);
    expect((await store.revisions([id])).size).toBe(0);
  });

  it('gives back exactly what was committed, here and in another process', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const state = exampleState({
      needs: ['housing'],
      answers: { 'C1/name': { n: 1, at: start, choices: [], skipped: false, message: 'C1' } },
      secrets: { 'said/C1/name': 'Sam', asked: 'What name?' },
    });
    const written = await committed(store, exampleCommit(id, null, { state, movedTo: 'c-other' }));
    expect(written).toEqual({
      id,
      life: `life-${id}`,
      rev: 1,
      state,
      items: 2,
      recent: [exampleTurn(1)],
      movedTo: 'c-other',
      createdAt: exampleTurn(1).at,
    });
    expect(await store.load(id)).toEqual(written);
    expect(await reopened().load(id)).toEqual(written);
  });

  it('sends on changes: added, changed and removed answers and secrets', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const answer = { n: 1, at: start, choices: ['a'], skipped: false, message: 'E1' };
    const one = await committed(
      store,
      exampleCommit(id, null, {
        state: exampleState({ answers: { one: answer, two: answer }, secrets: { one: 'first', two: 'second' } }),
      }),
    );
    const state = exampleState({
      ...one.state,
      answers: { two: { ...answer, choices: ['b'] }, three: answer },
      secrets: { two: 'second', three: 'third' },
      paused: true,
    });
    const two = await committed(store, exampleCommit(id, one, { state }));
    expect(two.state).toEqual(state);
    expect(await reopened().load(id)).toEqual(two);
  });

  it('lets one of five equal commits win and calls the others stale', async () => {
    const { store } = both();
    const id = freshId();
    const before = await turns(store, id, 2);
    const five = await Promise.all(Array.from({ length: 5 }, () => store.commit(exampleCommit(id, before))));
    expect(five.map(({ kind }) => kind).sort()).toEqual(['committed', 'stale', 'stale', 'stale', 'stale']);
    expect((await store.load(id))?.rev).toBe(3);
  });

  it('lets one of five first commits win', async () => {
    const { store } = both();
    const id = freshId();
    const five = await Promise.all(Array.from({ length: 5 }, () => store.commit(exampleCommit(id, null))));
    expect(five.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
    expect((await store.load(id))?.items).toBe(2);
  });

  it('notices that another process went on with the conversation', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const here = await turns(store, id, 1);
    const there = reopened();
    await committed(there, exampleCommit(id, await there.load(id)));
    expect(await store.commit(exampleCommit(id, here))).toEqual({ kind: 'stale' });
    const again = await store.load(id);
    expect(again?.rev).toBe(2);
    expect((await committed(store, exampleCommit(id, again))).rev).toBe(3);
  });

  it('calls a commit to a forgotten conversation stale, and leaves nothing of it', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const last = await turns(store, id, 15);
    await reopened().forget(id);
    expect(await store.commit(exampleCommit(id, last))).toEqual({ kind: 'stale' });
    expect(await store.load(id)).toBeNull();
    expect(await store.transcript(id, 0, 100)).toEqual([]);
  });

  it('keeps a transcript of 100 turns without a gap or a double', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const last = await turns(store, id, 100);
    expect(last.recent.length).toBeGreaterThanOrEqual(10);
    expect(last.recent.length).toBeLessThanOrEqual(12);
    const all = await reopened().transcript(id, 0, 1_000);
    expect(all.map((turn) => turn.said)).toEqual(Array.from({ length: 100 }, (_, n) => `words ${n + 1}`));
    const middle = await store.transcript(id, 41, 4);
    expect(middle.map((turn) => turn.inboundId)).toEqual(['in-21', 'in-22', 'in-23', 'in-24']);
    const end = await store.transcript(id, 190, 1_000);
    expect(end.map((turn) => turn.inboundId)).toEqual(['in-96', 'in-97', 'in-98', 'in-99', 'in-100']);
  });

  it('finds the turn an inbound message made, however long ago within the last 200', async () => {
    const { store, reopened } = both();
    const id = freshId();
    await turns(store, id, 60);
    for (const known of [60, 55, 48, 1]) {
      expect((await store.findTurn(id, `in-${known}`))?.said).toBe(`words ${known}`);
      expect((await reopened().findTurn(id, `in-${known}`))?.said).toBe(`words ${known}`);
    }
    expect(await store.findTurn(id, 'in-61')).toBeNull();
  });

  it('remembers a turn nobody was told anything in, and does not show it', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const one = await turns(store, id, 1);
    const silent = exampleTurn(2, { firstItem: 3, items: 0, said: null, replies: [], messageIds: [] });
    const two = await committed(store, exampleCommit(id, one, { turn: silent }));
    expect(two.items).toBe(2);
    for (let n = 3; n < 20; n += 1) {
      const before = await store.load(id);
      await committed(
        store,
        exampleCommit(id, before, { turn: exampleTurn(n, { firstItem: (before?.items ?? 0) + 1 }) }),
      );
    }
    expect(await reopened().findTurn(id, 'in-2')).toEqual(silent);
    const shown = await store.transcript(id, 0, 100);
    expect(shown.map((turn) => turn.inboundId)).not.toContain('in-2');
    expect(shown).toHaveLength(18);
  });

  it('keeps effects until they are done, oldest first', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const effect = (index: number, at: number) => ({
      id: `${id}:1:${index}`,
      at,
      kind: 'refer' as const,
      data: { serviceId: 'S1', lines: ['name'] },
      ...(index === 0 ? { secret: 'call after six' } : {}),
    });
    const effects = [effect(1, now - 2_000), effect(0, now - 5_000), effect(2, now - 10)];
    const one = await committed(store, exampleCommit(id, null, { effects }));
    const mine = async (of: ConversationStore, age: number) =>
      (await of.pendingEffects(age, 100)).filter((it) => it.conversationId === id).map((it) => it.effect);
    expect(await mine(reopened(), 1_000)).toEqual([effect(0, now - 5_000), effect(1, now - 2_000)]);
    await store.effectDone(id, `${id}:1:0`);
    await store.effectDone(id, `${id}:1:0`);
    expect(await mine(store, 0)).toEqual([effect(1, now - 2_000), effect(2, now - 10)]);
    // doing an effect is no turn: what was loaded before it can still be committed
    expect((await committed(store, exampleCommit(id, one))).rev).toBe(2);
  });

  it('leaves a parked effect out of the sweep, and gives it to whoever asks for it until it is done', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const effect = (index: number) => ({
      id: `${id}:1:${index}`,
      at: now - 5_000 + index,
      kind: 'refer' as const,
      data: { serviceId: 'S1' },
      secret: `words ${index}`,
    });
    const one = await committed(store, exampleCommit(id, null, { effects: [effect(0), effect(1)] }));
    const mine = async () =>
      (await reopened().pendingEffects(0, 1_000)).filter((it) => it.conversationId === id).map((it) => it.effect);
    await store.parkEffect(id, effect(0).id);
    await store.parkEffect(id, effect(0).id);
    await store.parkEffect(id, 'none');
    expect(await mine()).toEqual([effect(1)]);
    expect(await reopened().effectOf(id, effect(0).id)).toEqual(effect(0));
    expect((await committed(store, exampleCommit(id, one))).rev).toBe(2);
    await store.effectDone(id, effect(0).id);
    expect(await reopened().effectOf(id, effect(0).id)).toBeNull();
    await store.parkEffect(id, effect(1).id);
    expect(await mine()).toEqual([]);
    await store.parkEffect('c-none', 'none');
    expect(await store.load('c-none')).toBeNull();
  });

  it('leads a resume phrase to its conversation', async () => {
    const { store, reopened } = both();
    const id = freshId();
    const phraseHash = `hash-of-${id}`;
    await committed(store, exampleCommit(id, await turns(store, id, 1), { phraseHash }));
    expect(await reopened().findByPhrase(phraseHash)).toBe(id);
    expect(await store.findByPhrase('hash-of-nothing')).toBeNull();
  });

  it('gives the revisions of several conversations', async () => {
    const { store } = both();
    const [one, two] = [freshId(), freshId()];
    await turns(store, one, 1);
    await turns(store, two, 3);
    expect(await store.revisions([one, two, 'c-none'])).toEqual(
      new Map([
        [one, 1],
        [two, 3],
      ]),
    );
  });

  it('forgets what is past its retention and nothing else', async () => {
    const { store, reopened } = both();
    const [old, alive] = [freshId(), freshId()];
    const until = (id: string, at: number, before: StoredConversation | null) =>
      committed(store, exampleCommit(id, before, { expiresAt: at }));
    let last: StoredConversation | null = null;
    let other: StoredConversation | null = null;
    for (let n = 0; n < 14; n += 1) {
      last = await until(old, start - 2, last);
      // its first turns were copied with an earlier date than the conversation has now
      other = await until(alive, n < 8 ? start - 2 : start + day, other);
    }
    expect(await store.sweepExpired(start - 1)).toBe(1);
    expect(await store.load(old)).toBeNull();
    expect(await reopened().transcript(old, 0, 100)).toEqual([]);
    expect(await reopened().transcript(alive, 0, 100)).toHaveLength(14);
    expect(await store.sweepExpired(start - 1)).toBe(0);
  });
}
