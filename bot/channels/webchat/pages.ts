/** Our own page: `GET /`, the same talk as plain forms at `POST /chat`, the safety page, and the files they need. */
import { randomBytes } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { type ChatView, chatPage } from '../../../web/server/chatPage';
import { errorPage, pageHeaders } from '../../../web/server/page';
import { privacyPage } from '../../../web/server/privacyPage';
import { safetyPage } from '../../../web/server/safetyPage';
import { CRISIS_LINES, LEAVE_TO } from '../../../web/server/words';
import { ownOrigin, readBody } from '../../http';
import { sendOn } from '../../http/respond';
import { sendAsset } from '../../http/sendAsset';
import { sendPage } from '../../http/sendPage';
import type { TurnDone, TurnFailed } from '../channel';
import { activitiesOf } from './activities';
import type { Browsers } from './browsers';
import { type WebChatDeps, webAddress } from './deps';
import { type FormPost, readFormPost } from './formPost';
import { soon } from './soon';
import type { Talk } from './talk';
import type { MayStart } from './tokenRoute';
import type { Claims } from './tokens';
import { clearsScreen, readWholeTalk, showActivities, type WholeTalk } from './transcriptView';

/** The largest form taken, in bytes: the longest text, every character escaped. */
const LARGEST_FORM = 128 * 1024;

const EMPTY = { bubbles: [], choices: [], many: false, toGo: '', watermark: '', draft: '', first: null } as const;

/** The words of a form without the button: it belonged to a page of another talk. */
function justWords(post: FormPost): FormPost {
  const clientId = post.said?.clientId ?? post.nonce;
  return { ...post, said: { clientId, what: { kind: 'text', text: post.draft } } };
}

type Speaker = Pick<Claims, 'conv' | 'user' | 'fresh' | 'kept'>;

export function mountPages(
  server: Server,
  deps: WebChatDeps,
  talk: Talk,
  browsers: Browsers,
  mayStart: MayStart,
): void {
  const crisisLines = deps.crisisLines ?? CRISIS_LINES;
  const nonce = () => randomBytes(12).toString('base64url');

  function headers(req: Request): Readonly<Record<string, string>> {
    const ws = ownOrigin(req, deps.publicUrl).replace(/^http/, 'ws');
    return pageHeaders({ origins: [ws], leaveTo: new URL(LEAVE_TO).origin });
  }

  const sendChat = (req: Request, res: Response, status: number, view: ChatView) =>
    sendPage(req, res, status, chatPage({ ...view, crisisLines }), headers(req));

  const freshPlace = (req: Request, res: Response) =>
    talk.place(talk.newConversation(), { fresh: true, browser: browsers.markFor(req, res) });

  function sendFirst(req: Request, res: Response, status = 200, draft = ''): void {
    const { paragraphs, choices } = deps.firstScreen();
    const place = freshPlace(req, res);
    sendChat(req, res, status, { ...EMPTY, first: { paragraphs }, choices, place, nonce: nonce(), draft });
  }

  /** Words that may not enter a talk: read for danger, and given back in the box to be sent by the person themselves. */
  function giveBack(req: Request, res: Response, status: number, { draft }: FormPost): void {
    const crisis = draft === '' ? [] : (deps.ifDanger?.(draft) ?? []);
    if (crisis.length === 0) {
      sendFirst(req, res, status, draft);
      return;
    }
    const who = talk.newConversation();
    const place = talk.place(who, { fresh: true, browser: browsers.markFor(req, res) });
    const { bubbles } = showActivities(talk.crisis({ kind: 'storeDown', replies: crisis }, who, null));
    sendChat(req, res, status, { ...EMPTY, bubbles, place, nonce: nonce(), draft });
  }

  const sendTrouble = (req: Request, res: Response, status: number, heading: string, line: string) =>
    sendPage(req, res, status, errorPage(heading, [line]), headers(req));

  /** What they did on the form: their words and the button in one turn. Null when they did nothing. */
  async function sayAll(who: Speaker, post: FormPost): Promise<TurnDone | TurnFailed | null> {
    const begun = who.fresh === true ? talk.begin(who) : null;
    if (post.said === null) return begun;
    // turns of one address keep their order by themselves: a greeting that hangs does not hold danger back
    begun?.catch(() => undefined);
    return talk.say(who, post.said.what, post.said.clientId);
  }

  /** The weather, and nothing to come back to. */
  function leaveNow(req: Request, res: Response, who: Pick<Claims, 'conv'> | null): void {
    browsers.forget(req, res);
    sendOn(res, LEAVE_TO);
    if (who !== null) talk.leave(who.conv);
  }

  /** Left, on any device, as far as can be told soon. */
  async function isOver(who: Claims): Promise<boolean> {
    if (talk.ended(who.conv)) return true;
    if (who.fresh === true) return false;
    const found = await soon<{ readonly kind: string }>(deps.conversations.transcript(webAddress(who.conv), 0, 1), {
      kind: 'storeDown',
    });
    return found.kind === 'none';
  }

  async function answer(req: Request, res: Response, who: Speaker, post: FormPost): Promise<void> {
    const result = await sayAll(who, post);
    if (result?.kind === 'done' && clearsScreen(activitiesOf(result.turn, talk.view(who), 0))) {
      return leaveNow(req, res, who);
    }
    const reading = readWholeTalk(deps.conversations, talk.view(who));
    // the crisis words do not wait for what was said before to be found
    const found = result?.kind === 'storeDown' ? await soon<WholeTalk>(reading, { kind: 'storeDown' }) : await reading;
    const place = talk.place(who, { kept: who.kept ?? false, browser: browsers.markOf(req) });
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
    sendOn(res, '/');
  });

  server.post('/chat', async (req: Request, res: Response) => {
    const body = await readBody(req, LARGEST_FORM);
    const post = body.kind === 'read' ? readFormPost(body.text) : null;
    if (post === null) {
      return sendTrouble(req, res, 400, "That didn't come through", 'Go back, make it shorter, and send it again.');
    }
    const from = browsers.askedFrom(req);
    // a form on another site may not speak for anybody
    if (from === 'elsewhere') return giveBack(req, res, 403, post);
    const pass = talk.passes.check('place', post.place);
    const mayEnter = pass.kind === 'good' && browsers.mayUse(req, pass.claims, from) && !(await isOver(pass.claims));
    // a place that has run out, or is somebody else's, opens nothing, but words are never thrown away: they begin a talk
    if (!mayEnter && post.draft === '') return sendFirst(req, res);
    const who = mayEnter ? pass.claims : { ...talk.newConversation(), fresh: true };
    if (who.fresh === true && !(await mayStart(req))) {
      if (post.draft !== '') return giveBack(req, res, 429, post);
      return sendTrouble(req, res, 429, 'Lots of people are here just now', 'Please wait a few minutes and try again.');
    }
    await answer(req, res, who, mayEnter ? post : justWords(post));
  });

  // both as a form (the browser goes to the weather) and as a beacon from the script (nobody reads the answer)
  server.post('/chat/leave', async (req: Request, res: Response) => {
    const body = await readBody(req, LARGEST_FORM);
    const from = browsers.askedFrom(req);
    // going comes first; what there is to do is done behind their back
    if (from === 'elsewhere') sendOn(res, LEAVE_TO);
    else leaveNow(req, res, null);
    const form = new URLSearchParams(body.kind === 'read' ? body.text : '');
    const pass = talk.passes.check('place', form.get('place') ?? '');
    if (from === 'elsewhere' || pass.kind !== 'good' || talk.ended(pass.claims.conv)) return;
    const post = body.kind === 'read' ? readFormPost(body.text) : null;
    // what stood in the box is heard before the talk is put away: it may be why they had to go
    const mayBegin = pass.claims.fresh !== true || (await mayStart(req));
    if (post !== null && post.draft !== '' && mayBegin) {
      sayAll(pass.claims, justWords(post)).catch(() => deps.log?.('wordsAtLeavingNotKept'));
    }
    talk.leave(pass.claims.conv);
  });

  server.get('/safety', async (req: Request, res: Response) =>
    sendPage(req, res, 200, safetyPage(deps.safetyLines?.() ?? crisisLines), headers(req)),
  );

  server.get('/privacy', async (req: Request, res: Response) =>
    sendPage(req, res, 200, privacyPage(deps.privacy ?? []), headers(req)),
  );

  server.get('/assets/:file', async (req: Request, res: Response) => {
    const file: unknown = req.params?.file;
    await sendAsset(req, res, typeof file === 'string' ? file : '');
  });
}
