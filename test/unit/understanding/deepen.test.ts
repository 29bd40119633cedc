/** A deeper stage may add or quieten a check; late or broken, the fast reading stands. */
import type { Reading, RiskFlag } from '../../../dialogs/types';
import { type Deeper, deepen } from '../../../services/understanding/deepen';

const flag = (rule: string): RiskFlag => ({
  category: 'suicide_thoughts',
  level: 'P1',
  rule,
  words: 'done in',
  aboutOther: false,
  unclear: true,
});
const calm: Reading = { risks: [], command: null, needs: [], moments: [] };
const deeper = (look: Deeper['look']): Deeper => ({ look, budgetMs: 30, asks: 0.6, quietens: 0.1 });
const says = (any: number, label = 'no_shelter_tonight') =>
  deeper(async () => ({ scores: { any, [label]: 0.9, emergency: 0.1 }, words: 'the keys' }));

test('it asks about what the fast stage did not hear, and names the words', async () => {
  const { checks } = await deepen(calm, 'left the keys', says(0.8));
  expect(checks).toEqual([
    expect.objectContaining({ category: 'no_shelter_tonight', rule: 'deep:no_shelter_tonight', words: 'the keys' }),
  ]);
});

test('it quietens a check of the fast model alone, never one a rule heard', async () => {
  expect((await deepen({ ...calm, checks: [flag('model:x')] }, '', says(0.05))).checks).toBeUndefined();
  expect((await deepen({ ...calm, checks: [flag('done')] }, '', says(0.05))).checks).toEqual([flag('done')]);
});

test('what is certain is not looked at again', async () => {
  const certain: Reading = { ...calm, risks: [flag('end-it')] };
  const never = deeper(() => {
    throw new Error('asked');
  });
  expect(await deepen(certain, '', never)).toBe(certain);
  const failed: Reading = { ...calm, risks: 'failed' };
  expect(await deepen(failed, '', never)).toBe(failed);
});

test('late or broken, the fast reading stands', async () => {
  const checked: Reading = { ...calm, checks: [flag('model:x')] };
  expect(
    await deepen(
      checked,
      '',
      deeper(() => new Promise(() => undefined)),
    ),
  ).toBe(checked);
  expect(
    await deepen(
      checked,
      '',
      deeper(async () => {
        throw new Error('broken');
      }),
    ),
  ).toBe(checked);
});
