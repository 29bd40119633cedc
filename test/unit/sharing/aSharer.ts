/** Somebody who comes by one channel, answers by question and not by order, and gets as far as passing something on. */
import { openFrontDoor } from '../../../bot/tools/frontDoor';
import { splitKey } from '../../../dialogs/catalogue/question';
import { textOf } from '../../../dialogs/content/copy';
import type { ChannelKind, ConversationState, Reply } from '../../../dialogs/types';
import type { Letter } from '../../../services/delivery/letter';
import type { PartnerAnswer } from '../../../services/referrals/answer';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { PendingEffect } from '../../../services/store/ports';
import type { Answers } from '../engine/walk';

/** Tuesday 24 November 2026, 10 in the morning in Scotland. */
export const TUESDAY_AT_TEN = Date.UTC(2026, 10, 24, 10);

const always: Answers = {
  start: 'yes',
  consent: 'yes',
  safeNow: 'yes',
  leaveFast: 'carryOn',
  sharedDevice: 'no',
  ageBand: 'over18',
  area: 'blantyre',
  summary: 'yes',
};

let people = 0;

/** One front door in memory with a clock that moves when told, and one person at it. */
export async function aSharer(channel: ChannelKind) {
  let now = TUESDAY_AT_TEN;
  const letters: Letter[] = [];
  const effects: PendingEffect[] = [];
  const store = createMemoryConversations({ now: () => now });
  const front = await openFrontDoor({
    store,
    records: createMemoryRecords,
    hashKey: Buffer.alloc(32, 7),
    now: () => new Date(now),
    letter: (letter) => letters.push(letter),
    asked: (_id, asked) => void effects.push(...asked),
    log: (event) => {
      throw new Error(event);
    },
  });
  people += 1;
  const address = `${channel}:sharer-${people}`;
  let turns = 0;
  let id = '';
  let last: readonly Reply[] = [];
  const state = async (): Promise<ConversationState> => {
    const found = await store.look(id);
    if (!found) throw new Error('There is no conversation yet');
    return found.state;
  };
  const send = async (what: { kind: 'text'; text: string } | { kind: 'choice'; id: string; label: string }) => {
    turns += 1;
    now += 20_000;
    const number = channel === 'web' ? {} : { number: '+447700900777' };
    const done = await front.service.handleTurn({ id: `${address}/${turns}`, address, channel, what, ...number });
    if (done.kind !== 'done') throw new Error('The store was down');
    id = done.conversationId;
    last = done.turn.replies;
    await front.effects.idle();
    return last.map(textOf).join('\n');
  };
  const sharer = {
    front,
    store,
    letters,
    effects,
    address,
    state,
    id: () => id,
    now: () => now,
    wait: (ms: number) => {
      now += ms;
    },
    say: (text: string) => send({ kind: 'text', text }),
    /** what the last turn said */
    told: () => last.map(textOf).join('\n'),
    shown: () => last,
    /** a choice of the question on the table by its id, several joined with "+", else words */
    async answer(said: string): Promise<string> {
      const key = (await state()).asked?.key ?? '';
      const ids = said.split('+').map((one) => `${key}~${one}`);
      const offered = last.flatMap((reply) => reply.choices.map((choice) => choice.id));
      return ids.every((one) => offered.includes(one))
        ? send({ kind: 'choice', id: ids.join(','), label: said })
        : send({ kind: 'text', text: said });
    },
    /** goes on until this question is asked or the talk ends */
    async walk(answers: Answers, ...until: readonly string[]): Promise<string> {
      if (turns === 0) await sharer.say('hello');
      for (let step = 0; step < 90; step += 1) {
        const { asked, mode } = await state();
        const key = asked?.key ?? '';
        const name = splitKey(key).id;
        if (until.includes(name) || mode === 'finished') return sharer.told();
        await sharer.answer(answers[key] ?? answers[name] ?? always[name] ?? 'SKIP');
      }
      throw new Error(`It never came to ${until.join(' or ')}: ${(await state()).asked?.key}: ${sharer.told()}`);
    },
    /** the newest introduction, as it is kept */
    async kept() {
      const refer = effects.findLast((effect) => effect.kind === 'refer');
      const found = refer ? await front.referrals.get(refer.id) : null;
      if (!found) throw new Error('Nothing was passed on');
      return found;
    },
    /** another tab of the same browser, or another phone: it knows nothing of this one */
    async anotherTab(by: ChannelKind = channel) {
      let said = 0;
      return async (text: string): Promise<string> => {
        said += 1;
        now += 20_000;
        const inbound = {
          id: `${address}/other/${said}`,
          address: `${by}:${address}/other`,
          channel: by,
          what: { kind: 'text', text },
        } as const;
        const done = await front.service.handleTurn(inbound);
        await front.effects.idle();
        return done.kind === 'done' ? done.turn.replies.map(textOf).join('\n') : '';
      };
    },
    /** the partner answers the newest letter, and the person is told */
    async partnerSays(answer: PartnerAnswer): Promise<string> {
      const token = letters.findLast((letter) => letter.link !== null)?.link?.split('/r/')[1] ?? '';
      const answered = await front.referrals.answer(token, answer);
      if (answered.kind !== 'moved') throw new Error(answered.kind);
      const turn = await front.service.happen(answered.conversationId, `news/${turns}/${now}`, answered.happening);
      last = turn?.replies ?? [];
      await front.effects.idle();
      return sharer.told();
    },
  };
  return sharer;
}

export type Sharer = Awaited<ReturnType<typeof aSharer>>;
