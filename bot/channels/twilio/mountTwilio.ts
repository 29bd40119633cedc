/** Twilio's two routes: messages in, and what became of messages out. Nothing is said in the answer itself, but to those who can be answered no other way. */
import type { Request, Response, Server } from 'restify';
import type { Desk } from '../../../services/inbox/webhook';
import { ownOrigin, readBody, readQuery } from '../../http';
import { respond } from '../../http/respond';
import { actOf } from './errors';
import { readMessage } from './readMessage';
import { readStatus } from './readStatus';
import { type Account, type Fields, verify } from './verify';

export interface TwilioDeps extends Account {
  readonly desk: Desk;
  /** PUBLIC_URL is not set (development): a signature over the address as this request sees it is good too */
  readonly orAsAsked?: boolean;
  /** the Messaging Service has Advanced Opt-Out (see readMessage) */
  readonly advancedOptOut: boolean;
  /** what is said to somebody who can only be answered in the webhook itself: our number, and crisis lines where they fit */
  readonly sayAtOnce?: (text: string) => readonly string[];
  /** names of events and fixed labels only: never a number, a word or an id */
  readonly log: (event: string, facts?: Record<string, string>) => void;
}

/** Twilio's forms are a few KB. */
const LARGEST = 64 * 1024;

type Outcome = 'kept' | 'storeDown' | 'unreadable' | { readonly say: readonly string[] };
type Handle = (fields: Fields, req: Request) => Promise<Outcome>;

/**
 * Puts `POST /channels/twilio` and `POST /channels/twilio/status` on the server. 200 once it is safe on disk; 503 when
 * nothing could be kept, which Twilio tries again where the address it was given ends in `#rc=3&rp=5xx,ct,rt`
 * (channel-contracts 3.6); 403 when it is not from our account; 400 and 413 when it cannot be read.
 */
export function mountTwilio(server: Server, deps: TwilioDeps): void {
  const take: Handle = async (fields) => {
    const read = readMessage(fields, deps);
    if (read.kind === 'read') return deps.desk.take([read.message]);
    if (read.kind === 'elsewhere') {
      deps.log('twilio.sender.elsewhere', { alert: 'duty', scheme: read.scheme });
      return { say: deps.sayAtOnce?.(read.text) ?? [] };
    }
    deps.log('twilio.message.unreadable', { field: read.why });
    return 'unreadable';
  };
  const status: Handle = async (fields, req) => {
    const read = readStatus(fields, readQuery(req));
    if (read.kind === 'nothingNew') return 'kept';
    if (read.kind === 'news') {
      const { result } = read.news;
      if (result)
        deps.log('twilio.message.failed', {
          code: result.code,
          act: result.kind,
          means: actOf(result.code, null).means,
        });
      return deps.desk.status([read.news]);
    }
    deps.log('twilio.status.unreadable', { field: read.why });
    return 'unreadable';
  };
  // restify logs what a handler returns, so these return nothing
  server.post('/channels/twilio', async (req: Request, res: Response) => void (await answer(req, res, deps, take)));
  server.post(
    '/channels/twilio/status',
    async (req: Request, res: Response) => void (await answer(req, res, deps, status)),
  );
}

async function answer(req: Request, res: Response, deps: TwilioDeps, handle: Handle): Promise<void> {
  const body = await readBody(req, LARGEST);
  if (body.kind === 'tooBig') return say(res, 413, 'That is too large.');
  if (body.kind === 'broken') return say(res, 400, 'That did not arrive whole.');
  const signature = req.headers['x-twilio-signature'];
  const received = {
    signature: typeof signature === 'string' ? signature : undefined,
    path: req.url ?? '',
    body: body.text,
  };
  const asSet = verify(received, deps);
  const checked =
    asSet.kind === 'refused' && deps.orAsAsked === true
      ? verify(received, { ...deps, publicUrl: ownOrigin(req, undefined) })
      : asSet;
  if (checked.kind === 'refused') {
    deps.log('twilio.refused', { why: checked.why });
    return say(res, 403, 'We do not know who is calling.');
  }
  const outcome = await handle(checked.fields, req).catch((error: unknown): Outcome => {
    deps.log('twilio.failed', { error: error instanceof Error ? error.name : 'unknown' });
    return 'storeDown';
  });
  if (outcome === 'unreadable') return say(res, 400, 'That did not arrive in a way we can read.');
  if (outcome === 'storeDown') return say(res, 503, 'We could not keep that. Please try again.');
  const said = typeof outcome === 'object' ? outcome.say : [];
  send(res, 200, 'text/xml; charset=utf-8', twiml(said));
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** TwiML with these messages; none is the usual answer. */
const twiml = (said: readonly string[]): string =>
  said.length === 0
    ? '<Response/>'
    : `<Response>${said.map((one) => `<Message>${one.replace(/[&<>]/g, (c) => escapes[c] ?? c)}</Message>`).join('')}</Response>`;

function say(res: Response, status: number, words: string): void {
  send(res, status, 'text/plain; charset=utf-8', words);
}

function send(res: Response, status: number, type: string, body: string): void {
  respond(res, status, body, { 'Content-Type': type });
}
