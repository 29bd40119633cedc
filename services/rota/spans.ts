/** Stretches of time, from (in it) to (not in it), ms since 1970: joined, cut out, kept to. Pure. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const holds = ({ from, to }: Span, at: number): boolean => from <= at && at < to;

/** In order, with what touches or overlaps as one; empty ones are left out. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && span.from <= last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else found.push({ from: span.from, to: span.to });
  }
  return found;
}

/** What is left of these once others are cut out. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  const cuts = joined(others);
  return joined(spans).flatMap((span) => {
    const left: Span[] = [];
    let { from } = span;
    for (const cut of cuts) {
      if (cut.to <= from || cut.from >= span.to) continue;
      left.push({ from, to: cut.from });
      from = cut.to;
    }
    return [...left, { from, to: span.to }].filter((one) => one.from < one.to);
  });
}

/** What of these lies inside a stretch. */
export const within = (spans: readonly Span[], { from, to }: Span): readonly Span[] =>
  joined(spans.map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) })));
