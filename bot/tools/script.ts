/** Reads the conversations to play, one JSON object a line; a bad line is reported and the rest stand. */
import { z } from 'zod';

const turn = z.union([z.string().max(1_000_000), z.object({ choice: z.string().min(1).max(300) })]);

const script = z.object({
  id: z.union([z.string().min(1).max(200), z.number().transform(String)]),
  channel: z.enum(['web', 'sms', 'whatsapp']),
  turns: z.array(turn).max(1_000),
});

/** What a person does: words, or a tap on the button with this label (several joined with " + "). */
export type ScriptTurn = z.infer<typeof turn>;
export type Script = z.infer<typeof script>;

export type Line =
  | { readonly kind: 'good'; readonly line: number; readonly script: Script }
  | { readonly kind: 'bad'; readonly line: number; readonly why: string };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readLine(text: string, line: number): Line {
  const parsed = parse(text);
  if (parsed === undefined) return { kind: 'bad', line, why: 'this is not JSON' };
  const read = script.safeParse(parsed);
  if (read.success) return { kind: 'good', line, script: read.data };
  const why = read.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; ');
  return { kind: 'bad', line, why };
}

/** Every line that is not blank, with its number from 1. */
export function readScripts(source: string): readonly Line[] {
  return source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((text, at): Line[] => (text.trim() === '' ? [] : [readLine(text, at + 1)]));
}
