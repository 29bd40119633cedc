/** The list of phone lines checked as a whole: numbers look like numbers, hours like hours, dates ninety days apart. */
import { z } from 'zod';
import { LINES, type LineId } from './lines';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const span = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).readonly(),
    from: z.int().min(0).max(1440),
    to: z.int().min(1).max(2880),
  })
  .refine((hours) => hours.to > hours.from, 'hours end after they begin');

/** One line of the registry (guide rule D1). */
export const lineSchema = z
  .strictObject({
    name: z.string().min(3),
    numbers: z
      .array(z.string().regex(/^(\d[\d ]{1,14}\d|[a-z0-9.-]+\.(uk|org|scot))$/))
      .min(1)
      .readonly(),
    voice: z.boolean(),
    text: z.boolean(),
    hours: z.union([z.literal('always'), z.array(span).min(1).readonly()]),
    /** one of the four that never go stale */
    failSafe: z.boolean(),
    closesOnHolidays: z.boolean(),
    /** open round the clock on a public holiday */
    opensAllHolidays: z.boolean().default(false),
    mark: z.enum(['A', 'B']),
    source: z.string().min(3),
    note: z.string(),
    checkedOn: day,
    checkedBy: z.string().min(3),
    expiresOn: day,
  })
  .refine(
    (line) => dayNumber(line.expiresOn) - dayNumber(line.checkedOn) === 90,
    'expires 90 days after it was checked',
  );

export type Line = z.output<typeof lineSchema> & { readonly id: LineId };

const IDS = Object.keys(LINES).filter((id): id is LineId => id in LINES);

/** Every line, checked. Throws a ZodError at start when one is malformed. */
export const helplines: readonly Line[] = IDS.map((id) => ({ id, ...lineSchema.parse(LINES[id]) }));

const BY_ID: ReadonlyMap<LineId, Line> = new Map(helplines.map((line) => [line.id, line]));

/** A line by its id. */
export function lineOf(id: LineId): Line {
  const line = BY_ID.get(id);
  if (line === undefined) throw new Error(`no helpline called ${id}`);
  return line;
}

/** Whole days since 1 March of year 0, so dates can be subtracted without a clock. `date` is YYYY-MM-DD. */
export function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const shifted = (month + 9) % 12;
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leaps + Math.floor((shifted * 153 + 2) / 5) + Number(date.slice(8, 10)) - 1;
}
