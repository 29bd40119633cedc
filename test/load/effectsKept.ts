/** What came of the effects of conversations that ended in danger: a record, an alert and a place in the queue, each once. */
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { conversationIdOf } from '../../services/store/identity';
import { loadKeys } from '../../services/store/keys';
import { keyedHash } from '../../services/store/seal';
import type { Talk } from './person';

export interface EffectsFound {
  /** conversations of danger looked at */
  readonly looked: number;
  /** records, alerts and places in the queue that are not there, and effects nobody has done */
  readonly effectsLost: number;
  /** those that are there more than once */
  readonly effectsDoubled: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The look at somebody who went quiet comes five minutes after danger; what was asked for before it is the turn's, ms. */
const beforeTheLook = 4.5 * 60_000;

/** Waits at most `withinMs` for effects still to do, then counts. Opens the database at `uri` with the keys of `dataDir`. */
export async function effectsKept(
  uri: string,
  dataDir: string,
  talks: readonly Talk[],
  withinMs: number,
): Promise<EffectsFound> {
  const { hash: key } = loadKeys({ production: false, dataDir });
  const hash = (purpose: string, value: string) => keyedHash(key, purpose, value);
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  const db = client.db('win');
  try {
    const undone = () => db.collection('conversations').countDocuments({ 'outbox.0': { $exists: true } });
    for (const until = Date.now() + withinMs; (await undone()) > 0 && Date.now() < until; ) await wait(200);
    const lost: number[] = [await undone()];
    const doubled: number[] = [];
    const inDanger = talks.filter((talk) => talk.danger);
    for (const { conversationId: id } of inDanger) {
      const conversationId = conversationIdOf(hash, `web:${id}`);
      const records = await db.collection('risks').find({ conversationId }).toArray();
      const events = [...new Set(records.map((one) => String(one['eventId'])))];
      const alarms = await db.collection('alarms').find({ kind: 'danger' }).toArray();
      const mine = alarms
        .map((one) => String(one['about']))
        // a run of more than five minutes meets the clock that looks after somebody who went quiet: an alarm of its own
        .filter((about) => !about.includes('no reply after') && events.some((event) => about.startsWith(event)));
      const since = Math.min(...records.map((one) => Number(one['detectedAt'])));
      // the same look leaves a place in the queue of its own, and an intake may have left one of another kind before it
      const queued = await db
        .collection('handoffs')
        .countDocuments({ conversationId, reason: 'risk', askedAt: { $lt: since + beforeTheLook } });
      for (const often of [records.length, mine.length, queued]) {
        lost.push(often === 0 ? 1 : 0);
        doubled.push(Math.max(0, often - 1));
      }
    }
    return { looked: inDanger.length, effectsLost: sum(lost), effectsDoubled: sum(doubled) };
  } finally {
    await client.close();
  }
}
