/** A loop that writes into one conversation leaves a bounded document (H6). */
import { boundEffect, boundState, LONGEST_SAID } from '../../../dialogs/bounds';
import { newConversation } from '../../../dialogs/newConversation';
import { aPhoneService } from '../inbox/aPhoneService';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const sizeOf = (value: unknown) => JSON.stringify(value).length;

it.each([
  ['on the way', [] as string[]],
  ['in danger', ['i want to die']],
  ['paused', ['PAUSE']],
  ['after STOP', ['STOP']],
])('H6: 300 KB written %s: bounded, still answering', async (_where, before) => {
  const phone = aPhoneService();
  for (const text of ['hi', 'yes', 'yes', ...before]) await phone.says(text);
  const text = 'we had a long day and it rained and the bus was late. '.repeat(185);
  for (let n = 0; n < 30; n += 1)
    await phone.service.handleTurn({
      id: `flood-${n}`,
      address: 'web:flood',
      channel: 'web',
      what: { kind: 'text', text: `${n} ${text}` },
    });
  const stored = await phone.store.look(await phone.service.conversationOf('web:flood'));
  expect(sizeOf(stored?.state)).toBeLessThan(120_000);
  expect(sizeOf(stored)).toBeLessThan(300_000);
  const danger = await phone.service.handleTurn({
    id: 'danger',
    address: 'web:flood',
    channel: 'web',
    what: { kind: 'text', text: 'i want to kill myself' },
  });
  expect(danger.kind === 'done' && danger.turn.replies.length).toBeGreaterThan(0);
});

it('H6: what was said in passing keeps its newest twenty, and nothing but their own words is cut', () => {
  const state = newConversation('web', 0);
  const after = Object.fromEntries(Array.from({ length: 500 }, (_none, n) => [`said/after${n}`, `words ${n}`]));
  const whole = { 'share/x': 'j'.repeat(9_000), 'said/need': 'n'.repeat(9_000) };
  const { secrets } = boundState({ ...state, secrets: { ...after, ...whole } });
  const left = Object.keys(secrets).filter((key) => key.startsWith('said/after'));
  expect(left).toEqual(Array.from({ length: 20 }, (_none, n) => `said/after${n + 480}`));
  expect(secrets['share/x']).toHaveLength(9_000);
  expect(secrets['said/need']).toHaveLength(4_000);
  expect(boundState(state)).toBe(state);
});

it('H6: the words of an effect are cut, what is passed on stays whole', () => {
  const secret = 'x'.repeat(50_000);
  expect(boundEffect({ kind: 'noteRiskAnswer', data: {}, secret }).secret).toHaveLength(LONGEST_SAID);
  expect(boundEffect({ kind: 'refer', data: {}, secret }).secret).toBe(secret);
});
