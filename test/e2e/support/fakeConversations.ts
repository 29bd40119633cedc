/** A tiny conversation service in memory, for tests of web chat: a greeting, four questions, and everything is kept. */
import type { Conversations, Inbound, Say, TurnDone } from '../../../bot/channels/channel';
import type { FirstScreen } from '../../../bot/channels/webchat/deps';
import type { Choice, Reply } from '../../../dialogs/content/words';
import type { TurnRecord } from '../../../services/store/ports';

const choice = (id: string, label: string): Choice => ({ id, label });

const CONSENT = [
  choice('consent:yes', "Yes, that's OK"),
  choice('consent:more', 'Tell me more'),
  choice('consent:no', 'No'),
];

/** Words by message id, so a Reply here is only ids, as in the product. */
const WORDS: Readonly<Record<string, string>> = {
  A1: "Hi, this is WIN. We help people in Blantyre and Rutherglen find what they need in life. I'm an automated helper, not a person.",
  A3: "We're not an emergency service. If you're in danger, call 999. To talk to someone now, call 111, or Samaritans free on 116 123.",
  B1: "We keep what you tell us so our small team can help you. We don't pass it on unless you say yes. If someone could be badly hurt, we may have to tell someone who can help.",
  B3: 'You might tell us private things, like about your health. Is it OK for us to keep that and use it to help you?',
  C1: 'Is this an OK time and place to chat? Some people share a phone or have someone close by.',
  E1: 'What do you need in life right now? Pick any that fit, or say it your own way.',
  F1: 'Thank you. What would make the biggest difference this week?',
  X26: 'Thanks for telling me. Is there anything else?',
  CRISIS:
    "I can't save anything just now. If you're in danger, call 999. Samaritans are free on 116 123. Our number is 01698 000 000.",
  RS1: "Thank you for telling me. I'm worried about you. Please call 999 now, or go to A&E. Is someone with you?",
  X16: "Sorry, wrong number. We won't text again.",
  N1: "Hi, it's Morag from the team. I've read what you said, so there's no need to say it again.",
};

const reply = (id: string, choices: readonly Choice[] = [], toGo = 0, many = false): Reply => ({
  parts: [{ id, params: {} }],
  choices,
  many,
  from: id === 'N1' ? 'advisor' : 'bot',
  toGo,
});

export const say: Say = (said) => ({
  text: said.parts.map((part) => (part.params['text'] ?? WORDS[part.id]) || part.id).join(' '),
  choices: said.choices,
  many: said.many,
  toGo: said.toGo > 0 ? `About ${said.toGo} to go` : '',
  from: said.from,
  messageIds: said.parts.map((part) => part.id),
  danger: said.parts.some((part) => part.id.startsWith('RS')),
  clears: said.parts.some((part) => part.id === 'X16'),
});

export const firstScreen = (): FirstScreen => ({
  paragraphs: [
    "Hi, this is WIN. We help people in Blantyre and Rutherglen find what they need in life. I'm an automated helper, not a person.",
    "If you're in danger, call 999. To talk to someone now, call 111, or Samaritans free on 116 123.",
    "It's a few questions, about 5 minutes. Skip any, stop any time. There are no wrong answers.",
    "We keep what you tell us so our small team can help. We don't pass it on unless you say yes, or someone could be badly hurt.",
    'You might tell us private things, like about your health. Is it OK for us to keep that and use it to help you?',
  ],
  choices: CONSENT,
});

const YES_NO = [choice('safe:yes', 'Yes'), choice('safe:no', 'No'), choice('safe:unsure', 'Not sure')];
const NEEDS = [
  choice('need:housing', 'Somewhere to live'),
  choice('need:money', 'Money worries'),
  choice('need:lonely', 'Feeling alone'),
  choice('need:work', 'Work or learning'),
];

function answer(step: number, said: string): readonly Reply[] {
  if (/tablets/.test(said)) return [reply('RS1')];
  if (/bluebell/.test(said)) return [reply('X16')];
  if (step === 1) return [reply('C1', YES_NO, 4)];
  if (step === 2) return [reply('E1', NEEDS, 3, true)];
  if (step === 3) return [reply('F1', [], 2)];
  return [reply('X26', [choice('more:no', "No, that's all")], 1)];
}

export interface FakeConversations extends Conversations {
  /** the store's memory, to hand to the next fake as after a restart */
  readonly kept: Map<string, TurnRecord[]>;
  /** every inbound seen, in order */
  readonly seen: Inbound[];
  readonly left: string[];
  storeDown: boolean;
  /** waited for before each turn */
  slow: () => Promise<void>;
  /** an advisor says something, from outside any request */
  advisorSays(address: string): void;
}

export function makeFakeConversations(
  kept: Map<string, TurnRecord[]> = new Map(),
  clock: () => number = () => 1_790_000_000_000,
): FakeConversations {
  const listeners = new Set<(address: string) => void>();
  const count = (turns: readonly TurnRecord[]) => turns.reduce((sum, turn) => sum + turn.items, 0);
  const add = (address: string, inboundId: string, said: string | null, replies: readonly Reply[]): TurnRecord => {
    const turns = kept.get(address) ?? [];
    const own = said === null ? 0 : 1;
    const turn: TurnRecord = {
      inboundId,
      at: clock(),
      firstItem: count(turns) + 1,
      items: own + replies.length,
      messageIds: replies.flatMap((r) => r.parts.map((part) => part.id)),
      said,
      replies,
    };
    kept.set(address, [...turns, turn]);
    for (const listener of listeners) listener(address);
    return turn;
  };
  const words = (what: Inbound['what']): string | null => {
    if (what.kind === 'hello') return null;
    if (what.kind === 'text') return what.text;
    if (what.kind === 'media') return what.caption;
    return what.beside === undefined ? what.label : `${what.beside}\n${what.label}`;
  };

  const fake: FakeConversations = {
    kept,
    seen: [],
    left: [],
    storeDown: false,
    slow: async () => {},
    async handleTurn(inbound) {
      fake.seen.push(inbound);
      await fake.slow();
      if (fake.storeDown) return { kind: 'storeDown', replies: [reply('CRISIS')] };
      const done = (turn: TurnRecord, repeated: boolean): TurnDone => ({
        kind: 'done',
        conversationId: inbound.address,
        turn,
        repeated,
      });
      const turns = kept.get(inbound.address) ?? [];
      const before = turns.find((turn) => turn.inboundId === inbound.id);
      if (before !== undefined) return done(before, true);
      const said = words(inbound.what);
      const replies =
        said === null
          ? [reply('A1'), reply('A3'), reply('B1'), reply('B3', CONSENT)]
          : answer(turns.filter((t) => t.said !== null).length + 1, said);
      return done(add(inbound.address, inbound.id, said, replies), false);
    },
    async transcript(address, after, limit) {
      if (fake.storeDown) return { kind: 'storeDown' };
      const turns = kept.get(address);
      if (turns === undefined || fake.left.includes(address)) return { kind: 'none' };
      const unseen = turns.filter((turn) => turn.firstItem + turn.items - 1 > after);
      return { kind: 'found', turns: unseen.slice(0, limit), items: count(turns), conversationId: address };
    },
    watch: (address) => ({ address, shown: () => undefined, stop: () => undefined }),
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async leave(address) {
      fake.left.push(address);
    },
    advisorSays(address) {
      add(address, `advisor-${count(kept.get(address) ?? [])}`, null, [reply('N1')]);
    },
  };
  return fake;
}
