/** Which messages make one turn. */
import { joinAtMost, joinWithin, nextTurn } from '../../../services/inbox/join';
import type { InboxItem } from '../../../services/store/collections/phone';

const noon = Date.parse('2026-11-24T12:00:00Z');

/** A text that came `ms` after noon, and was written then unless `written` says otherwise. */
function text(id: string, ms: number, more: Partial<InboxItem> & { readonly written?: number } = {}): InboxItem {
  const { written, ...rest } = more;
  const at = noon + ms;
  return {
    id,
    rev: 1,
    line: 'line',
    channel: 'sms',
    at,
    writtenAt: noon + (written ?? ms),
    alone: false,
    message: '{}',
    state: 'waiting',
    turn: null,
    readyAt: at + joinWithin,
    expiresAt: at + 1_000_000,
    ...rest,
  };
}
const alone = (id: string, ms: number, more: Parameters<typeof text>[2] = {}) =>
  text(id, ms, { alone: true, readyAt: noon + ms, ...more });
const danger = (id: string, ms: number) => text(id, ms, { readyAt: noon + ms });

/** The ids of the next turn, or how long to wait. */
function next(waiting: readonly InboxItem[], ms: number): readonly string[] | number | null {
  const found = nextTurn(waiting, noon + ms);
  if (found.kind === 'none') return null;
  return found.kind === 'turn' ? found.items.map((item) => item.id) : found.until - noon;
}

test('with nothing waiting there is no turn', () => {
  expect(next([], 0)).toBeNull();
});

test('a text waits two seconds for another', () => {
  expect(next([text('a', 0)], 0)).toBe(joinWithin);
  expect(next([text('a', 0)], joinWithin - 1)).toBe(joinWithin);
  expect(next([text('a', 0)], joinWithin)).toEqual(['a']);
});

test('each text within two seconds is one more part of the same turn', () => {
  const both = [text('a', 0), text('b', 1_900)];
  expect(next(both, 2_000)).toBe(3_900);
  expect(next(both, 3_900)).toEqual(['a', 'b']);
});

test('nobody waits more than six seconds because they go on writing', () => {
  const many = [0, 1_500, 3_000, 4_500, 5_900].map((ms, n) => text(`t${n}`, ms));
  expect(next(many, 5_950)).toBe(joinAtMost);
  expect(next(many, joinAtMost)).toEqual(['t0', 't1', 't2', 't3', 't4']);
});

test('they are read in the order they were written, whatever order they came in', () => {
  const shuffled = [
    text('last', 300, { written: -100 }),
    text('first', 0, { written: -900 }),
    text('mid', 100, { written: -500 }),
  ];
  expect(next(shuffled, 10_000)).toEqual(['first', 'mid', 'last']);
});

test('of two written in the same second the one that came first is read first', () => {
  expect(next([text('b', 20, { written: 0 }), text('a', 10, { written: 0 })], 10_000)).toEqual(['a', 'b']);
});

test('a tap, a file or a command is never joined with texts, before or after', () => {
  expect(next([text('a', 0), alone('tap', 100), text('b', 200)], 300)).toEqual(['a']);
  expect(next([alone('tap', 100), text('b', 200)], 300)).toEqual(['tap']);
  expect(next([alone('one', 0), alone('two', 1)], 10)).toEqual(['one']);
});

test('a text before a tap is heard at once, since nothing more will be joined to it', () => {
  expect(next([text('a', 0), alone('tap', 100)], 100)).toEqual(['a']);
});

test('words of danger wait for nobody, and take what waits with them', () => {
  expect(next([danger('help', 0)], 0)).toEqual(['help']);
  expect(next([text('a', 0), danger('help', 500)], 500)).toEqual(['a', 'help']);
});

test('what was written long apart and came together is two turns', () => {
  expect(next([text('a', 0, { written: -60_000 }), text('b', 100)], 200)).toEqual(['a']);
});

test('texts on two channels of one number are two turns', () => {
  expect(next([text('a', 0), text('b', 100, { channel: 'whatsapp' })], 200)).toEqual(['a']);
});

test('a turn begun before a crash is finished first, with exactly the messages it had', () => {
  const begun = [text('b', 100, { turn: 'a' }), text('a', 0, { turn: 'a' })];
  expect(next([text('earlier', 50, { written: -5_000 }), ...begun, danger('help', 60)], 200)).toEqual(['a', 'b']);
});
