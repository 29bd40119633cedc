/** The ordinary replies of test people at no risk. */
import { z } from 'zod';

export const personaLine = z.object({
  opens: z.string().nullish(),
  says: z.record(z.string(), z.array(z.string())),
  asides: z.array(z.object({ text: z.string() })).default([]),
  truth: z.object({ risk: z.string() }),
});
export type Persona = z.infer<typeof personaLine>;

export interface Reply {
  readonly text: string;
  /** the kind of question it answers; null when it answers none */
  readonly asking: string | null;
}

/** Everything people at no risk say, once each; what they say when asked about danger is no ordinary reply. */
export function repliesOf(people: readonly Persona[]): readonly Reply[] {
  const replies = people
    .filter(({ truth }) => truth.risk === 'none')
    .flatMap(({ opens, says, asides }): readonly Reply[] => [
      ...(opens ? [{ text: opens, asking: null }] : []),
      ...Object.entries(says)
        .filter(([kind]) => kind !== 'riskSafe')
        .flatMap(([kind, texts]) => texts.map((text) => ({ text, asking: kind }))),
      ...asides.map(({ text }) => ({ text, asking: null })),
    ])
    .filter(({ text }) => text.trim() !== '');
  return [...new Map(replies.map((reply) => [reply.text, reply])).values()];
}
