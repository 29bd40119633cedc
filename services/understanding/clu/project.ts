/** The corpus as one Azure CLU project, to be imported as it is (authoring format 2022-10-01-preview). */
import { createHash } from 'node:crypto';
import { recogniseNeeds } from '../../../dialogs/needs/recogniseNeeds';
import { readCorpus as readDangerCorpus } from '../learning/corpus';
import { readCorpus as readMeaningCorpus } from '../meaning/corpus';
import { NONE_BELOW } from './ask';
import { intentName, type Meant, meantBy } from './intents';

type RiskMeant = Extract<Meant, { task: 'risk' }>;

interface Utterance {
  readonly text: string;
  readonly language: 'en';
  readonly intent: string;
  readonly dataset: 'Train' | 'Test';
  readonly entities: readonly [];
}

const NONE = 'None';
/** The service's limit on a line to learn from, in UTF-16 units. */
const LONGEST = 500;

/**
 * The project of this name. A message has one intent there, so a line of several needs goes in under its first; the
 * same text twice would be refused: danger stands first, then commands, then needs. A tenth is kept for its own test.
 */
export function cluProject(name: string) {
  const seen = new Set<string>();
  const utterances = lines().flatMap(([line, intent]): readonly Utterance[] => {
    const text = line.trim();
    const key = text.toLowerCase();
    if (text === '' || text.length > LONGEST || seen.has(key)) return [];
    seen.add(key);
    return [{ text, language: 'en', intent, dataset: datasetOf(key), entities: [] }];
  });
  const intents = [...new Set([NONE, ...utterances.map(({ intent }) => intent)])].sort();
  return {
    projectFileVersion: '2022-10-01-preview',
    stringIndexType: 'Utf16CodeUnit',
    metadata: {
      projectKind: 'Conversation',
      projectName: name,
      multilingual: false,
      language: 'en',
      description: 'What people write to the front door: dangers, needs and commands',
      settings: { confidenceThreshold: NONE_BELOW },
    },
    assets: {
      projectKind: 'Conversation',
      intents: intents.map((category) => ({ category })),
      entities: [],
      utterances,
    },
  };
}

type Line = readonly [text: string, intent: string];

function lines(): readonly Line[] {
  const danger = readDangerCorpus();
  const { needs, commands } = readMeaningCorpus();
  const raised = danger.flatMap(({ text, risk, level }): readonly Line[] =>
    risk === 'none' ? [] : [[text, intentName(dangerOf(risk, level === 'emergency'))]],
  );
  const said = commands.flatMap(({ text, command }): readonly Line[] => {
    const intent = `command.${command}`;
    return meantBy(intent) === null ? [] : [[text, intent]];
  });
  const told = needs.map(({ text, needs: [first] }): Line => [text, first === undefined ? NONE : `need.${first}`]);
  // a line without danger may tell of a need that nobody wrote beside it: those teach None nothing
  const ordinary = danger.flatMap(({ text, risk }): readonly Line[] =>
    risk === 'none' && recogniseNeeds(text).length === 0 ? [[text, NONE]] : [],
  );
  return [...raised, ...said, ...told, ...ordinary];
}

/** Two kinds have too few lines of their own to be learned; each goes with the kind that is answered alike. */
function dangerOf(label: RiskMeant['label'], now: boolean): RiskMeant {
  if (label === 'danger_now' || (label === 'domestic_abuse' && now))
    return { task: 'risk', label: 'danger_now', now: true };
  return { task: 'risk', label, now };
}

/** The same line always falls on the same side. */
function datasetOf(key: string): Utterance['dataset'] {
  return (createHash('sha256').update(key).digest()[0] ?? 0) < 26 ? 'Test' : 'Train';
}
