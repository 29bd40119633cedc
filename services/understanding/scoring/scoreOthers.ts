/** How well needs, commands, facts and questions back are heard. */
import type { Command, Reading } from '../../../dialogs/types';
import { topicOf } from '../meaning/topicOf';
import { type Counts, f1, share } from './figures';

export interface NeedsLine {
  readonly text: string;
  readonly needs: readonly string[];
}

export interface NeedsScore {
  readonly n: number;
  readonly macroF1: number;
  readonly microF1: number;
  readonly perLabel: Readonly<Record<string, { readonly n: number; readonly f1: number }>>;
}

export function scoreNeeds(read: (text: string) => Reading, lines: readonly NeedsLine[]): NeedsScore {
  const counts = countAll(lines.map((line) => ({ said: line.needs, found: read(line.text).needs })));
  // a label nobody said has no recall to speak of
  const spoken = [...counts].filter(([, { hit, missed }]) => hit + missed > 0);
  const all = spoken.reduce(plus, { hit: 0, wrong: 0, missed: 0 });
  return {
    n: lines.length,
    macroF1: share(
      spoken.reduce((sum, [, one]) => sum + f1(one), 0),
      spoken.length,
    ),
    microF1: f1(all),
    perLabel: Object.fromEntries(
      spoken.map(([need, one]) => [need, { n: one.hit + one.missed, f1: f1(one) }] as const),
    ),
  };
}

function plus(sum: Counts, [, one]: readonly [string, Counts]): Counts {
  return { hit: sum.hit + one.hit, wrong: sum.wrong + one.wrong, missed: sum.missed + one.missed };
}

function countAll(
  lines: readonly { readonly said: readonly string[]; readonly found: readonly string[] }[],
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const of = (name: string) => {
    const known = counts.get(name) ?? { hit: 0, wrong: 0, missed: 0 };
    counts.set(name, known);
    return known;
  };
  for (const { said, found } of lines) {
    for (const name of said) of(name)[found.includes(name) ? 'hit' : 'missed'] += 1;
    for (const name of found) if (!said.includes(name)) of(name).wrong += 1;
  }
  return counts;
}

export interface CommandLine {
  readonly text: string;
  readonly command: string;
}

export interface CommandsScore {
  readonly n: number;
  readonly accuracy: number;
  readonly trapErrorRate: number;
  readonly confusions: readonly { readonly text: string; readonly command: string; readonly as: string }[];
}

/** Commands the bot knows beyond the shared eighteen, by the one they would be called. */
const AS: Partial<Record<Command, string>> = {
  start: 'resume',
  menu: 'help',
  wrong_number: 'stop',
  why: 'privacy',
  clear_history: 'delete_my_data',
  status: 'none',
};

export function scoreCommands(read: (text: string) => Reading, lines: readonly CommandLine[]): CommandsScore {
  const heard = lines.map(({ text, command }) => {
    const found = read(text).command;
    return { text, command, as: found === null ? 'none' : (AS[found] ?? found) };
  });
  const traps = heard.filter(({ command }) => command === 'none');
  return {
    n: lines.length,
    accuracy: share(heard.filter(({ command, as }) => command === as).length, heard.length),
    trapErrorRate: share(traps.filter(({ as }) => as !== 'none').length, traps.length),
    confusions: heard.filter(({ command, as }) => command !== as),
  };
}

export interface QuestionLine {
  readonly text: string;
  readonly about: string;
}

export interface QuestionsScore {
  readonly n: number;
  readonly accuracy: number;
  /** in words of certain danger, which is answered first and holds the way to help; and the right topics of all others */
  readonly dangerFirst: number;
  readonly accuracyOfRest: number;
  readonly confusions: readonly { readonly text: string; readonly about: string; readonly as: string }[];
}

export function scoreQuestions(read: (text: string) => Reading, lines: readonly QuestionLine[]): QuestionsScore {
  const heard = lines.map(({ text, about }) => {
    const { asks, risks } = read(text);
    const inDanger = risks === 'failed' || risks.some(({ unclear }) => !unclear);
    return { text, about: topicOf(about), as: asks?.value ?? 'none', inDanger };
  });
  const isRight = ({ about, as }: { readonly about: string; readonly as: string }) => about === as;
  const rest = heard.filter(({ inDanger }) => !inDanger);
  return {
    n: lines.length,
    accuracy: share(heard.filter(isRight).length, heard.length),
    dangerFirst: heard.length - rest.length,
    accuracyOfRest: share(rest.filter(isRight).length, rest.length),
    confusions: heard.filter((one) => !isRight(one)).map(({ text, about, as }) => ({ text, about, as })),
  };
}
