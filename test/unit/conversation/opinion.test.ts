/** A second reader joins a turn: asked once a message, never about a code word, and never in the way. */

import type { Reading, Said } from '../../../dialogs/types';
import { sampleSettings } from '../../../services/calendar/world';
import { createConversationService } from '../../../services/conversation/conversations';
import type { Inbound } from '../../../services/conversation/inbound';
import { opinionOnce } from '../../../services/conversation/opinion';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import type { SecondOpinion } from '../../../services/understanding/clu/secondOpinion';
import { createReader } from '../../../services/understanding/read';

const nothing: Reading = { risks: [], command: null, needs: [], moments: [] };
const housing = jest.fn<ReturnType<SecondOpinion>, Parameters<SecondOpinion>>(async (_text, reading) => ({
  ...reading,
  needs: ['housing'],
}));
const text = (isCodeWord: boolean): Said => ({ kind: 'text', text: 'a b', reading: nothing, isCodeWord });

beforeEach(() => housing.mockClear());

it('is asked once however often the turn is thought, on words beside a button and under a picture too', async () => {
  const opinion = opinionOnce(housing);
  await opinion(text(false), 'openNeed');
  expect(await opinion(text(false), 'openNeed')).toMatchObject({ reading: { needs: ['housing'] } });
  expect(housing.mock.calls).toEqual([['a b', nothing, 'openNeed']]);
  const picture: Said = { kind: 'media', media: 'picture', caption: 'c d', reading: nothing };
  expect(await opinionOnce(housing)(picture, null)).toMatchObject({ reading: { needs: ['housing'] } });
  const beside = { text: 'e f', reading: nothing, isCodeWord: false };
  const pressed = await opinionOnce(housing)({ kind: 'choice', id: 'x', label: 'X', beside }, null);
  expect(pressed).toMatchObject({ beside: { reading: { needs: ['housing'] } } });
});

it('never sees a code word, a plain press or a hello', async () => {
  const unseen: readonly Said[] = [text(true), { kind: 'choice', id: 'x', label: 'X' }, { kind: 'hello' }];
  for (const said of unseen) expect(await opinionOnce(housing)(said, null)).toBe(said);
  expect(housing).not.toHaveBeenCalled();
});

it('hears a long letter, but not page after page of a flood, and what is said in the midst of one', async () => {
  const send = talk(housing);
  const page = (n: number) => `page ${n} `.concat('we went out for rolls and it rained. '.repeat(1_100));
  await send('1', { kind: 'hello' });
  await send('2', { kind: 'text', text: page(1).slice(0, 20_000) });
  expect(housing).toHaveBeenCalledTimes(1);
  await send('3', { kind: 'text', text: page(2) });
  await send('4', { kind: 'text', text: page(3) });
  expect(housing).toHaveBeenCalledTimes(1);
  await send('5', { kind: 'text', text: 'fed the cat and left the keys with her next door' });
  expect(housing).toHaveBeenCalledTimes(2);
});

function talk(secondOpinion?: SecondOpinion) {
  const now = () => new Date(Date.UTC(2026, 10, 24, 11));
  let seeds = 0;
  const service = createConversationService({
    store: createMemoryConversations({ now: () => now().getTime() }),
    setAside: async () => undefined,
    read: createReader(),
    secondOpinion,
    match: () => ({ options: [], leftOut: [] }),
    settings: sampleSettings,
    now,
    newSeed: () => `seed${seeds++}`,
    hash: (purpose, value) => `${purpose}${value}`.replace(/\W/g, ''),
    countGuess: async () => true,
    findReferral: async () => null,
    doEffects: () => undefined,
  });
  const send = (id: string, what: Inbound['what']) => service.handleTurn({ id, address: 'a', channel: 'web', what });
  return send;
}

async function wordsOf(turn: ReturnType<ReturnType<typeof talk>>) {
  const done = await turn;
  if (done.kind !== 'done') throw new Error(done.kind);
  return JSON.stringify(done.turn.replies);
}

it('a danger only the second reader hears is answered in the same turn; the same message again asks nobody', async () => {
  const second = jest.fn<ReturnType<SecondOpinion>, Parameters<SecondOpinion>>(async (words, reading) => {
    const flag = { category: 'medical_emergency', level: 'P0', rule: 'clu:medical_emergency', words } as const;
    return { ...reading, risks: [{ ...flag, aboutOther: false, unclear: false }] };
  });
  const send = talk(second);
  await send('1', { kind: 'hello' });
  const said = { kind: 'text', text: 'my nan is a funny colour' } as const;
  expect(await wordsOf(send('2', said))).toContain('"RM1"');
  expect(await wordsOf(send('2', said))).toContain('"RM1"');
  expect(second).toHaveBeenCalledTimes(1);
});
