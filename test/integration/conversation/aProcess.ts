/** One running copy of the service on the real database, and people who talk to it. */
import { type FrontDoor, type FrontDoorParts, openFrontDoor } from '../../../bot/tools/frontDoor';
import { tapFor } from '../../../bot/tools/taps';
import { textOf } from '../../../dialogs/content/copy';
import type { ChannelKind, Reply } from '../../../dialogs/types';
import { collections } from '../../../services/collections';
import type { Inbound, TurnDone } from '../../../services/conversation/inbound';
import type { Letter } from '../../../services/delivery/letter';
import type { PartnerAnswer } from '../../../services/referrals/answer';
import { connect, type Database } from '../../../services/store/mongo/connect';
import { createConversations } from '../../../services/store/mongo/conversations';
import { createRecords } from '../../../services/store/mongo/records';
import { engineUri, sealer } from '../store/database';

/** Tuesday 24 November 2026, 10 in the morning in Scotland. */
export const TUESDAY_AT_TEN = Date.UTC(2026, 10, 24, 10);
export const HOUR = 3_600_000;

export interface Clock {
  now: number;
}

/** As the app is put together, on a database shared by name. `uri` may lead to a database that is not there. */
export async function aProcess(name: string, clock: Clock, parts: Partial<FrontDoorParts> = {}) {
  const database = connect(engineUri(), collections, { name });
  const store = createConversations(database, { sealer, now: () => clock.now });
  const letters: Letter[] = [];
  const faults: string[] = [];
  const frontDoor = await openFrontDoor({
    store,
    records: (definition) => createRecords(database, definition, sealer),
    hashKey: Buffer.alloc(32, 5),
    now: () => new Date(clock.now),
    letter: (letter) => letters.push(letter),
    log: (event) => faults.push(event),
    ...parts,
  });
  return {
    ...frontDoor,
    database,
    letters,
    faults,
    async close() {
      await frontDoor.effects.idle();
      await store.settled();
      await database.close();
    },
  };
}

export type Process = Awaited<ReturnType<typeof aProcess>>;

/** What a person was told in one turn. */
export interface Told {
  readonly turn: TurnDone;
  readonly ids: readonly string[];
  readonly text: string;
}

export function told(turn: TurnDone): Told {
  return { turn, ids: turn.turn.messageIds, text: turn.turn.replies.map(textOf).join('\n') };
}

let people = 0;

/** A person at one address. Throws when the store is down, so that no test goes on by mistake. */
export function aPerson(front: Pick<FrontDoor, 'service'>, channel: ChannelKind = 'web', address?: string) {
  people += 1;
  const person = people;
  const at = address ?? `${channel}:person-${person}`;
  const shown: Reply[] = [];
  let turns = 0;
  const send = async (what: Inbound['what'], id?: string): Promise<Told> => {
    turns += 1;
    const done = await front.service.handleTurn({ id: id ?? `${person}/${turns}`, address: at, channel, what });
    if (done.kind !== 'done') throw new Error('The store was down');
    shown.push(...done.turn.replies);
    return told(done);
  };
  return {
    address: at,
    hello: () => send({ kind: 'hello' }, 'hello'),
    say: (text: string, id?: string) => send({ kind: 'text', text }, id),
    /** what was said in a turn that came some other way */
    hears: (replies: readonly Reply[]) => void shown.push(...replies),
    async tap(label: string): Promise<Told> {
      const tap = tapFor(shown, label);
      if (tap === null) throw new Error(`There is no button "${label}"`);
      return send({ kind: 'choice', ...tap });
    },
  };
}

export type Person = ReturnType<typeof aPerson>;

/** What Maya answers, by question and not by order: a choice's label where there is one, else words. */
const MAYA: Readonly<Record<string, string>> = {
  consent: "Yes, that's OK",
  safeNow: 'Yes',
  leaveFast: 'Carry on',
  need: 'ma hoose is damp',
  ageBand: '18 or over',
  sharedDevice: 'No',
  detail: 'Repairs or damp',
  notes: 'No',
  name: 'Maya Quillfeather',
  area: 'Blantyre',
  pace: 'Ideas now',
  contactBy: 'Text',
  number: '07700 900123',
  safeNumber: 'Yes',
  summary: 'Yes',
  options: '1',
};

/** The question on the table, as its choices name it: "share" of "share:svc~yes". */
const askedIn = (told: Told): string =>
  told.turn.turn.replies
    .findLast((reply) => reply.choices.length > 0)
    ?.choices[0]?.id.split('~')[0]
    ?.split(':')[0] ?? '';

/** Goes on from here until this question is asked. */
async function goOn(person: Person, from: Told, until: string): Promise<Told> {
  let told = from;
  for (let step = 0; step < 40 && askedIn(told) !== until; step += 1) {
    const asked = askedIn(told);
    const said = MAYA[asked] ?? 'SKIP';
    const labels = told.turn.turn.replies.flatMap((reply) => reply.choices.map((choice) => choice.label));
    told = labels.includes(said) ? await person.tap(said) : await person.say(said);
  }
  return told;
}

/** Hello, privacy, safe to talk: up to "what do you need?". */
export async function begin(person: Person): Promise<Told> {
  return goOn(person, await person.hello(), 'need');
}

/** From there to whether anybody else sees this phone. */
export async function upToSharedDevice(person: Person): Promise<Told> {
  return goOn(person, await begin(person), 'sharedDevice');
}

/** From there to the offer to pass Maya's details to one partner. */
export async function upToSharing(person: Person): Promise<Told> {
  return goOn(person, await begin(person), 'share');
}

/** The partner answers the newest letter, and the person is told, as the answer page does it. */
export async function partnerAnswers(process: Process, answer: PartnerAnswer) {
  await process.effects.idle();
  const link = process.letters.findLast((letter) => letter.link !== null)?.link ?? '';
  const answered = await process.referrals.answer(link.split('/r/')[1] ?? '', answer);
  if (answered.kind !== 'moved' || answered.happening.name !== 'referralMoved') throw new Error(answered.kind);
  const { happening, conversationId, referral } = answered;
  const key = `referral:${happening.ref}:${happening.step}`;
  const turn = await process.service.happen(conversationId, key, happening);
  await process.referrals.markTold(referral.id);
  return { turn, happening, conversationId, key, text: (turn?.replies ?? []).map(textOf).join('\n') };
}

/** Every document of every collection as it lies in the database. */
export async function rawDocuments(database: Database): Promise<ReadonlyMap<string, string>> {
  return database.use(async (db) => {
    const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map((one) => one.name);
    const found = await Promise.all(
      names.map(
        async (name): Promise<[string, string]> => [name, JSON.stringify(await db.collection(name).find().toArray())],
      ),
    );
    return new Map(found);
  });
}
