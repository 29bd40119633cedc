/** Voice notes and photos: kept once, opened by few, gone in time (guide.md 2.6, X7, X8). */
import { LARGEST_MEDIA } from '../../../services/media/source';
import { advisor, aKeeper, got, hour, NOON, photo, voiceNote } from './doings';

const day = 24 * hour;
const all = { since: 0, until: NOON + 30 * day, voice: true };

async function aKeptFile(there = voiceNote) {
  const kept = aKeeper();
  kept.carrier.answer = got(Buffer.from('a quiet voice'), there.contentType);
  await kept.keeper.keep('talk-1', 'twilio', [there], 'turn-1');
  await kept.keeper.fetchDue();
  return { ...kept, file: await kept.only() };
}

describe('a file that came', () => {
  it('is written down once, however often its turn is heard', async () => {
    const { keeper, carrier } = aKeeper();
    for (let n = 0; n < 3; n += 1) await keeper.keep('talk-1', 'twilio', [voiceNote, photo], 'turn-1');
    expect(await keeper.of('talk-1')).toHaveLength(2);
    await Promise.all([keeper.fetchDue(), keeper.fetchDue()]);
    expect(carrier.asked).toBe(2);
  });

  it('is fetched, and the copy of the carrier deleted', async () => {
    const { file, carrier } = await aKeptFile();
    expect(file).toMatchObject({
      state: 'kept',
      bytes: 13,
      contentType: 'audio/ogg',
      carrierCopy: 'removed',
      at: null,
    });
    expect(carrier.removed).toEqual([voiceNote.at]);
  });

  it('stays ours to delete at the carrier until the carrier has', async () => {
    const { keeper, carrier, clock, only } = aKeeper();
    carrier.removes = false;
    await keeper.keep('talk-1', 'twilio', [voiceNote], 'turn-1');
    await keeper.fetchDue();
    expect(await only()).toMatchObject({ state: 'kept', carrierCopy: 'there', at: voiceNote.at });
    carrier.removes = true;
    await keeper.fetchDue();
    expect(carrier.removed).toEqual([]);
    clock.now += 2 * 60_000;
    await keeper.fetchDue();
    expect(await only()).toMatchObject({ carrierCopy: 'removed', at: null });
  });

  it.each([
    ['too big', { kind: 'tooBig' as const }, 'refused', 'tooBig'],
    ['of a kind we do not keep', { kind: 'wrongKind' as const }, 'refused', 'wrongKind'],
    ['too big, though its source let it through', got(Buffer.alloc(LARGEST_MEDIA + 1)), 'refused', 'tooBig'],
    ['a page, though its source let it through', got(Buffer.from('<p>'), 'text/html'), 'refused', 'wrongKind'],
    ['gone', { kind: 'gone' as const, code: 'http-404' }, 'gone', 'http-404'],
    ['gone, with a number for a code', { kind: 'gone' as const, code: '+447700900123 no' }, 'gone', 'other'],
  ])('that is %s is not kept', async (_, answer, state, why) => {
    const { keeper, carrier, only, pieces, logs } = aKeeper();
    carrier.answer = answer;
    await keeper.keep('talk-1', 'twilio', [voiceNote], 'turn-1');
    await keeper.fetchDue();
    expect(await only()).toMatchObject({ state, why, bytes: null, carrierCopy: 'removed' });
    expect(await pieces()).toEqual([]);
    expect(logs.join()).not.toMatch(/447700900123|twilio\.com/);
    expect(logs).toHaveLength(1);
  });

  it('is tried again, ever more slowly, and kept when it comes', async () => {
    const { keeper, carrier, clock, only } = aKeeper();
    carrier.answer = { kind: 'later', code: 'http-503' };
    await keeper.keep('talk-1', 'twilio', [voiceNote], 'turn-1');
    await keeper.fetchDue();
    await keeper.fetchDue();
    expect(carrier.asked).toBe(1);
    expect(await only()).toMatchObject({ state: 'waiting', why: 'http-503', attempts: 1, dueAt: NOON + 60_000 });
    clock.now += 60_000;
    await keeper.fetchDue();
    expect(await only()).toMatchObject({ attempts: 2, dueAt: NOON + 180_000 });
    clock.now += 120_000;
    carrier.answer = got(Buffer.from('there it is'));
    await keeper.fetchDue();
    const file = await only();
    expect(file).toMatchObject({ state: 'kept', why: null, attempts: 3 });
    expect(await keeper.read(file.id, advisor)).toMatchObject({ bytes: Buffer.from('there it is') });
  });

  it('is given up after a day, in few tries', async () => {
    const { keeper, carrier, clock, only } = aKeeper();
    carrier.answer = { kind: 'later', code: 'http-503' };
    await keeper.keep('talk-1', 'twilio', [voiceNote], 'turn-1');
    for (; clock.now <= NOON + day; clock.now += 60_000) await keeper.fetchDue();
    expect(await only()).toMatchObject({ state: 'gone', why: 'http-503' });
    expect(carrier.asked).toBeLessThan(20);
  });

  it('from a carrier nobody can fetch from is written down as not there', async () => {
    const { keeper, only } = aKeeper();
    await keeper.keep('talk-1', 'azure', [voiceNote], 'turn-1');
    await keeper.fetchDue();
    expect(await only()).toMatchObject({ state: 'gone', why: 'noSource', at: null });
  });
});

describe('who may open it', () => {
  it.each(['advisor', 'safeguardingLead'])('%s may, and that is on record', async (role) => {
    const { keeper, file, audits } = await aKeptFile();
    const opened = await keeper.read(file.id, { staffId: 'staff-7', role });
    expect(opened).toEqual({ kind: 'file', bytes: Buffer.from('a quiet voice'), contentType: 'audio/ogg' });
    const detail = { role, conversationId: 'talk-1' };
    expect(audits).toEqual([{ actor: 'staff-7', action: 'media.read', subject: `media:${file.id}`, detail }]);
  });

  it.each(['manager', 'partner', 'admin', ''])('"%s" may not, and the try is on record', async (role) => {
    const { keeper, file, audits } = await aKeptFile();
    const by = { staffId: 'staff-8', role };
    expect(await keeper.read(file.id, by)).toEqual({ kind: 'denied' });
    expect(audits).toMatchObject([{ actor: 'staff-8', action: 'media.readDenied' }]);
    expect(await keeper.handled(file.id, by)).toBe(false);
    expect(await keeper.keepAsEvidence(file.id, by, 'a reason')).toBe(false);
    expect(await keeper.read('no such file', by)).toEqual({ kind: 'denied' });
  });

  it('nobody, while the audit cannot be written', async () => {
    const { keeper, file, audits } = await aKeptFile();
    audits.push = () => {
      throw new Error('no audit');
    };
    await expect(keeper.read(file.id, advisor)).rejects.toThrow('no audit');
  });
});

describe('deleting', () => {
  it('"No, delete it" takes the pictures it was about, and neither voice notes nor those before', async () => {
    const { keeper, clock, pieces } = aKeeper();
    await keeper.keep('talk-1', 'twilio', [photo], 'asked-to-look');
    clock.now += hour;
    const since = clock.now;
    await keeper.keep('talk-1', 'twilio', [photo, voiceNote], 'turn-2');
    await keeper.keep('talk-2', 'twilio', [photo], 'somebody-else');
    const until = clock.now;
    clock.now += hour;
    await keeper.keep('talk-1', 'twilio', [photo], 'came-later');
    await keeper.fetchDue();
    for (let n = 0; n < 2; n += 1) await keeper.deleteOf('talk-1', { since, until, voice: false });
    const states = (await keeper.of('talk-1')).map(({ state }) => state).sort();
    expect(states).toEqual(['deleted', 'kept', 'kept', 'kept']);
    expect(await pieces()).toHaveLength(4);
    expect(await keeper.of('talk-2')).toMatchObject([{ state: 'kept' }]);
  });

  it('takes one that is still at the carrier, there as well', async () => {
    const { keeper, carrier, only } = aKeeper();
    await keeper.keep('talk-1', 'twilio', [photo], 'turn-1');
    await keeper.deleteOf('talk-1', { ...all, voice: false });
    await keeper.fetchDue();
    expect(await only()).toMatchObject({ state: 'deleted', carrierCopy: 'removed', at: null });
    expect(carrier.asked).toBe(0);
  });

  it('while it is on its way leaves nothing behind', async () => {
    const { keeper, carrier, only, pieces } = aKeeper();
    carrier.meanwhile = () => keeper.deleteOf('talk-1', all);
    await keeper.keep('talk-1', 'twilio', [photo], 'turn-1');
    await keeper.fetchDue();
    expect(await only()).toMatchObject({ state: 'deleted', bytes: null });
    expect(await pieces()).toEqual([]);
  });

  it('comes once somebody has dealt with it', async () => {
    const { keeper, file, only, pieces, audits } = await aKeptFile();
    expect(await keeper.handled(file.id, advisor)).toBe(true);
    expect(await only()).toMatchObject({ state: 'deleted', handledAt: NOON, bytes: null });
    expect(await pieces()).toEqual([]);
    expect(audits).toMatchObject([{ action: 'media.handled' }]);
    expect(await keeper.read(file.id, advisor)).toEqual({ kind: 'notThere', state: 'deleted' });
  });

  it('half done by a crash is ended by the sweep', async () => {
    const { keeper, file, files, only, pieces } = await aKeptFile();
    await files.replace({ ...file, rev: file.rev + 1, state: 'deleted' }, file.rev);
    expect(await pieces()).toHaveLength(1);
    await keeper.sweepExpired(NOON);
    expect(await pieces()).toEqual([]);
    expect(await only()).toMatchObject({ bytes: null });
  });
});

describe('the clock', () => {
  it('forgets it seven days after it came, to the millisecond', async () => {
    const { keeper, pieces, clock } = await aKeptFile();
    clock.now = NOON + 7 * day - 1;
    expect(await keeper.sweepExpired(clock.now)).toBe(0);
    expect(await pieces()).toHaveLength(1);
    clock.now += 1;
    expect(await keeper.sweepExpired(clock.now)).toBe(1);
    expect(await pieces()).toEqual([]);
    expect(await keeper.of('talk-1')).toEqual([]);
  });

  it('gives evidence a year, with a reason, and neither the person nor "dealt with" deletes it', async () => {
    const { keeper, file, only, pieces, clock } = await aKeptFile(photo);
    expect(await keeper.keepAsEvidence(file.id, advisor, '  ')).toBe(false);
    expect(await keeper.keepAsEvidence(file.id, advisor, 'asked for by the police')).toBe(true);
    await keeper.deleteOf('talk-1', all);
    await keeper.handled(file.id, advisor);
    clock.now = NOON + 300 * day;
    await keeper.sweepExpired(clock.now);
    expect(await only()).toMatchObject({ state: 'kept', evidence: true, handledAt: NOON });
    expect(await keeper.read(file.id, advisor)).toMatchObject({ kind: 'file' });
    clock.now = NOON + 365 * day;
    expect(await keeper.sweepExpired(clock.now)).toBe(1);
    expect(await pieces()).toEqual([]);
  });

  it('takes its bytes with it even when their own clock was moved and a crash came between', async () => {
    const { keeper, parts, pieces } = await aKeptFile();
    const [piece] = await pieces();
    if (!piece) throw new Error('no piece');
    await parts.replace({ ...piece, rev: 2, expiresAt: NOON + 365 * day }, 1);
    expect(await keeper.sweepExpired(NOON + 7 * day)).toBe(1);
    expect(await pieces()).toEqual([]);
  });
});
