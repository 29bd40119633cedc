/** Plays one written conversation through the service, as its channel would carry it. */
import type { Reply } from '../../dialogs/content/words';
import type { PendingEffect } from '../../services/store/ports';
import type { Inbound } from '../channels/channel';
import { segmentsOf, smsTexts } from '../render';
import { sayAloud } from '../sayAloud';
import type { FrontDoor } from './frontDoor';
import { outcomeOf, type PlayOutcome, questionAsked } from './outcome';
import type { Script, ScriptTurn } from './script';
import { tapFor } from './taps';

export interface Spoken {
  readonly from: 'person' | 'bot';
  readonly text: string;
  readonly messageIds: readonly string[];
  /** parts as an SMS is charged; 0 where nothing goes by SMS */
  readonly segments: number;
  /** labels of the buttons under it, where there are any */
  readonly choices?: readonly string[];
  /** what the bot said: the catalogue id of the question on the table once it was said; null where there is none */
  readonly asking?: string | null;
}

export interface Played {
  readonly id: string;
  readonly transcript: readonly Spoken[];
  readonly outcome: PlayOutcome;
}

export interface PlayParts {
  readonly frontDoor: Pick<FrontDoor, 'service' | 'store'>;
  /** all effects asked for so far by a conversation */
  readonly effectsOf: (conversationId: string) => readonly PendingEffect[];
  /** notes for whoever wrote the script */
  readonly note: (words: string) => void;
}

/** A turn as its channel shows it: SMS has no buttons, so its choices are numbered lines and short bubbles share a text. */
function spokenBy(replies: readonly Reply[], channel: Script['channel']): readonly Spoken[] {
  if (channel === 'sms') {
    return smsTexts(replies).map(({ text, of }) => {
      const messageIds = of.flatMap((reply) => sayAloud(reply).messageIds);
      return { from: 'bot', text, messageIds, segments: segmentsOf(text).segments };
    });
  }
  return replies.map((reply) => {
    const { text, choices, messageIds } = sayAloud(reply);
    const buttons = choices.length > 0 ? { choices: choices.map((one) => one.label) } : {};
    return { from: 'bot', text, messageIds, segments: 0, ...buttons };
  });
}

/** What a turn of the script does at its channel. SMS has no buttons: there the label is typed. */
function whatOf(
  turn: ScriptTurn,
  channel: Script['channel'],
  shown: readonly Reply[],
  note: PlayParts['note'],
): Inbound['what'] {
  if (typeof turn === 'string') return { kind: 'text', text: turn };
  if (channel === 'sms') return { kind: 'text', text: turn.choice };
  const tap = tapFor(shown, turn.choice);
  if (tap !== null) return { kind: 'choice', ...tap };
  note(`there is no button "${turn.choice}"; it is typed instead`);
  return { kind: 'text', text: turn.choice };
}

const wordsOf = (turn: ScriptTurn) => (typeof turn === 'string' ? turn : turn.choice);

/** A conversation being played: say something, and look at what came of it so far. */
export interface Playing {
  readonly transcript: readonly Spoken[];
  readonly say: (turn: ScriptTurn) => Promise<void>;
  readonly outcome: () => Promise<PlayOutcome>;
}

const NOTHING: PlayOutcome = {
  needs: [],
  risk: 'none',
  level: 'none',
  handoff: false,
  area: null,
  stage: '',
  referrals: [],
  checks: [],
};

/** Opens a conversation to be played turn by turn. `address` is its own for each one. Throws what the service throws. */
export async function startPlaying(channel: Script['channel'], address: string, parts: PlayParts): Promise<Playing> {
  const { service, store } = parts.frontDoor;
  const transcript: Spoken[] = [];
  const shown: Reply[] = [];
  let conversationId: string | null = null;
  let turns = 0;
  const load = async () => (conversationId === null ? null : store.load(conversationId));
  const take = async (id: string, what: Inbound['what']) => {
    const done = await service.handleTurn({ id, address, channel, what });
    const replies = done.kind === 'done' ? done.turn.replies : done.replies;
    if (done.kind === 'done') conversationId = done.conversationId;
    else parts.note('the database did not answer');
    const asking = questionAsked((await load())?.state ?? null);
    shown.push(...replies);
    transcript.push(...spokenBy(replies, channel).map((one) => ({ ...one, asking })));
  };
  // a web page greets as it opens; a phone waits for the first text
  if (channel === 'web') await take('hello', { kind: 'hello' });
  return {
    transcript,
    say: async (turn) => {
      turns += 1;
      transcript.push({ from: 'person', text: wordsOf(turn), messageIds: [], segments: 0 });
      await take(`turn-${turns}`, whatOf(turn, channel, shown, parts.note));
    },
    outcome: async () => {
      const stored = await load();
      return stored === null ? NOTHING : outcomeOf(stored.state, parts.effectsOf(stored.id));
    },
  };
}

/** Plays a written conversation to its end. `address` is its own for each one. Throws what the service throws. */
export async function playOne(script: Script, address: string, parts: PlayParts): Promise<Played> {
  const playing = await startPlaying(script.channel, address, parts);
  for (const turn of script.turns) await playing.say(turn);
  return { id: script.id, transcript: playing.transcript, outcome: await playing.outcome() };
}
