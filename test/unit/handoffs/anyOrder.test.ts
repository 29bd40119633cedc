/** Whatever happens, in whatever order and at whatever hour: an owner and a deadline always, one writer, the lead's alone. */
import fc from 'fast-check';
import type { HandoffEvent } from '../../../services/handoffMachine/event';
import { type Handoff, handoffShape } from '../../../services/handoffMachine/handoff';
import { stepAt } from '../../../services/handoffMachine/ladder';
import { move } from '../../../services/handoffMachine/move';
import { mayTake, type StaffNow } from '../../../services/handoffMachine/reasons';
import { aHandoff, asking, everybody, hour, house, minute, someone } from './aTeam';

const staff = [...everybody, someone('Sam', 'advisor', 'safeguarding'), someone('Ops', 'admin')];
const levels = fc.constantFrom('P0' as const, 'P1' as const, 'P2' as const, 'P3' as const, 'P4' as const);
const reasons = fc.constantFrom('asked', 'risk', 'check', 'concern', 'language', 'undelivered');
const somebody = fc.constantFrom(...staff);
const later = fc.constantFrom(0, 1_000, 10_000, minute, 4 * minute, 20 * minute, hour, 5 * hour, 17 * hour, 80 * hour);
/** an ordinary day, a bank holiday weekend, and the nights the clocks change in autumn and spring */
const begins = fc.constantFrom(
  Date.UTC(2026, 10, 24, 10),
  Date.UTC(2026, 11, 24, 16, 58),
  Date.UTC(2026, 9, 24, 23, 30),
  Date.UTC(2027, 2, 27, 23, 30),
);

const onTheRota = fc.array(
  fc.record({ who: fc.nat(5), onShift: fc.boolean(), signedIn: fc.boolean(), here: fc.boolean() }),
  {
    maxLength: 6,
  },
);

type Doing = (at: number, handoff: Handoff) => HandoffEvent;
const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.record({ level: levels, reason: reasons, due: later }).map(
    ({ level, reason, due }): Doing =>
      (at) => ({ name: 'asked', at, ask: asking({ level, reason, at }), dueAt: at + due }),
  ),
  fc.record({ name: fc.constantFrom('claimed' as const, 'tookOver' as const, 'said' as const), by: somebody }).map(
    ({ name, by }): Doing =>
      (at) => ({ name, at, by }),
  ),
  fc.constant<Doing>((at) => ({ name: 'heard', at })),
  fc.constant<Doing>((at) => ({ name: 'left', at, why: 'stop' })),
  somebody.map(
    (by): Doing =>
      (at) => ({ name: 'handedBack', at, by, intake: 'goesOn', note: '' }),
  ),
  fc.record({ by: somebody, wait: later }).map(
    ({ by, wait }): Doing =>
      (at) => ({ name: 'callbackAgreed', at, by, callAt: at + wait, note: '' }),
  ),
  fc.record({ by: somebody, wait: later, reached: fc.boolean() }).map(
    ({ by, wait, reached }): Doing =>
      (at) => ({ name: 'called', at, by, reached, nextAt: at + wait }),
  ),
  somebody.map(
    (by): Doing =>
      (at) => ({ name: 'wrappedUp', at, by, outcome: 'helped', note: '' }),
  ),
  fc.record({ by: somebody, owner: somebody, wait: later }).map(
    ({ by, owner, wait }): Doing =>
      (at) => ({
        name: 'wrappedUp',
        at,
        by,
        outcome: 'helped',
        note: 'well',
        next: { action: 'ring the council', owner, dueAt: at + wait },
      }),
  ),
  somebody.map(
    (by): Doing =>
      (at) => ({ name: 'wroteNote', at, by, words: 'a note' }),
  ),
  fc.record({ by: somebody, why: fc.constantFrom('offShift' as const, 'silent' as const, 'signedOut' as const) }).map(
    ({ by, why }): Doing =>
      (at) => ({ name: 'gone', at, id: by.id, why }),
  ),
  fc.record({ by: somebody, wait: later }).map(
    ({ by, wait }): Doing =>
      (at) => ({ name: 'booked', at, by, callAt: at + wait, until: at + wait + 30 * minute }),
  ),
  fc.constant<Doing>((at) => ({ name: 'calledOff', at })),
  fc.constant<Doing>((at) => ({ name: 'seen', at, who: 'alert list, place 1' })),
  ...[1, 2, 3].map(() =>
    onTheRota.map(
      (rota): Doing =>
        (at, handoff) => ({
          name: 'clock',
          at,
          open: [handoff],
          people: rota.map(
            ({ who, here, ...rest }): StaffNow => ({
              ...(staff[who] ?? everybody[0] ?? someone('x')),
              ...rest,
              seenAt: here ? at : 0,
            }),
          ),
        }),
    ),
  ),
);

const life = fc.record({
  begins,
  level: levels,
  reason: reasons,
  due: later,
  doings: fc.array(fc.tuple(later, doing), { maxLength: 60 }),
});

interface Seen {
  readonly before: Handoff;
  readonly event: HandoffEvent;
  readonly after: Handoff;
  readonly refused: boolean;
}

const always = (what: string, check: (seen: Seen) => void) =>
  it(what, () => {
    fc.assert(
      fc.property(life, ({ begins: from, level, reason, due, doings }) => {
        let at = from;
        let now = aHandoff({ level, reason }, at, at + due);
        for (const [wait, make] of doings) {
          at += wait;
          const event = make(at, now);
          const result = move(now, event, house);
          const after = result.kind === 'refused' ? now : result.handoff;
          check({ before: now, event, after, refused: result.kind === 'refused' });
          now = after;
        }
      }),
      { numRuns: 1_500 },
    );
  });

always(
  'an open handoff has an owner and a deadline, and after the clock was looked at the deadline is to come',
  ({ after, event }) => {
    handoffShape.parse(after);
    if (after.state === 'closed') return;
    expect(after.owner.kind === 'person' ? after.owner.name : after.owner.holder).not.toBe('');
    expect(Number.isFinite(after.deadline)).toBe(true);
    if (event.name === 'clock') expect(after.deadline).toBeGreaterThan(event.at);
  },
);

always(
  'claimed, live and callback have a person, queued has the team, and what holds the thread changes hands by one number',
  ({ before, after }) => {
    if (['claimed', 'live', 'callback', 'offered'].includes(after.state)) expect(after.owner.kind).toBe('person');
    if (after.state === 'queued') expect(after.owner.kind).toBe('team');
    const held = (one: Handoff) => (one.claimedAt === null ? '' : JSON.stringify(one.owner));
    if (held(before) !== held(after)) expect(after.claim).toBe(before.claim + 1);
    else expect(after.claim).toBe(before.claim);
  },
);

always(
  'nobody writes, closes or hands back but the one who has it, and they go on having it when they write',
  ({ before, after, event, refused }) => {
    if (!('by' in event) || event.name === 'claimed' || event.name === 'tookOver' || event.name === 'wroteNote') return;
    // nor does anybody leave a thing to do to who may not see it
    if (event.name === 'wrappedUp' && event.next && !mayTake(event.next.owner, before))
      return expect(refused).toBe(true);
    // the person's own doing, whoever it is given to
    if (event.name === 'booked') return;
    const theirs = before.owner.kind === 'person' && before.owner.id === event.by.id && before.claimedAt !== null;
    expect(refused).toBe(!theirs || before.state === 'closed');
    if (event.name === 'said' && !refused) expect(after.owner).toEqual(before.owner);
  },
);

always('a claim that is refused names who has it, and changes nothing', ({ before, event }) => {
  if (event.name !== 'claimed' || before.claimedAt === null || before.state === 'closed') return;
  const result = move(before, event, house);
  if (result.kind === 'refused' && result.why === 'held') expect(result.owner).toEqual(before.owner);
});

always('what is for the lead is never with, offered to or taken by anybody else', ({ after }) => {
  if (after.audience !== 'lead') return;
  const leads = new Set(['Jean', 'Sam']);
  if (after.owner.kind === 'person') expect(leads).toContain(after.owner.id);
  else expect(['lead by the rota', 'alert list, place 1']).toContain(after.owner.holder);
});

always('danger is told by an alarm or seen by a person, and every step is on record', ({ before, after, event }) => {
  if (event.name !== 'clock' || before.rung >= 0 || after.rung < 0) return;
  if (after.level !== 'P0' && after.level !== 'P1') return;
  expect(after.todo.some(({ kind }) => kind === 'ring')).toBe(true);
  expect(after.steps.at(-1)?.what).not.toBe('asked');
});

it('the next step is always to come, whatever the night', () => {
  fc.assert(
    fc.property(begins, levels, later, fc.array(later, { maxLength: 12 }), (from, level, due, waits) => {
      const handoff = aHandoff({ level, reason: 'asked' }, from, from + due);
      let at = from;
      let rung = -1;
      for (const wait of waits) {
        at += wait;
        const step = stepAt(handoff, at);
        expect(step.next).toBeGreaterThan(at);
        expect(step.rung).toBeGreaterThanOrEqual(rung);
        rung = step.rung;
      }
    }),
  );
});
