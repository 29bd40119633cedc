/** From hello to a partner's answer, on the real database. */

import { consents } from '../../../services/store/collections/people';
import { outcomes } from '../../../services/store/collections/running';
import { createRecords } from '../../../services/store/mongo/records';
import { sealer } from '../store/database';
import { aPerson, aProcess, type Process, partnerAnswers, TUESDAY_AT_TEN, upToSharing } from './aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const clock = { now: TUESDAY_AT_TEN };
let process_: Process;
beforeAll(async () => {
  process_ = await aProcess(`test_intake_${process.pid}`, clock);
});
afterAll(async () => {
  await process_.database.use((db) => db.dropDatabase());
  await process_.close();
});

/** ids of questions that may not come twice in one conversation */
const asked = ['E1', 'B4', 'C3', 'E3-HOM', 'D1', 'D2', 'W-PACE', 'H1', 'W-NUMBER', 'H2'];

async function messageIds(address: string): Promise<readonly string[]> {
  const found = await process_.service.transcript(address, 0, 200);
  if (found.kind !== 'found') throw new Error(found.kind);
  return found.turns.flatMap((turn) => turn.messageIds);
}

describe('a whole conversation', () => {
  it('reaches a partner, and the person hears the answer and can ask how it stands', async () => {
    const maya = aPerson(process_);
    expect((await upToSharing(maya)).text).toMatch(/This is all .* would see:\n {0,2}Name: Maya Quillfeather\n/);
    const passed = await maya.tap('Yes');
    expect(passed.ids).toContain('W-PASSED');
    const news: string[] = [];
    const page = process_.service.watch(maya.address);
    await process_.service.transcript(maya.address, 0, 100, page);
    const stop = process_.service.onNews((address) => news.push(address));
    const answer = await partnerAnswers(process_, { say: 'yes', within: '1' });
    stop();
    page.stop();
    expect(answer.text).toMatch(/said yes|will be in touch/i);
    expect(answer.turn?.messageIds).toContain('W-ACCEPTED');
    // whoever has the page open is told to look
    expect(news).toEqual([maya.address]);
    // telling it twice says it once
    const again = await process_.service.happen(answer.conversationId, answer.key, answer.happening);
    expect(again).toEqual(answer.turn);
    expect((await maya.say('STATUS')).text).toContain(answer.happening.ref);
    const ids = await messageIds(maya.address);
    expect(ids.filter((id) => id === 'W-ACCEPTED')).toHaveLength(1);
    for (const id of asked) expect(ids.filter((one) => one === id)).toHaveLength(1);
    expect(process_.faults).toEqual([]);
  });

  it('offers the next idea after a no, and asks nothing twice', async () => {
    const maya = aPerson(process_);
    await upToSharing(maya);
    await maya.tap('Yes');
    await process_.effects.idle();
    const first = process_.letters.at(-1);
    const no = await partnerAnswers(process_, { say: 'no', reason: 'full', words: 'words for the team only' });
    expect(no.turn?.messageIds).toEqual(expect.arrayContaining(['W-DECLINED', 'W-NEXT-OPTION']));
    expect(no.text).toMatch(/they have no places left/);
    expect(no.text).not.toMatch(/words for the team only/);
    maya.hears(no.turn?.replies ?? []);
    const next = await maya.tap('Yes');
    expect(next.ids).toContain('W-PASSED');
    await process_.effects.idle();
    const second = process_.letters.at(-1);
    expect(second?.ref).not.toBe(first?.ref);
    expect(second?.partner).not.toBe(first?.partner);
    const ids = await messageIds(maya.address);
    for (const id of asked) expect(ids.filter((one) => one === id)).toHaveLength(1);
    const yes = await partnerAnswers(process_, { say: 'yes', within: '2' });
    expect(yes.text).toContain(second?.partner);
  });

  it('freezes each consent with the words that were on the screen', async () => {
    const maya = aPerson(process_);
    const offer = await upToSharing(maya);
    const yes = await maya.tap('Yes');
    await process_.effects.idle();
    const records = createRecords(process_.database, consents, sealer);
    const all = await records.find({ conversationId: yes.turn.conversationId }, 10);
    expect(all).toHaveLength(2);
    const details = all.find((one) => one.purpose.startsWith('special_category/'));
    const share = all.find((one) => one.purpose.startsWith('share/'));
    expect(details).toMatchObject({ given: true, purpose: 'special_category/CN-1.0-S' });
    expect(details?.shown).toMatch(/You might tell us private things/);
    expect(share).toMatchObject({ given: true, messageId: 'W-SHARE-SHORT' });
    // every line they saw is in the record, word for word
    for (const line of offer.text.split('\n').filter((one) => /^(Name|Contact|Help with|Own words):/.test(one.trim())))
      expect(share?.shown).toContain(line.trim());
    expect(share?.shown).toMatch(/Can we pass that to them/);
    // and beside the answer as well
    const state = (await process_.store.load(yes.turn.conversationId))?.state;
    expect(state?.secrets['shown/consent']).toMatch(/private things[\s\S]*- Yes, that's OK/);
  });

  it('records a need nobody could be found for', async () => {
    const lee = aPerson(process_);
    await upToSharing(lee);
    await lee.tap('Yes');
    let no = await partnerAnswers(process_, { say: 'no', reason: 'notEligible', words: '' });
    for (let go = 0; go < 12 && no.turn?.messageIds.includes('W-NEXT-OPTION'); go += 1) {
      lee.hears(no.turn.replies);
      await lee.tap('Yes');
      no = await partnerAnswers(process_, { say: 'no', reason: 'full', words: '' });
    }
    expect(no.turn?.messageIds).toContain('L3');
    await process_.effects.idle();
    const records = createRecords(process_.database, outcomes, sealer);
    const unmet = await records.find({ conversationId: no.conversationId, kind: 'unmetNeed' }, 10);
    expect(unmet.map((one) => one.label)).toEqual(['housing']);
  });
});
