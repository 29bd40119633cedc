/** How well test people were heard: one row each, and the figures over all of them. */
import type { PersonPlayed } from './playPerson';

export interface PersonRow {
  readonly id: string;
  readonly channel: string;
  readonly turns: number;
  readonly stage: string;
  /** read back or shown ideas, or a person because they asked for one or were in danger */
  readonly reached: boolean;
  readonly gaveUp: boolean;
  readonly notHeard: number;
  /** questions of a kind put before */
  readonly again: number;
  readonly needs: readonly string[];
  readonly wanted: readonly string[];
  readonly risk: string;
  readonly truth: string;
  readonly handoff: boolean;
  readonly checks: readonly string[];
}

export interface PeopleFigures {
  readonly personas: number;
  readonly reachedEnd: number | null;
  readonly gaveUp: number | null;
  readonly notHeardPerTurn: number | null;
  readonly askedAgainPerQuestion: number | null;
  readonly volunteeredAskedAnyway: number | null;
  readonly needsF1: number;
  readonly areaRight: number | null;
  readonly riskRecall: number | null;
  readonly riskFalse: number | null;
  readonly humanMet: number | null;
  readonly medianTurns: number;
}

const AN_END = /^(K1|W-HEARD|L1|L2|L3|M1|W-OPTIONS|W-ONE-OPTION|W-TWO-OPTIONS|W-SHARE)/;
/** Kinds that come more than once in any good talk. */
const MAY_COME_AGAIN: ReadonlySet<string> = new Set(['other', 'needMore', 'riskSafe']);
const KIND_OF_FACT: Readonly<Record<string, string>> = { contact: 'contactBy', needs: 'need' };

/** What came of one talk. */
export function rowOf(played: PersonPlayed): PersonRow {
  const { persona, outcome, kinds, turns, gaveUp } = played;
  const ids = played.transcript.filter((one) => one.from === 'bot').flatMap((one) => one.messageIds);
  const counted = kinds.filter((kind) => !MAY_COME_AGAIN.has(kind));
  const met = outcome.handoff && (persona.truth.human || persona.truth.risk !== 'none');
  return {
    id: persona.id,
    channel: persona.channel,
    turns,
    stage: outcome.stage,
    reached: ids.some((id) => AN_END.test(id)) || outcome.stage === 'done' || met,
    gaveUp,
    notHeard: ids.filter((id) => id === 'X26' || id === 'W-STALE').length,
    again: counted.length - new Set(counted).size,
    needs: outcome.needs,
    wanted: persona.truth.needs,
    risk: outcome.risk,
    truth: persona.truth.risk,
    handoff: outcome.handoff,
    checks: outcome.checks,
  };
}

function volunteeredKinds({ persona }: PersonPlayed): readonly string[] {
  return persona.truth.volunteered.filter((kind) => persona.says[kind] || kind === 'name' || kind === 'area');
}

function areaIsRight({ persona, outcome }: PersonPlayed): boolean {
  const said = (outcome.area ?? '').toLowerCase();
  const area = persona.truth.area ?? '';
  const town = area.replace('other:', '').toLowerCase();
  return said !== '' && (said === area || area.toLowerCase().includes(said) || said.includes(town));
}

const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1000) / 1000);
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
const count = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length;

function f1(rows: readonly PersonRow[]): number {
  const right = sum(rows.map((row) => count([...new Set(row.needs)], (need) => row.wanted.includes(need))));
  const either = sum(rows.map((row) => new Set(row.needs).size + new Set(row.wanted).size));
  return right === 0 ? 0 : Math.round(((2 * right) / either) * 1000) / 1000;
}

/** The figures over all talks; null where nobody is of that kind. */
export function figuresOf(talks: readonly PersonPlayed[]): PeopleFigures {
  const rows = talks.map(rowOf);
  const turns = rows.map((row) => row.turns).sort((a, b) => a - b);
  const volunteered = talks.flatMap((talk) => volunteeredKinds(talk).map((kind) => ({ talk, kind })));
  const somewhere = talks.filter(({ persona }) => persona.truth.area);
  const inDanger = rows.filter((row) => row.truth !== 'none');
  const safe = rows.filter((row) => row.truth === 'none');
  const wantHuman = talks.filter(({ persona }) => persona.truth.human);
  return {
    personas: rows.length,
    reachedEnd: share(
      count(rows, (row) => row.reached && !row.gaveUp),
      rows.length,
    ),
    gaveUp: share(
      count(rows, (row) => row.gaveUp),
      rows.length,
    ),
    notHeardPerTurn: share(sum(rows.map((row) => row.notHeard)), sum(turns)),
    askedAgainPerQuestion: share(sum(rows.map((row) => row.again)), sum(talks.map(({ kinds }) => kinds.length))),
    volunteeredAskedAnyway: share(
      count(volunteered, ({ talk, kind }) => talk.kinds.includes(KIND_OF_FACT[kind] ?? kind)),
      volunteered.length,
    ),
    needsF1: f1(rows),
    areaRight: share(count(somewhere, areaIsRight), somewhere.length),
    riskRecall: share(
      count(inDanger, (row) => row.risk !== 'none' || row.checks.length > 0),
      inDanger.length,
    ),
    riskFalse: share(
      count(safe, (row) => row.risk !== 'none'),
      safe.length,
    ),
    humanMet: share(
      count(wantHuman, ({ outcome }) => outcome.handoff),
      wantHuman.length,
    ),
    medianTurns: turns[turns.length >> 1] ?? 0,
  };
}

const mark = (row: PersonRow) => (row.gaveUp ? 'gave up' : row.reached ? 'reached' : 'not reached');

/** A table for people: one line a person, then the figures. */
export function tableOf(rows: readonly PersonRow[], figures: PeopleFigures): string {
  const lines = rows.map((row) => {
    const needs = `${row.needs.join('+') || '-'} / ${row.wanted.join('+') || '-'}`;
    const heard = `not heard ${row.notHeard}  again ${row.again}`;
    const risk = `${row.risk}${row.checks.length > 0 ? ` (asked: ${row.checks.join('+')})` : ''} / ${row.truth}`;
    const first = `${row.id.padEnd(5)} ${row.channel.padEnd(8)} ${String(row.turns).padStart(2)} turns`;
    return `${first}  ${row.stage.padEnd(7)} ${mark(row).padEnd(11)}  ${heard}  needs ${needs}  risk ${risk}`;
  });
  const sums = Object.entries(figures).map(([name, value]) => `  ${name.padEnd(24)} ${value ?? '-'}`);
  return [...lines, '', ...sums].join('\n');
}
