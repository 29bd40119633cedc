/** A real HTTP server with the real CloudAdapter and our bot, the conversation kept in memory. */
import { type BotParts, createBot } from '../../../bot/bot';
import { FrontDoorAdapter } from '../../../bot/channels/azure/adapter';
import { toChannels, toThisMachine } from '../../../bot/channels/azure/answerHosts';
import { azureSettings, KeepingAuthentication } from '../../../bot/channels/azure/authentication';
import type { Config } from '../../../bot/config';
import { mountMessages } from '../../../bot/routes/messages';
import { numberedTexts, sayAloud } from '../../../bot/sayAloud';
import { createHttpServer } from '../../../bot/server';
import { aFrontDoor } from '../../unit/tools/aFrontDoor';

export interface ServerOptions {
  readonly app?: { readonly id: string; readonly password: string };
  /** the settings of Azure as readConfig gives them, instead of `app` */
  readonly settings?: Parameters<typeof azureSettings>[0];
  readonly references?: BotParts['references'];
  readonly handoffs?: (frontDoor: Awaited<ReturnType<typeof aFrontDoor>>) => NonNullable<BotParts['handoffs']>;
  readonly sendWithin?: number;
  /** every turn breaks */
  readonly broken?: boolean;
}

export async function botServer(options: ServerOptions = {}) {
  const made = await aFrontDoor();
  const { frontDoor } = made;
  const { service } = frontDoor;
  const logged: string[] = [];
  const log = {
    info: (event: string) => void logged.push(event),
    warn: (event: string) => void logged.push(event),
    error: (event: string) => void logged.push(event),
  };
  const server = createHttpServer(log);
  const bot = createBot({
    conversations: options.broken
      ? { handleTurn: () => Promise.reject(new Error('what the person said')) }
      : { handleTurn: service.handleTurn },
    say: sayAloud,
    numbered: numberedTexts,
    whenBroken: () => service.withoutStore(),
    crisisFor: (text) => (/want to die/.test(text) ? service.withoutStore() : []),
    log,
    ...(options.sendWithin === undefined ? {} : { sendWithin: options.sendWithin }),
    ...(options.references === undefined ? {} : { references: options.references }),
    ...(options.handoffs === undefined ? {} : { handoffs: options.handoffs(made) }),
  });
  const given: Pick<Config, 'MicrosoftAppId' | 'MicrosoftAppPassword'> = options.app
    ? { MicrosoftAppId: options.app.id, MicrosoftAppPassword: options.app.password }
    : {};
  const settings = options.settings ?? given;
  const adapter = new FrontDoorAdapter(new KeepingAuthentication(azureSettings(settings)));
  mountMessages(server, {
    adapter,
    bot,
    unchecked: settings.MicrosoftAppId === undefined,
    answersTo: settings.MicrosoftAppId === undefined ? toThisMachine : toChannels(['example']),
    log,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const url = `http://127.0.0.1:${port}/api/messages`;
  return {
    url,
    logged,
    service,
    adapter,
    effectsOf: made.effectsOf,
    post: (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server.server) server.server.closeAllConnections();
      await closed;
    },
  };
}

let talks = 0;

/** The activities of one conversation at a channel. */
export function aTalk(channelId = 'emulator', serviceUrl = 'http://localhost:3979') {
  talks += 1;
  const base = {
    channelId,
    serviceUrl,
    from: { id: 'person' },
    recipient: { id: 'bot' },
    conversation: { id: `talk-${talks}` },
  };
  let sent = 0;
  return {
    id: base.conversation.id,
    joined: (more: object = {}) => ({
      ...base,
      type: 'conversationUpdate',
      membersAdded: [{ id: 'person' }],
      ...more,
    }),
    says: (text: string, more: object = {}) => {
      sent += 1;
      return { ...base, type: 'message', id: `m-${sent}`, text, ...more };
    },
  };
}

export const expectReplies = { deliveryMode: 'expectReplies' };
