/** A reply whose answer was lost is known by its words, also when the same words have gone since: nothing is said twice. */
import { aPhoneService, second, textsOf } from './aPhoneService';

const refsOf = (phone: ReturnType<typeof aPhoneService>) => phone.reached.map(({ ref }) => ref);

test('the same fixed reply went twice for two messages of danger, the first without its answer: none goes a third time', async () => {
  const phone = aPhoneService();
  await phone.says('hi');
  // after STOP each message of danger has the same one reply
  await phone.says('STOP');
  const before = phone.reached.length;
  const well = phone.mood.of;
  phone.mood.wasTaken = 'by its words';
  // the carrier takes all of it, and its answers are lost on the way
  phone.mood.of = () => ({ kind: 'unsure', code: 'timeout' });
  await phone.phones.desk.take([phone.message("i've taken all my tablets")]);
  await phone.phones.idle();
  phone.mood.of = well;
  phone.jump(second);
  await phone.phones.desk.take([phone.message('i took an overdose')]);
  await phone.phones.idle();
  await phone.pass(120 * second);
  const texts = textsOf(phone.reached.slice(before));
  expect(texts).toEqual([texts[0], texts[0]]);
  expect(new Set(refsOf(phone)).size).toBe(refsOf(phone).length);
  expect(await phone.kept.outgoing.find({ state: { $in: ['waiting', 'sending', 'unsure'] } }, 10)).toEqual([]);
  await phone.close();
});
