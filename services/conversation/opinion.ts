/** What a second reader adds to a message, asked once however often its turn is thought. */
import type { Reading, Said } from '../../dialogs/types';
import type { SecondOpinion } from '../understanding/clu/secondOpinion';

/** The same words with what the second reader adds to their reading; `asking` is the question on the table. */
export type Opinion = (said: Said, asking: string | null) => Promise<Said>;

/** For one message. Without a second reader the words come back as they are; a code word is never shown to it. */
export function opinionOnce(second: SecondOpinion | undefined): Opinion {
  if (second === undefined) return async (said) => said;
  let asked: Promise<Reading> | null = null;
  const once = (text: string, reading: Reading, asking: string | null) => {
    asked ??= second(text, reading, asking);
    return asked;
  };
  return async (said, asking) => {
    if (said.kind === 'text' && !said.isCodeWord)
      return { ...said, reading: await once(said.text, said.reading, asking) };
    if (said.kind === 'media' && said.caption !== '')
      return { ...said, reading: await once(said.caption, said.reading, asking) };
    if (said.kind === 'choice' && said.beside !== undefined && !said.beside.isCodeWord) {
      const { beside } = said;
      return { ...said, beside: { ...beside, reading: await once(beside.text, beside.reading, asking) } };
    }
    return said;
  };
}
