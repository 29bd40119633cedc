/** On the real engine: a file of the largest size goes in, comes out, and cannot be read by whoever has the database. */
import { randomBytes } from 'node:crypto';
import { LARGEST_MEDIA } from '../../../services/media/source';
import { media, mediaParts } from '../../../services/store/collections/media';
import { createRecords } from '../../../services/store/mongo/records';
import { advisor, aKeeper, got, NOON, photo, voiceNote } from '../../unit/media/doings';
import { sealer, testDatabase } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const test = testDatabase('media', [media, mediaParts]);
beforeAll(() => test.database.ready());
afterAll(() => test.drop());

const stores = () => ({
  files: createRecords(test.database, media, sealer),
  parts: createRecords(test.database, mediaParts, sealer),
});
const raw = async (name: string) => JSON.stringify(await test.raw.db(test.name).collection(name).find().toArray());

it('leaves nothing readable, in plain or in base64, and not where it came from', async () => {
  const { keeper, carrier, only } = aKeeper(stores());
  const secret = Buffer.from('the canary words of a frightened person, spoken at night');
  carrier.answer = got(secret);
  carrier.removes = false;
  await keeper.keep('talk-1', 'twilio', [voiceNote], 'turn-1');
  await keeper.fetchDue();
  const file = await only();
  await keeper.keepAsEvidence(file.id, advisor, 'canary reason');
  const there = (await raw('media')) + (await raw('mediaParts'));
  expect(there).toContain(file.id);
  for (const shown of [secret.toString(), 'canary', '447700900123', 'twilio.com']) expect(there).not.toContain(shown);
  // sealed words are base64 of something else; the file in base64, or that again, must not be among them
  const once = secret.toString('base64');
  for (const form of [once, Buffer.from(once).toString('base64'), secret.toString('hex')]) {
    expect(there).not.toContain(form.slice(0, 24));
  }
  expect(await keeper.read(file.id, advisor)).toMatchObject({ bytes: secret });
  await test.raw.db(test.name).collection('media').deleteMany({});
});

it('keeps the largest file, gives it back, and forgets all of it', async () => {
  const { keeper, carrier, only } = aKeeper(stores());
  const bytes = randomBytes(LARGEST_MEDIA);
  carrier.answer = got(bytes, 'image/jpeg');
  await keeper.keep('talk-1', 'twilio', [photo], 'turn-2');
  await keeper.keep('talk-1', 'twilio', [photo], 'turn-2');
  await keeper.fetchDue();
  const opened = await keeper.read((await only()).id, advisor);
  expect(opened.kind === 'file' && opened.bytes.equals(bytes)).toBe(true);
  await keeper.deleteOf('talk-1', { since: 0, until: NOON, voice: false });
  expect(await only()).toMatchObject({ state: 'deleted', bytes: null });
  const left = await test.raw
    .db(test.name)
    .collection('mediaParts')
    .countDocuments({ mediaId: (await only()).id });
  expect(left).toBe(0);
});
