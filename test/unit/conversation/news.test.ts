/** Looking for what other processes did: a slow database is not asked again before it has answered. */
import { aPhoneService } from '../inbox/aPhoneService';

it('one look at a time, and the next one is made once it has ended, also where it failed', async () => {
  const { service, store } = aPhoneService();
  const address = 'web:a-page';
  await service.handleTurn({ id: 'first', address, channel: 'web', what: { kind: 'text', text: 'hi' } });
  await service.transcript(address, 0, 10, service.watch(address));
  let answer = (): void => undefined;
  const asked = jest.spyOn(store, 'revisions').mockImplementation(
    () =>
      new Promise((_done, fail) => {
        answer = () => fail(new Error('away'));
      }),
  );
  const first = service.lookForNews().catch(() => 'failed');
  await service.lookForNews();
  expect(asked).toHaveBeenCalledTimes(1);
  answer();
  expect(await first).toBe('failed');
  void service.lookForNews().catch(() => undefined);
  expect(asked).toHaveBeenCalledTimes(2);
});
