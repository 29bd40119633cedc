/** P-A19: after taking it back, what is said is what is so. */
import { aSharer } from './aSharer';

const answers = { need: 'I am lonely', contactBy: 'text', number: '07700 900123', safeNumber: 'yes', pace: 'now' };

it('P-A19: taken back once, and again: never "nothing was passed on"', async () => {
  const sharer = await aSharer('web');
  await sharer.walk({ ...answers, options: '1' }, 'share');
  await sharer.answer('yes');
  const { partner } = await sharer.kept();
  expect(await sharer.say('take back what you shared')).toContain(`asking ${partner} to stop using your details`);
  expect(sharer.letters.at(-1)?.kind).toBe('withdrawn');
  const again = await sharer.say('take back what you shared');
  expect(again).toContain(`You took that back from ${partner} already`);
  expect(again).not.toContain('has been passed on');
});

it('P-A19: where two have it, the other is named, and is told the next time', async () => {
  const sharer = await aSharer('web');
  await sharer.walk({ ...answers, options: '1 and 2' }, 'share');
  await sharer.answer('yes');
  await sharer.answer('yes');
  const [first, second] = (await sharer.state()).referrals;
  const told = await sharer.say('take back what you shared');
  expect(told).toContain(`asking ${second?.partner} to stop`);
  expect(told).toContain(`You also shared with ${first?.partner}`);
  expect(await sharer.say('take it back')).toContain(`asking ${first?.partner} to stop`);
  expect((await sharer.state()).referrals.map((one) => one.state)).toEqual(['cancelled', 'cancelled']);
});

it('P-A19: a partner who said no still has the details, so they are told too', async () => {
  const sharer = await aSharer('web');
  await sharer.walk({ ...answers, options: '1' }, 'share');
  await sharer.answer('yes');
  const { partner } = await sharer.kept();
  await sharer.partnerSays({ say: 'no', reason: 'full', words: '' });
  expect(await sharer.say('take back what you shared')).toContain(`asking ${partner} to stop`);
  expect(sharer.letters.at(-1)?.kind).toBe('withdrawn');
});

it('nothing passed on yet: that is what is said', async () => {
  const sharer = await aSharer('web');
  await sharer.walk(answers, 'options');
  expect(await sharer.say('take back what you shared')).toContain('Nothing of yours has been passed on');
});
