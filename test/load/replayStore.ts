/** Looks into the database the two apps share, with their keys: what was heard, what was said, what went out. */
import { MongoClient } from 'mongodb';
import { collections } from '../../services/collections';
import { addressOf, lineIdOf } from '../../services/contact/lines';
import { type InboxItem, inbox, type OutgoingMessage, outgoingMessages } from '../../services/store/collections/phone';
import { conversationIdOf } from '../../services/store/identity';
import { loadKeys } from '../../services/store/keys';
import { connect } from '../../services/store/mongo/connect';
import { createConversations } from '../../services/store/mongo/conversations';
import { createRecords } from '../../services/store/mongo/records';
import type { TurnRecord } from '../../services/store/ports';
import { createSealer, keyedHash } from '../../services/store/seal';
import type { Writer } from './replayPlan';

export interface Look {
  /** messages not yet heard, replies not yet out, effects not yet done */
  waiting(): Promise<number>;
  heard(): Promise<number>;
  turnsOf(writer: Writer): Promise<readonly TurnRecord[]>;
  conversationOf(writer: Writer): string;
  itemsOf(writer: Writer): Promise<readonly InboxItem[]>;
  outgoingOf(writer: Writer): Promise<readonly OutgoingMessage[]>;
  /** the key of one message in the inbox */
  keyOf(writer: Writer, id: string): string;
  close(): Promise<void>;
}

const many = 10_000;

/** Opens the database at `uri` with the keys of `dataDir`. */
export function lookInto(uri: string, dataDir: string): Look {
  const keys = loadKeys({ production: false, dataDir });
  const hash = (purpose: string, value: string) => keyedHash(keys.hash, purpose, value);
  const sealer = createSealer(keys.encryption);
  const database = connect(uri, collections);
  const raw = new MongoClient(uri);
  const db = raw.db('win');
  const store = createConversations(database, { sealer, now: () => Date.now() });
  const inboxRecords = createRecords(database, inbox, sealer);
  const outgoingRecords = createRecords(database, outgoingMessages, sealer);
  const carrierOf = ({ line }: Writer) => (line === 'sms' ? 'twilio' : 'meta');
  const lineOf = (writer: Writer) => lineIdOf(hash, carrierOf(writer), writer.number);
  const conversationOf = (writer: Writer) =>
    conversationIdOf(hash, addressOf(carrierOf(writer), writer.line === 'sms' ? 'sms' : 'whatsapp', writer.number));
  return {
    async waiting() {
      const [unheard, unsent, undone] = await Promise.all([
        db.collection('inbox').countDocuments({ state: 'waiting' }),
        db.collection('outgoing').countDocuments({ state: { $in: ['waiting', 'sending', 'unsure'] } }),
        db.collection('conversations').countDocuments({ 'outbox.0': { $exists: true } }),
      ]);
      return unheard + unsent + undone;
    },
    heard: () => db.collection('inbox').countDocuments({ state: 'heard' }),
    conversationOf,
    turnsOf: (writer) => store.transcript(conversationOf(writer), 0, many),
    itemsOf: (writer) => inboxRecords.find({ line: lineOf(writer) }, many),
    outgoingOf: (writer) => outgoingRecords.find({ line: lineOf(writer) }, many),
    keyOf: (writer, id) => hash('message', `${carrierOf(writer)} ${id}`),
    async close() {
      await raw.close();
      await database.close();
    },
  };
}
