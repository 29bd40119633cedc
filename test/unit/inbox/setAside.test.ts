/** A turn that fails for good: three tries, the fault text with the crisis lines, a dead letter, and what follows is heard (S2, B10). */
import type { Commit } from '../../../services/store/ports';
import { aPhoneService, textsOf } from './aPhoneService';

/** As the driver says a document is too large, a check refuses it, or a thing nobody thought of. */
const faults = {
  'document too large': () =>
    Object.assign(new Error('BSONObj size is invalid'), { name: 'MongoServerError', code: 10334 }),
  'a validator older than the code': () => new Error('The database refused a conversation (code 121)'),
  'a range error of the driver': () => new RangeError('offset is out of range'),
};

async function broken(fault: () => Error) {
  const phone = aPhoneService();
  await phone.says('hi');
  const tries: Commit[] = [];
  phone.broken.on = (commit) => {
    tries.push(commit);
    return fault();
  };
  return { phone, tries };
}

describe.each(Object.entries(faults))('S2: %s', (_name, fault) => {
  it('S2: is tried three times, answered with the fault text, and set aside with an alert', async () => {
    const { phone, tries } = await broken(fault);
    const said = await phone.says('my rent is late');
    expect(tries).toHaveLength(3);
    expect(textsOf(said).join('\n')).toMatch(/116 123|999/);
    expect(textsOf(said).join('\n')).toMatch(/01632 960 100/);
    const letters = await phone.kept.deadLetters.find({}, 10);
    expect(letters).toMatchObject([{ what: 'message', words: 'my rent is late' }]);
    expect(phone.alerts).toMatchObject([{ id: letters[0]?.id, level: 'P1' }]);
    expect(await phone.kept.inbox.find({ state: 'waiting' }, 10)).toEqual([]);
    await phone.pass(60_000);
    expect(tries).toHaveLength(3);
    expect(await phone.kept.deadLetters.find({}, 10)).toHaveLength(1);
  });

  it('S2: danger behind it is answered and alerted, and STOP after that is heard', async () => {
    const { phone } = await broken(fault);
    await phone.says('my rent is late');
    const danger = await phone.says('i want to kill myself');
    expect(textsOf(danger).join('\n')).toMatch(/116 123/);
    expect(phone.alerts.map(({ level }) => level)).toEqual(['P1', 'P0']);
    phone.broken.on = null;
    await phone.says('STOP');
    expect((await phone.stateOf()).contact).toBe('STOPPED');
  });

  it('S2: a fault that passes leaves nothing aside', async () => {
    const { phone } = await broken(fault);
    let left = 2;
    phone.broken.on = () => (left-- > 0 ? fault() : null);
    expect(textsOf(await phone.says('i want to kill myself')).length).toBeGreaterThan(0);
    expect(await phone.kept.deadLetters.find({}, 10)).toEqual([]);
    expect((await phone.stateOf()).safety?.category).toBe('suicide_thoughts');
  });

  it('B10: on the web the same fault is the calm text, and in danger the crisis lines', async () => {
    const { phone } = await broken(fault);
    const turn = (id: string, text: string) =>
      phone.service.handleTurn({ id, address: 'web:1', channel: 'web', what: { kind: 'text', text } });
    const calm = await turn('1', 'hello');
    const danger = await turn('2', "i've taken all my tablets");
    expect([calm.kind, danger.kind]).toEqual(['storeDown', 'storeDown']);
    if (calm.kind !== 'storeDown' || danger.kind !== 'storeDown') throw new Error('Something was kept');
    const ids = (replies: typeof calm.replies) => replies.flatMap((reply) => reply.parts.map((one) => one.id));
    expect(ids(calm.replies)).toEqual(['X27', 'W-FAILSAFE']);
    expect(ids(danger.replies)).toEqual(['RM1', 'W-FAILSAFE', 'X27']);
  });
});

it('S2: a message whose own record is broken is set aside too, and the next is heard', async () => {
  const phone = aPhoneService();
  await phone.says('hi');
  await phone.phones.desk.take([phone.message('lost')]);
  const [item] = await phone.kept.inbox.find({ state: 'waiting' }, 1);
  if (!item) throw new Error('Nothing waits');
  await phone.kept.inbox.replace({ ...item, rev: item.rev + 1, message: '{"half' }, item.rev);
  await phone.pass(3_000);
  expect(await phone.kept.deadLetters.find({}, 10)).toHaveLength(1);
  expect(phone.alerts).toHaveLength(1);
  expect(textsOf(await phone.says('i want to kill myself')).length).toBeGreaterThan(0);
});
