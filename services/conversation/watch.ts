/** Which open pages wait for news of which conversations, and whether another process has gone on with one of them. */

/** Conversations looked at in one question to the database. */
const AT_A_TIME = 500;

/** The revision of each conversation a page was last shown, by conversation id: its own, and the one it moved to. */
export type Shown = ReadonlyMap<string, number>;

export interface Watch {
  /** an open page waits for news at this address; gives back how to stop. Two pages may wait at one address */
  open(address: string): () => void;
  /** what was just read for this address */
  shown(address: string, shown: Shown): void;
  /** open pages that show this conversation */
  pagesOf(conversationId: string): readonly string[];
  /** open pages whose conversation is no longer at the revision they were shown */
  look(): Promise<readonly string[]>;
}

/** `revisions` gives the revision of each of these conversations that is stored. */
export function makeWatch(revisions: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>): Watch {
  const pages = new Map<string, { open: number; shown: Shown }>();
  const byConversation = new Map<string, Set<string>>();

  function drop(address: string, shown: Shown): void {
    for (const id of shown.keys()) {
      const known = byConversation.get(id);
      known?.delete(address);
      if (known?.size === 0) byConversation.delete(id);
    }
  }

  return {
    open(address) {
      const page = pages.get(address) ?? { open: 0, shown: new Map() };
      page.open += 1;
      pages.set(address, page);
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        page.open -= 1;
        if (page.open > 0) return;
        drop(address, page.shown);
        pages.delete(address);
      };
    },
    shown(address, shown) {
      const page = pages.get(address);
      if (page === undefined) return;
      drop(address, page.shown);
      page.shown = shown;
      for (const id of shown.keys()) {
        const known = byConversation.get(id);
        if (known) known.add(address);
        else byConversation.set(id, new Set([address]));
      }
    },
    pagesOf: (conversationId) => [...(byConversation.get(conversationId) ?? [])],
    async look() {
      const ids = [...byConversation.keys()];
      const news = new Set<string>();
      for (let at = 0; at < ids.length; at += AT_A_TIME) {
        const now = await revisions(ids.slice(at, at + AT_A_TIME));
        for (const [id, revision] of now) {
          for (const address of byConversation.get(id) ?? []) {
            if ((pages.get(address)?.shown.get(id) ?? 0) < revision) news.add(address);
          }
        }
      }
      return [...news];
    },
  };
}
