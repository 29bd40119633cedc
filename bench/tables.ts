/** The measurements as short tables for a person. */
import type { ConsoleTimes } from './console';
import type { Growth } from './growth';
import type { Crossing, HandoffTimes } from './handoff';
import type { Reading } from './reading';
import type { Bot, Turns } from './turns';
import type { Weight } from './weight';

const names: Readonly<Record<Bot, string>> = {
  ours: 'this front door',
  stockMongo: 'stock bot, same database',
  stockMemory: 'stock bot, in memory only',
};

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return lines.map(draw).join('\n');
}

export function turnsTable(turns: Turns): string {
  const bots: readonly Bot[] = ['ours', 'stockMongo', 'stockMemory'];
  const rows = (['1', '32'] as const).flatMap((together) =>
    bots.map((bot) => {
      const { turnsPerSecond, p50, p99 } = turns[bot][together];
      return [names[bot], together, turnsPerSecond, p50, p99];
    }),
  );
  const { overStockMongo, overStockMemory } = turns.ratios;
  return [
    '\nTurns',
    table(['bot', 'at once', 'turns/s', 'p50 ms', 'p99 ms'], rows),
    `At 32 at once: ${overStockMongo}x the stock bot on the same database, ${overStockMemory}x the one in memory.`,
  ].join('\n');
}

export function weightTable(weight: Weight): string {
  const kb = (bytes: number) => (bytes / 1024).toFixed(1);
  const rows = [
    ['this page, all its parts', kb(weight.ours.bytes)],
    ['Web Chat, minimal bundle', kb(weight.webChatMinimal.bytes)],
    ['Web Chat, full bundle', kb(weight.webChatFull.bytes)],
  ];
  return ['\nWeight to the first bot message, compressed', table(['what', 'KB'], rows)].join('\n');
}

export function growthTable(growth: Growth): string {
  const memory = Object.entries(growth.memory.residentMB).map(([count, mb]) => [`after ${count}`, mb ?? 'not known']);
  const { stored, length } = growth;
  const rows = [
    [
      `conversations stored: ${stored.few.count} and ${stored.many.count}`,
      stored.few.p50,
      stored.many.p50,
      stored.ratio,
    ],
    [`messages before: ${length.few.count} and ${length.many.count}`, length.few.p50, length.many.p50, length.ratio],
  ];
  return [
    '\nMemory',
    table(['conversations', 'MB'], memory),
    '\nCost of growth, a turn',
    table(['what', 'few, ms', 'many, ms', 'ratio'], rows),
  ].join('\n');
}

export function readingTable({ messages, upTo4000, adversarial }: Reading): string {
  const row = (name: string, { p50, p99, most }: Reading['messages']) => [name, p50, p99, most];
  return table(
    ['reading, ms a message', 'median', '99th of 100', 'longest'],
    [
      row('as people send them', messages),
      row('up to 4,000 characters', upTo4000),
      row('4,000 characters made to be slow', adversarial),
    ],
  );
}

export function handoffTable({ oneProcess, twoProcesses }: HandoffTimes): string {
  const row = (name: string, { p50, p99, most, messages }: Crossing) => [name, p50, p99, most, messages];
  return [
    '\nHandoff: a message between a person and an advisor',
    table(
      ['from sending to reading, ms', 'p50', 'p99', 'longest', 'messages'],
      [
        row('to the advisor, one process', oneProcess.toAdvisor),
        row('to the person, one process', oneProcess.toPerson),
        row('to the advisor, two processes', twoProcesses.toAdvisor),
        row('to the person, two processes', twoProcesses.toPerson),
      ],
    ),
  ].join('\n');
}

export function consoleTable({ people, messages, pages }: ConsoleTimes): string {
  const rows = Object.entries(pages).map(([name, { p50, p95, most }]) => [name, p50, p95, most]);
  return [
    `\nConsole, among ${people} people and ${messages} messages`,
    table(['from asking to the last byte, ms', 'p50', 'p95', 'longest'], rows),
  ].join('\n');
}
