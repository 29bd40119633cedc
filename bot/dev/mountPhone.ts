/** The stand-in phone in development: `/dev/phone`, and the stand-in carriers under `/dev/carriers`. For this machine only. */
import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { pageHeaders } from '../../web/server/page';
import { phonePage } from '../../web/server/phonePage';
import { readBody, readJson } from '../http';
import { createEvents } from '../http/events';
import { isFromHere } from '../http/fromHere';
import { respond, sendError, sendJson } from '../http/respond';
import { type CarrierHttp, createCarrierHttp } from './carrierHttp';
import type { MetaAccount, TwilioAccount, Webhook } from './carrierWebhooks';
import { act, phoneAction } from './phoneActions';
import type { Thread } from './phoneThreads';
import { postHere } from './postWebhook';
import { createStandIn, type StandIn } from './standIn';

export interface PhoneDeps {
  /** as the config has it: the app must not be in production */
  readonly production: boolean;
  /** our address as the carriers were given it (PUBLIC_URL, or our own): signatures are made for it, nothing is sent to it */
  readonly publicUrl: string;
  readonly twilio: TwilioAccount;
  readonly meta: MetaAccount;
  /** where the app reaches the carriers, the origin of TWILIO_API_BASE; `http://127.0.0.1:<own port>` where it is not given */
  readonly reachedAt?: string;
  /** what the approved template says, shown where one is sent */
  readonly templateWords?: string;
  /** ms between a message's states; 400 where it is not given, so that they can be seen to change */
  readonly pace?: number;
}

export interface Phone {
  readonly standIn: StandIn;
  /** ends what is open, so that the server can close */
  close(): void;
}

/** Made-up accounts for development: they are good for the stand-in and nowhere else. */
export const STAND_IN_ACCOUNTS = {
  twilio: {
    accountSid: `AC${'0'.repeat(31)}1`,
    authToken: 'stand-in twilio token',
    smsFrom: '+447700900456',
    whatsappFrom: 'whatsapp:+447700900457',
  },
  meta: { phoneNumberId: '100000000000001', accessToken: 'stand-in-meta-token', appSecret: 'stand-in meta secret' },
} as const satisfies { twilio: TwilioAccount; meta: MetaAccount };

/** The bases the app should send to in development: TWILIO_API_BASE and WHATSAPP_API_BASE. */
export function standInBases(origin: string): { readonly twilio: string; readonly meta: string } {
  const here = origin.replace(/\/+$/, '');
  return { twilio: `${here}/dev/carriers/twilio`, meta: `${here}/dev/carriers/meta` };
}

const LARGEST_ACTION = 16 * 1024;

/** A thread as the page is told of it. */
function view(thread: Thread, now: number) {
  const { line, number, messages, blocked, reach, heardAt, typingUntil } = thread;
  const hours = heardAt === null ? null : Math.floor((now - heardAt) / 3_600_000);
  return { line, number, messages, blocked, reach, typing: typingUntil > now, hoursSinceHeard: hours };
}

/** Where our own server listens just now. */
function ownAddress(server: Server): { readonly host: string; readonly port: number } {
  const address = server.server.address();
  if (typeof address !== 'object' || address === null) return { host: '127.0.0.1', port: 0 };
  const everywhere = address.address === '0.0.0.0' || address.address === '::';
  return { host: everywhere ? '127.0.0.1' : address.address, port: address.port };
}

/** Puts the phone and the carriers on the server. Throws in production: that is a fault in the wiring. */
export function mountPhone(server: Server, deps: PhoneDeps): Phone {
  if (deps.production) throw new Error('The stand-in phone is for development only');
  const publicUrl = deps.publicUrl.replace(/\/+$/, '');
  const standIn = createStandIn({
    twilio: deps.twilio,
    meta: deps.meta,
    webhooks: { twilio: `${publicUrl}/channels/twilio`, meta: `${publicUrl}/channels/whatsapp` },
    bases: () => standInBases(deps.reachedAt ?? `http://127.0.0.1:${ownAddress(server).port}`),
    post: (webhook: Webhook) => {
      const { host, port } = ownAddress(server);
      return postHere(host, port, webhook);
    },
    clock: () => Date.now(),
    pace: deps.pace ?? 400,
    ...(deps.templateWords === undefined ? {} : { templateWords: deps.templateWords }),
  });
  const carriers = createCarrierHttp(standIn);
  mountCarriers(server, carriers);
  mountPage(server, standIn);
  const closeEvents = mountEvents(server, standIn);
  return {
    standIn,
    close() {
      standIn.close();
      carriers.close();
      closeEvents();
    },
  };
}

/** True for a request from this machine; anyone else is told there is nothing here. */
function letIn(req: Request, res: Response): boolean {
  if (isFromHere(req)) return true;
  sendError(res, 404, 'NotFound', 'There is nothing here.');
  return false;
}

function mountCarriers(server: Server, carriers: CarrierHttp): void {
  const handle = async (req: Request, res: Response) => {
    const path = (req.url ?? '').split('?')[0]?.slice('/dev/carriers'.length) ?? '';
    if (letIn(req, res)) await carriers.handle(req, res, path);
  };
  server.get('/dev/carriers/*', handle);
  server.post('/dev/carriers/*', handle);
  server.del('/dev/carriers/*', handle);
}

function mountPage(server: Server, standIn: StandIn): void {
  server.get('/dev/phone', async (req: Request, res: Response) => {
    if (letIn(req, res)) respond(res, 200, phonePage(), pageHeaders());
  });
  server.post('/dev/phone/send', async (req: Request, res: Response) => {
    if (!letIn(req, res)) return;
    // a page elsewhere can post a form or plain text unasked, never JSON
    if (!/^application\/json\b/.test(req.headers['content-type'] ?? ''))
      return sendError(res, 415, 'NotJson', 'JSON only.');
    const body = await readBody(req, LARGEST_ACTION);
    const action = phoneAction.safeParse(body.kind === 'read' ? readJson(body.text) : undefined);
    if (!action.success) return sendError(res, 400, 'NotAnAction', 'That is not something the phone can do.');
    sendJson(res, 200, { done: await act(standIn, action.data), mood: standIn.mood() });
  });
}

/** Every thread at first, then each as it changes. */
function mountEvents(server: Server, standIn: StandIn): () => void {
  const events = createEvents({ beat: async () => true, failed: () => undefined });
  server.get('/dev/phone/events', async (req: Request, res: Response) => {
    if (!letIn(req, res)) return;
    // each page by itself: on a development machine nobody is told to ask less
    await events.open(res, randomUUID(), {
      listen: async (tell) => {
        tell('all', { threads: standIn.threads().map((thread) => view(thread, Date.now())), mood: standIn.mood() });
        return standIn.onChange((thread) => tell('thread', view(thread, Date.now())));
      },
      beat: async () => undefined,
    });
  });
  return events.close;
}
