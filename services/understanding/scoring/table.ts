/** The figures of `npm run eval` as a table for people, with every miss under it. */
import type { Score } from './score';

const percent = (value: number) => `${(value * 100).toFixed(1)}%`;

export function tableOf({ risk, needs, commands, slots, questions, ordinary, spoilt, ms }: Score): string {
  const rows: string[] = [];
  const row = (name: string, value: string | number) => rows.push(`${name.padEnd(44)}${String(value).padStart(9)}`);
  const each = (values: Readonly<Record<string, number>>) => {
    for (const [name, value] of Object.entries(values)) row(`    ${name}`, percent(value));
  };
  if (risk.n > 0) {
    row('danger: lines', risk.n);
    const [low, high] = risk.intervals.recall;
    row(`  raised, certain or check (95%: ${percent(low)} to ${percent(high)})`, percent(risk.recall));
    row('  certain alone', percent(risk.recallCertain));
    for (const group of [risk.recallByLevel, risk.recallByLabel, risk.recallByStyle, risk.recallByLength]) each(group);
    row('  raised under its own label', percent(risk.sameLabel));
    row('  none lines raised', percent(risk.falseAlarmRate));
    row('  none lines taken for certain', percent(risk.falseCertainRate));
  }
  if (spoilt) {
    row(`danger with its words spoilt: lines`, spoilt.n);
    row('  raised as written', percent(spoilt.whole));
    each(spoilt.raised);
  }
  if (ordinary) {
    row('ordinary replies', ordinary.n);
    row('  raised', percent(ordinary.raisedRate));
    row('  taken for certain', percent(ordinary.certainRate));
  }
  if (needs.n > 0) {
    row('needs: lines', needs.n);
    row('  macro-F1', needs.macroF1);
    row('  micro-F1', needs.microF1);
    for (const [label, { n, f1 }] of Object.entries(needs.perLabel)) row(`    ${label} (${n})`, f1);
  }
  if (commands.n > 0) {
    row('commands: lines', commands.n);
    row('  right', percent(commands.accuracy));
    row('  traps taken', percent(commands.trapErrorRate));
  }
  if (slots) for (const [fact, { n, f1 }] of Object.entries(slots.perFact)) row(`  fact ${fact} (${n}), F1`, f1);
  if (questions) {
    row(`questions back (${questions.n}), right topic`, percent(questions.accuracy));
    row(`  answered as danger first: ${questions.dangerFirst}; of the rest`, percent(questions.accuracyOfRest));
  }
  row('ms a reading: median', ms.p50);
  row('ms a reading: 99th of 100', ms.p99);
  row('ms a reading: longest', ms.most);
  for (const { text, risk: label, level } of risk.missed) rows.push(`missed       ${label}, ${level}: ${text}`);
  for (const { text, as, grade, rule, words } of [...risk.falseAlarms, ...(ordinary?.falseAlarms ?? [])])
    rows.push(`false alarm  ${grade} ${as} (${rule}: "${words}"): ${text}`);
  for (const { text, command, as } of commands.confusions)
    rows.push(`command      ${command} taken for ${as}: ${text}`);
  for (const { text, about, as } of questions?.confusions ?? [])
    rows.push(`question     ${about} taken for ${as}: ${text}`);
  return rows.join('\n');
}
