/** What load tests rely on: the stand-in counts everything taken, in order, however its answer was lost. */

import { type StandInServer, startStandIn } from '../../load/standInServer';
import { BASIC, PHONE, twilio } from './asking';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

let server: StandInServer;
beforeEach(async () => {
  server = await startStandIn();
});
afterEach(() => server.stop());

const send = (ref: string, to = PHONE) =>
  fetch(`${server.bases.twilio}/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: BASIC },
    body: new URLSearchParams({
      To: to,
      From: twilio.smsFrom,
      Body: `words ${ref}`,
      StatusCallback: `https://win.example.org/channels/twilio/status?ref=${ref}`,
    }),
  }).then(
    (answer) => answer.status,
    () => null,
  );

test('texts are counted in the order they were taken, and twice when sent twice', async () => {
  for (const ref of ['a', 'b', 'b', 'c']) expect(await send(ref)).toBe(201);
  expect(server.textsTo(PHONE)).toEqual(['words a', 'words b', 'words b', 'words c']);
  expect(server.byRef()).toEqual(
    new Map([
      ['a', 1],
      ['b', 2],
      ['c', 1],
    ]),
  );
  expect(server.byText(PHONE).get('words b')).toBe(2);
  server.forget();
  expect([server.taken, server.asked()]).toEqual([[], 0]);
});

test('what was taken and never answered is counted; what was refused is not', async () => {
  server.standIn.setMood('refusing');
  expect(await send('a')).toBe(503);
  server.standIn.setMood('takingSilently');
  expect(await send('b')).toBeNull();
  expect([...server.byRef().keys()]).toEqual(['b']);
  expect(server.asked()).toBe(2);
});

test('five hundred texts to fifty phones in parallel are all there', async () => {
  const numbers = Array.from({ length: 50 }, (_, at) => `+447700900${String(at).padStart(3, '0')}`);
  const each = async (number: string) => {
    for (let at = 0; at < 10; at += 1) await send(`${number.slice(-3)}-${at}`, number);
  };
  await Promise.all(numbers.map(each));
  await server.standIn.idle();
  expect(server.byRef().size).toBe(500);
  for (const number of numbers)
    expect(server.textsTo(number)).toEqual(Array.from({ length: 10 }, (_, at) => `words ${number.slice(-3)}-${at}`));
});
