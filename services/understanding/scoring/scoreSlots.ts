/** How well facts are heard in free text: one F1 for each kind of fact a line may hold. */
import { z } from 'zod';
import type { Facts } from '../../../dialogs/reading';
import type { Reading } from '../../../dialogs/types';
import { type Counts, f1 } from './figures';

const names = z.array(z.string());
export const slotLine = z.object({
  text: z.string().min(1),
  facts: z.object({
    name: z.string().nullish(),
    area: z.string().nullish(),
    age: z.string().nullish(),
    needs: names.nullish(),
    priority: z.string().nullish(),
    contact: z
      .object({
        by: z.string().nullish(),
        value: z.string().nullish(),
        when: names.nullish(),
        voicemail: z.boolean().nullish(),
      })
      .nullish(),
    barriers: names.nullish(),
    adjustments: names.nullish(),
    readiness: z.number().nullish(),
    yes_to: names.nullish(),
    no_to: names.nullish(),
  }),
});
export type SlotLine = z.infer<typeof slotLine>;

export interface SlotsScore {
  readonly n: number;
  readonly perFact: Readonly<Record<string, { readonly n: number; readonly f1: number }>>;
}

export function scoreSlots(read: (text: string) => Reading, lines: readonly SlotLine[]): SlotsScore {
  const counts = new Map<string, Counts>();
  for (const { text, facts } of lines) {
    const said = wanted(facts);
    const found = heard(read(text).facts ?? {});
    for (const kind of new Set([...said.keys(), ...found.keys()])) {
      const one = counts.get(kind) ?? { hit: 0, wrong: 0, missed: 0 };
      counts.set(kind, one);
      const there = said.get(kind) ?? [];
      const here = found.get(kind) ?? [];
      one.hit += there.filter((value) => here.includes(value)).length;
      one.missed += there.filter((value) => !here.includes(value)).length;
      one.wrong += here.filter((value) => !there.includes(value)).length;
    }
  }
  return {
    n: lines.length,
    perFact: Object.fromEntries(
      [...counts].sort().map(([kind, one]) => [kind, { n: one.hit + one.missed, f1: f1(one) }] as const),
    ),
  };
}

/** What the lines call a barrier, as the choice of ours that says it. */
const AS_OURS: Readonly<Record<string, string>> = { anxiety: 'nerves', digital: 'phone', time: 'else', other: 'else' };
/** The number the lines give to words, for each rung of the ladder. */
const RUNG_SCORES: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 5, 4: 7, 5: 9 };

function readinessOf(ready: { readonly score: number | null; readonly rung: number } | undefined): number | undefined {
  return ready === undefined ? undefined : (ready.score ?? RUNG_SCORES[ready.rung]);
}

type Values = ReadonlyMap<string, readonly string[]>;

function wanted({ contact, ...facts }: SlotLine['facts']): Values {
  return gathered([
    ['name', one(facts.name)],
    ['area', one(facts.area?.startsWith('other') ? 'else' : facts.area)],
    ['age', one(facts.age)],
    ['needs', facts.needs ?? []],
    ['priority', one(facts.priority)],
    ['contact by', one(contact?.by)],
    ['contact value', one(contact?.value)],
    ['contact when', contact?.when ?? []],
    ['voicemail', one(contact?.voicemail)],
    ['barriers', (facts.barriers ?? []).map((barrier) => AS_OURS[barrier] ?? barrier)],
    ['adjustments', facts.adjustments ?? []],
    ['readiness', one(facts.readiness)],
    ['yes to', facts.yes_to ?? []],
    ['no to', facts.no_to ?? []],
  ]);
}

function heard(facts: Facts): Values {
  return gathered([
    ['name', one(facts.name?.value)],
    ['area', one(facts.area?.value.id)],
    ['age', one(facts.age?.value.band)],
    ['needs', facts.needs?.value ?? []],
    ['priority', one(facts.priority?.value)],
    ['contact by', one(facts.contactBy?.value)],
    ['contact value', one(facts.number?.value ?? facts.email?.value)],
    ['contact when', facts.when?.value ?? []],
    ['voicemail', one(facts.voicemail?.value)],
    // that nothing makes it hard is no barrier
    ['barriers', (facts.barriers?.value ?? []).filter((barrier) => barrier !== 'nothing')],
    ['adjustments', facts.adjustments?.value ?? []],
    ['readiness', one(readinessOf(facts.readiness?.value))],
    ['yes to', facts.yesTo?.value ?? []],
    ['no to', facts.noTo?.value ?? []],
  ]);
}

function one(value: string | number | boolean | null | undefined): readonly string[] {
  return value === null || value === undefined ? [] : [String(value).toLowerCase().replace(/\s+/g, '')];
}

function gathered(rows: readonly (readonly [string, readonly string[]])[]): Values {
  return new Map(rows.filter(([, values]) => values.length > 0));
}
