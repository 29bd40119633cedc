/** Our own page: `GET /`, the same talk as plain forms at `POST /chat`, the safety page, and the files they need. */
import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { type ChatView, chatPage } from '../../../web/server/chatPage';
import { errorPage, pageHeaders } from '../../../web/server/page';
import { safetyPage } from '../../../web/server/safetyPage';
import { CRISIS_LINES, LEAVE_TO } from '../../../web/server/words';
import { ownOrigin, readBody } from '../../http';
import type { TurnDone, TurnFailed } from '../channel';
import { activitiesOf } from './activities';
import type { WebChatDeps } from './deps';
import { type FormPost, readFormPost } from './formPost';
import { sendAsset, sendPage } from './sendPage';
import type { Talk } from './talk';
import type { Claims } from './tokens';
import { readWholeTalk, showActivities } from './transcriptView';

/** The largest form taken, in bytes: the longest text, every character escaped. */
const LARGEST_FORM = 128 * 1024;

const EMPTY = { bubbles: [], choices: [], many: false, toGo: '', watermark: '', draft: '', first: null } as const;

export function mountPages(server: Server, deps: WebChatDeps, talk: Talk, mayStart: (req: Request) => boolean): void {
  const crisisLines = deps.crisisLines ?? CRISIS_LINES;
  const nonce = () => randomBytes(12).toString('base64url');

  function headers(req: Request): Readonly<Record<string, string>> {
    const origin = ownOrigin(req, deps.publicUrl);
    return {
      ...pageHeaders({ origins: [origin.replace(/^http/, 'ws')], leaveTo: new URL(LEAVE_TO).origin }),
      ...(origin.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    };
  }

  const sendChat = (req: Request, res: Response, status: number, view: ChatView) =>
    sendPage(req, res, status, chatPage({ ...view, crisisLines }), headers(req));

  function sendFirst(req: Request, res: Response): void {
    const { paragraphs, choices } = deps.firstScreen();
    const place = talk.place(talk.newConversation(), { fresh: true });
    sendChat(req, res, 200, { ...EMPTY, first: { paragraphs }, choices, place, nonce: nonce() });
  }

  const sendTrouble = (req: Request, res: Response, status: number, heading: string, line: string) =>
    sendPage(req, res, status, errorPage(heading, [line]), headers(req));

  /** Everything they did on the form, in order; the last turn, or the first that could not be kept. */
  async function sayAll(who: Claims, post: FormPost): Promise<TurnDone | TurnFailed | null> {
    let result: TurnDone | TurnFailed | null = who.fresh === true ? await talk.begin(who) : null;
    for (const { clientId, what } of post.said) {
      if (result?.kind === 'storeDown') return result;
      result = await talk.say(who, what, clientId);
    }
    return result;
  }

  async function answer(req: Request, res: Response, who: Claims, post: FormPost): Promise<void> {
    const result = await sayAll(who, post);
    const found = await readWholeTalk(deps.conversations, talk.view(who));
    const place = talk.place(who, { kept: who.kept ?? false });
    if (found.kind === 'none') return sendFirst(req, res);
    const before = found.kind === 'found' ? { ...found.shown, watermark: found.watermark } : EMPTY;
    if (result?.kind === 'storeDown') {
      // nothing was kept: the crisis words come first, what they wrote stays in the box, and sending again is the same message
      const { bubbles } = showActivities(talk.crisis(result, who, null));
      const again = { place: post.place, nonce: post.nonce, draft: post.draft };
      return sendChat(req, res, 503, { ...EMPTY, ...before, ...again, bubbles: [...before.bubbles, ...bubbles] });
    }
    if (found.kind === 'storeDown' && result !== null) {
      const said = showActivities(activitiesOf(result.turn, talk.view(who), 0));
      return sendChat(req, res, 200, { ...EMPTY, ...said, place, nonce: nonce() });
    }
    sendChat(req, res, 200, { ...EMPTY, ...before, place, nonce: nonce() });
  }

  server.get('/', async (req: Request, res: Response) => sendFirst(req, res));

  // somebody opened the address of a form: begin at the beginning
  server.get('/chat', async (_req: Request, res: Response) => {
    // nothing is returned: restify logs a handler's value, and with it the whole request
    res.sendRaw(303, '', { Location: '/' });
  });

  server.post('/chat', async (req: Request, res: Response) => {
    const body = await readBody(req, LARGEST_FORM);
    const post = body.kind === 'read' ? readFormPost(body.text) : null;
    if (post === null) {
      return sendTrouble(req, res, 400, "That didn't come through", 'Go back, make it shorter, and send it again.');
    }
    const pass = talk.passes.check('place', post.place);
    if (pass.kind !== 'good' || talk.ended(pass.claims.conv)) return sendFirst(req, res);
    if (pass.claims.fresh === true && !mayStart(req)) {
      return sendTrouble(req, res, 429, 'Lots of people are here just now', 'Please wait a few minutes and try again.');
    }
    await answer(req, res, pass.claims, post);
  });

  // both as a form (the browser goes to the weather) and as a beacon from the script (nobody reads the answer)
  server.post('/chat/leave', async (req: Request, res: Response) => {
    const body = await readBody(req, 8192);
    const place = new URLSearchParams(body.kind === 'read' ? body.text : '').get('place') ?? '';
    const pass = talk.passes.check('place', place);
    if (pass.kind === 'good') talk.leave(pass.claims.conv);
    res.sendRaw(303, '', { Location: LEAVE_TO, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
  });

  server.get('/safety', async (req: Request, res: Response) =>
    sendPage(req, res, 200, safetyPage(deps.safetyLines ?? crisisLines), headers(req)),
  );

  server.get('/assets/:file', async (req: Request, res: Response) => {
    const file: unknown = req.params?.file;
    sendAsset(req, res, typeof file === 'string' ? file : '');
  });
}
