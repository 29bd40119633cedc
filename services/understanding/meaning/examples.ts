/** Lines of the corpus as examples for each of the four recognisers. */
import { recogniseCommand } from '../../../dialogs/commands/recogniseCommand';
import { spokenCommands } from '../../../dialogs/commands/sentences';
import { asMeant } from '../../../dialogs/needs/figures';
import { needsIn } from '../../../dialogs/needs/recogniseNeeds';
import { polarityCues } from '../../../dialogs/reading/polarity';
import { asksLike } from '../../../dialogs/reading/questionForm';
import type { AnswerLine, Corpus } from './corpus';
import { featuresOf, plainOf } from './features';
import type { Example } from './solve';
import { topicOf } from './topicOf';
import { topicsNamed } from './topicWords';

/** Kinds of question that are answered yes or no. */
const YES_NO = new Set(
  'start consent safe leaveFast carryOn checkIn news measures equality person share voicemail safeNumber confirm trusted'.split(
    ' ',
  ),
);

const example = (features: Example['features'], names: readonly string[], weight = 1): Example => ({
  features,
  names: new Set(names.filter((name) => name !== '')),
  weight,
});

export function needFeatures(text: string, plain = plainOf(text)): Example['features'] {
  const meant = asMeant(plain);
  return featuresOf(
    meant,
    needsIn(meant).map((need) => `need ${need}`),
  );
}
export function commandFeatures(text: string, plain = plainOf(text)): Example['features'] {
  const said = spokenCommands(plain);
  const whole = recogniseCommand(text);
  return featuresOf(plain, [
    lengthOf(text),
    ...said.map((command) => `says ${command}`),
    ...said.slice(0, 1).map((command) => `first ${command}`),
    ...(said.length === 0 ? ['says nothing'] : []),
    ...(whole === null ? [] : [`whole ${whole}`, `surely ${whole}`]),
  ]);
}
export function polarityFeatures(text: string, kind = '', plain = plainOf(text)): Example['features'] {
  const cues = polarityCues(plain);
  const whole = recogniseCommand(text);
  return featuresOf(plain, [
    lengthOf(text),
    ...cues,
    ...(whole === null ? [] : [`whole ${whole}`]),
    ...(kind === '' ? [] : [`kind ${kind}`, ...cues.slice(0, 1).map((cue) => `${kind} ${cue}`)]),
  ]);
}
export function asksFeatures(text: string, plain = plainOf(text)): Example['features'] {
  return featuresOf(plain, [asksLike(text) ? 'asks' : 'tells', lengthOf(text)]);
}
export function topicFeatures(text: string, plain = plainOf(text)): Example['features'] {
  return featuresOf(plain, topicsNamed(plain));
}

/** Commands are short; a long message is somebody telling us something. */
function lengthOf(text: string): string {
  const words = text.trim().split(/\s+/).length;
  return words <= 2 ? 'len 2' : words <= 5 ? 'len 5' : words <= 9 ? 'len 9' : words <= 16 ? 'len 16' : 'len more';
}

export function needExamples({ needs, answers }: Corpus): readonly Example[] {
  return [
    ...needs.map((line) => example(needFeatures(line.text), line.needs)),
    // what people let slip in an answer counts, and so does what has nothing of the kind
    ...answers
      .filter(
        ({ kind }) =>
          !['priority', 'hopes', 'more', 'interests', 'supports', 'options', 'need', 'barriers', 'confirm'].includes(
            kind,
          ),
      )
      .map(({ text, means }) => example(needFeatures(text), means.extra.needs ?? [], 0.5)),
  ];
}

export function commandExamples({ commands, answers }: Corpus): readonly Example[] {
  return [
    ...commands.map((line) => example(commandFeatures(line.text), [line.command])),
    // facts are no commands
    ...answers
      .filter(
        ({ kind, means }) =>
          [
            'name',
            'area',
            'number',
            'email',
            'when',
            'barriers',
            'adjustments',
            'hopes',
            'interests',
            'supports',
            'age',
          ].includes(kind) &&
          means.asks === null &&
          means.choice !== 'unsure' &&
          means.choice !== 'none',
      )
      .map((line) => example(commandFeatures(line.text), ['none'], 0.5)),
  ];
}

/** What an answer says, apart from what it answers. */
export function polarityOf({ kind, means }: AnswerLine): 'yes' | 'no' | 'unsure' | '' {
  if (means.choice === null) return '';
  if (means.choice === 'unsure') return 'unsure';
  if (['yes', 'show'].includes(means.choice)) return 'yes';
  if (means.choice === 'carryOn') return kind === 'carryOn' ? 'yes' : 'no';
  if (['no', 'later', 'leave'].includes(means.choice)) return 'no';
  return means.choice === 'leaveOut' ? 'yes' : '';
}

export function polarityExamples({ answers, commands, polarity }: Corpus): readonly Example[] {
  return [
    ...polarity.map((line) => example(polarityFeatures(line.text), [line.polarity])),
    ...answers
      .filter(({ kind }) => YES_NO.has(kind))
      .map((line) => example(polarityFeatures(line.text, line.kind), [polarityOf(line) || 'none'])),
    ...commands
      .filter(({ command }) => ['yes', 'no', 'dont_know', 'none'].includes(command))
      .map(({ text, command }) => example(polarityFeatures(text), [command === 'dont_know' ? 'unsure' : command], 0.6)),
  ];
}

/** Is something asked of us at all? */
export function asksExamples({ questions, answers, needs, commands }: Corpus): readonly Example[] {
  const asks = (is: boolean) => (is ? ['asks'] : []);
  return [
    ...questions.map(({ text, about }) => example(asksFeatures(text), asks(about !== null))),
    ...answers.map(({ text, means }) => example(asksFeatures(text), asks(means.asks !== null))),
    ...commands
      .filter(({ command }) => command === 'none' || command === 'privacy' || command === 'who_are_you')
      .map(({ text, command }) => example(asksFeatures(text), asks(command !== 'none'), 0.5)),
    ...needs.map(({ text }) => example(asksFeatures(text), asks(false), 0.3)),
  ];
}

/** What is asked, of lines that ask. */
export function topicExamples({ questions, answers, commands }: Corpus): readonly Example[] {
  return [
    ...questions.flatMap(({ text, about }) => (about === null ? [] : [example(topicFeatures(text), [topicOf(about)])])),
    ...answers.flatMap(({ text, means }) =>
      means.asks === null ? [] : [example(topicFeatures(text), [topicOf(means.asks)])],
    ),
    ...commands.flatMap(({ text, command }) =>
      command === 'access_my_data' ? [example(topicFeatures(text), ['see_my_data'], 0.3)] : [],
    ),
  ];
}
