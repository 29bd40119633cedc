/**
 * The way out of Bot Framework, proved and not wired: our Azure channel on `@microsoft/agents-hosting`. It reads, thinks and
 * writes with the same files as `bot/bot.ts`; only what the library is asked for differs (docs/decisions/0015).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudAdapter, MessageFactory, OutboundHostValidator, type TurnContext } from '@microsoft/agents-hosting';
import {
  isCrowd,
  type KnownActivity,
  knownActivity,
  readActivity,
  saidIn,
} from '../../../bot/channels/azure/readActivity';
import { showsOf } from '../../../bot/channels/azure/shows';
import { writeActivities } from '../../../bot/channels/azure/writeActivities';
import { readBody, readJson } from '../../../bot/http';
import { sendJson } from '../../../bot/http/respond';
import { mountRaw } from '../../../bot/rawRoute';
import { numberedTexts, sayAloud } from '../../../bot/sayAloud';
import { createHttpServer } from '../../../bot/server';
import { oneToOneOnly } from '../../../dialogs/content/troubles';
import type { Reply } from '../../../dialogs/types';
import { aFrontDoor } from '../../unit/tools/aFrontDoor';

const LARGEST = 256 * 1024;

/** What is answered goes to this machine or to Microsoft's own hosts, never where an activity says. */
const hosts = () => new OutboundHostValidator({ enabled: true, hosts: ['localhost', '127.0.0.1'] });

type Written = ReturnType<typeof writeActivities>[number];

/** A message of ours as this library sends it. */
function messageOf({ text = '', suggestedActions, channelData }: Written) {
  const titles = (suggestedActions?.actions ?? []).map(({ title }) => title);
  const message = titles.length > 0 ? MessageFactory.suggestedActions(titles, text) : MessageFactory.text(text);
  if (channelData !== undefined) message.channelData = channelData;
  return message;
}

/** An activity that is no message. */
function other(type: string, value?: object) {
  const made = MessageFactory.text('');
  made.type = type;
  if (value !== undefined) made.value = value;
  return made;
}

export async function agentsServer() {
  const { frontDoor } = await aFrontDoor();
  const { service } = frontDoor;
  const logged: string[] = [];
  const log = {
    info: (event: string) => void logged.push(event),
    warn: (event: string) => void logged.push(event),
    error: (event: string) => void logged.push(event),
  };
  const adapter = new CloudAdapter({}, undefined, undefined, undefined, hosts());
  // the turn itself is safe by now; what failed is the way back
  adapter.onTurnError = async () => log.error('bot.send.failed');

  async function send(context: TurnContext, activity: KnownActivity, replies: readonly Reply[]): Promise<void> {
    if (replies.length === 0) return;
    const type: unknown = activity.conversation['conversationType'];
    const written = writeActivities(
      replies,
      activity.channelId,
      sayAloud,
      numberedTexts,
      ...(typeof type === 'string' ? [type] : []),
    );
    await context.sendActivities(written.map(messageOf));
  }

  async function turn(context: TurnContext, activity: KnownActivity): Promise<void> {
    // nothing can be invoked here
    if (activity.type === 'invoke') return void (await context.sendActivity(other('invokeResponse', { status: 501 })));
    const inbound = readActivity(activity);
    if (inbound === null) return;
    if (isCrowd(activity)) {
      await send(context, activity, /want to die/.test(saidIn(activity)) ? service.withoutStore() : []);
      return void (await context.sendActivity(oneToOneOnly));
    }
    const shows = activity.deliveryMode !== 'expectReplies' && showsOf(activity.channelId).typing;
    if (shows) await context.sendActivity(other('typing')).catch(() => undefined);
    const done = await service.handleTurn(inbound);
    const again = done.kind === 'done' && done.repeated && inbound.what.kind === 'hello';
    if (!again) await send(context, activity, done.kind === 'done' ? done.turn.replies : done.replies);
  }

  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await readBody(req, LARGEST);
    if (body.kind === 'tooBig') return sendJson(res, 413, { error: { code: 'TooLarge', message: 'Too large.' } });
    const activity = body.kind === 'read' ? knownActivity(readJson(body.text)) : null;
    if (activity === null) return sendJson(res, 400, { error: { code: 'BadActivity', message: 'No activity.' } });
    const answer = anAnswer(res);
    // what a channel does not know it writes as null, which this library takes for a fault
    const known = Object.fromEntries(Object.entries(activity).filter(([, value]) => value !== null));
    await adapter.process({ body: known, headers: {}, method: 'POST' }, answer, (context) => turn(context, activity));
    answer.end();
  };
  const server = createHttpServer(log);
  mountRaw(server, '/api/messages', take, () => log.error('request.failed'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/api/messages`;
  return {
    logged,
    service,
    post: (body: unknown) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server.server) server.server.closeAllConnections();
      await closed;
    },
  };
}

/** The answer as this library wants to write it, on Node's own. */
function anAnswer(res: ServerResponse) {
  const answer = {
    status(code: number) {
      res.statusCode = code;
      return answer;
    },
    setHeader(name: string, value: string) {
      res.setHeader(name, value);
      return answer;
    },
    send(body?: unknown) {
      res.write(typeof body === 'string' ? body : JSON.stringify(body));
      return answer;
    },
    end() {
      if (!res.writableEnded) res.end();
      return answer;
    },
    get headersSent() {
      return res.headersSent;
    },
    get writableEnded() {
      return res.writableEnded;
    },
  };
  return answer;
}
