/** Three words lead to one conversation alone, for a while, and cannot be found by trying (H8). */
import { PHRASE_WORDS } from '../../../dialogs/content/phraseWords';
import { makePhrase } from '../../../dialogs/phrase';
import { createGuesses, mostOfAll } from '../../../services/conversation/guesses';
import { conversations, messages, phraseLastsFor } from '../../../services/store/collections/conversations';
import { guesses } from '../../../services/store/collections/guesses';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createConversations } from '../../../services/store/mongo/conversations';
import { createRecords } from '../../../services/store/mongo/records';
import type { ConversationStore } from '../../../services/store/ports';
import { exampleCommit, start } from '../../contracts/store/examples';
import { sealer, type TestDatabase, testDatabase } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

let it_: TestDatabase;
let now = start;
beforeAll(() => {
  it_ = testDatabase('phraseSpace', [conversations, messages, guesses]);
});
afterAll(() => it_.drop());

it('H8: the space of phrases is large, and each word of it is one word, written once', () => {
  expect(new Set(PHRASE_WORDS).size).toBe(PHRASE_WORDS.length);
  expect(PHRASE_WORDS.every((word) => /^[a-z]{3,12}$/.test(word))).toBe(true);
  expect(PHRASE_WORDS.length ** 3).toBeGreaterThan(400_000_000);
  const made = new Set(Array.from({ length: 3_000 }, (_none, n) => makePhrase(`seed${n}abcdef`)));
  expect(made.size).toBeGreaterThan(2_997);
});

describe.each(['mongo', 'memory'] as const)('in %s', (kind) => {
  const open = (): ConversationStore =>
    kind === 'mongo'
      ? createConversations(it_.database, { sealer, now: () => now })
      : createMemoryConversations({ now: () => now });

  it('H8: a phrase that is live is refused to another conversation, so that the turn draws again', async () => {
    const store = open();
    const phraseHash = `live-${kind}`;
    expect((await store.commit(exampleCommit(`one-${kind}`, null, { phraseHash }))).kind).toBe('committed');
    expect((await store.commit(exampleCommit(`two-${kind}`, null, { phraseHash }))).kind).toBe('stale');
    expect((await store.commit(exampleCommit(`two-${kind}`, null, { phraseHash: `other-${kind}` }))).kind).toBe(
      'committed',
    );
    expect(await store.findByPhrase(phraseHash)).toBe(`one-${kind}`);
  });

  it('H8: a phrase runs out, and is good again when it is given out again', async () => {
    const store = open();
    const phraseHash = `old-${kind}`;
    const made = await store.commit(exampleCommit(`old-${kind}`, null, { phraseHash }));
    if (made.kind !== 'committed') throw new Error('It was not kept');
    now = start + phraseLastsFor + 60_000;
    expect(await store.findByPhrase(phraseHash)).toBeNull();
    const turn = { ...exampleCommit(`old-${kind}`, made.conversation).turn, at: now };
    await store.commit(exampleCommit(`old-${kind}`, made.conversation, { phraseHash, turn }));
    expect(await store.findByPhrase(phraseHash)).toBe(`old-${kind}`);
    now = start;
  });
});

it('H8: guesses have a budget for all addresses together, over every process', async () => {
  const processes = [0, 1].map(() =>
    createGuesses(
      createRecords(it_.database, guesses, sealer),
      (purpose, value) => `${purpose}:${value}`,
      () => now,
    ),
  );
  const count = async (n: number) => (await processes[n % 2]?.(`web:${n}`)) === true;
  let allowed = 0;
  for (let n = 0; n < mostOfAll + 20; n += 1) allowed += Number(await count(n));
  expect(allowed).toBe(mostOfAll);
  now += 60 * 60 * 1000 + 1;
  expect(await count(1_000)).toBe(true);
  now = start;
});
