/** A real restify server with the partner's page, the start page and the stylesheet, on a small network in memory. */
import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { guard } from '../../../bot/http/gate';
import { createProtect } from '../../../bot/http/protect';
import { sendAsset } from '../../../bot/http/sendAsset';
import { mountAnswerPage } from '../../../bot/routes/answer';
import { mountStartPage } from '../../../bot/routes/start';
import type { Happening } from '../../../dialogs/types';
import { page } from '../../../web/server/page';
import { aNetwork, type Stores } from '../../unit/network/aNetwork';

export interface Told {
  readonly happening: Happening;
  readonly conversationId: string;
}

export async function partnerServer(
  options: {
    readonly stores?: Stores;
    readonly perMinute?: number;
    readonly production?: boolean;
    readonly outbox?: string;
    /** telling the conversation fails */
    readonly deaf?: boolean;
  } = {},
) {
  const network = await aNetwork(options.stores);
  const server = restify.createServer();
  const told: Told[] = [];
  const logged: string[] = [];
  mountAnswerPage(server, {
    referrals: network.referrals,
    answered: async (happening, conversationId) => {
      if (options.deaf === true) throw new Error('the conversation is away');
      told.push({ happening, conversationId });
    },
    clock: network.now,
    team: { phone: '01632 960 100', hours: 'Monday to Friday, 9am to 5pm' },
    page,
    log: (event) => logged.push(event),
    ...(options.perMinute === undefined ? {} : { perMinute: options.perMinute }),
  });
  server.get('/assets/:file', async (req: restify.Request, res: restify.Response) => {
    await sendAsset(req, res, String(req.params.file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo = server.address();
  const origin = `http://127.0.0.1:${address.port}`;
  mountStartPage(server, {
    phone: false,
    staff: () => [],
    production: options.production ?? false,
    outbox: options.outbox ?? '/nowhere',
    publicUrl: origin,
    page,
  });
  guard(server.server, () => undefined, createProtect(false));
  return {
    ...network,
    origin,
    told,
    logged,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server.server) server.server.closeAllConnections();
      await closed;
    },
  };
}
