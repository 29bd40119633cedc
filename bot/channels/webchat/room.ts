/** Whether a talk whose token was given out when there were too many may begin by now. */
import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Inbound } from '../channel';
import { type WebChatDeps, webAddress } from './deps';
import { soon } from './soon';
import type { MayStart } from './tokenRoute';
import type { Claims } from './tokens';

/** One that has begun goes on, on whichever process; another begins once the limit lets it. */
export function makeRoom(deps: Pick<WebChatDeps, 'conversations'>, mayStart: MayStart) {
  const begun = new LRUCache<string, true>({ max: 20_000 });
  return {
    async isThere(
      req: IncomingMessage,
      who: Pick<Claims, 'conv'> & { readonly crowded?: boolean | undefined },
    ): Promise<boolean> {
      if (who.crowded !== true || begun.has(who.conv)) return true;
      const found = await soon<{ readonly kind: string }>(deps.conversations.transcript(webAddress(who.conv), 0, 1), {
        kind: 'storeDown',
      });
      if (found.kind === 'none' && !(await mayStart(req))) return false;
      begun.set(who.conv, true);
      return true;
    },
  };
}

/** The words of what was done, to look through for danger. */
export function wordsOf(what: Inbound['what']): string {
  if (what.kind === 'text') return what.text;
  if (what.kind === 'choice') return what.label;
  return what.kind === 'media' ? what.caption : '';
}
