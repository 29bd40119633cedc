/** A promise in any order of what may happen to it: an owner and a time always, kept only in time, sorry only when broken. */
import fc from 'fast-check';
import type { Owner } from '../../../services/handoffMachine/handoff';
import {
  didAbout,
  isAhead,
  isOver,
  keptByKind,
  movePromise,
  newPromise,
  PROMISE_KINDS,
  PROMISE_STATES,
  type PromiseEvent,
  type PromiseMade,
  promiseShape,
} from '../../../services/promises/promise';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 10, 24, 10);
const morag: Owner = { kind: 'person', id: 'morag', name: 'Morag' };
const team: Owner = { kind: 'team', duty: 'duty', holder: 'the team' };

const aPromise = (over: Partial<Parameters<typeof newPromise>[0]> = {}) =>
  newPromise({
    id: 'c:a:1:0',
    conversationId: 'c',
    life: 'a',
    kind: 'callBack',
    owner: morag,
    madeAt: start,
    dueAt: start + 4 * hour,
    ...over,
  });
const through = (made: PromiseMade, ...events: readonly PromiseEvent[]) => events.reduce(movePromise, made);

const kinds = fc.constantFrom(...PROMISE_KINDS);
const wait = fc.constantFrom(0, 1, minute, 7 * minute, 20 * minute, hour, 3 * hour, 30 * hour, 20 * 24 * hour);
const made = fc
  .record({ kind: kinds, due: wait, told: wait })
  .map(({ kind, due, told }) => aPromise({ kind, dueAt: start + due, toldAt: start + due + told }));
const doing = fc.oneof(
  fc.constant({ name: 'clock' } as const),
  fc.constant({ name: 'clock' } as const),
  fc.constantFrom({ name: 'done' } as const, { name: 'cancelled' } as const, { name: 'sorrySaid' } as const),
  fc.constantFrom(morag, team).map((owner) => ({ name: 'owned', owner }) as const),
);
const life = fc.tuple(made, fc.array(fc.tuple(wait, doing), { maxLength: 20 }));

const always = (what: string, check: (before: PromiseMade, event: PromiseEvent, after: PromiseMade) => void) =>
  test(what, () => {
    fc.assert(
      fc.property(life, ([first, doings]) => {
        let [at, now] = [start, first];
        for (const [after, one] of doings) {
          at += after;
          const event = { ...one, at };
          const next = movePromise(now, event);
          check(now, event, next);
          now = next;
        }
      }),
      { numRuns: 600 },
    );
  });

always('it has an owner, a time and a time it was told, and is kept a year after', (_before, _event, after) => {
  promiseShape.parse(after);
  expect(after.owner.kind === 'person' ? after.owner.name : after.owner.holder).not.toBe('');
  expect(after.toldAt).toBeGreaterThanOrEqual(after.dueAt);
  expect(after.expiresAt).toBeGreaterThan(after.toldAt);
});

always('while somebody may still be let down by it, the clock looks again, and it looks ahead', (_b, event, after) => {
  expect(after.nextAt !== null).toBe(isAhead(after));
  if (event.name === 'clock' && after.nextAt !== null) expect(after.nextAt).toBeGreaterThan(event.at);
});

always('nothing is made unbroken, and what is over stays so', (before, event, after) => {
  if (before.state === 'broken') expect(['broken', 'sorrySaid']).toContain(after.state);
  if (before.state === 'kept' || before.state === 'cancelled' || before.state === 'sorrySaid')
    expect(after.state).toBe(before.state);
  if (isOver(before) && event.name !== 'sorrySaid') expect(after).toBe(before);
});

always('kept is done in time, broken is past the time they were told, and warned is before it', (b, event, after) => {
  if (b.state === after.state) return;
  if (after.state === 'kept') expect(event.at).toBeLessThanOrEqual(after.toldAt);
  if (after.state === 'broken') expect(event.at).toBeGreaterThanOrEqual(after.toldAt);
  if (after.state === 'warned') expect(event.at).toBeLessThan(after.toldAt);
  if (after.state === 'sorrySaid') expect(after.brokenAt).not.toBeNull();
});

always('who it is broken to is told once, and nobody is warned of what is past or over', (before, event, after) => {
  const breaks = after.todo.filter((one) => one === 'break').length;
  expect(breaks).toBeLessThanOrEqual(1);
  if (event.name === 'clock' && isAhead(before) && event.at >= before.toldAt) expect(after.todo).toEqual(['break']);
  if (!isAhead(after)) expect(after.todo).not.toContain('warn');
});

test('whenever it is looked at, one not done in time is broken, and one done in time is kept', () => {
  fc.assert(
    fc.property(made, fc.array(wait, { maxLength: 9 }), fc.option(wait), (first, looks, doneAfter) => {
      const doneAt = doneAfter === null ? null : start + doneAfter;
      const moments = looks.map((after) => start + after).toSorted((a, b) => a - b);
      const events: PromiseEvent[] = [
        ...moments.filter((at) => doneAt === null || at < doneAt).map((at) => ({ name: 'clock' as const, at })),
        ...(doneAt === null ? [] : [{ name: 'done' as const, at: doneAt }]),
        { name: 'clock', at: first.toldAt + 40 * 24 * hour },
      ];
      const inTime = doneAt !== null && doneAt <= first.toldAt;
      expect(through(first, ...events).state).toBe(inTime ? 'kept' : 'broken');
    }),
  );
});

test('it is warned of in good time, then broken, then sorry is said, and done late it stays broken', () => {
  const promise = aPromise();
  const due = start + 4 * hour;
  expect(through(promise, { name: 'clock', at: due - 16 * minute }).state).toBe('open');
  const warned = through(promise, { name: 'clock', at: due - 15 * minute });
  expect(warned).toMatchObject({ state: 'warned', todo: ['warn'], nextAt: due });
  const broken = through(didAbout(warned, ['warn']), { name: 'clock', at: due });
  expect(broken).toMatchObject({ state: 'broken', todo: ['break'], nextAt: null });
  const said = through(didAbout(broken, ['break']), { name: 'sorrySaid', at: due + minute });
  expect(said).toMatchObject({ state: 'sorrySaid', todo: [], todoSince: null });
  expect(through(said, { name: 'done', at: due + hour })).toMatchObject({ state: 'sorrySaid', doneAt: due + hour });
});

test('one made a few minutes before it is due is warned of halfway', () => {
  const promise = aPromise({ dueAt: start + 10 * minute });
  expect(promise.nextAt).toBe(start + 5 * minute);
});

test('of those whose time has come, how many were kept, by kind', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ kind: kinds, state: fc.constantFrom(...PROMISE_STATES) })), (all) => {
      const kept = keptByKind(all);
      const sum = Object.values(kept).reduce((n, one) => n + one.kept + one.broken + one.ahead + one.cancelled, 0);
      expect(sum).toBe(all.length);
      for (const one of Object.values(kept)) {
        if (one.share === null) expect(one.kept + one.broken).toBe(0);
        else expect(one.share * (one.kept + one.broken)).toBeCloseTo(one.kept);
      }
    }),
  );
});
