/** Which open pages wait for news of which conversations, and whether another process has gone on with one of them. */

/** Conversations looked at in one question to the database. */
const AT_A_TIME = 500;

/** The revision of each conversation a page was last shown, by conversation id: its own, and the one it moved to. */
export type Shown = ReadonlyMap<string, number>;

/**
 * One open page that waits for news. What somebody else reads at its address, a page without JavaScript or a poll, is not
 * shown on this one: two pages may wait at one address.
 */
export interface Watching {
  readonly address: string;
  /** what was just read for this page */
  shown(shown: Shown): void;
  /** the page is closed */
  stop(): void;
}

export interface Watch {
  open(address: string): Watching;
  /** addresses of open pages that show this conversation */
  pagesOf(conversationId: string): readonly string[];
  /** addresses of open pages whose conversation is no longer at the revision they were shown */
  look(): Promise<readonly string[]>;
}

/** `revisions` gives the revision of each of these conversations that is stored. */
export function makeWatch(revisions: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>): Watch {
  /** what each open page was last shown */
  const pages = new Map<Watching, Shown>();
  const byConversation = new Map<string, Set<Watching>>();

  function drop(page: Watching): void {
    for (const id of pages.get(page)?.keys() ?? []) {
      const known = byConversation.get(id);
      known?.delete(page);
      if (known?.size === 0) byConversation.delete(id);
    }
  }

  return {
    open(address) {
      const page: Watching = {
        address,
        shown(shown) {
          if (!pages.has(page)) return;
          drop(page);
          pages.set(page, shown);
          for (const id of shown.keys()) byConversation.set(id, (byConversation.get(id) ?? new Set()).add(page));
        },
        stop() {
          drop(page);
          pages.delete(page);
        },
      };
      pages.set(page, new Map());
      return page;
    },
    pagesOf: (conversationId) => [
      ...new Set([...(byConversation.get(conversationId) ?? [])].map(({ address }) => address)),
    ],
    async look() {
      const ids = [...byConversation.keys()];
      const news = new Set<string>();
      for (let at = 0; at < ids.length; at += AT_A_TIME) {
        const now = await revisions(ids.slice(at, at + AT_A_TIME));
        for (const [id, revision] of now) {
          for (const page of byConversation.get(id) ?? [])
            if ((pages.get(page)?.get(id) ?? 0) < revision) news.add(page.address);
        }
      }
      return [...news];
    },
  };
}
