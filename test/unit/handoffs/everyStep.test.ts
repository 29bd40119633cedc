/** The process ends at any step of what an advisor does, before or after that step is kept; another goes on, and nothing is lost, said twice or stuck. */
import type { HandoffsParts } from '../../../services/handoffs/handoffs';
import { aPhoneService } from '../inbox/aPhoneService';
import { morag } from './aTeam';

type Team = ReturnType<ReturnType<typeof aPhoneService>['makeTeam']>;

/** Parts of a process that ends at its n-th step; each thing it does is two: done, and known to be done. */
function endsAt(n: number) {
  let steps = 0;
  let isOver = false;
  const mayGoOn = (): void => {
    steps += 1;
    isOver ||= steps === n;
    if (isOver) throw new Error('The process has ended');
  };
  async function step<T>(work: () => Promise<T>): Promise<T> {
    mayGoOn();
    const done = await work();
    mayGoOn();
    return done;
  }
  const parts = ({ handoffs, audit, happen, promises }: HandoffsParts): Partial<HandoffsParts> => ({
    handoffs: {
      ...handoffs,
      add: (one) => step(() => handoffs.add(one)),
      replace: (one, rev) => step(() => handoffs.replace(one, rev)),
    },
    promises: {
      ...promises,
      make: (one) => step(() => promises.make(one)),
      done: (...settled) => step(() => promises.done(...settled)),
      cancel: (...settled) => step(() => promises.cancel(...settled)),
    },
    audit: (done) => step(() => audit(done)),
    happen: (id, key, event) => step(() => happen(id, key, event)),
  });
  return { parts, isOver: () => isOver };
}

async function taken(isTaken: boolean) {
  const phone = aPhoneService({});
  for (const words of ['hi', 'yes', 'yes', 'yes', 'can i talk to a person']) await phone.says(words);
  const [row] = await phone.team.list(morag);
  if (row === undefined) throw new Error('Nobody was asked for');
  if (isTaken) await phone.team.claim(morag, row.id);
  await phone.settle();
  return { phone, id: row.id, before: phone.reached.length };
}

const words = { key: 'the-same-message', words: 'What would help most?' };
const DOINGS = [
  ['claims', false, /^Morag is here now/, 'claimed', (team: Team, id: string) => team.claim(morag, id)],
  ['says', true, /^What would help most/, 'live', (team: Team, id: string) => team.say(morag, id, words)],
  [
    'hands back',
    true,
    /automated helper again|^Morag has left/,
    'closed',
    (team: Team, id: string) => team.handBack(morag, id, { intake: 'stays', note: '' }),
  ],
  [
    'closes',
    true,
    /automated helper again|^Morag has left/,
    'closed',
    (team: Team, id: string) => team.wrapUp(morag, id, { outcome: 'helped', note: 'all well' }),
  ],
] as const;

it.each(DOINGS)('%s: at whatever step it ends, it is done once', async (_what, isTaken, wanted, state, act) => {
  let steps = 0;
  for (let n = 1; n < 40; n += 1) {
    const { phone, id, before } = await taken(isTaken);
    const process = endsAt(n);
    const dying = phone.makeTeam(process.parts);
    await act(dying, id).catch(() => null);
    await dying.idle();
    if (!process.isOver()) break;
    steps = n;
    await phone.settle();
    const next = phone.makeTeam();
    await Promise.all([next.look(), phone.team.look()]);
    // the page had no answer, and asks the same again
    await act(next, id);
    await next.look();
    await next.idle();
    await phone.settle();
    const heard = phone.reached.slice(before).map(({ text }) => text);
    expect(heard.filter((text) => wanted.test(text))).toHaveLength(1);
    expect(await phone.kept.handoffs.get(id)).toMatchObject({ state, todo: [], todoSince: null });
    // what was promised is kept by it, whatever was lost on the way
    const [promised] = await phone.kept.promises.find({ kind: 'answer' }, 5);
    expect(promised?.state).toBe(state === 'claimed' ? 'open' : 'kept');
    next.close();
    dying.close();
  }
  // audit, record and telling, each before and after
  expect(steps).toBeGreaterThanOrEqual(4);
});
