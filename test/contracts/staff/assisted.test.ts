/** An intake filled in with somebody, over HTTP: the same questions and the same safety, recorded as one of ours. */
import { aPersonsRecord } from './aPersonsRecord';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function begun(way = 'phone') {
  const made = await aPersonsRecord();
  stops.push(made.stop);
  const ailsa = await made.as('Ailsa', 'advisor');
  const to = (await ailsa.send('/advisor/assisted', { way }, '/advisor/people')).to ?? '';
  /** What can be read out after it was put in. */
  const put = async (fields: Readonly<Record<string, string>>, nonce = `nonce-${Math.random()}`.replace('.', '-')) => {
    const sent = await ailsa.send(to, { nonce, ...fields }, to);
    const { text } = await ailsa.look(to);
    return { sent, text: text.slice(text.indexOf('<ol class="lines">')) };
  };
  return { ...made, ailsa, to, put };
}

test('the same questions in the same order, and what is picked and said is kept as theirs', async () => {
  const { ailsa, to, put, phone } = await begun();
  expect((await ailsa.look(to)).text).toContain('automated helper');
  expect((await put({ choice: 'yes' })).text).toContain('You might tell us private things');
  await put({ choice: 'yes' });
  const asked = (await put({ choice: 'yes' })).text;
  expect(asked).toContain('What do you need in life right now?');
  await put({ words: 'I feel so lonely since my mum died' });
  const [begunAs] = (await phone.kept.outcomes.find({}, 20)).filter(({ label }) => label === 'assisted');
  expect(begunAs?.data).toEqual({ by: ailsa.account.id, way: 'phone' });
  const stored = await phone.store.look(begunAs?.conversationId ?? '');
  expect(stored?.state.channel).toBe('phone');
  expect(stored?.state.needs).toContain('loneliness');
  const consents = await phone.kept.consents.find({ conversationId: stored?.id ?? '' }, 10);
  expect(consents.map(({ given }) => given)).toEqual([true]);
});

test('it stands in their record that one of us filled it in', async () => {
  const { ailsa, to, put } = await begun('room');
  await put({ choice: 'yes' });
  const record = /href="(\/advisor\/people\/[^"]+)"/.exec((await ailsa.look(to)).text)?.[1] ?? '';
  const { text } = await ailsa.look(record);
  expect(text).toContain('One of us filled the questions in with them');
  expect(text).toContain('Phone');
});

test('danger said to the advisor is heard as anywhere: fixed words to read out, a record, and the team is asked', async () => {
  const { put, phone } = await begun();
  for (let n = 0; n < 3; n += 1) await put({ choice: 'yes' });
  const { text } = await put({ words: 'i want to end my life tonight' });
  expect(text).toContain('999');
  await phone.settle();
  const [risk] = await phone.kept.risks.find({}, 5);
  expect(risk).toMatchObject({ channel: 'phone', levelAuto: 'P0' });
  expect(await phone.kept.handoffs.find({ state: { $in: ['queued', 'offered'] } }, 5)).toHaveLength(1);
});

test('what is sent twice is put in once, nothing is put in for nothing, and there is no other', async () => {
  const { ailsa, to, put, phone } = await begun();
  for (let n = 0; n < 3; n += 1) await put({ choice: 'yes' });
  await put({ words: 'I need a hand with my rent' }, 'the-same-nonce');
  const again = await put({ words: 'I need a hand with my rent' }, 'the-same-nonce');
  expect(again.text.match(/I need a hand with my rent<\/p>/g)).toHaveLength(1);
  const empty = await put({ words: '   ' });
  expect(empty.sent.status).toBe(422);
  expect((await ailsa.look('/advisor/assisted/00000000-0000-0000-0000-000000000000')).status).toBe(404);
  expect((await ailsa.send('/advisor/assisted', { way: 'pigeon' }, to)).to).toContain('note=noWay');
  expect(await phone.kept.outcomes.find({ label: 'assisted' }, 9)).toHaveLength(1);
});

test('several are picked at once', async () => {
  const { ailsa, to, put } = await begun();
  for (let n = 0; n < 3; n += 1) await put({ choice: 'yes' });
  const { text } = await put({ choice: 'menu' }).then(async (one) =>
    one.text.includes('name="some"') ? one : put({ words: 'See a list' }),
  );
  expect(text).toContain('name="some"');
  const after = await put({ some: '1' });
  expect(after.text).not.toBe(text);
  expect((await ailsa.look(to)).status).toBe(200);
});
