/** Learns the meaning of ordinary words from the corpus; the same lines give the same weights, byte for byte. */
import { ASKED_FILES, CORPUS_FILES, type Corpus, readCorpus, TOLD_FILES } from './corpus';
import { asksExamples, commandExamples, needExamples, polarityExamples, topicExamples } from './examples';
import { type Example, train } from './solve';
import { type Models, writeWeights } from './weights';

const namesOf = (examples: readonly Example[]) => [...new Set(examples.flatMap(({ names }) => [...names]))].sort();

/** The nine writers' lines, and those with later hands' questions or needs beside them. */
interface Lines {
  readonly corpus: Corpus;
  readonly asked: Corpus;
  readonly told: Corpus;
}

/** Chosen by cross-validation over every fifth line. */
export function learn({ corpus, asked, told }: Lines): Models {
  const few = { rounds: 15, folds: 3 };
  const taught = (examples: readonly Example[], pull: number, positives: number) =>
    train(examples, namesOf(examples), { ...few, pull, positives });
  return {
    needs: taught(needExamples(told), 1, 2),
    commands: taught(commandExamples(corpus), 0.5, 2),
    polarity: taught(polarityExamples(corpus), 0.5, 1),
    asks: taught(asksExamples(asked), 0.5, 1.5),
    topics: taught(topicExamples(asked), 0.5, 4),
  };
}

/** Trains and writes the weights; says whether they changed. Takes a minute or two. */
export function trainMeaning(): { readonly changed: boolean } {
  const withFiles = (files: readonly string[]) => readCorpus([...CORPUS_FILES, ...files]);
  return {
    changed: writeWeights(learn({ corpus: readCorpus(), asked: withFiles(ASKED_FILES), told: withFiles(TOLD_FILES) })),
  };
}
