/** One message: where it belongs, what it says there, what the turn makes of it, and the one write that keeps it. */
import { newConversation } from '../../dialogs/newConversation';
import { refIn } from '../../dialogs/reference';
import { takeTurn } from '../../dialogs/turn/takeTurn';
import type { ConversationState, ReferralKnown, Said, Turn, World } from '../../dialogs/types';
import type { WorldFor } from '../calendar/world';
import type { ConversationParts } from './deps';
import { TRIES } from './happen';
import { type Inbound, LONGEST, type TurnDone, wordsIn } from './inbound';
import type { Keep } from './keep';
import type { Opinion } from './opinion';
import type { Places } from './places';
import { contextOf, hasCrossed, isLoop, saidOf } from './said';

/** "Yes", and nothing else, to "you asked us to get in touch", with the question still on the table. */
function isYesByText({ asked, contact }: ConversationState, said: Said): boolean {
  if (asked?.key !== 'okToText' || contact !== 'OPEN' || said.kind !== 'text') return false;
  const { command, risks } = said.reading;
  return command === 'yes' && risks !== 'failed' && risks.length === 0;
}

export function createThink(
  parts: Pick<ConversationParts, 'read' | 'hash' | 'now' | 'countGuess' | 'findReferral' | 'holdCall'> & {
    readonly ahead: NonNullable<ConversationParts['readAhead']>;
    readonly places: Places;
    readonly keep: Keep;
    readonly linkByYes: (inbound: Inbound, target: string) => Promise<TurnDone | null>;
    readonly worldFor: WorldFor;
  },
) {
  const { ahead, keep, linkByYes, worldFor } = parts;
  const { where, seen } = parts.places;

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

  /** A time they choose is held before they are told that it is theirs; one that is gone is thought of as never offered. */
  async function withCallHeld(id: string, state: ConversationState, said: Said, world: World): Promise<Turn> {
    const turn = takeTurn(state, said, world);
    const from = turn.effects.find(({ kind }) => kind === 'bookCall')?.data['from'];
    if (typeof from !== 'number' || (await parts.holdCall?.(id, from)) !== false) return turn;
    const left: World['callTimes'] = (safe) => world.callTimes(safe).filter((one) => one.from !== from);
    return takeTurn(state, said, { ...world, callTimes: left });
  }

  async function think(inbound: Inbound, opinion: Opinion): Promise<TurnDone> {
    for (let go = 0; go < TRIES; go += 1) {
      const { id, stored } = await where(inbound.address);
      const before = await seen(stored, id, inbound.id);
      const now = parts.now();
      const state = stored?.state ?? newConversation(inbound.channel, now.getTime());
      const was = stored ? { was: stored.state.contact } : {};
      const done = { kind: 'done', conversationId: id, ...was } as const;
      if (before) return afterYes(inbound, state, { ...done, turn: before, repeated: true }, opinion);
      await ahead(wordsIn(inbound.what).slice(0, LONGEST), contextOf(state));
      const { said: read, words } = saidOf(parts, inbound, state, id, await hasCrossed(inbound, state, id));
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
        : await withCallHeld(id, state, heard, worldFor(id, inbound.channel, now, inbound.number));
      const { line, writtenAt } = inbound;
      const way = { ...(line === undefined ? {} : { line }), ...(writtenAt === undefined ? {} : { writtenAt }) };
      const kept = await keep({ stored, id, inboundId: inbound.id, said: words, turn, ...way });
      if (!kept) continue;
      const { record, ...left } = kept;
      return afterYes(inbound, turn.state, { ...done, turn: record, repeated: false, ...left }, opinion);
    }
    throw new Error('A conversation kept moving on while a turn was thought');
  }

  return think;
}
