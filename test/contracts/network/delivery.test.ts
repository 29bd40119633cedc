/** Every way a letter can leave or fail to, over real sockets and real files. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDelivery } from '../../../services/delivery/delivery';
import type { Letter } from '../../../services/delivery/letter';
import { readOutbox } from '../../../services/delivery/outbox';
import { aMailServer, type Manner } from './aMailServer';

const LINK = `https://win.example/r/${'Ab_-'.repeat(10)}xyz`;
const LETTER: Letter = {
  id: 'referral-1:asked',
  kind: 'asked',
  to: 'otter-steps@example.org',
  partner: 'Otter Steps',
  service: 'One to one talk',
  ref: 'WIN-7F3K4',
  link: LINK,
  phone: '01632 960 100',
  by: '5pm tomorrow',
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function send(manner: Manner, withPassword = false) {
  const server = await aMailServer(manner);
  stops.push(server.stop);
  const delivery = createDelivery({
    mode: { kind: 'smtp', url: withPassword ? server.urlWithPassword : server.url },
    from: 'WIN <hello@win.example>',
    timeout: manner === 'saysNothing' ? 100 : 3_000,
    waits: [5, 10],
  });
  return { sent: await delivery.send(LETTER), mails: server.mails, tries: server.tries() };
}

describe('by mail', () => {
  it('a letter that is taken is delivered, whole, with a neutral subject and its link', async () => {
    const { sent, mails, tries } = await send('takes');
    expect(sent).toEqual({ kind: 'delivered' });
    expect(tries).toBe(1);
    const mail = mails[0] ?? '';
    expect(mail).toContain('Subject: A note from WIN');
    expect(mail).toContain('To: Otter Steps <otter-steps@example.org>');
    expect(mail).toContain('Auto-Submitted: auto-generated');
    expect(mail).toContain(LINK);
  });

  it('an address nobody has is refused, without trying again', async () => {
    const { sent, tries } = await send('refuses');
    expect(sent).toEqual({ kind: 'refused', why: 'EENVELOPE 550' });
    expect(tries).toBe(1);
  });

  it('a busy server is tried again and then takes it', async () => {
    const { sent, mails, tries } = await send({ busyFor: 2 });
    expect(sent).toEqual({ kind: 'delivered' });
    expect(tries).toBe(3);
    expect(mails).toHaveLength(1);
  });

  it('a server that stays busy is for later', async () => {
    const { sent, tries } = await send({ busyFor: 99 });
    expect(sent).toEqual({ kind: 'tryAgain', why: 'EENVELOPE 451' });
    expect(tries).toBe(3);
  });

  it.each(['saysNothing', 'talksRubbish', 'hangsUp'] as const)(
    'one that %s is for later, in good time',
    async (manner) => {
      const began = Date.now();
      const { sent } = await send(manner);
      expect(sent.kind).toBe('tryAgain');
      expect(Date.now() - began).toBeLessThan(5_000);
    },
  );

  it('a wrong password is ours to put right, so the letter waits', async () => {
    const { sent } = await send('wrongPassword', true);
    expect(sent).toEqual({ kind: 'tryAgain', why: 'EAUTH' });
  });

  it('a server that is not there is for later', async () => {
    const server = await aMailServer('takes');
    await server.stop();
    const delivery = createDelivery({
      mode: { kind: 'smtp', url: server.url },
      from: 'hello@win.example',
      timeout: 200,
      waits: [],
    });
    expect(await delivery.send(LETTER)).toMatchObject({ kind: 'tryAgain' });
  });

  it('what went wrong never names an address or a link', async () => {
    for (const manner of ['refuses', 'talksRubbish', 'hangsUp', { busyFor: 9 }] as const) {
      const { sent } = await send(manner);
      expect(JSON.stringify(sent)).not.toMatch(/example\.org|Otter|\/r\//);
    }
  });

  it('words that look like mail headers stay words', async () => {
    const server = await aMailServer('takes');
    stops.push(server.stop);
    const delivery = createDelivery({
      mode: { kind: 'smtp', url: server.url },
      from: 'hello@win.example',
      timeout: 500,
    });
    await delivery.send({ ...LETTER, partner: 'Otter\r\nBcc: someone@example.org' });
    const [headers = ''] = (server.mails[0] ?? '').split('\r\n\r\n');
    expect(headers).toContain('Subject:');
    expect(headers).not.toMatch(/^Bcc:/im);
  });
});

describe('into the outbox folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'outbox-')), 'outbox');
  });
  afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));
  const outbox = () => createDelivery({ mode: { kind: 'outbox', folder }, from: 'hello@win.example' });

  it('a letter is a mail file, and the start page can read its link', async () => {
    expect(await outbox().send(LETTER)).toEqual({ kind: 'delivered' });
    expect(await readdir(folder)).toEqual(['WIN-7F3K4-asked.eml']);
    const text = await readFile(path.join(folder, 'WIN-7F3K4-asked.eml'), 'utf8');
    expect(text).toContain('Someone would like your help with One to one talk.');
    expect(await readOutbox(folder, 5)).toMatchObject([
      { ref: 'WIN-7F3K4', kind: 'asked', link: LINK, to: 'Otter Steps <otter-steps@example.org>' },
    ]);
  });

  it('a letter that takes something back has no link', async () => {
    await outbox().send({ ...LETTER, id: 'referral-1:withdrawn', kind: 'withdrawn', link: null, by: '' });
    expect(await readOutbox(folder, 5)).toMatchObject([{ kind: 'withdrawn', link: null }]);
  });

  it('other files in the folder are left alone, and no folder is no letters', async () => {
    expect(await readOutbox(folder, 5)).toEqual([]);
    await outbox().send(LETTER);
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    expect(await readOutbox(folder, 5)).toHaveLength(1);
  });

  it('a folder that cannot be written is for later', async () => {
    const file = path.join(path.dirname(folder), 'in-the-way');
    await writeFile(file, '');
    const delivery = createDelivery({ mode: { kind: 'outbox', folder: path.join(file, 'x') }, from: 'a@win.example' });
    expect(await delivery.send(LETTER)).toEqual({ kind: 'tryAgain', why: 'outbox ENOTDIR' });
  });
});
