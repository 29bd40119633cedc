/** Promises are made by the act that says them, once, with an owner and a time; of several times told the soonest counts. */
import fc from 'fast-check';
import { promises } from '../../../services/promises/collection';
import { createKeeping } from '../../../services/promises/keeping';
import { createHandoffPromises } from '../../../services/promises/ofHandoff';
import { teamOwner } from '../../../services/promises/owner';
import { isAhead } from '../../../services/promises/promise';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { aHandoff, ali, morag } from '../handoffs/aTeam';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 24, 10);
const aKeeping = () => createKeeping(createMemoryRecords(promises));

test('however often a note is left, the soonest of the times that were told stands, in each life and for each who may see it', async () => {
  const note = fc.record({
    life: fc.constantFrom('a', 'b'),
    about: fc.constantFrom('asked', 'language', 'concern'),
    told: fc.integer({ min: 1, max: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 12 }), async (notes) => {
      const keeping = aKeeping();
      for (const [n, { life, about, told }] of notes.entries()) {
        const made = {
          id: `c:${life}:${n}:0`,
          conversationId: 'c',
          life,
          about,
          owner: teamOwner(about),
          madeAt: start + n,
          dueAt: start + told * hour,
        };
        await keeping.promiseAnswer(made);
        // tried again after a crash
        await keeping.promiseAnswer(made);
      }
      const ahead = (await keeping.ofConversation('c')).filter(isAhead);
      const group = ({ life, about }: { readonly life: string; readonly about: string }) =>
        `${life} ${about === 'concern'}`;
      expect(new Set(ahead.map(group)).size).toBe(ahead.length);
      for (const one of ahead) {
        const mine = notes.filter((other) => group(other) === group(one));
        expect(one.toldAt).toBe(start + Math.min(...mine.map(({ told }) => told)) * hour);
        expect(one.owner).toEqual(teamOwner(one.about));
      }
      expect(ahead).toHaveLength(new Set(notes.map(group)).size);
    }),
  );
});

describe('what staff do with a handoff', () => {
  async function asked(about = 'asked') {
    const keeping = aKeeping();
    const handoff = aHandoff({ reason: about, level: 'P3' });
    const { conversationId, life } = handoff;
    await keeping.promiseAnswer({
      id: 'c:a:1:0',
      conversationId,
      life,
      about,
      owner: teamOwner(about),
      madeAt: start,
      dueAt: start + 4 * hour,
    });
    const clock = { now: start + minute };
    const made = createHandoffPromises(keeping, () => clock.now);
    const states = async () =>
      (await keeping.ofConversation(conversationId)).map(({ kind, state, owner }) => [
        kind,
        state,
        owner.kind === 'person' ? owner.name : owner.holder,
      ]);
    return { keeping, handoff, made, clock, states };
  }

  test('whoever takes it owns what was promised, and their first word keeps it', async () => {
    const { handoff, made, states } = await asked();
    await made.owned(handoff, { kind: 'person', id: 'Morag', name: 'Morag' });
    expect(await states()).toEqual([['answer', 'open', 'Morag']]);
    await made.spoke(handoff);
    expect(await states()).toEqual([['answer', 'kept', 'Morag']]);
  });

  test('a call agreed for another time takes the place of the one before, and a call that is made keeps it', async () => {
    const { handoff, made, clock, states } = await asked();
    await made.callBack({ ...handoff, rev: 2 }, morag, start + 2 * hour);
    await made.callBack({ ...handoff, rev: 3 }, ali, start + 5 * hour);
    clock.now = start + 5 * hour;
    await made.called({ ...handoff, rev: 4 }, ali, null);
    expect(await states()).toEqual([
      ['answer', 'kept', 'alert list, place 1'],
      ['callBack', 'cancelled', 'Morag'],
      ['callBack', 'kept', 'Ali'],
    ]);
  });

  test.each([
    ['helped', 'kept'],
    ['noAnswer', 'kept'],
    ['notWanted', 'cancelled'],
    ['mistake', 'cancelled'],
  ] as const)('closed as %s: %s', async (outcome, state) => {
    const { handoff, made, states } = await asked();
    await made.ended(handoff, outcome);
    expect(await states()).toEqual([['answer', state, 'alert list, place 1']]);
  });

  test('a complaint is answered when the handoff it was brought in is closed, and not by a first word', async () => {
    const { keeping, handoff, made, states } = await asked('complaint');
    const { conversationId, life } = handoff;
    const owner = teamOwner();
    await keeping.make({
      id: 'c:a:1:1',
      conversationId,
      life,
      kind: 'complaint',
      owner,
      madeAt: start,
      dueAt: start + 30 * hour,
    });
    await made.spoke(handoff);
    expect((await states()).map(([, state]) => state)).toEqual(['kept', 'open']);
    await made.ended(handoff, 'helped');
    expect((await states()).map(([, state]) => state)).toEqual(['kept', 'kept']);
  });

  test('a worry about us stays with the lead, whatever the team does', async () => {
    const { handoff, made, states } = await asked('concern');
    const ofTheTeam = { ...handoff, audience: 'team' } as const;
    await made.owned(ofTheTeam, { kind: 'person', id: 'Morag', name: 'Morag' });
    await made.spoke(ofTheTeam);
    expect(await states()).toEqual([['answer', 'open', 'alert list, place 3']]);
  });
});

test('as the version before wrote them, they are read with an owner, a kind and a time to be looked at', () => {
  const old = {
    id: 'p',
    rev: 1,
    conversationId: 'c',
    kind: 'call',
    owner: null,
    said: '',
    madeAt: start,
    dueAt: start + hour,
    state: 'late',
    doneAt: start + 2 * hour,
    expiresAt: start + 9 * hour,
  };
  expect(promises.schema.parse(old)).toMatchObject({ kind: 'callBack', state: 'broken', owner: { kind: 'team' } });
  const open = promises.schema.parse({ ...old, kind: 'be in touch', owner: 'team', state: 'open', doneAt: null });
  expect(open).toMatchObject({ kind: 'answer', nextAt: 0, toldAt: 0 });
});
