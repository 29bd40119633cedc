/** How well danger is heard over hand-written lines: nearly all of it, with few false alarms, and each miss printed. */
import { detectRisk } from '../../../dialogs/safety/detectRisk';
import { CALM } from './calmLines';
import { DANGER } from './dangerLines';

const danger = DANGER.trim()
  .split('\n')
  .map((line) => ({ level: `P${line[0]}`, text: line.slice(2) }));
const calm = CALM.trim().split('\n');

test('at least 500 lines are marked, half of them hard and harmless', () => {
  expect(danger.length + calm.length).toBeGreaterThanOrEqual(500);
  expect(Math.min(danger.length, calm.length)).toBeGreaterThanOrEqual(250);
});

test('danger now or today is caught at least 97 times in 100', () => {
  const urgent = danger.filter(({ level }) => level !== 'P2');
  const missed = urgent.filter(({ text }) => detectRisk(text, false).length === 0).map(({ text }) => text);
  const recall = 1 - missed.length / urgent.length;
  process.stdout.write(
    `danger: ${urgent.length - missed.length} of ${urgent.length} P0 and P1 lines heard\n${missed.map((line) => `  ${line}\n`).join('')}`,
  );
  expect({ missed, enough: recall >= 0.97 }).toEqual({ missed: expect.any(Array), enough: true });
});

test('a life in danger in minutes is called P0, and what is only for today is not missed', () => {
  const tooSlow = danger.filter(({ level, text }) => level === 'P0' && detectRisk(text, false)[0]?.level !== 'P0');
  expect(tooSlow.map(({ text }) => text)).toEqual([]);
  const missed = danger.filter(({ level, text }) => level === 'P2' && detectRisk(text, false).length === 0);
  expect(missed.map(({ text }) => text)).toEqual([]);
});

test('at most 8 in 100 harmless lines raise an alarm', () => {
  const alarms = calm.flatMap((text) =>
    detectRisk(text, false)
      .slice(0, 1)
      .map((flag) => `${text}  [${flag.category}/${flag.rule}]`),
  );
  process.stdout.write(
    `danger: ${alarms.length} false alarms in ${calm.length}\n${alarms.map((line) => `  ${line}\n`).join('')}`,
  );
  expect({ alarms, few: alarms.length / calm.length <= 0.08 }).toEqual({ alarms: expect.any(Array), few: true });
});
