/** The words of the privacy and safety pages: true to what is done, and as plain as the talk. */
import { privacyWords } from '../../../dialogs/content/privacy';
import { safetyLines } from '../../../dialogs/content/safetyLines';
import { newConversation } from '../../../dialogs/newConversation';
import { momentAt } from '../../../services/calendar/moment';
import { keepUntil } from '../../../services/conversation/retention';

const DAY = 86_400_000;
const parts = privacyWords({ org: 'What I Need in Life', phone: '01632 960 100' });
const lines = parts.flatMap((part) => [part.heading, ...part.lines]);

test('P-A21: how long things are kept is what the clock on each record says', () => {
  const now = Date.UTC(2026, 10, 24, 10);
  const state = newConversation('web', now);
  const answer = { n: 1, at: now, choices: ['yes'], skipped: false, message: 'B3' };
  const agreed = { ...state, answers: { consent: answer } };
  const safety = { category: 'suicide_thoughts', level: 'P1', riskId: 'r', since: now, holds: true } as const;
  const days = (of: typeof state) => Math.round((keepUntil(of, now) - now) / DAY);
  expect([days(state), days(agreed), days({ ...agreed, mode: 'finished' })]).toEqual([1, 30, 90]);
  expect(days({ ...agreed, safety }) / 365).toBe(7);
  const kept = parts.find((part) => part.heading.startsWith('How long'))?.lines.join(' ');
  expect(kept?.match(/\d+ (?:days?|years)/g)).toEqual(['1 day', '30 days', '90 days', '7 years']);
});

test('both pages keep to short sentences and plain letters', () => {
  for (const line of [...lines, ...safetyLines(momentAt(new Date('2026-11-24T10:00:00Z')))]) {
    expect(line).toMatch(/^[A-Za-z0-9 .,:'?-]+$/);
    for (const sentence of line.split(/[.?:] /)) expect(sentence.trim().split(/\s+/).length).toBeLessThanOrEqual(25);
  }
});

test('P-A20: the safety page names only lines that are in date', () => {
  expect(safetyLines(momentAt(new Date('2026-11-24T10:00:00Z'))).join(' ')).toContain('0800 027 1234');
  const stale = safetyLines(momentAt(new Date('2036-11-24T10:00:00Z'))).join(' ');
  expect(stale).not.toContain('0800 027 1234');
  expect(stale).toMatch(/999.*116 123/);
});
