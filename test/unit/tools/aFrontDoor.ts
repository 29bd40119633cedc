/** A front door in memory with a still clock, for the tests of tools. */
import { openFrontDoor } from '../../../bot/tools/frontDoor';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { PendingEffect } from '../../../services/store/ports';

/** Tuesday 24 November 2026, 10 in the morning in Scotland. */
export const TUESDAY_AT_TEN = new Date('2026-11-24T10:00:00Z');

export async function aFrontDoor(now = TUESDAY_AT_TEN) {
  const effects = new Map<string, readonly PendingEffect[]>();
  const effectsOf = (id: string) => effects.get(id) ?? [];
  const faults: string[] = [];
  const frontDoor = await openFrontDoor({
    store: createMemoryConversations({ now: () => now.getTime() }),
    records: createMemoryRecords,
    hashKey: Buffer.alloc(32, 3),
    now: () => now,
    asked: (id, asked) => void effects.set(id, [...effectsOf(id), ...asked]),
    log: (event) => faults.push(event),
  });
  return { frontDoor, effectsOf, faults };
}
