/** Sharing and STATUS on the real database, with the person on one process and the partner on another. */
import { aPerson, aProcess, TUESDAY_AT_TEN, upToSharing } from '../conversation/aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

test('B9, P-H1: the person takes it back on one process while the partner says yes on the other: one legal order', async () => {
  const clock = { now: TUESDAY_AT_TEN };
  const here = await aProcess('two-processes', clock);
  const there = await aProcess('two-processes', clock);
  for (let round = 0; round < 4; round += 1) {
    const maya = aPerson(here, 'web', `web:race-${round}`);
    const box = await upToSharing(maya);
    const passed = await maya.tap('Yes');
    await passed.turn.settled;
    await here.effects.idle();
    const link = here.letters.findLast((letter) => letter.link !== null)?.link ?? '';
    const token = link.split('/r/')[1] ?? '';
    const view = await there.referrals.lookAt(token);
    if (view.kind !== 'open') throw new Error(view.kind);
    // what was on the screen is what the other process shows the partner
    for (const { label, value } of view.referral.shared) expect(box.text).toContain(`${label}: ${value}`);
    const [answered] = await Promise.all([
      there.referrals.answer(token, { say: 'yes', within: '1' }),
      maya.say('take back what you shared'),
    ]);
    await here.effects.idle();
    if (answered.kind === 'moved')
      await there.service.happen(answered.conversationId, `race/${round}`, answered.happening);
    const kept = await there.referrals.get(view.referral.id);
    expect(kept?.state).toBe('cancelled');
    expect(['moved', 'withdrawn']).toContain(answered.kind);
    const status = await aPerson(there, 'web', maya.address).say('STATUS', `status-${round}`);
    expect(status.text).toContain('is off, as you asked');
    expect(status.text).not.toContain('in touch by');
    // and by its number, from another phone on the other process
    const other = await aPerson(there, 'sms', `sms:other-${round}`).say(`status ${kept?.ref}`, `other-${round}`);
    expect(other.text).toContain('is off, as you asked');
  }
  await there.close();
  await here.close();
});
