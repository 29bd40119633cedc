/** Plays many conversations side by side and hands each back in the order given. */
import { faultName } from '../log';
import type { Played } from './playOne';
import type { Line } from './script';

export interface PlayAllParts {
  /** plays one; `address` is its own */
  readonly play: (line: Line & { readonly kind: 'good' }, address: string) => Promise<Played>;
  readonly print: (played: Played) => void;
  /** a line that could not be played, as words for a person */
  readonly complain: (words: string) => void;
  /** how many conversations have been played so far */
  readonly progress: (played: number) => void;
}

/** Side by side enough that their writes go together, few enough that the machine stays free. */
const AT_ONCE = 24;

/** Plays every good line and complains of the others; how many lines went wrong. */
export async function playAll(lines: readonly Line[], parts: PlayAllParts): Promise<number> {
  const results = new Map<number, Played | null>();
  let printed = 0;
  let wrong = 0;
  let next = 0;
  const printReady = () => {
    for (; results.has(printed); printed += 1) {
      const played = results.get(printed);
      results.set(printed, null);
      if (played) parts.print(played);
    }
  };
  const playNumber = async (at: number, line: Line): Promise<Played | null> => {
    if (line.kind === 'bad') {
      parts.complain(`line ${line.line}: ${line.why}`);
      return null;
    }
    try {
      return await parts.play(line, `play:${line.line}`);
    } catch (error) {
      parts.complain(`line ${line.line}: it could not be played (${faultName(error)})`);
      return null;
    } finally {
      parts.progress(at + 1);
    }
  };
  const worker = async () => {
    for (let line = lines[next]; line !== undefined; line = lines[next]) {
      const at = next;
      next += 1;
      const played = await playNumber(at, line);
      if (played === null) wrong += 1;
      results.set(at, played);
      printReady();
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, lines.length) }, worker));
  return wrong;
}
