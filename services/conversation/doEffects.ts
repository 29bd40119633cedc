/** Does what a committed turn asked for, after the commit, each thing once however often it is tried. */
import { LRUCache } from 'lru-cache';
import type { EffectKind } from '../../dialogs/vocabulary';
import type { AlertEvent } from '../alarms/alert';
import { RecordDiffers } from '../store/addOnce';
import type { ConversationStore, PendingEffect } from '../store/ports';
import { effects as definitions } from './effects';
import type { EffectParts } from './effects/effect';

/** Tries of one effect by one process after which a person hears of it, and the work queue tries it on. */
const alertAfter = 3;
/** The queue's first try of it, ms from then. */
const queueTriesAfter = 5_000;
/** What a person in danger waits for: somebody who knows. */
const URGENT: ReadonlySet<EffectKind> = new Set(['raiseRisk', 'alert', 'handOver']);
/** Conversations swept at once: after a crash there may be hundreds, and each effect waits for the database. */
const SWEPT_TOGETHER = 6;

/**
 * Does effects in order; one that fails stays written down and is tried again by the sweep. One that fails three times
 * goes to the work queue, which waits longer each time and at last keeps it as a dead letter: it never fills the sweep.
 */
export function createEffects(parts: EffectParts) {
  const running = new Set<Promise<void>>();
  const failed = new LRUCache<string, number>({ max: 2_000 });

  /** Never rejects: an alert that cannot be raised is raised with the next try. */
  async function tell(event: AlertEvent): Promise<void> {
    try {
      await parts.alert(event);
    } catch {
      parts.log('alert.failed', { id: event.id });
    }
  }

  /** Written in the queue first: a crash between leaves it to the sweep as well, and doing it twice is doing it once. */
  async function putOff(conversationId: string, { id, kind }: PendingEffect): Promise<void> {
    const data = { effectId: id, what: kind };
    try {
      const dueAt = parts.now() + queueTriesAfter;
      await parts.queue.enqueue({ id: `stuck:${id}`, kind: 'stuckEffect', conversationId, data, dueAt });
      await parts.store.parkEffect(conversationId, id);
    } catch (error) {
      // the next try puts it off
      parts.log('effect.notPutOff', { kind, error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  async function doOne(conversationId: string, effect: PendingEffect): Promise<void> {
    try {
      await definitions[effect.kind].do(conversationId, effect, parts);
      if (!definitions[effect.kind].marksItself) await parts.store.effectDone(conversationId, effect.id);
    } catch (error) {
      const differs = error instanceof RecordDiffers;
      parts.log(differs ? 'effect.differs' : 'effect.failed', {
        kind: effect.kind,
        error: error instanceof Error ? error.name : 'unknown',
      });
      const tries = (failed.get(effect.id) ?? 0) + 1;
      failed.set(effect.id, tries);
      const why = differs ? 'set aside: effect differs' : 'set aside: effect failing';
      if (differs || tries === alertAfter)
        await tell({
          id: `${effect.id}:${differs ? 'differs' : 'failing'}`,
          to: 'duty',
          why: `${why}, ${effect.kind}`,
          level: 'P1',
        });
      if (tries >= alertAfter) await putOff(conversationId, effect);
    }
  }

  async function doAll(conversationId: string, effects: readonly PendingEffect[]): Promise<void> {
    for (const effect of effects) await doOne(conversationId, effect);
  }

  return {
    /**
     * Starts them. Resolves when what goes out to the person is on its way or left to the sweep: an answer waits for
     * nothing but its own sending (S3). Never rejects.
     */
    start(conversationId: string, effects: readonly PendingEffect[]): Promise<void> {
      const of = (which: (kind: EffectKind) => boolean) =>
        doAll(
          conversationId,
          effects.filter(({ kind }) => which(kind)),
        );
      const sent = of((kind) => kind === 'deliver');
      // what goes to others, and may hang there, holds up none of what is written down here
      const work = Promise.all([
        sent,
        of((kind) => kind !== 'deliver' && !definitions[kind].goesOut),
        of((kind) => definitions[kind].goesOut),
      ]);
      const ended = work.then(() => undefined);
      running.add(ended);
      void ended.finally(() => running.delete(ended));
      return sent;
    },
    /**
     * Does what a crash left behind: conversations of danger first, several at once, each of them in its own order. How
     * many were found.
     */
    async sweep(store: Pick<ConversationStore, 'pendingEffects'>): Promise<number> {
      const left = await store.pendingEffects(10_000, 200);
      const byConversation = new Map<string, PendingEffect[]>();
      for (const { conversationId, effect } of left)
        byConversation.set(conversationId, [...(byConversation.get(conversationId) ?? []), effect]);
      const isUrgent = (own: readonly PendingEffect[]) => own.some(({ kind }) => URGENT.has(kind));
      const waiting = [...byConversation].sort(([, a], [, b]) => Number(isUrgent(b)) - Number(isUrgent(a)));
      const lane = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await doAll(...next);
      };
      await Promise.all(Array.from({ length: SWEPT_TOGETHER }, lane));
      return left.length;
    },
    /** One try of an effect the queue has; nothing when it is done already. Throws whatever went wrong. */
    async redo(conversationId: string, effectId: string): Promise<void> {
      const effect = await parts.store.effectOf(conversationId, effectId);
      if (effect === null) return;
      await definitions[effect.kind].do(conversationId, effect, parts);
      if (!definitions[effect.kind].marksItself) await parts.store.effectDone(conversationId, effectId);
    },
    /** resolves when nothing is under way */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
