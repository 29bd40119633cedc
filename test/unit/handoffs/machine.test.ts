/** The handoff: who is asked and when, who may take it, and what each of its moves leaves. */
import type { Handoff } from '../../../services/handoffMachine/handoff';
import { momentsOf } from '../../../services/handoffMachine/ladder';
import { next, queueOf } from '../../../services/handoffMachine/rank';
import type { StaffNow } from '../../../services/handoffMachine/reasons';
import {
  aHandoff,
  ali,
  asking,
  boss,
  everybody,
  hour,
  lead,
  minute,
  morag,
  resultOf,
  start,
  through,
  ticking,
} from './aTeam';

const stepsOf = (handoff: Handoff) => handoff.steps.map(({ what, who, at }) => [what, who, (at - start) / minute]);
const at = (minutes: number) => start + minutes * minute;
const claimed = (handoff: Handoff, by: StaffNow = morag, when = at(1)) =>
  through(handoff, { name: 'claimed', at: when, by });

describe('nobody has it', () => {
  it('P0 in hours: eyes on in two minutes, the second person at four, the lead at six, the manager at eight', () => {
    const open = ticking(aHandoff(), at(10), everybody);
    expect(stepsOf(open)).toEqual([
      ['asked', '', 0],
      ['offered', 'Ali', 0],
      ['offeredAgain', 'Morag', 2],
      ['second', 'Ali', 4],
      ['lead', 'Jean', 6],
      ['manager', 'Rab', 8],
      ['stillOpen', '', 10],
    ]);
    expect(open).toMatchObject({ state: 'offered', owner: { name: 'Rab' } });
  });

  it('P0 at night with nobody on the rota: each step has the duty by name, and the alarm rings once from its start', () => {
    const night = Date.UTC(2026, 10, 24, 23);
    const open = ticking(aHandoff({}, night), night + 21 * minute, [], night);
    expect(open.steps.map(({ what, who, at }) => [what, who, (at - night) / minute])).toEqual([
      ['asked', '', 0],
      ['offered', 'duty by the rota', 0],
      ['offeredAgain', 'duty by the rota', 5],
      ['second', 'second by the rota', 10],
      ['lead', 'lead by the rota', 15],
      ['manager', 'manager by the rota', 20],
    ]);
    expect(open.todo.filter(({ kind }) => kind === 'ring')).toMatchObject([{ level: 'P0', n: 1 }]);
  });

  it.each([
    ['P1', [0, 5, 15, 30, 45]],
    ['P0', [0, 2, 4, 6, 8]],
  ] as const)('%s: the steps are the times the alarm rings by', (level, minutes) => {
    expect(momentsOf(aHandoff({ level })).map((moment) => (moment - start) / minute)).toEqual(minutes);
  });

  it('P2: the second person when it is due, the lead a working hour later, and only then does an alarm ring', () => {
    const asked = aHandoff({ level: 'P2', reason: 'media' }, start, at(4 * 60));
    expect(momentsOf(asked).map((moment) => (moment - start) / minute)).toEqual([0, 120, 240, 300, 360]);
    expect(ticking(asked, at(200)).todo).toEqual([]);
    expect(
      ticking(asked, at(360))
        .todo.filter(({ kind }) => kind === 'ring')
        .map(({ n }) => n),
    ).toEqual([2, 3, 4]);
  });

  it('P4 on a Friday evening is nobody’s alarm on a Saturday', () => {
    const friday = Date.UTC(2026, 10, 27, 18);
    const due = Date.UTC(2026, 11, 3, 17);
    const days = momentsOf(aHandoff({ level: 'P4', reason: 'asked' }, friday, due)).map((moment) =>
      new Date(moment).getUTCDay(),
    );
    expect(days.slice(1).every((day) => day >= 1 && day <= 5)).toBe(true);
  });

  it('is offered to somebody who comes on shift, without waiting for the next step', () => {
    const asked = aHandoff({ level: 'P3', reason: 'asked' }, start, at(30 * 60));
    const alone = ticking(asked, at(5));
    expect(alone).toMatchObject({ state: 'queued', owner: { kind: 'team', holder: 'duty by the rota' } });
    expect(ticking(alone, at(6), [morag], at(6))).toMatchObject({ state: 'offered', owner: { name: 'Morag' } });
  });

  it('is not offered to a full desk, unless it is danger', () => {
    const full = [{ ...morag, room: 0 }];
    expect(ticking(aHandoff({ level: 'P3', reason: 'asked' }), at(1), full).state).toBe('queued');
    expect(ticking(aHandoff(), at(1), full).state).toBe('offered');
  });

  it('somebody with the alarm who does not come to it is followed by a new round', () => {
    const seen = through(ticking(aHandoff(), at(1)), { name: 'seen', at: at(1), who: 'alert list, place 1' });
    expect(seen).toMatchObject({ state: 'queued', owner: { holder: 'alert list, place 1' }, danger: null });
    expect(ticking(seen, at(2.5), everybody, at(2)).steps.at(-1)).toMatchObject({ what: 'seen' });
    const later = ticking(seen, at(4), everybody, at(2));
    expect(later).toMatchObject({ round: 1, state: 'offered' });
    expect(later.steps.map(({ what }) => what)).toContain('notTaken');
  });

  it('more urgent danger begins the asking anew, at its own times', () => {
    const asked = ticking(aHandoff({ level: 'P3', reason: 'asked' }), at(5), everybody);
    const worse = through(asked, { name: 'asked', at: at(5), ask: asking({ at: at(5) }), dueAt: at(7) });
    expect(worse).toMatchObject({ level: 'P0', reason: 'risk', round: 1, danger: { level: 'P0', at: at(5) } });
    expect(ticking(worse, at(7), everybody, at(5)).rung).toBe(1);
  });
});

describe('one of us takes it', () => {
  it('of two, the second is told who has it', () => {
    const held = claimed(aHandoff());
    expect(resultOf(held, { name: 'claimed', at: at(1), by: ali })).toEqual({
      kind: 'refused',
      why: 'held',
      owner: { kind: 'person', id: 'Morag', name: 'Morag' },
    });
    expect(resultOf(held, { name: 'claimed', at: at(2), by: morag })).toEqual({ kind: 'same', handoff: held });
  });

  it('the conversation hears of it, the alarms stop, and how long danger waited is measured', () => {
    const held = claimed(aHandoff());
    expect(held.todo.map(({ kind, what, n }) => [kind, what, n])).toEqual([
      ['tell', 'accepted', 1],
      ['hush', '', 0],
      ['measure', '', minute],
    ]);
    expect(held).toMatchObject({ danger: null, acknowledgedAt: at(1), deadline: at(3) });
  });

  it('only whoever has it may write, hand it back or close it', () => {
    const held = claimed(aHandoff());
    for (const name of ['said', 'handedBack', 'wrappedUp', 'callbackAgreed', 'called'] as const) {
      const rest = {
        by: ali,
        at: at(2),
        intake: 'goesOn',
        note: '',
        outcome: 'helped',
        callAt: at(60),
        reached: true,
        nextAt: 0,
      } as const;
      expect(resultOf(held, { name, ...rest })).toMatchObject({ kind: 'refused', why: 'held' });
      expect(resultOf(aHandoff(), { name, ...rest })).toMatchObject({ kind: 'refused', why: 'notYours' });
    }
  });

  it('a supervisor may take it over, an advisor may not; what the first still sends is refused', () => {
    const held = claimed(aHandoff());
    expect(resultOf(held, { name: 'tookOver', at: at(2), by: ali })).toMatchObject({
      kind: 'refused',
      why: 'notForYou',
    });
    const taken = through(held, { name: 'tookOver', at: at(2), by: boss });
    expect(taken).toMatchObject({ owner: { name: 'Rab' }, claim: 2 });
    expect(resultOf(taken, { name: 'said', at: at(3), by: morag })).toMatchObject({
      kind: 'refused',
      owner: { name: 'Rab' },
    });
  });

  it('a concern about us is seen, offered to and taken by the lead alone', () => {
    const concern = ticking(aHandoff({ reason: 'concern', level: 'P1' }), at(50), everybody);
    expect(concern.asked).toEqual(['Jean']);
    expect(resultOf(concern, { name: 'claimed', at: at(50), by: boss })).toMatchObject({ why: 'notForYou' });
    expect(resultOf(concern, { name: 'tookOver', at: at(50), by: boss })).toMatchObject({ why: 'notForYou' });
    expect(queueOf([concern], morag)).toEqual([]);
    expect(queueOf([concern], lead)).toHaveLength(1);
  });
});

describe('talking', () => {
  const live = () => through(claimed(aHandoff()), { name: 'said', at: at(2), by: morag });

  it('is with the person until they write, then an answer is due', () => {
    expect(live()).toMatchObject({ state: 'live', deadline: at(17), waitingSince: null });
    const waits = through(live(), { name: 'heard', at: at(5) }, { name: 'heard', at: at(6) });
    expect(waits).toMatchObject({ waitingSince: at(5), deadline: at(7) });
    expect(ticking(waits, at(7), everybody, at(7))).toMatchObject({
      state: 'offered',
      claim: 2,
      round: 1,
      owner: { name: 'Ali' },
    });
  });

  it('goes back to the team when its holder goes, who is then asked last', () => {
    const gone = through(live(), { name: 'gone', at: at(3), id: 'Morag', why: 'signedOut' });
    expect(gone.todo.at(-1)).toMatchObject({ kind: 'tell', what: 'released', person: 'Morag', n: 1 });
    expect(ticking(gone, at(3), everybody, at(3))).toMatchObject({ state: 'offered', owner: { name: 'Ali' } });
  });

  it('a quiet thread stays with somebody who is there, and not with somebody who is not', () => {
    expect(ticking(live(), at(30), everybody, at(17))).toMatchObject({ state: 'live', owner: { name: 'Morag' } });
    const away = everybody.map((one) => ({ ...one, seenAt: 0 }));
    expect(ticking(live(), at(17), away, at(17)).state).not.toBe('live');
  });

  it('danger heard meanwhile asks for an answer at once', () => {
    const calm = through(claimed(aHandoff({ level: 'P3', reason: 'asked' })), { name: 'said', at: at(2), by: morag });
    const worse = through(calm, { name: 'asked', at: at(10), ask: asking({ at: at(10) }), dueAt: at(12) });
    expect(worse).toMatchObject({ state: 'live', level: 'P0', deadline: at(12), owner: { name: 'Morag' } });
    const seen = through(worse, { name: 'said', at: at(11), by: morag });
    expect(seen.todo.find(({ kind }) => kind === 'measure')).toMatchObject({ n: minute, level: 'P0' });
  });

  it('a call agreed for a time is kept, or missed and asked of the team', () => {
    const agreed = through(live(), { name: 'callbackAgreed', at: at(5), by: morag, callAt: at(120), note: '' });
    expect(agreed).toMatchObject({ state: 'callback', deadline: at(120), callAt: at(120) });
    expect(agreed.todo.at(-1)).toMatchObject({ kind: 'tell', what: 'callback', at: at(120) });
    const again = through(agreed, { name: 'called', at: at(119), by: morag, reached: false, nextAt: at(180) });
    expect(again).toMatchObject({ state: 'callback', deadline: at(180) });
    const missed = ticking(again, at(180), everybody, at(180));
    expect(missed.state).toBe('offered');
    expect(missed.steps.map(({ what }) => what)).toContain('callMissed');
    expect(through(again, { name: 'called', at: at(170), by: morag, reached: true, nextAt: 0 }).state).toBe('claimed');
  });

  it('danger in the time before an agreed call does not wait for it', () => {
    const agreed = through(live(), { name: 'callbackAgreed', at: at(5), by: morag, callAt: at(600), note: '' });
    const worse = through(agreed, { name: 'asked', at: at(60), ask: asking({ at: at(60) }), dueAt: at(62) });
    expect(worse).toMatchObject({ state: 'queued', round: 1, deadline: at(60) });
  });

  it('hand back closes it, and nothing moves it any more', () => {
    const closed = through(live(), { name: 'handedBack', at: at(9), by: morag, intake: 'goesOn', note: 'ok now' });
    expect(closed).toMatchObject({ state: 'closed', outcome: 'handedBack', note: 'ok now' });
    expect(resultOf(closed, { name: 'claimed', at: at(10), by: ali })).toMatchObject({ why: 'closed' });
    expect(ticking(closed, at(20), everybody, at(10))).toEqual(closed);
  });
});

describe('the queue', () => {
  const waiting = (id: string, level: 'P0' | 'P1' | 'P2' | 'P4', since: number, over = {}) => ({
    ...aHandoff({ level, reason: 'asked' }, since),
    id,
    ...over,
  });
  const queue = [
    waiting('old', 'P4', start - 100 * hour),
    waiting('soon', 'P1', at(5)),
    waiting('sooner', 'P1', at(2)),
    waiting('mine', 'P2', at(3)),
    { ...claimed(waiting('held', 'P0', start)), id: 'held' },
  ];

  it('is by level, then by how long they wait', () => {
    expect(queueOf(queue, morag).map(({ id }) => id)).toEqual(['held', 'sooner', 'soon', 'mine', 'old']);
    expect(next(queue, ali, 3)?.id).toBe('sooner');
  });

  it('gives a full desk nothing but danger', () => {
    const calm = queue.filter(({ level }) => level !== 'P1');
    expect(next(calm, morag, 1)).toBeNull();
    expect(next(queue, morag, 1)?.id).toBe('sooner');
    expect(next(calm, ali, 1)?.id).toBe('mine');
  });
});

it('a long wait is one step that is counted, and a thousand steps do not fill the record', () => {
  const long = ticking(aHandoff(), start + 12 * hour);
  expect(long.steps.at(-1)).toMatchObject({ what: 'stillOpen' });
  expect(long.steps.at(-1)?.times).toBeGreaterThan(300);
  let busy = claimed(aHandoff());
  for (let n = 0; n < 1_000; n += 1)
    busy = through(busy, { name: 'tookOver', at: at(n), by: n % 2 === 0 ? boss : lead });
  expect(busy.steps.length).toBeLessThanOrEqual(200);
  expect(busy.steps[0]).toMatchObject({ what: 'asked' });
});

describe('somebody who was told that one of us comes now', () => {
  const waits = () => aHandoff({ level: 'P4', reason: 'asked' }, start, at(2 * 24 * 60));

  it('is asked of others within minutes, and hears it when nobody came in the time that was told', () => {
    const asked = through(waits(), {
      name: 'asked',
      at: start,
      ask: asking({ reason: 'asked', level: 'P4' }),
      dueAt: at(5),
      waits: true,
    });
    const late = ticking(asked, at(5), everybody);
    expect(late.steps.map(({ what, at: when }) => [what, (when - start) / minute]).slice(2)).toEqual([
      ['offeredAgain', 2],
      ['second', 5],
    ]);
    expect(late.todo).toContainEqual(expect.objectContaining({ kind: 'tell', what: 'late' }));
  });

  it('and who is left in the middle of a talk waits like that too', () => {
    const live = through(claimed(waits()), { name: 'said', at: at(2), by: morag });
    const gone = through(live, { name: 'gone', at: at(3), id: 'Morag', why: 'signedOut' });
    expect(gone.waits).toBe(true);
    expect(ticking(gone, at(8), everybody, at(3)).rung).toBe(2);
    expect(claimed(gone, ali, at(4)).waits).toBe(false);
  });
});

it('a hub elsewhere has it without ringing anybody, and gives it up: closed, or after hours of nothing asked of the team', () => {
  const has = through(aHandoff(), { name: 'hub', at: at(1), has: true });
  expect(has).toMatchObject({ state: 'live', owner: { id: 'hub' }, danger: null });
  expect(has.todo.filter(({ kind }) => kind === 'tell')).toEqual([]);
  expect(through(has, { name: 'hub', at: at(30), has: false })).toMatchObject({
    state: 'closed',
    outcome: 'handedBack',
  });
  expect(ticking(has, at(8 * 60 + 1), everybody, at(8 * 60 + 1)).state).toBe('offered');
  // what one of us has is not the hub's
  expect(through(claimed(aHandoff()), { name: 'hub', at: at(2), has: true })).toMatchObject({ owner: { id: 'Morag' } });
});
