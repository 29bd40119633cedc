/** The words of the staff pages: short, plain and calm, as everything else here. */
import * as access from '../../../dialogs/content/staff/access';
import * as assistedWords from '../../../dialogs/content/staff/assisted';
import * as consoleWords from '../../../dialogs/content/staff/console';
import * as correctionWords from '../../../dialogs/content/staff/corrections';
import { goodNotes, notes } from '../../../dialogs/content/staff/notes';
import * as overviewWords from '../../../dialogs/content/staff/overview';
import * as personWords from '../../../dialogs/content/staff/person';
import * as rightsWords from '../../../dialogs/content/staff/rights';
import * as ringWords from '../../../dialogs/content/staff/ring';
import * as riskWords from '../../../dialogs/content/staff/risk';
import * as todayWords from '../../../dialogs/content/staff/today';
import { STEPS } from '../../../services/handoffMachine/handoff';

/** Every text in it, with what makes one of something put in. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('My phone', 'My phone', 'My phone'))];
  if (value instanceof Set || value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(texts);
}

const all = texts({
  ...access,
  ...consoleWords,
  ...personWords,
  ...riskWords,
  ...rightsWords,
  ...ringWords,
  ...overviewWords,
  ...todayWords,
  ...assistedWords,
  ...correctionWords,
  notes,
});
const sentences = (text: string) => text.split(/(?<=[.?:]) +/);

test('there are words to read', () => {
  expect(all.length).toBeGreaterThan(100);
});

test.each(all)('%s', (text) => {
  expect(text).toMatch(/^[A-Za-z0-9 .,:?'-]+$/);
  expect(text).not.toMatch(
    /\b(invalid|error|failed|unauthori[sz]ed|forbidden|denied|client|user|case|must|simply|just click)\b/i,
  );
  for (const one of sentences(text)) expect(one.trim().split(/\s+/).length).toBeLessThanOrEqual(18);
});

test('what went well and what did not is told apart, and neither is without words', () => {
  for (const name of goodNotes) expect(notes[name]).toBeTruthy();
  expect(goodNotes.size).toBeLessThan(Object.keys(notes).length);
});

test.each(STEPS)('a step of a handoff named %s has words of its own', (step) => {
  expect(consoleWords.stepNames[step]).toBeTruthy();
});
