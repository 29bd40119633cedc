/** What people sent, at the console: listed, opened one by one by who may, each opening written down, and nothing in it runs. */
import type { Role } from '../../../services/store/collections/roles';
import { aPhoneService } from '../../unit/inbox/aPhoneService';
import { aKeeper, got, photo, voiceNote } from '../../unit/media/doings';
import { staffServer } from './staffServer';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46]);

/** Maya asks for a person by text and sent something; the thread of it. */
async function aDesk(words = 'can i talk to a person') {
  const phone = aPhoneService({});
  const media = aKeeper();
  const server = await staffServer({ desk: { handoffs: phone.team, now: phone.now, files: media.keeper } });
  stops.push(server.stop);
  for (const said of ['hi', 'yes', 'yes', 'yes', words]) await phone.says(said);
  const conversationId = await phone.conversationOf();
  const as = (name: string, ...roles: [Role, ...Role[]]) => server.as(roles, 'in', `${name}@win.example.org`, name);
  const lead = await as('Jean', 'safeguarding');
  const [row] = await phone.team.list({ id: lead.account.id, name: 'Jean', roles: ['safeguarding'] });
  if (row === undefined) throw new Error('Nobody was asked for');
  const at = `/advisor/threads/${encodeURIComponent(row.id)}`;
  /** somebody sends a file, and it is fetched */
  async function sends(one: typeof photo, bytes: Buffer, key: string, to = conversationId) {
    media.clock.now = phone.now();
    media.carrier.answer = got(bytes, one.contentType);
    await media.keeper.keep(to, 'twilio', [one], key);
    await media.keeper.fetchDue();
    const made = (await media.keeper.of(to)).at(-1);
    if (made === undefined) throw new Error('Nothing was kept');
    return made;
  }
  return { phone, media, as, lead, at, server, sends };
}

it('a picture is listed, opened by an advisor as it was sent, and the opening is in the audit first', async () => {
  const { media, as, at, sends } = await aDesk();
  const picture = await sends(photo, PICTURE, 'k1');
  const ailsa = await as('Ailsa', 'advisor');
  const page = await ailsa.look(at);
  const path = `${at}/files/${encodeURIComponent(picture.id)}`;
  expect(page.text).toContain('What they sent');
  expect(page.text).toContain(`<a href="${path}" target="_blank" rel="noopener">Open: Picture</a>`);
  // the page alone opens nothing
  expect(media.audits).toEqual([]);
  const opened = await ailsa.look(path);
  expect(opened.status).toBe(200);
  expect(opened.headers.get('content-type')).toBe('image/jpeg');
  expect(opened.headers.get('content-length')).toBe(String(PICTURE.length));
  expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
  expect(opened.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(opened.headers.get('cache-control')).toBe('no-store');
  expect(media.audits).toMatchObject([
    { actor: ailsa.account.id, action: 'media.read', subject: `media:${picture.id}`, detail: { role: 'advisor' } },
  ]);
  await ailsa.look(path);
  expect(media.audits).toHaveLength(2);
});

it('one that cannot be opened says why, and has no link', async () => {
  const { media, as, at, sends } = await aDesk();
  await sends(voiceNote, Buffer.from('OggS a quiet voice'), 'k1');
  const ailsa = await as('Ailsa', 'advisor');
  expect((await ailsa.look(at)).text).toContain('Open: Voice note');
  const [file] = await media.files.find({}, 5);
  if (file === undefined) throw new Error('Nothing was kept');
  for (const [state, words] of [
    ['waiting', 'Not here yet'],
    ['gone', 'Could not be fetched'],
    ['deleted', 'Deleted, as they wished'],
  ] as const) {
    const now = await media.files.get(file.id);
    if (now === null) throw new Error('It is gone');
    await media.files.replace({ ...now, state, rev: now.rev + 1 }, now.rev);
    const page = await ailsa.look(at);
    expect(page.text).toContain(words);
    expect(page.text).not.toContain('Open: Voice note');
    expect((await ailsa.look(`${at}/files/${encodeURIComponent(file.id)}`)).status).toBe(404);
  }
});

it('a manager, another thread’s file and a made-up name open nothing', async () => {
  const { media, as, at, sends } = await aDesk();
  const picture = await sends(photo, PICTURE, 'k1');
  const elsewhere = await sends(photo, PICTURE, 'k2', 'another talk');
  const path = (id: string) => `${at}/files/${encodeURIComponent(id)}`;
  const rab = await as('Rab', 'manager');
  expect((await rab.look(path(picture.id))).status).toBe(403);
  const ailsa = await as('Ailsa', 'advisor');
  for (const id of [elsewhere.id, 'nothing', '../../x']) expect((await ailsa.look(path(id))).status).toBe(404);
  expect(media.audits).toEqual([]);
});

it('what came with a worry about one of us is for the lead alone', async () => {
  const { phone, as, lead, sends } = await aDesk('i want to complain about your worker, he touched me');
  const picture = await sends(photo, PICTURE, 'k1');
  await phone.says('can i talk to a person');
  const ailsa = await as('Ailsa', 'advisor');
  const rows = await phone.team.list({ id: ailsa.account.id, name: 'Ailsa', roles: ['advisor'] });
  for (const { id } of rows) {
    const at = `/advisor/threads/${encodeURIComponent(id)}`;
    expect((await ailsa.look(at)).text).not.toContain('What they sent');
    expect((await ailsa.look(`${at}/files/${encodeURIComponent(picture.id)}`)).status).toBe(404);
  }
  const [theirs] = await phone.team.list({ id: lead.account.id, name: 'Jean', roles: ['safeguarding'] });
  const at = `/advisor/threads/${encodeURIComponent(theirs?.id ?? '')}`;
  expect((await lead.look(`${at}/files/${encodeURIComponent(picture.id)}`)).status).toBe(200);
});

it('what no browser draws or plays is not opened as a page: it is kept as a file', async () => {
  const { media, as, at, sends } = await aDesk();
  const picture = await sends(photo, PICTURE, 'k1');
  const now = await media.files.get(picture.id);
  if (now === null) throw new Error('It is gone');
  await media.files.replace({ ...now, contentType: 'image/svg+xml', rev: now.rev + 1 }, now.rev);
  const opened = await (await as('Ailsa', 'advisor')).look(`${at}/files/${encodeURIComponent(picture.id)}`);
  expect(opened.headers.get('content-type')).toBe('application/octet-stream');
  expect(opened.headers.get('content-disposition')).toMatch(/^attachment/);
});
