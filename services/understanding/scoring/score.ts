/** Every figure of `npm run eval` for the files asked for. */
import { z } from 'zod';
import { deeply } from '../deep/deeply';
import { readLines, riskLine } from '../learning/corpus';
import { createReader } from '../read';
import { personaLine, repliesOf } from './personas';
import { scoreCommands, scoreNeeds, scoreQuestions } from './scoreOthers';
import { scoreOrdinary, scoreRisk } from './scoreRisk';
import { scoreSlots, slotLine } from './scoreSlots';
import { scoreSpoilt } from './scoreSpoilt';

/** Paths of JSONL files, by what they hold. */
export interface Asked {
  readonly risk?: string;
  readonly needs?: string;
  readonly commands?: string;
  readonly slots?: string;
  readonly questions?: string;
  readonly ordinary?: string;
  /** lines of danger, read as they are and with their words spoilt */
  readonly spoilt?: string;
  /** without the deep stage, as when it is down */
  readonly isFastOnly?: boolean;
}

const needsLine = z.object({ text: z.string().min(1), needs: z.array(z.string()) });
const commandLine = z.object({ text: z.string().min(1), command: z.string() });
const questionLine = z.object({ text: z.string().min(1), about: z.string() });
/** The first messages after a start warm the engine; people notice neither. */
const WARM_UP = 300;

export type Score = ReturnType<typeof score>;

/** Scores every file; `clock` in milliseconds times each whole reading. Throws on a line that cannot be read. */
export function score(asked: Asked, clock: () => number) {
  const reader = deeply(createReader(), asked.isFastOnly === true);
  const took: number[] = [];
  const read = (text: string, asking: string | null = null) => {
    const began = clock();
    const reading = reader(text, { recentlyFlagged: false, asking });
    took.push(clock() - began);
    return reading;
  };
  const lines = <T>(path: string | undefined, shape: z.ZodType<T>) =>
    path === undefined ? [] : readLines(path, shape);
  const risk = lines(asked.risk, riskLine);
  const needs = lines(asked.needs, needsLine);
  const commands = lines(asked.commands, commandLine);
  const texts = [...risk, ...needs, ...commands].map(({ text }) => text);
  for (const text of texts.slice(0, WARM_UP)) read(text);
  took.length = 0;
  const figures = {
    needs: scoreNeeds(read, needs),
    risk: scoreRisk(read, risk),
    commands: scoreCommands(read, commands),
    ...(asked.slots === undefined ? {} : { slots: scoreSlots(read, lines(asked.slots, slotLine)) }),
    ...(asked.questions === undefined ? {} : { questions: scoreQuestions(read, lines(asked.questions, questionLine)) }),
    ...(asked.ordinary === undefined
      ? {}
      : { ordinary: scoreOrdinary(read, repliesOf(lines(asked.ordinary, personaLine))) }),
  };
  const spoilt = asked.spoilt === undefined ? {} : { spoilt: scoreSpoilt(read, lines(asked.spoilt, riskLine)) };
  took.sort((a, b) => a - b);
  const at = (share: number) => Math.round((took[Math.floor(took.length * share)] ?? 0) * 1000) / 1000;
  return { ...figures, ...spoilt, ms: { p50: at(0.5), p99: at(0.99), most: at(0.99999) } };
}
