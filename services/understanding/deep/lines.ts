/** The corpus as the deep stage learns it: each line once, with what it teaches each of the heads. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { asksLike } from '../../../dialogs/reading/questionForm';
import { corpusFolder, type Line, readCorpus, readLines, riskLine } from '../learning/corpus';
import { CORPUS_FILES, corpusFile, LATER_FILES, linesFolder, readCorpus as meaningLines } from '../meaning/corpus';
import { polarityOf } from '../meaning/examples';
import { topicOf } from '../meaning/topicOf';
import { asRead } from './asRead';

/** One line to learn from; a head that is absent learns nothing from it. */
export interface DeepLine {
  readonly text: string;
  readonly writer: string;
  readonly risk?: string;
  readonly level?: string;
  /** a reply or question of a talk, not a line written to look like danger */
  readonly ordinary?: boolean;
  readonly needs?: readonly string[];
  readonly command?: string;
  readonly polarity?: string;
  readonly asks?: boolean;
  readonly topic?: string;
}

/** The files danger is learned from that the meaning is not: those of the fast stage, and those of later hands. */
const RISK_FILES = [0, 1, 2, 3, 5, 6, 7, 10].map((writer) => `risk-w${writer}.jsonl`);
const LATER_RISK = [20, 21, 24, 26, 31, 32, 34, 35, 36, 39, 42, 43, 44, 45, 46].map(
  (writer) => `risk-w${writer}.jsonl`,
);

/** Who asks this may well be in danger: such a question teaches nothing about danger. */
const MAY_BE_DANGER: ReadonlySet<string> = new Set([
  'abuse_helpline',
  'food_help_today',
  'how_to_hide_this',
  'housing_help',
]);

function dangerLines(): readonly Line[] {
  const later = LATER_RISK.flatMap((name) => readLines(join(linesFolder(), name), riskLine));
  return [...readCorpus(), ...later.map((line) => ({ ...line, ordinary: false }))];
}

/** SHA-256 of each file of the corpus, by name: what weights name, and a test compares. */
export function filesLearned(): Readonly<Record<string, string>> {
  const paths = [
    ...RISK_FILES.map((name) => [name, join(corpusFolder(), name)] as const),
    ...LATER_RISK.map((name) => [name, join(linesFolder(), name)] as const),
    ...[...CORPUS_FILES, ...LATER_FILES].map((name) => [name, corpusFile(name)] as const),
  ];
  return Object.fromEntries(
    paths.map(([name, path]) => [name, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

/** Every line, in a fixed order. */
export function deepLines(): readonly DeepLine[] {
  const found = new Map<string, DeepLine>();
  const add = (raw: string, writer: string, taught: Omit<DeepLine, 'text' | 'writer'>): void => {
    const text = asRead(raw);
    if (text.trim() === '') return;
    const key = `${writer} ${text}`;
    found.set(key, { ...taught, ...found.get(key), text, writer });
  };
  const { needs, commands, polarity, questions, answers } = meaningLines([...CORPUS_FILES, ...LATER_FILES]);
  for (const { text, risk, level, writer, ordinary } of dangerLines())
    add(text, writer, { risk, level, ...(ordinary ? { ordinary } : {}) });
  for (const line of needs)
    add(line.text, writerOf(line, 'w4'), { needs: line.needs, ...(asksLike(line.text) ? {} : { asks: false }) });
  for (const line of commands) {
    const polar = POLAR[line.command];
    const asks = ASKED[line.command];
    add(line.text, writerOf(line, 'w5'), {
      ...ORDINARY,
      command: line.command,
      ...(polar === undefined ? {} : { polarity: polar }),
      ...(asks === undefined || (!asks && asksLike(line.text)) ? {} : { asks }),
    });
  }
  for (const line of polarity) add(line.text, writerOf(line, 'w10'), { ...ORDINARY, polarity: line.polarity });
  for (const line of questions)
    add(line.text, writerOf(line, 'w8'), {
      ...(MAY_BE_DANGER.has(line.about ?? '') ? {} : ORDINARY),
      asks: line.about !== null,
      ...(line.about === null ? {} : { topic: topicOf(line.about) }),
    });
  for (const line of answers) {
    const { asks, extra } = line.means;
    add(line.text, writerOf(line, 'w9'), {
      ...ORDINARY,
      polarity: polarityOf(line) || 'none',
      asks: asks !== null,
      ...(asks === null ? {} : { topic: topicOf(asks) }),
      ...(TELLS_NEEDS.has(line.kind) ? {} : { needs: extra.needs ?? [] }),
      ...(FACTS.has(line.kind) && asks === null ? { command: 'none' } : {}),
    });
  }
  return [...found.values()];
}

const ORDINARY = { risk: 'none', level: 'none', ordinary: true } as const;
const POLAR: Readonly<Record<string, string>> = { yes: 'yes', no: 'no', dont_know: 'unsure', none: 'none' };
const ASKED: Readonly<Record<string, boolean>> = { none: false, privacy: true, who_are_you: true };
/** At these, needs are told of in ways that their label does not hold. */
const TELLS_NEEDS = new Set('priority hopes more interests supports options need barriers confirm'.split(' '));
/** A fact is no command. */
const FACTS = new Set('name area number email when barriers adjustments hopes interests supports age'.split(' '));

const signed = z.object({ writer: z.string() });
function writerOf(line: object, otherwise: string): string {
  const read = signed.safeParse(line);
  return read.success ? read.data.writer : otherwise;
}
