/** Intents of our project as they are named in it: `need.housing`, `command.pause`, `risk.danger_now.emergency`. */
import type { Command, Need } from '../../../dialogs/types';
import { NEEDS } from '../../../dialogs/vocabulary';
import { LABELS } from '../learning/corpus';

type Label = (typeof LABELS)[number];

export type Meant =
  | { readonly task: 'need'; readonly need: Need }
  | { readonly task: 'command'; readonly command: Command }
  | { readonly task: 'risk'; readonly label: Label; readonly now: boolean };

/**
 * Commands a project may hold. Answers (yes, no, skip, don't know) are not among them: what they mean hangs on the
 * question on the table, which the service never sees.
 */
const COMMANDS = [
  'back',
  'pause',
  'resume',
  'help',
  'human',
  'stop',
  'restart',
  'delete_my_data',
  'access_my_data',
  'who_are_you',
  'privacy',
  'someone_else',
  'complaint',
  'change_answer',
] as const satisfies readonly Command[];

/** The intent's name; at most 50 letters, as the service wants. */
export function intentName(meant: Meant): string {
  if (meant.task === 'need') return `need.${meant.need}`;
  if (meant.task === 'command') return `command.${meant.command}`;
  return `risk.${meant.label}.${meant.now ? 'emergency' : 'urgent'}`;
}

const BY_NAME: ReadonlyMap<string, Meant> = new Map(
  [
    ...NEEDS.map((need): Meant => ({ task: 'need', need })),
    ...COMMANDS.map((command): Meant => ({ task: 'command', command })),
    ...LABELS.flatMap((label) => [true, false].map((now): Meant => ({ task: 'risk', label, now }))),
  ].map((meant) => [intentName(meant), meant]),
);

/** What an intent means to us; null for None and for any that is not ours. */
export function meantBy(intent: string): Meant | null {
  return BY_NAME.get(intent) ?? null;
}
