/** The fast stage alone, as when the deep stage is down (its own: deep/floors.test.ts). Floors under every figure of issue 15 that danger has, on lines nothing was learned from; raise them, never lower. */
import { join } from 'node:path';
import { projectRoot } from '../../../services/store/engine/projectRoot';
import { createReader } from '../../../services/understanding/read';
import { score } from '../../../services/understanding/scoring/score';
import { flagsOf } from '../../../services/understanding/scoring/scoreRisk';
import { CHILD_LINES } from './childLines';

const file = (name: string) => join(projectRoot(), 'test', 'evaluation', `${name}.jsonl`);
const read = createReader();
const calm = { recentlyFlagged: false };

describe('danger, on a writer nobody learned from', () => {
  const { risk, ordinary } = score({ isFastOnly: true, risk: file('dev-risk'), ordinary: file('dev-personas') }, () =>
    performance.now(),
  );

  it('raises at least 0.8 of danger and 0.85 of emergencies', () => {
    expect(risk.recall).toBeGreaterThanOrEqual(0.8);
    expect(risk.recallByLevel['emergency']).toBeGreaterThanOrEqual(0.85);
  });

  // likeness alone is asked about, not acted on, so what is certain is what was said outright
  it('is certain of at least 0.2 of danger', () => {
    expect(risk.recallCertain).toBeGreaterThanOrEqual(0.2);
  });

  it('hears at least half of every kind', () => {
    const thin = Object.entries(risk.recallByLabel).filter(([, recall]) => recall < 0.5);
    expect(thin).toEqual([]);
  });

  it('raises at most 15% of lines that only sound like it, and is certain of at most 3%', () => {
    expect(risk.falseAlarmRate).toBeLessThanOrEqual(0.15);
    expect(risk.falseCertainRate).toBeLessThanOrEqual(0.03);
  });

  it('raises at most 3% of ordinary replies, each at its question', () => {
    expect(ordinary?.raisedRate).toBeLessThanOrEqual(0.03);
    expect(ordinary?.certainRate).toBeLessThanOrEqual(0.01);
  });

  it('names words of the line for everything it raises wrongly', () => {
    const wordless = risk.falseAlarms.filter(({ text, words }) => words === '' || !text.includes(words));
    expect(wordless).toEqual([]);
  });
});

describe('danger, on seven more writers nobody learned from', () => {
  const { risk } = score({ isFastOnly: true, risk: file('heldOut-risk') }, () => performance.now());

  it('raises at least 0.75 of danger and of emergencies', () => {
    expect(risk.recall).toBeGreaterThanOrEqual(0.75);
    expect(risk.recallByLevel['emergency']).toBeGreaterThanOrEqual(0.75);
  });

  it('raises at most 5% of the rest', () => {
    expect(risk.falseAlarmRate).toBeLessThanOrEqual(0.05);
  });
});

describe('needs, commands and facts, on a writer nobody learned from', () => {
  const scored = score(
    { isFastOnly: true, needs: file('dev-needs'), commands: file('dev-commands'), slots: file('dev-slots') },
    () => performance.now(),
  );

  it('hears needs and commands no worse than they were heard (targets: 0.68 and 0.92)', () => {
    expect(scored.needs.macroF1).toBeGreaterThanOrEqual(0.74);
    expect(scored.commands.accuracy).toBeGreaterThanOrEqual(0.79);
  });

  it('takes at most 2% of traps for a command', () => {
    expect(scored.commands.trapErrorRate).toBeLessThanOrEqual(0.02);
  });

  it.each(['name', 'area', 'age', 'contact by', 'contact value', 'yes to'])(
    'hears the fact "%s" at 0.85 or better',
    (fact) => {
      expect(scored.slots?.perFact[fact]?.f1).toBeGreaterThanOrEqual(0.85);
    },
  );
});

describe('questions back, by a hand nobody learned from', () => {
  const { questions } = score({ isFastOnly: true, questions: file('heldOut-questions') }, () => performance.now());

  it('hears the right topic of at least 0.7 without the deep stage', () => {
    expect(questions?.accuracy).toBeGreaterThanOrEqual(0.7);
  });
});

describe('what children say', () => {
  it('has fifty lines', () => {
    expect(new Set(CHILD_LINES).size).toBe(50);
  });

  it.each(CHILD_LINES)('"%s" is raised', (text) => {
    expect(flagsOf(read(text, calm)).raised).not.toEqual([]);
  });
});
