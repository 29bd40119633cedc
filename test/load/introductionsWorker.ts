/** One process of the introductions test: the service's own jobs on a shared database, until it is killed. */
import { z } from 'zod';
import { openFrontDoor } from '../../bot/tools/frontDoor';
import { collections } from '../../services/collections';
import { createDelivery } from '../../services/delivery/delivery';
import { connect } from '../../services/store/mongo/connect';
import { createConversations } from '../../services/store/mongo/conversations';
import { createRecords } from '../../services/store/mongo/records';
import type { OpenRecords } from '../../services/store/openRecords';
import { createSealer } from '../../services/store/seal';
import { jobKinds } from '../../services/work/jobs';
import { createRunner } from '../../services/work/runner';

/** Keys of the test, the same in every process. */
export const testKeys = { sealing: Buffer.alloc(32, 3), hashing: Buffer.alloc(32, 4) } as const;
/** Leases and intervals are cut so far that a crash is felt within a test, ms. */
const leaseMs = 2_000;
const everyMs = 500;

const settings = z.object({ uri: z.string(), name: z.string(), smtp: z.string(), me: z.string() });
const moved = z.object({ offset: z.number() });

async function main(): Promise<void> {
  const { uri, name, smtp, me } = settings.parse(JSON.parse(process.argv[2] ?? '{}'));
  let offset = 0;
  process.on('message', (message) => {
    offset = moved.parse(message).offset;
  });
  process.on('disconnect', () => process.exit(0));
  const now = () => Date.now() + offset;
  const database = connect(uri, collections, { name });
  const sealer = createSealer([{ id: 'test', secret: testKeys.sealing }]);
  const store = createConversations(database, { sealer, now });
  const records: OpenRecords = (definition) => createRecords(database, definition, sealer);
  const delivery = createDelivery({ mode: { kind: 'smtp', url: smtp }, from: 'door@win.example' });
  const front = await openFrontDoor({
    store,
    records,
    hashKey: testKeys.hashing,
    now: () => new Date(now()),
    send: delivery.send,
    hasRunner: true,
    log: (event) => process.stderr.write(`${me} ${event}\n`),
  });
  const runner = createRunner({
    queue: front.queue,
    kinds: jobKinds.map((kind) => ({ ...kind, leaseMs, every: kind.every === null ? null : everyMs })),
    ports: {
      happen: front.service.happen,
      sweepEffects: () => front.effects.sweep(store),
      redoEffect: front.effects.redo,
      referrals: front.referrals,
      tellNews: async ({ conversationId, happening, referralId }) => {
        await front.service.happen(conversationId, `news:${referralId}`, happening);
        await front.referrals.markTold(referralId);
      },
      ringAlarm: async () => null,
      queueUnrung: async () => 0,
      lookAtHandoffs: async () => undefined,
      lookAtPromises: async () => undefined,
      fetchMedia: async () => 0,
      sweepExpired: async () => undefined,
      erase: async () => true,
      clockSane: () => true,
    },
    me,
    now,
    log: (event, facts) => process.stderr.write(`${me} ${event} ${Object.values(facts).join(' ')}\n`),
    pollMs: 100,
  });
  await runner.start();
  process.send?.('ready');
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : 'unknown fault'}\n`);
    process.exit(1);
  });
}
