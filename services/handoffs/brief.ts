/** What an advisor should know first, so that nobody has to tell it twice. Made of what the person said, in their own words. */
import { labelOf } from '../../dialogs/content/copy';
import { openingLine } from '../../dialogs/content/handoffs';
import { sayNeed } from '../../dialogs/content/needNames';
import { wayBack } from '../../dialogs/facts';
import type { Answer, ChannelKind, ContactMode, ConversationState, ReferralKnown, World } from '../../dialogs/types';
import type { Handoff } from '../handoffMachine/handoff';
import { isOver, type PromiseKind, type PromiseMade } from '../promises/promise';
import type { Risk } from '../store/collections/safety';

export interface Brief {
  /** '' where none was given; theirs to be called by, and never in a text where somebody may look */
  readonly name: string;
  readonly channel: ChannelKind;
  /** when they last wrote, ms */
  readonly lastHeardAt: number;
  readonly contact: SafeContact;
  readonly needs: readonly string[];
  /** what matters most, '' while they have not said */
  readonly most: string;
  /** everything they were asked and said, as it was shown to them: what not to ask again */
  readonly said: readonly {
    readonly key: string;
    readonly asked: string;
    readonly answer: string;
    readonly at: number;
  }[];
  /** in their own words beside any question, oldest first */
  readonly words: readonly string[];
  readonly danger: readonly {
    readonly at: number;
    readonly category: Risk['category'];
    readonly level: Risk['levelAuto'];
    /** the words that raised it */
    readonly words: string;
    readonly answer: string;
  }[];
  /** the ordinary questions wait until a person of the team says they may go on */
  readonly intakeHeld: boolean;
  readonly options: readonly { readonly partner: string; readonly service: string; readonly line: string }[];
  readonly referrals: readonly ReferralKnown[];
  readonly promises: readonly { readonly kind: PromiseKind; readonly said: string; readonly dueAt: number }[];
  /** one way to begin */
  readonly opening: string;
}

/** How they may be reached, in their own choices: the rules hold whatever anybody writes, and are never out of sight. */
export interface SafeContact {
  readonly mode: ContactMode;
  readonly by: string;
  /** the number, the address or "this thread" for our team; '' for none */
  readonly way: string;
  readonly safeNumber: string;
  readonly window: string;
  readonly avoid: string;
  readonly voicemail: string;
  readonly texts: string;
  readonly sharedDevice: string;
  readonly codeWord: boolean;
  /** they left, or somebody came: nothing is said until they write again */
  readonly away: boolean;
}

/** Never shown to anybody: only its hash is kept, and that it is there is enough. */
const hidden: ReadonlySet<string> = new Set(['codeWordSet']);

const label = (answer: Answer): string => answer.choices.map((id) => labelOf(answer.message, id)).join(', ');

function answerOf(state: ConversationState, key: string): string {
  const answer = state.answers[key];
  const words = state.secrets[`said/${key}`] ?? '';
  if (answer === undefined) return words;
  if (answer.skipped) return '';
  return [label(answer), words].filter(Boolean).join(': ');
}

/** The question as it stood on their screen, without the buttons below it. */
const askedOf = ({ secrets }: ConversationState, key: string): string =>
  (secrets[`shown/${key}`] ?? '')
    .split('\n')
    .filter((line) => !line.startsWith('- '))
    .join('\n');

/** How this person may be reached, as they chose. */
export function contactOf(state: ConversationState, world: World): SafeContact {
  return {
    mode: state.contact,
    by: answerOf(state, 'contactBy'),
    way: wayBack({ state, world }),
    safeNumber: answerOf(state, 'safeNumber'),
    window: answerOf(state, 'window'),
    avoid: answerOf(state, 'avoid'),
    voicemail: answerOf(state, 'voicemail'),
    texts: answerOf(state, 'senderStyle'),
    sharedDevice: answerOf(state, 'sharedDevice'),
    codeWord: state.codeWordHash !== null,
    away: state.left || state.locked || state.agenda.includes('returnSafe'),
  };
}

/** Beside and after questions, and first of all: words that belong to no answer. */
function passingWords({ secrets, answers }: ConversationState): readonly string[] {
  const loose = Object.entries(secrets).filter(([field]) => {
    const key = /^said\/(.+)$/.exec(field)?.[1];
    return field === 'firstWords' || field === 'heldWords' || (key !== undefined && answers[key] === undefined);
  });
  return loose.filter(([field]) => !hidden.has(field.replace('said/', ''))).map(([, words]) => words);
}

export interface BriefParts {
  readonly state: ConversationState;
  readonly world: World;
  readonly risks: readonly Risk[];
  readonly promises: readonly PromiseMade[];
  /** who reads it, as the person is told their name */
  readonly reader: string;
  /** a worry about us is for the safeguarding lead's eyes alone */
  readonly isLead: boolean;
}

export function briefOf({ state, world, risks, promises, reader, isLead }: BriefParts): Brief {
  const name = (state.secrets['said/name'] ?? '').split('\n')[0] ?? '';
  const danger = risks
    .filter(({ category }) => isLead || category !== 'concern_about_us')
    .filter(({ humanSeenAt, writtenAt }) => humanSeenAt === null && writtenAt === null)
    .sort((a, b) => a.detectedAt - b.detectedAt);
  const priority = state.answers['priority']?.choices[0];
  const most = state.needs.find((need) => need === priority) ?? state.needs[0];
  const about = most === undefined ? '' : sayNeed(most);
  const said = Object.entries(state.answers)
    .filter(([key, answer]) => !answer.skipped && !hidden.has(key))
    .sort(([, a], [, b]) => a.n - b.n)
    .map(([key, { at }]) => ({ key, asked: askedOf(state, key), answer: answerOf(state, key), at }))
    .filter(({ answer }) => answer !== '');
  return {
    name,
    channel: state.channel,
    lastHeardAt: state.lastHeardAt,
    contact: contactOf(state, world),
    needs: state.needs.map(sayNeed),
    most: priority === undefined || most === undefined ? '' : sayNeed(most),
    said,
    words: passingWords(state),
    danger: danger.map((one) => ({
      at: one.detectedAt,
      category: one.category,
      level: one.levelHuman ?? one.levelAuto,
      words: one.exactWords ?? '',
      answer: one.handoffAnswer ?? '',
    })),
    intakeHeld: state.safety?.holds ?? false,
    options: state.options.map(({ partner, service, line }) => ({ partner, service, line })),
    referrals: state.referrals,
    promises: promises
      .filter((one) => !isOver(one))
      .map(({ kind, said: words, dueAt }) => ({ kind, said: words, dueAt })),
    opening: openingLine({
      name,
      person: reader,
      about,
      inDanger: state.safety !== null,
      quiet: state.contact !== 'OPEN',
    }),
  };
}

/** Where it stands, as the queue shows it: labels and times, and nothing the person said. */
export interface Row {
  readonly id: string;
  readonly state: Handoff['state'];
  readonly level: Handoff['level'];
  /** the most urgent reason first */
  readonly reasons: readonly string[];
  readonly audience: Handoff['audience'];
  readonly holder: { readonly name: string; readonly isYou: boolean; readonly isPerson: boolean };
  /** ms since 1970 */
  readonly waitsSince: number;
  readonly askedAt: number;
  readonly deadline: number;
  readonly dueAt: number;
  readonly callAt: number | null;
  /** what stands at `callAt` is not a call but something else to do */
  readonly hasNext: boolean;
  /** what the reader left to do, in their own words; '' where it is nothing or another's */
  readonly next: string;
  /** somebody waits for an answer */
  readonly theirTurn: boolean;
}

export function rowOf(handoff: Handoff, reader: { readonly id: string }): Row {
  const { id, state, level, audience, owner, askedAt, deadline, dueAt, callAt, waitingSince, nextAction } = handoff;
  const reasons = [...new Set([handoff.reason, ...handoff.asks.map(({ reason }) => reason)])];
  const isPerson = owner.kind === 'person';
  return {
    id,
    state,
    level,
    reasons,
    audience,
    holder: {
      name: isPerson ? owner.name : owner.holder,
      isYou: isPerson && owner.id === reader.id,
      isPerson,
    },
    waitsSince: waitingSince ?? askedAt,
    askedAt,
    deadline,
    dueAt,
    callAt,
    hasNext: state === 'callback' && nextAction !== '',
    next: isPerson && owner.id === reader.id && state === 'callback' ? nextAction : '',
    theirTurn: waitingSince !== null,
  };
}
