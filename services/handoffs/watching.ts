/** Tells open console pages that something moved: at once in this process, within half a second of another. A hint only: they read again. */
import type { ConversationStore } from '../store/ports';
import type { createRepository } from './repository';

export interface WatchingDeps {
  readonly revisions: ConversationStore['revisions'];
  readonly repository: Pick<ReturnType<typeof createRepository>, 'get' | 'open'>;
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** Between looks at what other processes did, ms. */
const every = 500;
/** The queue is looked at less often: nobody is in the middle of a sentence there. */
const looksAQueue = 4;

interface Watcher {
  /** null: the queue */
  readonly handoffId: string | null;
  readonly conversationId: string | null;
  readonly tell: () => void;
  mark: string;
}

export function createWatching({ revisions, repository, log }: WatchingDeps) {
  const watchers = new Set<Watcher>();
  let timer: NodeJS.Timeout | undefined;
  let looks = 0;
  let looking = false;

  function moved(watcher: Watcher, mark: string): void {
    const before = watcher.mark;
    watcher.mark = mark;
    if (before !== '' && before !== mark) watcher.tell();
  }

  async function lookAtThreads(): Promise<void> {
    const threads = [...watchers].filter(({ handoffId }) => handoffId !== null);
    if (threads.length === 0) return;
    const revs = await revisions([...new Set(threads.flatMap(({ conversationId }) => conversationId ?? []))]);
    const ids = [...new Set(threads.flatMap(({ handoffId }) => handoffId ?? []))];
    const found = new Map((await Promise.all(ids.map((id) => repository.get(id)))).map((one) => [one?.id, one?.rev]));
    for (const one of threads)
      moved(one, `${revs.get(one.conversationId ?? '') ?? 0}/${found.get(one.handoffId ?? '') ?? 0}`);
  }

  async function lookAtQueue(): Promise<void> {
    const queues = [...watchers].filter(({ handoffId }) => handoffId === null);
    if (queues.length === 0) return;
    const mark = (await repository.open()).map(({ id, rev }) => `${id}:${rev}`).sort();
    for (const one of queues) moved(one, `=${mark.join()}`);
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    looks += 1;
    try {
      await lookAtThreads();
      if (looks % looksAQueue === 1) await lookAtQueue();
    } catch (error) {
      // the page reads its lists again by itself every minute
      log('handoff.notWatched', { error: error instanceof Error ? error.name : 'unknown' });
    } finally {
      looking = false;
    }
  }

  return {
    /** `tell` is called when something moved; gives back how to stop. `handoffId` null watches the queue. */
    open(handoffId: string | null, conversationId: string | null, tell: () => void): () => void {
      const watcher: Watcher = { handoffId, conversationId, tell, mark: '' };
      watchers.add(watcher);
      if (timer === undefined) {
        timer = setInterval(() => void look(), every);
        timer.unref();
      }
      void look();
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    /** this process has just gone on with a conversation */
    conversationMoved(conversationId: string): void {
      for (const one of watchers) if (one.conversationId === conversationId) one.tell();
    },
    close(): void {
      watchers.clear();
      clearInterval(timer);
      timer = undefined;
    },
  };
}
