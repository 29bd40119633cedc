/** How often the database is asked for one answer by text, each time by name (docs/decisions/0014). */
import { z } from 'zod';
import { type Service, startInside } from '../../load/providerInside';
import { engineUri } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const maya = { line: 'sms', number: '+447700900123' } as const;
const asked: string[] = [];
let service: Service;

const shape = z.looseObject({
  filter: z.looseObject({}).optional(),
  documents: z.array(z.looseObject({})).optional(),
  updates: z.array(z.looseObject({ u: z.looseObject({}) })).optional(),
});

/** What a command is for; null for the clocks of the house, which ask however many people write. */
function nameOf(command: string, collection: string, body: z.infer<typeof shape>): string | null {
  const { filter = {}, updates = [] } = body;
  if (['readyAt', 'dueAt', 'nudge.at'].some((field) => field in filter)) return null;
  const update = updates[0]?.u ?? {};
  if (command === 'insert') return `${collection}: written down`;
  if (collection === 'addresses' && command === 'update')
    return update['leaseBy'] === '' ? 'line: let go' : 'line: taken, then learns';
  if (collection === 'conversations' && command === 'update')
    return '$pull' in update ? 'conversation: effect done' : 'conversation: the turn';
  if (collection === 'outgoing' && 'ref' in filter) return 'receipt: looked up';
  return `${collection}: ${command === 'find' ? `looked at by ${Object.keys(filter).join()}` : String(update['state'])}`;
}

beforeAll(async () => {
  service = await startInside(`${engineUri()}&monitorCommands=true`, Date.UTC(2026, 10, 24, 11));
  await service.database.use(async (db) => {
    db.client.on('commandStarted', ({ commandName, command }) => {
      const name = nameOf(commandName, String(command[commandName]), shape.parse(command));
      if (name !== null) asked.push(name);
    });
  });
});
afterAll(() => service.close());

/** One text, and everything it leads to until her phone has the answer and the carrier has said so. */
async function trips(text: string): Promise<readonly string[]> {
  asked.length = 0;
  service.says(maya, text);
  await service.pass(2_500);
  await service.pass(2_500);
  return [...asked];
}

const ANSWER = [
  'inbox: written down',
  'line: taken, then learns',
  'line: taken, then learns',
  'inbox: looked at by line,state',
  'outgoing: looked at by $or',
  'conversation: the turn',
  'outgoing: written down',
  'conversation: effect done',
  'inbox: heard',
  'outgoing: sending',
  'outgoing: sent',
  'line: let go',
];
const RECEIPT = ['receipt: looked up', 'outgoing: delivered'];

describe('round trips of an answer by text', () => {
  it('are few, and each is known by name', async () => {
    for (const text of ['hello', 'yes', 'ok', 'my rent']) await trips(text);
    // a worker that a busy machine kept for over a second looks again at what it held: the quickest of a few answers counts
    const answers: (readonly string[])[] = [];
    for (const text of ['it is too dear', 'blantyre', 'sam', 'mornings', '3']) answers.push(await trips(text));
    const whole = answers.filter((one) => one.includes('outgoing: delivered') && one.includes('line: let go'));
    const all = whole.toSorted((a, b) => a.length - b.length)[0] ?? [];
    // a receipt that is quicker than the carrier's own answer is looked at once more
    const names = new Set(all.filter((one) => one !== 'outgoing: looked at by _id'));
    expect([...names].toSorted()).toEqual([...new Set([...ANSWER, ...RECEIPT])].toSorted());
    for (const one of ANSWER) expect(all.filter((name) => name === one).length).toBeLessThanOrEqual(2);
    expect(all.length).toBeLessThanOrEqual(ANSWER.length + 2 * RECEIPT.length + 2);
  });
});
