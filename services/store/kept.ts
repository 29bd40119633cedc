/** How long records are kept. */
const DAY = 24 * 60 * 60 * 1000;
/** ms (guide.md 2.6) */
export const KEPT = {
  day: DAY,
  supportRecord: 365 * DAY,
  sixYears: 6 * 365 * DAY,
  /** a child's safeguarding record is never deleted by a clock */
  forEver: 100 * 365 * DAY,
} as const;
