/** Every word a person can read, by message id, and the one way to turn a reply into text. */

import type { LineId } from './helplines';
import { consent } from './messages/consent';
import { danger } from './messages/danger';
import { equality } from './messages/equality';
import { everyday } from './messages/everyday';
import { greeting } from './messages/greeting';
import { hopes } from './messages/hopes';
import { keepingInTouch } from './messages/keepingInTouch';
import { languages } from './messages/languages';
import { listening, shorter } from './messages/listening';
import { measures } from './messages/measures';
import { nameAndArea } from './messages/nameAndArea';
import { needs } from './messages/needs';
import { options } from './messages/options';
import { own } from './messages/own';
import { playBack } from './messages/playBack';
import { readiness } from './messages/readiness';
import { risk } from './messages/risk';
import { safeToTalk } from './messages/safeToTalk';
import { sharing } from './messages/sharing';
import { takingPart } from './messages/takingPart';
import { topics } from './messages/topics';
import { whatNext } from './messages/whatNext';
import type { Choice, Part, Reply } from './words';

export const messages = {
  ...greeting,
  ...consent,
  ...safeToTalk,
  ...nameAndArea,
  ...needs,
  ...hopes,
  ...takingPart,
  ...keepingInTouch,
  ...readiness,
  ...measures,
  ...playBack,
  ...options,
  ...sharing,
  ...whatNext,
  ...equality,
  ...everyday,
  ...risk,
  ...danger,
  ...own,
  ...listening,
  ...shorter,
  ...topics,
  ...languages,
} as const;

export type MessageId = keyof typeof messages;

type Placeholders<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | Placeholders<Rest> : never;
/** The values a message needs: a missing or mistyped one is a compile error. */
export type ParamsOf<Id extends MessageId> = Readonly<Record<Placeholders<(typeof messages)[Id]['text']>, string>>;
type Rest<Id extends MessageId> = [Placeholders<(typeof messages)[Id]['text']>] extends [never]
  ? []
  : [params: ParamsOf<Id>];
/** The ids a message's choices may have. */
export type ChoiceIdOf<Id extends MessageId> = (typeof messages)[Id] extends { choices: infer C }
  ? keyof C & string
  : never;

interface Message {
  readonly text: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly why?: string;
}

/** Which crisis lines a message names: when one is stale or closed, the fail-safe message goes out instead (guide.md D1, D2). */
export const linesIn: Partial<Record<MessageId, readonly LineId[]>> = {
  RDA2: ['sdafmh'],
  RX2: ['modernSlavery'],
  'W-RDA2-NOW': ['sdafmh'],
  'W-RX2-NOW': ['modernSlavery'],
  'W-CHILD': ['childline'],
  'W-HOME-YOUNG': ['childline'],
  RHOME1: ['councilHomelessDay', 'councilHomelessNight'],
  RCP2: ['socialWork'],
  'W-RAPE': ['rapeCrisis', 'sexualAssaultNhs'],
  'W-RAPE-DAY': ['sexualAssaultNhs'],
  'W-FREE-COUNCIL': ['councilHomelessNight'],
  'W-FREE-SHELTER': ['shelterScotland'],
  X10: ['childline'],
};

/** The fixed replies to danger (guide.md R, and those that stand in for them), and the four lines for one out of date. */
export const riskReplyIds: ReadonlySet<string> = new Set([
  ...Object.keys(risk),
  'W-THEM',
  'W-CHILD',
  'W-RCP1-SHUT',
  'W-RAPE-SAFE',
  'W-RAPE',
  'W-RAPE-DAY',
  'W-RN1-SHUT',
  'W-HOME',
  'W-HOME-SHUT',
  'W-HOME-YOUNG',
  'X10',
  'W-AFTER-STOP',
  'W-FAILSAFE',
]);

/** Said when somebody else may look at the screen: a page shows nothing at all after one of these (guide.md 5b). */
export const clearingIds: ReadonlySet<string> = new Set(['X16', 'W-SOMEONE-COMING']);

const byId: ReadonlyMap<string, Message> = new Map(Object.entries<Message>(messages));

/** One message with its values. */
export function part<Id extends MessageId>(id: Id, ...rest: Rest<Id>): Part {
  return { id, params: { ...rest[0] } };
}

/** The choices of a message in their written order; `only` keeps some of them. */
export function choicesOf<Id extends MessageId>(id: Id, only?: readonly ChoiceIdOf<Id>[]): Choice[] {
  const all = Object.entries(byId.get(id)?.choices ?? {}).map(([choiceId, label]) => ({ id: choiceId, label }));
  return only ? all.filter((choice) => only.some((kept) => kept === choice.id)) : all;
}

/** What a choice of a message was called; its id where the message has it no longer. */
/** The words of every choice of every message, as they stand on buttons and in lists. */
export const everyLabel = (): readonly string[] =>
  [...byId.values()].flatMap(({ choices }) => Object.values(choices ?? {}));

export const labelOf = (id: string, choiceId: string): string => byId.get(id)?.choices?.[choiceId] ?? choiceId;

/** Why a question is asked, in words for a person who wants to know; null when there is nothing to say. */
export function whyOf(id: string): string | null {
  return byId.get(id)?.why ?? null;
}

/** The words of one part. An unknown id (retired content in an old transcript) reads as nothing. */
export function wordsOf(one: Part): string {
  const text = byId.get(one.id)?.text ?? '';
  return text
    .replace(/\{(\w+)\}/g, (_whole, name: string) => one.params[name] ?? '')
    .replace(/ +([.,?])/g, '$1')
    .trim();
}

/** The words of a whole bubble. */
export function textOf(reply: Pick<Reply, 'parts'>): string {
  return reply.parts.map(wordsOf).join('\n\n');
}

/** What the button says that opens a list of choices; 20 characters at most (WhatsApp). */
export const seeChoicesText = (): string => wordsOf(part('W-SEE-CHOICES'));

/** "About 3 to go", or nothing. */
export function toGoText(toGo: number): string {
  return toGo > 0 ? wordsOf(part('W-TO-GO', { count: String(toGo) })) : '';
}
