/** Somebody asks for a person at night: they are told when the team is back and nothing sooner, and in the morning whoever comes first has them. */
import { join } from 'node:path';
import { root } from '../../../bench/processes';
import { dateAfter, momentOf, weekdayOf, whenIs } from '../../../services/calendar/moment';
import { isWorkingDay, OFFICE_HOURS } from '../../../services/calendar/working';
import { takePicture } from '../support/browser';
import { aHouse } from '../support/house';
import { bubbles } from '../support/talk';
import { aDesk, closeIt, writes } from './desk';

jest.setTimeout(240_000);

/** The evening of the next working day that has another after it: what is told then is "tomorrow". */
function anEvening(): { readonly evening: number; readonly morning: number } {
  const works = (date: string) => isWorkingDay(date, OFFICE_HOURS);
  let date = dateAfter(momentOf(Date.now()).date, 1);
  while (!works(date) || !works(dateAfter(date, 1)) || weekdayOf(date) > 4) date = dateAfter(date, 1);
  return { evening: whenIs(date, 22 * 60), morning: whenIs(dateAfter(date, 1), 9 * 60 + 30) };
}

/** The app's clock stands there. */
const clockAt = (at: number) => ({
  NODE_OPTIONS: `--require ${join(root, 'dist', 'test', 'load', 'silenceInside.js')}`,
  SILENCE_CLOCK: String(at - Date.now()),
});

const { evening, morning } = anEvening();
const house = aHouse(clockAt(evening));
const desk = aDesk(house);

it('at night they are told the truth, and the advisor of the next day sees them and writes', async () => {
  const maya = await desk.onTheWeb();
  await maya.hears('Our team is back tomorrow at 9am.');
  const told = (await bubbles(maya.page)).join('\n');
  // nobody comes now, and nobody can be rung now
  expect(told).not.toMatch(/passing you to|within \d+ minutes|call us now|today/);
  expect(told).toContain("If you're in danger, call 999");
  await takePicture(maya.page, 'out-of-hours');

  await house.app.restart(clockAt(morning));
  const ailsa = await desk.anAdvisor('Ailsa');
  await ailsa.page.getByRole('link', { name: 'Asked for a person' }).click({ timeout: 20_000 });
  await ailsa.page.getByRole('button', { name: 'Take this one' }).click();
  // what they were told is there to be kept
  await ailsa.page.getByRole('log').getByText('Our team is back tomorrow at 9am.').waitFor();
  await writes(ailsa.page, 'Good morning Maya, I have your note.');
  await maya.page.reload();
  await maya.hears('Good morning Maya, I have your note.');
  await maya.say('oh good you are here');
  await ailsa.page.getByRole('log').getByText('oh good you are here').waitFor({ timeout: 20_000 });
  expect(await maya.times('Good morning Maya, I have your note.')).toBe(1);
  await closeIt(ailsa.page);
  for (const { context } of [ailsa, maya]) await context.close();
});
