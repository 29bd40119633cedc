/** A real HTTP server with the WhatsApp routes, and a desk that remembers what it was handed. */
import { mountWhatsApp } from '../../../bot/channels/whatsapp/mountWhatsApp';
import { guard } from '../../../bot/http/gate';
import { createProtect } from '../../../bot/http/protect';
import { createHttpServer } from '../../../bot/server';
import type { StatusNews } from '../../../services/contact/carrier';
import type { PhoneMessage } from '../../../services/inbox/webhook';
import { aLog } from './outside';
import { APP_SECRET, asMetaWrites, PHONE_NUMBER_ID, signatureOf } from './webhooks';

export async function whatsAppServer(appSecrets: readonly string[] = [APP_SECRET]) {
  const { lines, log } = aLog();
  const messages: PhoneMessage[] = [];
  const statuses: StatusNews[] = [];
  /** what the desk answers; a test may change it */
  const store: { take: 'kept' | 'storeDown' | 'throws'; status: 'kept' | 'storeDown' } = {
    take: 'kept',
    status: 'kept',
  };
  const server = createHttpServer(log);
  mountWhatsApp(server, {
    desk: {
      take: async (came) => {
        messages.push(...came);
        if (store.take === 'throws') throw new Error('what the person said');
        return store.take;
      },
      status: async (news) => {
        statuses.push(...news);
        return store.status;
      },
    },
    appSecrets,
    verifyToken: 'let-me-in',
    phoneNumberId: PHONE_NUMBER_ID,
    log,
  });
  guard(server.server, () => undefined, createProtect(false));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/channels/whatsapp`;
  const postRaw = (body: string | Buffer, headers: Readonly<Record<string, string>>) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: new Uint8Array(Buffer.from(body)),
    });
  return {
    url,
    lines,
    messages,
    statuses,
    store,
    postRaw,
    /** posts these bytes with the right signature */
    postSigned: (body: string | Buffer) => postRaw(body, { 'x-hub-signature-256': signatureOf(body) }),
    /** posts as Meta does */
    post(body: unknown) {
      const text = asMetaWrites(body);
      return postRaw(text, { 'x-hub-signature-256': signatureOf(text) });
    },
    /** forgets what was handed over and written, and the store is well again */
    clear() {
      for (const list of [lines, messages, statuses]) list.length = 0;
      store.take = 'kept';
      store.status = 'kept';
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server.server) server.server.closeAllConnections();
      await closed;
    },
  };
}
