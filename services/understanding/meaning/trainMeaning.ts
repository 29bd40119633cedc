/** Learns the meaning of ordinary words from the corpus; the same lines give the same weights, byte for byte. */
import { ASKED_FILES, CORPUS_FILES, type Corpus, readCorpus } from './corpus';
import { asksExamples, commandExamples, needExamples, polarityExamples, topicExamples } from './examples';
import { type Example, train } from './solve';
import { type Models, writeWeights } from './weights';

const namesOf = (examples: readonly Example[]) => [...new Set(examples.flatMap(({ names }) => [...names]))].sort();

/** Chosen by cross-validation over every fifth line. */
export function learn(corpus: Corpus, asked: Corpus): Models {
  const few = { rounds: 15, folds: 3 };
  const taught = (examples: readonly Example[], pull: number, positives: number) =>
    train(examples, namesOf(examples), { ...few, pull, positives });
  return {
    needs: taught(needExamples(corpus), 1, 2),
    commands: taught(commandExamples(corpus), 0.5, 2),
    polarity: taught(polarityExamples(corpus), 0.5, 1),
    asks: taught(asksExamples(asked), 0.5, 1.5),
    topics: taught(topicExamples(asked), 0.5, 4),
  };
}

/** Trains and writes the weights; says whether they changed. Takes a minute or two. */
export function trainMeaning(): { readonly changed: boolean } {
  return { changed: writeWeights(learn(readCorpus(), readCorpus([...CORPUS_FILES, ...ASKED_FILES]))) };
}
