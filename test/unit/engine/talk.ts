/** A conversation played step by step in tests: one person, one channel, a clock that only moves when told. */
import type { Catalogue } from '../../../dialogs/catalogue/question';
import type { Reply } from '../../../dialogs/content/words';
import { newConversation } from '../../../dialogs/newConversation';
import { takeTurn } from '../../../dialogs/turn/takeTurn';
import type { ChannelKind, ConversationState, Said, Turn, World } from '../../../dialogs/types';
import { OFFICE_ROTA, type Rota } from '../../../services/calendar/team';
import { sampleSettings, worldAt } from '../../../services/calendar/world';
import { sampleSnapshot } from '../../../services/directory/sample/sampleDirectory';
import { match } from '../../../services/routing/match';
import { createReader } from '../../../services/understanding/read';

const sample = sampleSnapshot('2026-11-24');
const read = createReader();
/** A Tuesday morning with nobody known to be on duty. */
export const TUESDAY = Date.parse('2026-11-24T10:00:00Z');

/** The number everybody on a phone writes from. */
export const OWN_NUMBER = '07700 900777';

export interface TalkParts {
  readonly channel: ChannelKind;
  readonly catalogue?: Catalogue;
  readonly from?: number;
  readonly onDuty?: boolean;
  /** who works when, instead */
  readonly rota?: () => Rota;
  readonly emptyDirectory?: boolean;
  readonly everyEqualityQuestion?: boolean;
}

/** One conversation under way. `turns` holds every turn so far, with the state before it. */
export interface Talk {
  state: ConversationState;
  now: number;
  turn: number;
  catalogue: Catalogue | undefined;
  last: readonly Reply[];
  readonly parts: TalkParts;
}

/** A conversation before anything is said. */
export function newTalk(parts: TalkParts): Talk {
  const now = parts.from ?? TUESDAY;
  return { state: newConversation(parts.channel, now), now, turn: 0, catalogue: parts.catalogue, last: [], parts };
}

/** Makes a value and everything in it impossible to change. */
export function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inside of Object.values(value)) freezeDeep(inside);
  }
  return value;
}

const MORAG_ON_DUTY: Rota = { ...OFFICE_ROTA, onDuty: { name: 'Morag', minutes: 5 } };

/** The world as this conversation sees it now. */
export function worldOf(talk: Talk): World {
  const { parts } = talk;
  return worldAt({
    now: new Date(talk.now),
    channel: talk.state.channel,
    settings: {
      ...sampleSettings,
      askOrientation: parts.everyEqualityQuestion === true,
      askFaith: parts.everyEqualityQuestion === true,
    },
    seed: `seed${String(talk.turn).padStart(12, '0')}`,
    match: (query, today) => match(parts.emptyDirectory ? { offers: [] } : sample, query, today),
    ...(talk.state.channel === 'web' ? {} : { number: OWN_NUMBER }),
    rota: parts.rota?.() ?? (parts.onDuty ? MORAG_ON_DUTY : OFFICE_ROTA),
  });
}

/** Plays one turn with a frozen state, and keeps what it remembers as the database would. */
export function play(talk: Talk, said: Said): Turn {
  talk.turn += 1;
  talk.now += 20_000;
  const turn = takeTurn(freezeDeep(talk.state), said, worldOf(talk), talk.catalogue);
  talk.state = JSON.parse(JSON.stringify(turn.state));
  const code = turn.effects.find((effect) => effect.kind === 'hashCodeWord');
  if (code) talk.state = { ...talk.state, codeWordHash: 'hash' };
  if (turn.replies.length) talk.last = turn.replies;
  return turn;
}

/** What a typed message is, once read. */
export function typed(talk: Talk, text: string): Said {
  return {
    kind: 'text',
    text,
    reading: read(text, { recentlyFlagged: talk.state.safety !== null, asking: talk.state.asked?.key ?? null }),
    isCodeWord: talk.state.codeWordHash !== null && text === 'bluebell',
  };
}

/** The choices now on the table, as their ids were sent. */
export function offered(talk: Talk): readonly { readonly id: string; readonly label: string }[] {
  return talk.last.flatMap((reply) => reply.choices);
}
