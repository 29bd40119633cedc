/** One walk over every collection forgets what is past its time, and with a conversation all that hangs on it (guide.md 2.6). */
import type { CollectionDefinition } from '../store/definition';
import type { Keeper } from '../store/ports';

export interface RetentionDeps {
  readonly collections: readonly CollectionDefinition[];
  readonly keeper: Keeper;
  /** ms since 1970 */
  readonly now: () => number;
  /** forgets one conversation and its transcript */
  readonly forget: (id: string, claimedAt?: number) => Promise<void>;
  /** forgets turns whose conversation is gone; how many conversations went beside */
  readonly sweepTurns: (at: number) => Promise<number>;
  /** files have bytes here and copies at their carriers: they are forgotten by who keeps them */
  readonly media: {
    readonly sweepExpired: (at: number) => Promise<number>;
    readonly deleteOf: (
      conversationId: string,
      which: { readonly since: number; readonly until: number; readonly voice: boolean },
    ) => Promise<void>;
  };
}

/** So few at a time that nobody who comes back meanwhile waits long. */
const atATime = 20;
/** Kept by others than the plain walk. */
const ownWay: ReadonlySet<string> = new Set(['conversations', 'messages', 'media']);

/** The retention of this house. */
export function createRetention(deps: RetentionDeps) {
  const { collections, keeper } = deps;

  /**
   * Forgets what hangs on conversations, first the branches and then the tree, so that a crash half way is found again.
   * Without consent nothing at all stays; with it, the records of support and of what was agreed go by their own clocks.
   * With `claimedAt` only what is still claimed for it at each step: who was taken for dead has no say any more.
   */
  async function forgetConversations(
    all: readonly string[],
    agreed: boolean,
    at: number,
    claimedAt?: number,
  ): Promise<void> {
    let [ids, since] = [all, claimedAt];
    const hold = async (): Promise<readonly string[]> => {
      if (since === undefined) return ids;
      const from = since;
      since = Math.max(from, deps.now());
      ids = await keeper.renewClaim(ids, from, since);
      return ids;
    };
    for (const { name, keptFor } of collections) {
      const { hangsOn } = keptFor;
      if (hangsOn === undefined || name === 'media') continue;
      if (hangsOn.goes === 'always' || !agreed) await keeper.ofConversations(name, hangsOn.field, await hold());
    }
    for (const id of await hold()) await deps.media.deleteOf(id, { since: 0, until: at, voice: true });
    await keeper.unlinkLines(await hold());
    for (const id of await hold()) await deps.forget(id, since);
  }

  async function sweepConversations(at: number): Promise<number> {
    let count = 0;
    for (;;) {
      const { claimed, more } = await keeper.claimOld(at, atATime);
      for (const agreed of [true, false]) {
        const ids = claimed.filter((one) => one.agreed === agreed).map(({ id }) => id);
        if (ids.length > 0) await forgetConversations(ids, agreed, at, at);
      }
      count += claimed.length;
      if (!more) return count;
    }
  }

  return {
    forgetConversations,
    /** Forgets everything past its time at `at` (ms since 1970); how many records, by collection. Throws StoreDown. */
    async sweepExpired(at: number): Promise<Readonly<Record<string, number>>> {
      const gone: Record<string, number> = {};
      const faults: unknown[] = [];
      // one record that cannot be read must not keep all the others for ever
      const each = async (name: string, work: () => Promise<number>) => {
        try {
          gone[name] = (gone[name] ?? 0) + (await work());
        } catch (error) {
          faults.push(error);
        }
      };
      await each('conversations', () => sweepConversations(at));
      await each('conversations', () => deps.sweepTurns(at));
      await each('media', () => deps.media.sweepExpired(at));
      for (const { name, keptFor } of collections)
        if (keptFor.days !== 'ever' && !ownWay.has(name)) await each(name, () => keeper.expired(name, at));
      await each('addresses', async () => {
        await keeper.hideNumbers(at);
        return 0;
      });
      if (faults.length > 0) throw faults[0];
      return gone;
    },
  };
}
