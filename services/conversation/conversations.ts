/** One turn from the outside in: load, read, think, commit, tell; at most two round trips to the database. */
import { setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { boundEffect, boundHeard, boundSaid, boundState } from '../../dialogs/bounds';
import { sayNumber } from '../../dialogs/contactWays';
import { newConversation } from '../../dialogs/newConversation';
import { phraseIn } from '../../dialogs/phrase';
import { refIn } from '../../dialogs/reference';
import { takeTurn } from '../../dialogs/turn/takeTurn';
import type {
  ChannelKind,
  ContactMode,
  ConversationState,
  Happening,
  MatchQuery,
  MatchResult,
  Reading,
  ReferralKnown,
  Reply,
  Said,
  Settings,
  Turn,
} from '../../dialogs/types';
import { OFFICE_ROTA, type Rota } from '../calendar/team';
import { createPace, type Pace, TALK_PACE } from '../limits/pace';
import { isOverAndOver } from '../limits/sameWords';
import type { Why } from '../store/collections/phone';
import {
  type Commit,
  type ConversationStore,
  type PendingEffect,
  StoreDown,
  type StoredConversation,
  type TurnRecord,
} from '../store/ports';
import type { SecondOpinion } from '../understanding/clu/secondOpinion';
import { type Reader, type ReadingContext, readAhead } from '../understanding/read';
import type { CountGuess } from './guesses';
import { conversationIdOf, effectIdOf, type Hash, type Move, moveOf, turnIn, writeMove } from './identity';
import { makeInOrder } from './inOrder';
import { inTime } from './inTime';
import { type Opinion, opinionOnce } from './opinion';
import { repliesWithoutStore } from './replies';
import { keepUntil } from './retention';
import type { SetAside } from './setAside';
import { makeWatch } from './watch';
import { worldAt } from './world';

/** What came in, as every channel hands it over. */
export interface Inbound {
  readonly id: string;
  readonly address: string;
  readonly channel: ChannelKind;
  readonly what:
    | { readonly kind: 'hello' }
    | { readonly kind: 'text'; readonly text: string }
    /** `beside`: words typed next to the button that was pressed; they are heard first */
    | { readonly kind: 'choice'; readonly id: string; readonly label: string; readonly beside?: string }
    | { readonly kind: 'media'; readonly media: 'voice' | 'picture' | 'other'; readonly caption: string };
  /** when it was written, ms, where that can be long before it came */
  readonly writtenAt?: number;
  /** the phone line the replies are sent to afterwards; without it they go back in the answer */
  readonly line?: string;
  /** the number they write from, as the carrier gives it, where there is one */
  readonly number?: string;
}

export interface TurnDone {
  readonly kind: 'done';
  readonly conversationId: string;
  readonly turn: TurnRecord;
  readonly repeated: boolean;
  /** resolves when what the turn asked for was done or is left to the sweep; never rejects */
  readonly settled?: Promise<void>;
}

export interface TurnFailed {
  readonly kind: 'storeDown';
  readonly replies: readonly Reply[];
  /** no turn can be made of this message: it was set aside, and what follows it may be heard */
  readonly setAside?: true;
}

export interface ConversationParts {
  readonly store: ConversationStore;
  readonly read: Reader;
  /** reads long words for danger in pieces, so that others do not wait; the same as the app's unless said otherwise */
  readonly readAhead?: typeof readAhead;
  /** how long a flooded talk waits; the same as the app's unless said otherwise */
  readonly pace?: Pace;
  /** asked after our own reading, where there is one; may add to it, never take away */
  readonly secondOpinion?: SecondOpinion | undefined;
  readonly match: (query: MatchQuery, today: { readonly date: string; readonly weekday: number }) => MatchResult;
  readonly settings: Settings;
  readonly rota?: () => Rota;
  readonly now: () => Date;
  /** fresh letters and digits */
  readonly newSeed: () => string;
  readonly hash: Hash;
  /** counts a guess at a resume phrase; false when this address has made too many lately */
  readonly countGuess: CountGuess;
  /** how the introduction with this number stands (services/referrals) */
  readonly findReferral: (ref: string) => Promise<ReferralKnown | null>;
  /** keeps a message no turn can be made of, and tells a person */
  readonly setAside: SetAside;
  /** effects of a committed turn; must not throw */
  readonly doEffects: (conversationId: string, effects: readonly PendingEffect[]) => Promise<void> | void;
}

/** The longest message looked at, in characters. */
const LONGEST = 100_000;
/** Somebody in danger waits at most this long for a database that says nothing, ms: help has to be there in 3 s. */
const DANGER_WAITS = 2_500;
/** A turn that fails is tried so often, with these waits between, ms; then its message is set aside. */
const TURN_WAITS = [50, 250];
/** A turn thought on a state that moved on is thought again; more often than this is a fault. */
const TRIES = 12;

interface Thought {
  readonly stored: StoredConversation | null;
  readonly id: string;
  readonly inboundId: string;
  readonly said: string | null;
  readonly turn: Turn;
  readonly movedTo?: string;
  /** what began it, when no person did */
  readonly event?: Happening;
  readonly line?: string;
}

interface Kept {
  readonly record: TurnRecord;
  readonly settled: Promise<void>;
}

/** Replies that do not go back in the answer: what is sent to a phone after the commit, first of all that is done. */
function deliveryOf(thought: Thought, state: ConversationState, firstItem: number): Turn['effects'] {
  const { event, line, stored, turn } = thought;
  if (turn.replies.length === 0 || (line === undefined && event === undefined)) return [];
  const why = whyOf(event, stored?.state.contact ?? 'OPEN', state.contact);
  // news of a talk on the web goes to the phone that said yes to it; the page shows it by itself
  const channel = event !== undefined && state.byText === 'yes' && state.channel === 'web' ? 'sms' : state.channel;
  return [{ kind: 'deliver', data: { channel, firstItem, why, line: line ?? '' } }];
}

/** One of the team came, wrote or went. */
const ofTheTeam: ReadonlySet<Happening['name']> = new Set([
  'advisorWrote',
  'handoffAccepted',
  'handoffReleased',
  'handoffLate',
  'handoffEnded',
]);

function whyOf(event: Happening | undefined, before: ContactMode, after: ContactMode): Why {
  if (event?.name === 'askedUsToText') return 'ask';
  if (event !== undefined && ofTheTeam.has(event.name)) return 'talk';
  if (event !== undefined && event.name !== 'cameByPhrase' && event.name !== 'saidYesByText')
    return event.name === 'silence' ? 'nudge' : 'news';
  if (after !== 'STOPPED') return 'answer';
  return before === 'STOPPED' ? 'crisis' : 'stopped';
}

/** "Yes", and nothing else, to "you asked us to get in touch", with the question still on the table. */
function isYesByText({ asked, contact }: ConversationState, said: Said): boolean {
  if (asked?.key !== 'okToText' || contact !== 'OPEN' || said.kind !== 'text') return false;
  const { command, risks } = said.reading;
  return command === 'yes' && risks !== 'failed' && risks.length === 0;
}

/** Leave now at this address, or on another device after this one joined; `joined` is the conversation it moved to. */
function hasLeft(own: StoredConversation, joined: StoredConversation | null): boolean {
  if (joined === null) return own.state.left;
  const joinedAt = own.recent.at(-1)?.at ?? own.createdAt;
  return joined.state.leftAt >= joinedAt;
}

/** What of a talk bears on how its next message is read. */
const contextOf = (state: ConversationState): ReadingContext => ({
  recentlyFlagged: state.safety !== null,
  asking: state.asked?.key ?? null,
});

/**
 * A machine's words over and over are met with silence, whatever the channel and whichever process hears them (W12). Danger
 * is never one too many, nor is anything from somebody who was in danger, nor a plain command.
 */
function isLoop(said: Said, { recent = [], state }: Partial<StoredConversation>, now: number): boolean {
  if (said.kind !== 'text' || !state || state.safety !== null) return false;
  const { risks, checks, command, commandStrength } = said.reading;
  if (risks === 'failed' || risks.length > 0 || (checks ?? []).length > 0) return false;
  if (command !== null && (commandStrength ?? 'bare') === 'bare') return false;
  return isOverAndOver(said.text, recent, now);
}

/** What somebody wrote themselves, whatever they pressed beside it. */
function wordsIn(what: Inbound['what']): string {
  if (what.kind === 'text') return what.text;
  if (what.kind === 'media') return what.caption;
  return what.kind === 'choice' ? (what.beside ?? '') : '';
}

/** The conversation service on its parts. */
export function createConversationService(parts: ConversationParts) {
  const inOrder = makeInOrder();
  const ahead = parts.readAhead ?? readAhead;
  const paced = parts.pace ?? createPace(TALK_PACE, () => performance.now());
  const listeners = new Set<(address: string) => void>();
  const onTurn = new Set<(conversationId: string) => void>();
  const watch = makeWatch((ids) => parts.store.revisions(ids));
  /** worked out once while somebody writes, not with every message */
  const ownIds = new LRUCache<string, string>({ max: 5_000 });
  const ownId = (address: string): string => {
    const known = ownIds.get(address);
    if (known !== undefined) return known;
    const made = conversationIdOf(parts.hash, address);
    ownIds.set(address, made);
    return made;
  };
  const rota = () => parts.rota?.() ?? OFFICE_ROTA;
  const worldFor = (channel: ChannelKind, now: Date, from = '') => {
    const number = sayNumber(from);
    const own = number === '' ? {} : { number };
    const { settings, match } = parts;
    return worldAt({ now, channel, settings, seed: parts.newSeed(), match, rota: rota(), ...own });
  };

  function tell(conversationId: string): void {
    for (const listener of onTurn) listener(conversationId);
    for (const address of watch.pagesOf(conversationId)) for (const listener of listeners) listener(address);
  }

  /** The state with what only the host can make: the hash of a code word, never the word. */
  function withHashes(
    turn: Turn,
    id: string,
  ): { state: ConversationState; effects: Turn['effects']; phraseHash?: string } {
    const code = turn.effects.find((effect) => effect.kind === 'hashCodeWord')?.secret;
    const phrase = turn.effects.find((effect) => effect.kind === 'keepPlace')?.secret;
    const effects = turn.effects.filter((effect) => effect.kind !== 'hashCodeWord' && effect.kind !== 'keepPlace');
    const state = code === undefined ? turn.state : { ...turn.state, codeWordHash: codeHash(id, code) };
    return phrase === undefined ? { state, effects } : { state, effects, phraseHash: parts.hash('phrase', phrase) };
  }

  const codeHash = (id: string, word: string) => parts.hash(`code:${id}`, word.trim().toLowerCase());

  async function keep(thought: Thought): Promise<Kept | null> {
    const { id, stored, turn } = thought;
    const now = parts.now().getTime();
    const { state: whole, effects: asked, phraseHash } = withHashes(turn, id);
    const state = boundState(whole);
    const firstItem = (stored?.items ?? 0) + 1;
    // what the turn causes is named after the life too: forgotten and begun again, the counts start anew
    const life = stored?.life ?? parts.newSeed();
    const rev = stored?.rev ?? 0;
    const effects = [...deliveryOf(thought, state, firstItem), ...asked.map(boundEffect)];
    const record: TurnRecord = {
      inboundId: thought.inboundId,
      at: now,
      firstItem,
      items: (thought.said === null ? 0 : 1) + turn.replies.length,
      messageIds: turn.replies.flatMap((reply) => reply.parts.map((one) => one.id)),
      said: thought.said === null ? null : turn.hideSaid ? '\u2022\u2022\u2022' : boundSaid(thought.said),
      replies: turn.replies,
    };
    const pending = effects.map(
      (effect, at): PendingEffect => ({ ...effect, id: effectIdOf(id, life, rev + 1, at), at: now }),
    );
    const commit: Commit = {
      id,
      life,
      rev,
      before: stored,
      state,
      turn: record,
      effects: pending,
      expiresAt: keepUntil(state, now),
      ...(phraseHash === undefined ? {} : { phraseHash }),
      ...(thought.movedTo === undefined ? {} : { movedTo: thought.movedTo }),
    };
    const committed = await parts.store.commit(commit);
    if (committed.kind === 'stale') return null;
    const settled = pending.length > 0 ? parts.doEffects(id, pending) : undefined;
    tell(id);
    return { record, settled: settled ?? Promise.resolve() };
  }

  function saidOf(
    inbound: Inbound,
    state: ConversationState,
    id: string,
  ): { said: Said; words: string | null; reading: Reading | null } {
    const { what } = inbound;
    const context = contextOf(state);
    const heardText = (words: string) => {
      const whole = words.slice(0, LONGEST);
      const isCodeWord = state.codeWordHash !== null && codeHash(id, whole) === state.codeWordHash;
      const crossed = inbound.writtenAt !== undefined && state.asked !== null && inbound.writtenAt < state.asked.at;
      return { text: boundHeard(whole), reading: parts.read(whole, context), isCodeWord, crossed };
    };
    switch (what.kind) {
      case 'hello':
        return { said: { kind: 'hello' }, words: null, reading: null };
      case 'choice': {
        const label = what.label || what.id.slice(what.id.lastIndexOf('~') + 1);
        const { kind, id: pick } = what;
        if (what.beside === undefined)
          return { said: { kind, id: pick, label: what.label }, words: label, reading: null };
        const beside = heardText(what.beside);
        return {
          said: { kind, id: pick, label: what.label, beside },
          words: `${what.beside.slice(0, LONGEST)}\n${label}`,
          reading: beside.reading,
        };
      }
      case 'media': {
        const reading = parts.read(what.caption.slice(0, LONGEST), context);
        return {
          said: { ...what, caption: boundHeard(what.caption), reading },
          words: what.caption || `(${what.media})`,
          reading,
        };
      }
      case 'text': {
        const heard = heardText(what.text);
        return { said: { kind: 'text', ...heard }, words: what.text.slice(0, LONGEST), reading: heard.reading };
      }
    }
  }

  async function seen(stored: StoredConversation | null, id: string, inboundId: string): Promise<TurnRecord | null> {
    if (!stored) return null;
    return stored.recent.find((turn) => turn.inboundId === inboundId) ?? (await parts.store.findTurn(id, inboundId));
  }

  /** Follows a move: the conversation this address goes on in. */
  async function where(address: string): Promise<{ id: string; stored: StoredConversation | null }> {
    const own = ownId(address);
    const stored = await parts.store.load(own);
    const move = moveOf(stored);
    return move ? { id: move.id, stored: await parts.store.load(move.id) } : { id: own, stored };
  }

  /** What a WIN number of another tab or phone stands for. Guesses are counted, and too many find nothing. */
  async function elsewhere(
    text: string,
    state: ConversationState,
    address: string,
  ): Promise<{ readonly elsewhere?: ReferralKnown | 'unknown' }> {
    const ref = refIn(text);
    if (ref === null || state.referrals.some((one) => one.ref === ref)) return {};
    const found = (await parts.countGuess(address)) ? await parts.findReferral(ref) : null;
    return { elsewhere: found ?? 'unknown' };
  }

  /** Three words that match carry this address to the conversation they belong to; guesses are counted. */
  async function comeByPhrase(inbound: Inbound): Promise<TurnDone | null> {
    const phrase = inbound.what.kind === 'text' ? phraseIn(inbound.what.text) : null;
    if (phrase === null) return null;
    if (!(await parts.countGuess(inbound.address))) return null;
    const target = await parts.store.findByPhrase(parts.hash('phrase', phrase));
    const here = await where(inbound.address);
    if (target === null || target === here.id) return null;
    const before = await parts.store.load(target);
    if (!before) return null;
    const event = { name: 'cameByPhrase', channel: inbound.channel } as const;
    const came = await happenAs(target, inbound.id, event, inbound.line);
    return came && (await goOn(inbound, { id: target, after: before.items }, came));
  }

  /** From here on this address goes on in another conversation, after what is there already. */
  async function goOn(inbound: Inbound, to: Move, came: Kept): Promise<TurnDone | null> {
    const own = ownId(inbound.address);
    for (let go = 0; go < TRIES; go += 1) {
      const stored = await parts.store.load(own);
      const state = stored?.state ?? newConversation(inbound.channel, parts.now().getTime());
      const turn: Turn = {
        state: { ...state, paused: true, asked: null, agenda: [] },
        replies: [],
        effects: [],
        hideSaid: true,
      };
      const kept = await keep({
        stored,
        id: own,
        inboundId: `${inbound.id}/moved`,
        said: null,
        turn,
        movedTo: writeMove(to),
      });
      if (kept)
        return { kind: 'done', conversationId: to.id, turn: came.record, repeated: false, settled: came.settled };
    }
    return null;
  }

  /**
   * A phone that was asked for somebody on the web said yes: from now on it goes on in that conversation, and news comes
   * to it (P-H11). Null where that conversation is gone.
   */
  async function linkByYes(inbound: Inbound, target: string): Promise<TurnDone | null> {
    const before = await parts.store.load(target);
    const came = before && (await happenAs(target, inbound.id, { name: 'saidYesByText' }, inbound.line));
    return came && goOn(inbound, { id: target, after: before.items }, came);
  }

  /** What is said to a yes is said in the conversation it is for; where that is gone, they are met like anybody. */
  async function afterYes(
    inbound: Inbound,
    state: ConversationState,
    done: TurnDone,
    opinion: Opinion,
  ): Promise<TurnDone> {
    if (state.askedFor === null || state.answers['okToText']?.choices[0] !== 'yes') return done;
    const linked = await linkByYes(inbound, state.askedFor);
    if (linked || done.turn.replies.length > 0) return linked ?? done;
    return think({ ...inbound, id: `${inbound.id}/gone`, what: { kind: 'hello' } }, opinion);
  }

  async function think(inbound: Inbound, opinion: Opinion): Promise<TurnDone> {
    for (let go = 0; go < TRIES; go += 1) {
      const { id, stored } = await where(inbound.address);
      const before = await seen(stored, id, inbound.id);
      const now = parts.now();
      const state = stored?.state ?? newConversation(inbound.channel, now.getTime());
      const done = { kind: 'done', conversationId: id } as const;
      if (before) return afterYes(inbound, state, { ...done, turn: before, repeated: true }, opinion);
      await ahead(wordsIn(inbound.what).slice(0, LONGEST), contextOf(state));
      const { said: read, words } = saidOf(inbound, state, id);
      const said = await opinion(read, state.asked?.key ?? null);
      // a yes that comes days after the question is still one
      if (state.askedFor !== null && isYesByText(state, said)) {
        const linked = await linkByYes(inbound, state.askedFor);
        if (linked) return linked;
      }
      const heard = said.kind === 'text' ? { ...said, ...(await elsewhere(said.text, state, inbound.address)) } : said;
      const loops = isLoop(said, stored ?? {}, now.getTime());
      const turn: Turn = loops
        ? { state, replies: [], effects: [], hideSaid: false }
        : takeTurn(state, heard, worldFor(inbound.channel, now, inbound.number));
      const line = inbound.line === undefined ? {} : { line: inbound.line };
      const kept = await keep({ stored, id, inboundId: inbound.id, said: words, turn, ...line });
      if (!kept) continue;
      const { record, settled } = kept;
      return afterYes(inbound, turn.state, { ...done, turn: record, repeated: false, settled }, opinion);
    }
    throw new Error('A conversation kept moving on while a turn was thought');
  }

  function readingOf({ what }: Inbound): Reading | null {
    const text = wordsIn(what);
    return text ? parts.read(text.slice(0, LONGEST), { recentlyFlagged: false }) : null;
  }

  function withoutStore(inbound: Inbound): TurnFailed {
    return { kind: 'storeDown', replies: repliesWithoutStore(readingOf(inbound), parts.settings.phone) };
  }

  /** The same while a turn is late, as many are behind a flood: a long one is read in pieces, so that nobody waits for it. */
  async function whileLate(inbound: Inbound): Promise<TurnFailed | null> {
    await ahead(wordsIn(inbound.what).slice(0, LONGEST), { recentlyFlagged: false });
    return atOnceInDanger(inbound);
  }

  /** The crisis text for somebody in danger while the turn is still under way; null when there is time to wait. */
  function atOnceInDanger(inbound: Inbound): TurnFailed | null {
    const risks = readingOf(inbound)?.risks ?? [];
    return risks === 'failed' || risks.length > 0 ? withoutStore(inbound) : null;
  }

  async function turnOrWords(inbound: Inbound): Promise<TurnDone | TurnFailed> {
    const opinion = opinionOnce(parts.secondOpinion);
    return inOrder(inbound.address, async () => {
      const wait = paced(inbound.address, wordsIn(inbound.what).length);
      if (wait > 0) await pause(wait);
      for (let go = 0; ; go += 1) {
        try {
          return (await comeByPhrase(inbound)) ?? (await think(inbound, opinion));
        } catch (error) {
          if (error instanceof StoreDown) return withoutStore(inbound);
          const wait = TURN_WAITS[go];
          if (wait === undefined) return putAside(inbound, error);
          await pause(wait);
        }
      }
    });
  }

  /** No turn can be made of it: the fixed fault text with the crisis lines, and a person looks at the words (S2). */
  async function putAside(inbound: Inbound, error: unknown): Promise<TurnFailed> {
    const failed = withoutStore(inbound);
    const id = ownId(inbound.address);
    const source = parts.hash('inbound', `${inbound.address} ${inbound.id}`);
    const risks = readingOf(inbound)?.risks ?? [];
    try {
      await parts.setAside({
        id: `aside:${source}`,
        what: 'message',
        conversationId: id,
        source,
        why: error instanceof Error ? error.name : 'unknown',
        words: wordsIn(inbound.what).slice(0, LONGEST) || null,
        level: risks === 'failed' || risks.length > 0 ? 'P0' : 'P1',
      });
    } catch {
      // it could not be kept, so the message must wait
      return failed;
    }
    return { ...failed, setAside: true };
  }

  async function happenAs(id: string, inboundId: string, event: Happening, line?: string): Promise<Kept | null> {
    for (let go = 0; go < TRIES; go += 1) {
      const stored = await parts.store.load(id);
      if (!stored) return null;
      // put off in a life that was forgotten since: it is over with that
      if ((turnIn(inboundId, id)?.life ?? stored.life) !== stored.life) return null;
      const before = await seen(stored, id, inboundId);
      if (before) return { record: before, settled: Promise.resolve() };
      const channel = event.name === 'cameByPhrase' ? event.channel : stored.state.channel;
      const turn = takeTurn(stored.state, { kind: 'happened', event }, worldFor(channel, parts.now()));
      const kept = await keep({
        stored,
        id,
        inboundId,
        said: null,
        turn,
        event,
        ...(line === undefined ? {} : { line }),
      });
      if (kept) return kept;
    }
    throw new Error('A conversation kept moving on while news was told');
  }

  /** Turns whose items come after item `after`, from what was just read when it reaches back far enough. */
  async function turnsAfter(there: StoredConversation, after: number, limit: number): Promise<readonly TurnRecord[]> {
    if ((there.recent[0]?.firstItem ?? 1) > after + 1) return parts.store.transcript(there.id, after, limit);
    return there.recent.filter((turn) => turn.items > 0 && turn.firstItem + turn.items - 1 > after).slice(0, limit);
  }

  return {
    /** One turn for one message. The same inbound id gives the replies given then. Never throws for a store that is down. */
    handleTurn(inbound: Inbound): Promise<TurnDone | TurnFailed> {
      return inTime(turnOrWords(inbound), DANGER_WAITS, () => whileLate(inbound));
    },

    /** Tells a conversation that something happened outside it. `key` makes it happen once. Throws StoreDown. */
    async happen(conversationId: string, key: string, event: Happening): Promise<TurnRecord | null> {
      const kept = await inOrder(conversationId, () => happenAs(conversationId, key, event));
      await kept?.settled;
      return kept?.record ?? null;
    },

    /**
     * Asks a phone that never wrote, once, whether somebody on the web may be told news there. `key` makes it happen once.
     * Null when it must not be: the phone has talked with us, or that conversation is gone. Throws StoreDown.
     */
    async askByText(address: string, forId: string, key: string, line: string): Promise<TurnRecord | null> {
      const id = ownId(address);
      const kept = await inOrder(address, async () => {
        const [stored, asker] = [await parts.store.load(id), await parts.store.look(forId)];
        if (stored || !asker) return null;
        const now = parts.now();
        const event = { name: 'askedUsToText' } as const;
        const state = { ...newConversation('sms', now.getTime()), askedFor: forId };
        const turn = takeTurn(state, { kind: 'happened', event }, worldFor('sms', now));
        return keep({ stored: null, id, inboundId: key, said: null, turn, event, line });
      });
      await kept?.settled;
      return kept?.record ?? null;
    },

    async transcript(address: string, after: number, limit: number) {
      try {
        const own = ownId(address);
        // read afresh: another process may have gone on with it, moved it, or heard Leave now
        const stored = await parts.store.look(own);
        if (!stored) return { kind: 'none' as const };
        const move = moveOf(stored);
        const id = move?.id ?? own;
        const there = move ? await parts.store.look(id) : stored;
        if (there) watch.shown(address, new Map([own, id].map((one) => [one, one === id ? there.rev : stored.rev])));
        // Leave now holds for good, on every device that was there, also in another process and after a restart
        if (!there || hasLeft(stored, move ? there : null)) return { kind: 'none' as const };
        const start = move?.after ?? 0;
        const turns = await turnsAfter(there, Math.max(after, start), limit);
        const last = turns.at(-1);
        const items = Math.max(there.items, last ? last.firstItem + last.items - 1 : 0);
        return { kind: 'found' as const, turns, items, start, conversationId: id };
      } catch {
        // whatever the store's fault, the page shows the crisis lines and looks again (B10)
        return { kind: 'storeDown' as const };
      }
    },

    /** An open page at this address wants to be told by `onNews`, also of what other processes do; gives back how to stop. */
    watch: watch.open,

    onNews(listener: (address: string) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Told of each conversation this process goes on with; gives back how to stop. */
    onTurn(listener: (conversationId: string) => void): () => void {
      onTurn.add(listener);
      return () => void onTurn.delete(listener);
    },

    /** Leave now: what was on the table is put away, and the next hello asks if it is safe first. */
    async leave(address: string): Promise<void> {
      const { id, stored } = await where(address);
      if (stored) await inOrder(address, () => happenAs(id, `leave:${stored.rev}`, { name: 'left' }));
    },

    /** The conversation this address goes on in, whether or not anything was said in it yet. Throws StoreDown. */
    async conversationOf(address: string): Promise<string> {
      return (await where(address)).id;
    },

    /** Looks whether another process went on with conversations that this one has pages open on, and tells them. */
    async lookForNews(): Promise<void> {
      for (const address of await watch.look()) for (const listener of listeners) listener(address);
    },

    /** The fixed crisis words when these show danger, for words that belong to no conversation; else none. */
    ifDanger(text: string): readonly Reply[] {
      const inbound = { id: '', address: '', channel: 'web', what: { kind: 'text', text } } as const;
      return atOnceInDanger(inbound)?.replies ?? [];
    },

    /** The replies when nothing can be kept, for routes that have no turn. */
    withoutStore(phone = parts.settings.phone): readonly Reply[] {
      return repliesWithoutStore(null, phone);
    },
  };
}
