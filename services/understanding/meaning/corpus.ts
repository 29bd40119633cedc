/** The lines people might write, each with what it means and who wrote it: what the recognisers learn from. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../store/engine/projectRoot';

const text = z.string().trim().min(1).max(2000);
const needsLine = z.object({ text, needs: z.array(z.string()) });
const commandLine = z.object({ text, command: z.string() });
const polarityLine = z.object({ text, polarity: z.enum(['yes', 'no', 'unsure', 'none']) });
const questionLine = z.object({ text, about: z.string().nullable() });
const answerLine = z.object({
  kind: z.string(),
  text,
  means: z.object({
    choice: z.string().nullable(),
    asks: z.string().nullable(),
    extra: z.looseObject({ needs: z.array(z.string()).optional() }),
  }),
});

export type AnswerLine = z.infer<typeof answerLine>;

export interface Corpus {
  readonly needs: readonly z.infer<typeof needsLine>[];
  readonly commands: readonly z.infer<typeof commandLine>[];
  readonly polarity: readonly z.infer<typeof polarityLine>[];
  readonly questions: readonly z.infer<typeof questionLine>[];
  readonly answers: readonly AnswerLine[];
}

/** The files the meaning of a message is learned from, in a fixed order. */
export const CORPUS_FILES = [
  'needs-w4.jsonl',
  'commands-w5.jsonl',
  'commands-w10.jsonl',
  'questions-w8.jsonl',
  'questions-w10.jsonl',
  'answers-w9.jsonl',
  'polarity-w10.jsonl',
] as const;

/** Lines of later hands: the deep stage learns from them too. */
export const LATER_FILES = [
  'needs-w22.jsonl',
  'needs-w25.jsonl',
  'commands-w23.jsonl',
  'commands-w27.jsonl',
  'questions-w23.jsonl',
  'questions-w28.jsonl',
  'needs-w29.jsonl',
  'needs-w33.jsonl',
  'needs-w37.jsonl',
  'needs-w41.jsonl',
  'needs-w47.jsonl',
  'questions-w33.jsonl',
  'questions-w38.jsonl',
  'questions-w48.jsonl',
] as const;

/** Questions of later hands that the fast stage learns from as well: what is asked of us, and about what. */
export const ASKED_FILES = [
  'questions-w23.jsonl',
  'questions-w28.jsonl',
  'questions-w33.jsonl',
  'questions-w38.jsonl',
  'questions-w48.jsonl',
] as const;

/** Needs of later hands that it learns from: told alone, among other facts, and small words that tell none. */
export const TOLD_FILES = [
  'needs-w22.jsonl',
  'needs-w25.jsonl',
  'needs-w29.jsonl',
  'needs-w33.jsonl',
  'needs-w37.jsonl',
  'needs-w41.jsonl',
  'needs-w47.jsonl',
] as const;

/** Where lines lie that the fast stage of danger does not learn from: its thresholds were chosen on the nine writers'. */
export const linesFolder = (): string => join(projectRoot(), 'services', 'understanding', 'meaning', 'lines');

/** Where a corpus file lies: the nine writers' lines beside those of later hands. */
export function corpusFile(name: string): string {
  const own = join(linesFolder(), name);
  return existsSync(own) ? own : join(projectRoot(), 'services', 'understanding', 'corpus', name);
}

function linesOf<T>(name: string, shape: z.ZodType<T>): readonly T[] {
  return readFileSync(corpusFile(name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, n) => {
      const parsed = shape.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${name}, line ${n + 1}: ${parsed.error.message}`);
      return parsed.data;
    });
}

/** Reads the corpus. Throws with the file and line when one is wrong. */
export function readCorpus(files: readonly string[] = CORPUS_FILES): Corpus {
  const all = <T>(kind: string, shape: z.ZodType<T>) =>
    files.filter((name) => name.startsWith(`${kind}-`)).flatMap((name) => linesOf(name, shape));
  return {
    needs: all('needs', needsLine),
    commands: all('commands', commandLine),
    polarity: all('polarity', polarityLine),
    questions: all('questions', questionLine),
    answers: all('answers', answerLine),
  };
}
