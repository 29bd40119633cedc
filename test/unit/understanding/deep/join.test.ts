/** What the deep stage may do to a reading, and what it may never do. */
import type { Reading, RiskFlag } from '../../../../dialogs/types';
import { joinDeep } from '../../../../services/understanding/deep/join';
import { createDeepOpinion } from '../../../../services/understanding/deep/opinion';
import { isSettled } from '../../../../services/understanding/deep/settled';
import { THRESHOLDS } from '../../../../services/understanding/deep/thresholds';

const flag = (rule: string, level: RiskFlag['level'] = 'P1'): RiskFlag => ({
  category: 'suicide_thoughts',
  level,
  rule,
  words: 'done in',
  aboutOther: false,
  unclear: true,
});
const calm: Reading = { risks: [], command: null, needs: [], moments: [], scores: { any: 0.1 } };
const says = (margins: Readonly<Record<string, number>>) => new Map(Object.entries({ any: -6, ...margins }));
const at = (asking: string | null = null, text = 'left the keys with the concierge') => ({
  text,
  asking,
  thresholds: THRESHOLDS,
});

describe('danger', () => {
  it('is asked about where the fast stage heard nothing, with words of the message', () => {
    const { checks, risks } = joinDeep(calm, says({ any: 6, no_shelter_tonight: 3 }), at());
    expect(risks).toEqual([]);
    expect(checks).toEqual([
      expect.objectContaining({
        category: 'no_shelter_tonight',
        rule: 'deep:no_shelter_tonight',
        words: 'left the keys with the concierge',
      }),
    ]);
  });

  it('that only likeness raised is quietened, never what a rule heard', () => {
    expect(joinDeep({ ...calm, checks: [flag('model:suicide_self_harm')] }, says({}), at()).checks).toBeUndefined();
    expect(joinDeep({ ...calm, checks: [flag('done')] }, says({}), at()).checks).toEqual([flag('done')]);
  });

  it('that is certain by a rule stays certain; by likeness, and doubted, it is still asked about', () => {
    const ruled = { ...calm, risks: [flag('end-it')] };
    expect(joinDeep(ruled, says({}), at()).risks).toEqual([flag('end-it')]);
    const likely = joinDeep({ ...calm, risks: [flag('model:danger_now', 'P0')] }, says({ any: -9 }), at());
    expect(likely.risks).toEqual([]);
    expect(likely.checks).toEqual([expect.objectContaining({ rule: 'model:danger_now' })]);
  });

  it('certain by likeness alone is asked about where both together would not even ask', () => {
    const likely = { ...calm, risks: [flag('model:danger_now', 'P0')] };
    expect(joinDeep(likely, says({ any: 1 }), at()).risks).toEqual([]);
    expect(joinDeep(likely, says({ any: 4 }), at()).risks).toHaveLength(1);
  });

  it('carries on as much unease as both together have', () => {
    const uneasy = { ...calm, scores: { any: 0.5 }, unease: 0.5 };
    expect(joinDeep(uneasy, says({ any: -6 }), at()).unease).toBeLessThan(0.2);
    expect(joinDeep(uneasy, says({ any: 2 }), at()).unease).toBeGreaterThan(0.7);
  });

  it('is this minute only where both stages together say so', () => {
    const urgent = says({ any: 6, emergency: 1, danger_now: 3 });
    const level = (emergency: number) =>
      joinDeep({ ...calm, scores: { any: 0.1, emergency } }, urgent, at()).checks?.[0]?.level;
    expect(level(0.05)).toBe('P1');
    expect(level(0.5)).toBe('P0');
  });

  it('of somebody they write for is asked about as theirs', () => {
    const sad = says({ any: 6, suicide_self_harm: 3 });
    const about = (text: string) => joinDeep(calm, sad, at(null, text)).checks?.[0]?.aboutOther;
    expect(about("it's not for me, it's for the old man up the stair")).toBe(true);
    expect(about('im asking for my neighbour, he never goes out')).toBe(true);
    expect(about('nobody is looking out for me')).toBe(false);
  });

  it('takes more to be asked about where a name or a number is asked for', () => {
    const slight = says({ any: 4, danger_now: 2 });
    expect(joinDeep(calm, slight, at()).checks).toBeDefined();
    expect(joinDeep(calm, slight, at('name')).checks).toBeUndefined();
  });
});

describe('meaning', () => {
  it('weighs what both stages make of a need; what is said in so many words stands', () => {
    const { needs, facts } = joinDeep(calm, says({ 'need:money': 4, 'need:housing': -3 }), at());
    expect(needs).toEqual(['money']);
    expect(facts?.needs?.value).toEqual(['money']);
    const rent = at(null, 'I am behind with my rent');
    expect(joinDeep(calm, says({ 'need:money': 4, 'need:housing': -6 }), rent).needs).toContain('housing');
  });

  it('hears none where neither stage does, but where it was asked for', () => {
    const guessed: Reading = { ...calm, needs: ['housing'] };
    const none = says({ 'need:housing': -6, 'need:money': -6 });
    expect(joinDeep(guessed, none, at()).needs).toEqual([]);
    expect(joinDeep(guessed, none, at('need')).needs).toEqual(['housing']);
  });

  it('what they need is heard beside what only likeness asks about, never beside what a rule heard', () => {
    const poor = says({ any: 6, exploitation: 3, 'need:money': 5 });
    expect(joinDeep(calm, poor, at('need')).needs).toEqual(['money']);
    expect(joinDeep({ ...calm, checks: [flag('done')] }, poor, at('need')).needs).toEqual([]);
  });

  it('hears a command in other words, and no command where there is none', () => {
    const said = says({ 'command:pause': 5, 'command:none': 0 });
    expect(joinDeep(calm, said, at())).toMatchObject({ command: 'pause', commandStrength: 'weak' });
    const heard: Reading = { ...calm, command: 'stop', commandStrength: 'weak' };
    expect(joinDeep(heard, says({ 'command:none': 9, 'command:stop': 0 }), at()).command).toBeNull();
  });

  it('never changes a command said bare, and hears none at a question', () => {
    const bare: Reading = { ...calm, command: 'stop', commandStrength: 'bare' };
    expect(joinDeep(bare, says({ 'command:none': 9, 'command:stop': 0 }), at()).command).toBe('stop');
    expect(joinDeep(calm, says({ 'command:pause': 9, 'command:none': 0 }), at('name')).command).toBeNull();
  });
});

describe('the opinion', () => {
  it('is not asked about a plain command, a word alone, or what a rule is certain of', () => {
    expect(isSettled('STOP', { ...calm, command: 'stop', commandStrength: 'bare' }, 'area')).toBe(true);
    expect(isSettled('Margaret', calm, 'area')).toBe(true);
    expect(isSettled('07700 900123', calm, 'area')).toBe(true);
    expect(isSettled('going to end it', { ...calm, risks: [flag('end-it')] }, 'area')).toBe(true);
    expect(isSettled('left the keys', calm, 'area')).toBe(false);
    // a choice of ours with what people say around it, in their spelling too; and nothing but politeness
    const quiet = { ...calm, scores: { any: 0.02 } };
    for (const said of [
      'Aye repairs or damp please',
      'Right so, yes thats ok',
      'ok thanks pal',
      'I think blantyre then',
    ])
      expect([said, isSettled(said, quiet, 'area')]).toEqual([said, true]);
    for (const said of ['well I think thats me done then', 'repairs or damp and he hits me', 'thanks for everything'])
      expect([said, isSettled(said, quiet, 'area')]).toEqual([said, false]);
    expect(isSettled('Aye repairs or damp please', quiet, 'need')).toBe(false);
    expect(isSettled('Aye repairs or damp please', quiet, null)).toBe(false);
    expect(isSettled('Nowhere tonight please', { ...quiet, checks: [flag('model:no_shelter_tonight')] }, 'area')).toBe(
      false,
    );
    expect(isSettled('Repairs or damp please', { ...calm, scores: { any: 0.4 } }, 'area')).toBe(false);
  });

  it('missing, prefers a check to a certainty of likeness that is not this minute', async () => {
    const opinion = createDeepOpinion(async () => null, ['any'], THRESHOLDS);
    const later = await opinion('left the keys', { ...calm, risks: [flag('model:suicide_self_harm')] }, null);
    expect(later.risks).toEqual([]);
    expect(later.checks).toHaveLength(1);
    const now = { ...calm, risks: [flag('model:danger_now', 'P0')] };
    expect(await opinion('he is at the door', now, null)).toBe(now);
  });
});
