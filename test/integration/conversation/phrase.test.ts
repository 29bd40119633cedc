/** Three words carry a conversation to another phone, and nothing shows before they match. */
import { aPerson, aProcess, begin, type Process, TUESDAY_AT_TEN } from './aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const clock = { now: TUESDAY_AT_TEN };
let process_: Process;
beforeAll(async () => {
  process_ = await aProcess(`test_phrase_${process.pid}`, clock);
});
afterAll(async () => {
  await process_.database.use((db) => db.dropDatabase());
  await process_.close();
});

const secret = 'Quillfeather and her damp hoose';

/** Somebody with something to hide from other people, and their three words. */
async function withPhrase() {
  const maya = aPerson(process_);
  await begin(maya);
  const { turn } = await maya.say(`${secret}, ma rent`);
  const paused = await maya.say('PAUSE');
  const phrase = paused.turn.turn.replies.flatMap((reply) => reply.parts).find((part) => part.id === 'W-PHRASE')
    ?.params['phrase'];
  if (phrase === undefined) throw new Error('No phrase was given');
  return { maya, phrase, id: turn.conversationId, items: paused.turn.turn.firstItem + paused.turn.turn.items - 1 };
}

describe('a resume phrase', () => {
  it('moves a conversation to another page, which starts where it joined', async () => {
    const { phrase, id, items } = await withPhrase();
    const there = aPerson(process_);
    const hello = await there.hello();
    expect(hello.turn.conversationId).not.toBe(id);
    const came = await there.say(` ${phrase.toUpperCase()}. `);
    expect(came.turn.conversationId).toBe(id);
    expect(came.ids).toEqual(['X4A']);
    expect(came.text).not.toMatch(/damp|rent|home/i);
    const page = await process_.service.transcript(there.address, 0, 100);
    if (page.kind !== 'found') throw new Error(page.kind);
    expect(page).toMatchObject({ start: items, conversationId: id });
    expect(JSON.stringify(page.turns)).not.toMatch(/damp/);
    expect(page.turns.map((turn) => turn.messageIds)).toEqual([['X4A']]);
    // they carry on where they were
    await there.tap('Yes');
    const on = await there.tap('Carry on');
    expect(on.ids).toContain('E3-HOM');
    expect((await process_.store.load(id))?.state.answers).toMatchObject({ need: {} });
  });

  it('moves to a text message, and the same message sent again changes nothing', async () => {
    const { phrase, id } = await withPhrase();
    const phone = aPerson(process_, 'sms', 'sms:+447700900123');
    const came = await phone.say(phrase, 'sms-1');
    expect(came.turn.conversationId).toBe(id);
    expect(came.ids).toEqual(['X4A']);
    const again = await phone.say(phrase, 'sms-1');
    expect(again.turn).toMatchObject({ repeated: true, turn: came.turn.turn });
    const next = await phone.say('yes', 'sms-2');
    expect(next.turn.conversationId).toBe(id);
    expect((await process_.store.load(id))?.state.channel).toBe('sms');
  });

  it('that does not match says nothing about any conversation', async () => {
    const { id } = await withPhrase();
    const [stranger, anybody] = [aPerson(process_), aPerson(process_)];
    await stranger.hello();
    await anybody.hello();
    const wrong = await stranger.say('river lamp seven');
    expect(wrong.turn.conversationId).not.toBe(id);
    // exactly what any other words get
    expect(wrong.text).toBe((await anybody.say('good grey thing')).text);
    expect(wrong.text).not.toMatch(/phrase|words|match|damp/i);
  });

  it('can be guessed at five times in an hour, not more', async () => {
    const { phrase, id } = await withPhrase();
    const guesser = aPerson(process_, 'whatsapp');
    const words = ['apple', 'table', 'window', 'garden', 'silver'];
    for (const word of words) {
      const guess = await guesser.say(`${word} ${word} ${word}`);
      expect(guess.turn.conversationId).not.toBe(id);
    }
    expect((await guesser.say(phrase)).turn.conversationId).not.toBe(id);
    clock.now += 61 * 60_000;
    expect((await guesser.say(phrase)).turn.conversationId).toBe(id);
  });

  it('works from another copy of the service', async () => {
    const { phrase, id } = await withPhrase();
    const other = await aProcess(`test_phrase_${process.pid}`, clock);
    expect((await aPerson(other, 'sms', 'sms:other').say(phrase)).turn.conversationId).toBe(id);
    await other.close();
  });
});

describe('guesses', () => {
  it('are counted together in every copy of the service, and after one was started again', async () => {
    const { phrase, id } = await withPhrase();
    const words = ['apple', 'table', 'window', 'garden', 'silver'];
    for (const word of words) {
      const copy = await aProcess(`test_phrase_${process.pid}`, clock);
      await aPerson(copy, 'sms', 'sms:guesses').say(`${word} ${word} ${word}`);
      await copy.close();
    }
    const last = await aPerson(process_, 'sms', 'sms:guesses').say(phrase);
    expect(last.turn.conversationId).not.toBe(id);
    expect(last.text).not.toMatch(/damp|rent|phrase|words/i);
  });
});
