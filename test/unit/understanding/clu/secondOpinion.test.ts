import type { Reading, RiskFlag } from '../../../../dialogs/types';
import type { CluResult, Intent } from '../../../../services/understanding/clu/ask';
import { createSecondOpinion } from '../../../../services/understanding/clu/secondOpinion';

const nothing: Reading = { risks: [], command: null, needs: [], moments: [] };
const TEXT = 'the landlord wants us gone';

async function opinionOn(reading: Reading, intents: readonly Intent[], text = TEXT, asking: string | null = null) {
  const ask = jest.fn(async (_text: string): Promise<CluResult> => ({ kind: 'answered', intents }));
  const disagreed = jest.fn();
  const asked = jest.fn();
  const after = await createSecondOpinion(ask, { disagreed, asked })(text, reading, asking);
  return { after, sent: ask.mock.calls.map(([one]) => one), disagreed: disagreed.mock.calls.flat(), asked };
}

const flag = (category: RiskFlag['category']): RiskFlag => ({
  category,
  level: 'P1',
  rule: 'ours',
  words: 'ours',
  aboutOther: false,
  unclear: true,
});

it('adds needs, and counts in labels what only one of us heard', async () => {
  const { after, disagreed } = await opinionOn({ ...nothing, needs: ['money'] }, [
    { name: 'need.housing', confidence: 0.8 },
  ]);
  expect(after.needs).toEqual(['money', 'housing']);
  expect(disagreed).toEqual([
    { task: 'need', ours: 'money', theirs: 'housing' },
    { task: 'need', ours: 'money', theirs: 'housing' },
  ]);
});

it('asks about a danger only the cloud hears, and acts on one of this minute it is sure of', async () => {
  const gentle = await opinionOn(nothing, [{ name: 'risk.suicide_self_harm.urgent', confidence: 0.97 }]);
  expect(gentle.after.risks).toEqual([]);
  expect(gentle.after.checks).toMatchObject([{ category: 'suicide_thoughts', rule: 'clu:suicide_self_harm' }]);
  const unsure = await opinionOn(nothing, [{ name: 'risk.medical_emergency.emergency', confidence: 0.8 }]);
  expect(unsure.after).toMatchObject({ risks: [], checks: [{ category: 'medical_emergency' }] });
  const sure = await opinionOn({ ...nothing, checks: [flag('suicide_act'), flag('self_harm')] }, [
    { name: 'risk.suicide_self_harm.emergency', confidence: 0.95 },
  ]);
  expect(sure.after.risks).toMatchObject([{ category: 'suicide_act', level: 'P0' }]);
  expect(sure.after.checks).toEqual([flag('self_harm')]);
});

it('hears a command only where nothing else was said', async () => {
  const pause = [{ name: 'command.pause', confidence: 0.95 }];
  expect((await opinionOn(nothing, pause, 'need a wee minute')).after.command).toBe('pause');
  expect((await opinionOn({ ...nothing, needs: ['housing'] }, pause, 'need a wee minute')).after.command).toBeNull();
  expect((await opinionOn(nothing, pause, 'word '.repeat(9))).after.command).toBeNull();
});

it('takes nothing away, whatever the cloud says', async () => {
  const ours: Reading = { ...nothing, needs: ['housing'], checks: [flag('danger_now')] };
  for (const intents of [[], [{ name: 'somebody wrote this', confidence: 1 }]]) {
    const { after, disagreed } = await opinionOn(ours, intents);
    expect(after).toEqual(ours);
    expect(disagreed).toEqual([
      { task: 'risk', ours: 'danger_now', theirs: 'none' },
      { task: 'need', ours: 'housing', theirs: 'none' },
    ]);
  }
});

it('is the reading alone when the service gives nothing', async () => {
  const asked = jest.fn();
  const reading: Reading = { ...nothing, needs: ['work'] };
  const opinion = createSecondOpinion(async () => ({ kind: 'failed', why: 'timeout' }), {
    disagreed: jest.fn(),
    asked,
  });
  expect(await opinion(TEXT, reading, null)).toBe(reading);
  expect(asked.mock.calls).toEqual([['timeout']]);
});

it.each<[string, Reading, string, string | null]>([
  ['danger that is certain', { ...nothing, risks: [flag('suicide_act')] }, TEXT, null],
  ['a reading that failed', { ...nothing, risks: 'failed' }, TEXT, null],
  ['a plain command', { ...nothing, command: 'stop' }, 'stop it now', null],
  ['one word', nothing, 'housing', null],
  ['a number', nothing, '07700 900 123', null],
  ['their name', nothing, 'Jean Brodie', 'name'],
  ['their number', nothing, 'it is oh seven seven', 'number'],
])('does not ask about %s', async (_what, reading, text, asking) => {
  const { sent, after } = await opinionOn(reading, [{ name: 'need.housing', confidence: 1 }], text, asking);
  expect(sent).toEqual([]);
  expect(after).toBe(reading);
});

it('sends neither number nor address', async () => {
  const { sent } = await opinionOn(nothing, [], 'ring me on 07700 900123 or jean.b@example.org about the flat');
  expect(sent).toEqual(['ring me on (number) or (email) about the flat']);
});
