/** Counts added up for who looks after the team: by what was heard, whatever the rule and the month. Pure. */
import type { CorrectionCount } from './collection';

export interface Tally {
  readonly kind: CorrectionCount['kind'];
  readonly label: string;
  readonly right: number;
  /** heard and not so: no danger, danger of another kind, a need that was not meant */
  readonly wrong: number;
  /** meant, and not heard */
  readonly missed: number;
}

const sum = (counts: readonly CorrectionCount[], which: (verdict: string) => boolean): number =>
  counts
    .flatMap((one) => Object.entries(one.counts))
    .reduce((all, [verdict, count]) => all + (which(verdict) ? count : 0), 0);

/** One for each label, those with the most to mend first. */
export function tallyOf(counts: readonly CorrectionCount[]): readonly Tally[] {
  const names = [...new Set(counts.map(({ kind, label }) => `${kind} ${label}`))];
  const all = names.flatMap((name): readonly Tally[] => {
    const these = counts.filter(({ kind, label }) => `${kind} ${label}` === name);
    const [first] = these;
    if (first === undefined) return [];
    const [right, missed] = [sum(these, (one) => one === 'right'), sum(these, (one) => one === 'notHeard')];
    const wrong = sum(these, () => true) - right - missed;
    return [{ kind: first.kind, label: first.label, right, wrong, missed }];
  });
  return all.toSorted((a, b) => b.wrong + b.missed - (a.wrong + a.missed) || (a.label < b.label ? -1 : 1));
}

/** So many months up to that of this day ("2026-11-29"), the latest first. */
export function monthsUpTo(date: string, many: number): readonly string[] {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return Array.from({ length: many }, (_one, back) => {
    const at = year * 12 + month - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
