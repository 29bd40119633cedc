/** Whatever the rota, whoever is at their console and whatever the night: no words a person reads name a time or a person the rota contradicts. */
import fc from 'fast-check';
import { textOf } from '../../../dialogs/content/copy';
import { momentOf, whenIs } from '../../../services/calendar/moment';
import { OFFICE_ROTA } from '../../../services/calendar/team';
import { sampleSettings } from '../../../services/calendar/world';
import { handoffs as collection } from '../../../services/handoffs/collection';
import { createHandoffs } from '../../../services/handoffs/handoffs';
import { lookers } from '../../../services/handoffs/lookers';
import { promises } from '../../../services/promises/collection';
import { createKeeping } from '../../../services/promises/keeping';
import { rotaCollection } from '../../../services/rota/collection';
import type { Shift } from '../../../services/rota/rota';
import { createRota } from '../../../services/rota/service';
import type { Present } from '../../../services/staff/presence';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { aShift, hour, minute } from '../rota/aRota';
import { aHandoff, through } from './aTeam';
import { clockIn, moments, opensIn, worksAt } from './judgeOfTimes';

/** Weeks with nothing special, the weekends the clocks go back and forward, and Christmas. */
const begins = fc.constantFrom(
  whenIs('2026-11-24', 0),
  whenIs('2026-10-23', 0),
  whenIs('2027-03-26', 0),
  whenIs('2026-12-23', 0),
);

const advisors = ['morag', 'ali'] as const;
const shift = fc
  .record({
    id: fc.constantFrom(...advisors, 'rab'),
    kind: fc.constantFrom('work' as const, 'work' as const, 'onCall' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.nat(1_320),
    long: fc.integer({ min: 30, max: 600 }),
    pause: fc.boolean(),
  })
  .map(({ id, kind, weekday, from, long, pause }) => {
    const to = Math.min(1_440, from + long);
    const breaks = pause && to - from > 90 ? [{ from: from + 30, to: from + 60 }] : [];
    return { id, shift: aShift({ kind, weekday, from, to, breaks, onHolidays: weekday % 2 === 0 }) };
  });

const there = fc.oneof(
  fc.record({ signedIn: fc.boolean(), here: fc.boolean(), away: fc.boolean(), holds: fc.nat(2) }),
  fc.constantFrom({ signedIn: true, here: true, away: false, holds: 0 }),
);
const ASKED = ['can i talk to a person', 'i want to complain', 'STATUS', 'yes', 'no', 'nobody phoned me', 'PERSON'];
const DANGER = ['i want to die', 'im not safe here', 'my neighbour hits her wee boy'];
const said = fc.constantFrom(...ASKED, ...ASKED, ...DANGER);
const waits = fc.constantFrom(0, 2 * minute, 40 * minute, 3 * hour, 9 * hour);

const life = fc.record({
  begins,
  after: fc.nat(4 * 24 * 60),
  shifts: fc.array(shift, { minLength: 1, maxLength: 6 }),
  /** Ali works from a while before they write, for so many minutes; 0: not */
  atWork: fc.constantFrom(0, 0, 20, 90, 400),
  people: fc.record({ morag: there, ali: there }),
  says: fc.array(fc.tuple(waits, said), { minLength: 1, maxLength: 5 }),
});

type Shifts = readonly { readonly id: string; readonly shift: Shift }[];

/** The rota with these, and those of them it took: whoever is put in two places at once has none. */
async function aTeam(shifts: Shifts, now: () => number) {
  const rota = createRota({ records: createMemoryRecords(rotaCollection), audit: async () => undefined, now });
  const taken: { readonly id: string; readonly shift: Shift }[] = [];
  for (const id of [...advisors, 'rab']) {
    const mine = shifts.filter((one) => one.id === id);
    const saved = await rota.save('boss', id, { rev: 0, room: 2, shifts: mine.map((one) => one.shift), leave: [] });
    if (saved.kind === 'saved') taken.push(...mine);
  }
  return { rota, taken };
}

function worksNow(id: string, at: number, long: number) {
  const { weekday, minutes } = momentOf(at);
  const from = Math.max(0, minutes - 10);
  const to = Math.min(1_440, minutes + long);
  return { id, shift: aShift({ weekday, from, to, onHolidays: true }) };
}

test('what a person is told of when, and of who, is so by the rota', async () => {
  const judged = { times: 0, names: 0, opens: 0 };
  await fc.assert(
    fc.asyncProperty(life, async ({ begins: from, after, shifts: drawn, atWork, people, says }) => {
      let now = from + after * minute;
      const made = atWork === 0 ? drawn : [...drawn.filter(({ id }) => id !== 'ali'), worksNow('ali', now, atWork)];
      const clock = () => now;
      const { rota, taken: shifts } = await aTeam(made, clock);
      const records = createMemoryRecords(collection);
      const present = (): readonly Present[] =>
        [...advisors, 'rab' as const].map((id) => {
          const one = id === 'rab' ? { signedIn: true, here: true, away: false } : people[id];
          const roles: Present['roles'] = id === 'rab' ? ['manager'] : ['advisor'];
          const seenAt = one.here ? now : 0;
          return { id, name: id, roles, signedIn: one.signedIn, onShift: !one.away, seenAt, room: 4 };
        });
      for (const id of advisors)
        for (let n = 0; n < people[id].holds; n += 1) {
          const by = { id, name: id, roles: ['advisor' as const] };
          const held = through(aHandoff({}, now), { name: 'claimed', at: now, by });
          await records.add({ ...held, id: `${id}:${n}` });
        }
      const team = createHandoffs({
        handoffs: records,
        lookers: createMemoryRecords(lookers),
        people: (at) => rota.there(present(), at),
        toldByRota: rota.told,
        store: createMemoryConversations({ now: clock }),
        risks: { find: async () => [] },
        promises: createKeeping(createMemoryRecords(promises)),
        outgoing: { find: async () => [] },
        happen: async () => null,
        audit: async () => undefined,
        settings: sampleSettings,
        alarms: { raise: async () => true, ringsAbout: async () => false, hush: async () => undefined },
        hash: (purpose, value) => `${purpose} ${value}`,
        measure: () => undefined,
        now: clock,
        log: () => undefined,
      });
      await team.lookWhoIsThere();
      // as nobody would be told by a rota under which nobody works
      fc.pre(rota.told(now) !== OFFICE_ROTA);
      const talk: Talk = newTalk({ channel: 'web', from: now, rota: team.rota });
      const hears = async (words: string) => {
        // a turn of the talk takes 20 seconds
        now = talk.now + 20_000;
        await team.lookWhoIsThere();
        return play(talk, typed(talk, words)).replies.map(textOf).join('\n');
      };
      for (const words of ['hi', 'yes', 'yes', 'yes']) await hears(words);
      const began = now;
      for (const [wait, words] of says) {
        talk.now += wait;
        const text = await hears(words);
        const danger = talk.state.safety !== null;
        const works = (at: number) => worksAt(shifts, [...advisors], at, danger);
        for (const time of clockIn(text, now)) {
          judged.times += 1;
          // by that time one of us has been at work
          expect(moments(began, time).some(works)).toBe(true);
        }
        for (const time of opensIn(text, now)) {
          judged.opens += 1;
          expect(works(time)).toBe(true);
          expect(moments(now, time - minute).some((at) => worksAt(shifts, [...advisors], at, false))).toBe(false);
        }
        const named = /passing you to (\w+) now/.exec(text)?.[1];
        if (named !== undefined) {
          judged.names += 1;
          const one = named === 'morag' || named === 'ali' ? people[named] : null;
          expect(one).toMatchObject({ signedIn: true, here: true, away: false });
          expect(one?.holds).toBeLessThan(2);
          expect(worksAt(shifts, [named], now, false)).toBe(true);
        }
        if (/call us now/.test(text)) expect(works(now)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
  // it looked at each kind of words often enough to mean something
  for (const many of Object.values(judged)) expect(many).toBeGreaterThan(10);
});
