/** Puts web chat on the server: our page, Direct Line 3.0, and its WebSocket stream. */
import type { Server } from 'restify';
import { makeBrowsers } from './browsers';
import type { WebChatDeps } from './deps';
import { mountDirectLine } from './directLine';
import { answerPreflights, makeAllowsOrigin } from './origins';
import { mountPages } from './pages';
import { makeTalk } from './talk';
import { makeStartCounter, mountTokenRoute } from './tokenRoute';
import { acceptUpgrades } from './upgrades';

const TEN_MINUTES = 600_000;

export interface MountedWebChat {
  /** closes the sockets with 1012 (browsers come back by themselves) and stops listening; for a calm stop */
  close(): void;
  /** open sockets now, for metrics */
  openSockets(): number;
}

/** Mounts every web chat route of INTERFACES.md on a restify server, before it listens. */
export function mountWebChat(server: Server, deps: WebChatDeps): MountedWebChat {
  const talk = makeTalk(deps);
  const allows = makeAllowsOrigin(deps.publicUrl, deps.origins ?? []);
  const mayStart = makeStartCounter(deps, TEN_MINUTES);
  const browsers = makeBrowsers(deps.publicUrl, allows);
  answerPreflights(server, allows);
  mountTokenRoute(server, deps, talk, allows, browsers, mayStart);
  mountDirectLine(server, deps, talk, allows, mayStart);
  mountPages(server, deps, talk, browsers, mayStart);
  const stopUpgrades = acceptUpgrades(server, {
    passes: talk.passes,
    sockets: talk.sockets,
    allows,
    ended: talk.ended,
    waiting: talk.takeWaiting,
  });
  return {
    close() {
      stopUpgrades();
      talk.close();
    },
    openSockets: talk.sockets.count,
  };
}
