/** Tells open console pages that something moved: at once in this process, within half a second of another. A hint only: they read again. */
import type { ConversationStore } from '../store/ports';
import type { createRepository } from './repository';

export interface WatchingDeps {
  readonly revisions: ConversationStore['revisions'];
  readonly repository: Pick<ReturnType<typeof createRepository>, 'revisions' | 'open'>;
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
  /** how it stood when last looked at; null: not known, so whatever is found is news */
  mark: string | null;
}

export function createWatching({ revisions, repository, log }: WatchingDeps) {
  const watchers = new Set<Watcher>();
  let timer: NodeJS.Timeout | undefined;
  let looks = 0;
  let looking = false;

  async function marksOfThreads(all: Iterable<Watcher>): Promise<readonly (readonly [Watcher, string])[]> {
    const threads = [...all].filter(({ handoffId }) => handoffId !== null);
    if (threads.length === 0) return [];
    const revs = await revisions([...new Set(threads.flatMap(({ conversationId }) => conversationId ?? []))]);
    const ids = [...new Set(threads.flatMap(({ handoffId }) => handoffId ?? []))];
    const found = await repository.revisions(ids);
    return threads.map((one) => [
      one,
      `${revs.get(one.conversationId ?? '') ?? 0}/${found.get(one.handoffId ?? '') ?? 0}`,
    ]);
  }

  async function marksOfQueues(all: Iterable<Watcher>): Promise<readonly (readonly [Watcher, string])[]> {
    const queues = [...all].filter(({ handoffId }) => handoffId === null);
    if (queues.length === 0) return [];
    const mark = (await repository.open()).map(({ id, rev }) => `${id}:${rev}`).sort();
    return queues.map((one) => [one, `=${mark.join()}`]);
  }

  function compare(marks: readonly (readonly [Watcher, string])[]): void {
    for (const [watcher, mark] of marks) {
      const before = watcher.mark;
      watcher.mark = mark;
      if (before !== mark) watcher.tell();
    }
  }

  function notWatched(error: unknown): void {
    // the page reads its lists again by itself every minute
    log('handoff.notWatched', { error: error instanceof Error ? error.name : 'unknown' });
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    looks += 1;
    try {
      compare(await marksOfThreads(watchers));
      if (looks % looksAQueue === 0) compare(await marksOfQueues(watchers));
    } catch (error) {
      notWatched(error);
    } finally {
      looking = false;
    }
  }

  return {
    /**
     * `tell` is called when something moved after this resolved: whoever reads then and listens from then on misses
     * nothing. Gives back how to stop. `handoffId` null watches the queue.
     */
    async open(handoffId: string | null, conversationId: string | null, tell: () => void): Promise<() => void> {
      const watcher: Watcher = { handoffId, conversationId, tell, mark: null };
      try {
        const marks = await (handoffId === null ? marksOfQueues([watcher]) : marksOfThreads([watcher]));
        for (const [, mark] of marks) watcher.mark = mark;
      } catch (error) {
        notWatched(error);
      }
      watchers.add(watcher);
      if (timer === undefined) {
        timer = setInterval(() => void look(), every);
        timer.unref();
      }
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
