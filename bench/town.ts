/** Fills a database with a town of invented people through the store's own writers: talks, names, handoffs, promises, introductions. */
import { newConversation } from '../dialogs/newConversation';
import type { Reply } from '../dialogs/types';
import { NEEDS } from '../dialogs/vocabulary';
import { collections } from '../services/collections';
import { firstAsked } from '../services/handoffMachine/asked';
import type { Handoff } from '../services/handoffMachine/handoff';
import { houseOf } from '../services/handoffMachine/house';
import { handoffs } from '../services/handoffs/collection';
import { keysOf } from '../services/people/keys';
import { promises } from '../services/promises/collection';
import { newPromise } from '../services/promises/promise';
import { consents, people } from '../services/store/collections/people';
import { loadKeys } from '../services/store/keys';
import { connect } from '../services/store/mongo/connect';
import { createConversations } from '../services/store/mongo/conversations';
import { createRecords } from '../services/store/mongo/records';
import { personIdOf } from '../services/store/personId';
import { createSealer, keyedHash } from '../services/store/seal';
import { progress } from './progress';

const first = [
  'Ailsa',
  'Brodie',
  'Catriona',
  'Davie',
  'Elspeth',
  'Fergus',
  'Grace',
  'Hamish',
  'Isla',
  'Jamie',
  'Kirsty',
  'Lewis',
  'Maya',
  'Niall',
  'Oonagh',
  'Rab',
  'Shona',
  'Tam',
  'Una',
  'Wullie',
];
const last = [
  'Adams',
  'Boyd',
  'Cairns',
  'Docherty',
  'Elder',
  'Fyfe',
  'Gemmell',
  'Hay',
  'Irvine',
  'Jardine',
  'Kerr',
  'Lennox',
  'Mair',
  'Neilson',
  'Orr',
  'Paton',
  'Reid',
  'Shaw',
  'Tait',
  'Urie',
  'Watt',
  'Young',
];
const day = 24 * 60 * 60_000;
/** Turns of each talk: each has what they said and what they were told, two messages. */
const turns = 5;
/** One in so many has somebody waiting for the team now, and something promised for today. */
const open = 100;
const together = 48;

const pick = <One>(from: readonly One[], n: number): One => {
  const one = from[n % from.length];
  if (one === undefined) throw new Error('There is nothing to pick from');
  return one;
};
export const nameOf = (n: number): string => `${pick(first, n)} ${pick(last, Math.floor(n / first.length))}`;
/** Of Ofcom's numbers for drama there are too few: these are ten digits nobody was given in this invented town. */
export const numberOf = (n: number): string => `+4477009${String(n).padStart(5, '0')}`;
const idOf = (n: number): string => `c_town-${n}`;
const life = 'town';
export const personOf = (n: number): string => personIdOf({ conversationId: idOf(n), life });

const reply = (n: number): Reply => ({
  parts: [{ id: 'W-THANKS', params: {} }],
  choices: [],
  many: false,
  from: 'bot',
  toGo: n,
});

/** Adds `count` people to the database of an app that has its keys in `dataDir`. */
export async function fillTown(uri: string, dataDir: string, count: number): Promise<{ readonly messages: number }> {
  const keys = loadKeys({ production: false, dataDir });
  const sealer = createSealer(keys.encryption);
  const hash = (purpose: string, value: string) => keyedHash(keys.hash, purpose, value);
  const database = connect(uri, collections);
  const now = Date.now();
  const store = createConversations(database, { sealer, now: () => now });
  const kept = {
    people: createRecords(database, people, sealer),
    consents: createRecords(database, consents, sealer),
    handoffs: createRecords(database, handoffs, sealer),
    promises: createRecords(database, promises, sealer),
  };
  const house = houseOf();

  async function talk(n: number): Promise<void> {
    const id = idOf(n);
    const at = now - (n % 60) * day - day;
    const secrets = { 'said/name': nameOf(n), 'said/number': numberOf(n), 'said/need': 'I have nobody to talk to' };
    const state = { ...newConversation('sms', at), needs: [pick(NEEDS, n)], secrets };
    let before = null;
    for (let turn = 0; turn < turns; turn += 1) {
      const committed = await store.commit({
        ...{
          id,
          life,
          rev: turn,
          before,
          state: { ...state, turns: turn + 1 },
          effects: [],
          expiresAt: now + 90 * day,
        },
        turn: {
          ...{ inboundId: `in-${n}-${turn}`, at: at + turn * 60_000, firstItem: turn * 2 + 1, items: 2 },
          ...{ messageIds: ['W-THANKS'], said: `words of a talk ${n} ${turn}`, replies: [reply(turns - turn)] },
        },
      });
      if (committed.kind !== 'committed') throw new Error('Somebody else writes in this town');
      before = committed.conversation;
    }
  }

  function handoffOf(n: number): Handoff {
    const conversationId = idOf(n);
    const at = now - (n % 60) * day - (n % 600) * 60_000;
    const ask = { id: `${conversationId}:${life}:4:0`, reason: 'asked', level: 'P3' as const, at, riskId: '' };
    const made = firstAsked(
      `${conversationId}:${life}:0:team`,
      { conversationId, life },
      { at, ask, dueAt: n % open === 0 ? now + day : at + day },
      house,
    );
    return n % open === 0 ? made : { ...made, state: 'closed', endedAt: at + day, outcome: 'helped' };
  }

  async function person(n: number): Promise<void> {
    const conversationId = idOf(n);
    const name = nameOf(n);
    await talk(n);
    const owner = { kind: 'team', duty: 'duty', holder: 'team' } as const;
    const promised = newPromise({
      ...{ id: `${conversationId}:${life}:4:1`, conversationId, life, kind: 'answer', about: 'asked', owner },
      ...{ madeAt: now - 2 * day, dueAt: n % open === 0 ? now + 60_000 * 30 : now - (n % 25) * day - day },
    });
    const kept365 = now + 365 * day;
    await Promise.all([
      kept.people.add({
        ...{ id: personOf(n), rev: 1, name, keys: [...keysOf(hash, { name, numbers: [numberOf(n)] })] },
        ...{ conversationIds: [conversationId], createdAt: now - day, updatedAt: now - n, expiresAt: kept365 },
      }),
      kept.consents.add({
        ...{ id: `${conversationId}:${life}:2:0`, conversationId, purpose: 'special_category/1', organisationId: null },
        ...{
          given: true,
          at: now - day,
          messageId: 'B3',
          shown: 'You might tell us private things',
          expiresAt: kept365,
        },
      }),
      kept.handoffs.add(handoffOf(n)),
      kept.promises.add(n % open === 0 ? promised : { ...promised, state: 'kept', doneAt: now - day, nextAt: null }),
    ]);
  }

  try {
    await database.ready();
    let next = 0;
    const worker = async () => {
      for (let n = next++; n < count; n = next++) {
        await person(n);
        progress('people of the town', n + 1, count);
      }
    };
    await Promise.all(Array.from({ length: together }, worker));
    await store.settled();
    return { messages: count * turns * 2 };
  } finally {
    await database.close();
  }
}
