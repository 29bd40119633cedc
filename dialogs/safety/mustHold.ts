/** What a pattern cannot match without: pieces of text that any text it matches holds. */

/** Pieces of which one must be there. */
type AnyOf = readonly string[];
/** All of these must be met. None: nothing can be said, and the pattern must always be tried. */
export type AllOf = readonly AnyOf[];

/** A shorter piece is in nearly every message and tells nothing. */
const SHORTEST = 3;
/** Beyond this length a piece is rare enough. */
const LONG = 7;

/** How often one of these may be met by chance: less is better. */
function commonness(pieces: AnyOf): number {
  return pieces.reduce((sum, piece) => sum + 10 ** -Math.min(piece.length, LONG), 0);
}

/** The rarest of all that must be met, or null when nothing must. */
function rarest(all: AllOf): AnyOf | null {
  return all.reduce<AnyOf | null>(
    (best, one) => (best === null || commonness(one) < commonness(best) ? one : best),
    null,
  );
}

/**
 * The ways a pattern can match, and what each cannot do without: any text it matches meets all of at least one of them.
 * Understands what is written in rules: words, groups, choices, classes, looks round, repeats. What it does not
 * understand is one way that asks for nothing.
 */
export function waysOf(source: string): readonly AllOf[] {
  const reader = { source, at: 0 };
  const ways = choice(reader);
  return reader.at < source.length ? [[]] : ways;
}

interface Reader {
  readonly source: string;
  at: number;
}

function choice(reader: Reader): readonly AllOf[] {
  const ways = [...sequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    ways.push(...sequence(reader));
  }
  return ways;
}

function sequence(reader: Reader): readonly AllOf[] {
  const must: AnyOf[] = [];
  let groups: (readonly AllOf[])[] = [];
  let run = '';
  const endRun = () => {
    if (run.length >= SHORTEST) must.push([run]);
    run = '';
  };
  for (let sign = reader.source[reader.at]; sign !== undefined && sign !== '|' && sign !== ')'; ) {
    const one = atom(reader);
    const repeats = quantifier(reader);
    if (one.letter !== null && repeats === 'once') run += one.letter;
    else {
      endRun();
      if (repeats !== 'maybe' && one.ways !== null) groups = [...groups, one.ways];
    }
    sign = reader.source[reader.at];
  }
  endRun();
  // one choice and nothing else: each of its ways by itself
  const [only] = groups;
  if (must.length === 0 && groups.length === 1 && only !== undefined) return only;
  return [[...must, ...groups.flatMap(asOne)]];
}

/** What a choice within a sequence asks for, whichever way it goes: a piece of each way. */
function asOne(ways: readonly AllOf[]): AllOf {
  const pieces = ways.map(rarest);
  return pieces.some((one) => one === null) ? [] : [pieces.flatMap((one) => one ?? [])];
}

interface Atom {
  /** a letter that stands for itself */
  readonly letter: string | null;
  readonly ways: readonly AllOf[] | null;
}
const ANYTHING: Atom = { letter: null, ways: null };

function atom(reader: Reader): Atom {
  const { source } = reader;
  const sign = source[reader.at] ?? '';
  reader.at += 1;
  if (sign === '(') return group(reader);
  if (sign === '[') {
    while (reader.at < source.length && source[reader.at] !== ']') reader.at += source[reader.at] === '\\' ? 2 : 1;
    reader.at += 1;
    return ANYTHING;
  }
  if (sign === '\\') {
    const escaped = source[reader.at] ?? '';
    reader.at += 1;
    return /[a-z0-9]/i.test(escaped) ? ANYTHING : { letter: escaped, ways: null };
  }
  return '.^$'.includes(sign) ? ANYTHING : { letter: sign, ways: null };
}

function group(reader: Reader): Atom {
  const { source } = reader;
  const opens = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(source.slice(reader.at, reader.at + 20))?.[0] ?? '';
  reader.at += opens.length;
  const inside = choice(reader);
  reader.at += 1;
  // what is looked for behind or ahead is matched by something else, or must not be there at all
  return { letter: null, ways: /[=!]$/.test(opens) ? null : inside };
}

function quantifier(reader: Reader): 'once' | 'more' | 'maybe' {
  const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (found === null) return 'once';
  reader.at += found[0].length;
  if (found[0].startsWith('+')) return 'more';
  return found[0].startsWith('{') && Number(found[1]) > 0 ? 'more' : 'maybe';
}
