/** Days and hours as they are in Scotland: summer time, holidays, and promises that can be kept. */
import fc from 'fast-check';
import { HOLIDAY_FILE, isHoliday } from '../../../services/calendar/holidays';
import { dateAfter, momentAt, momentOf, weekdayOf, whenIs } from '../../../services/calendar/moment';
import { sayClock, sayTime, sayWhen } from '../../../services/calendar/say';
import { OFFICE_ROTA, teamAt } from '../../../services/calendar/team';
import { addWorkingDays, addWorkingHours, isWorkingDay, nextOpen } from '../../../services/calendar/working';

const on = (date: string, hour: number, minute = 0) => whenIs(date, hour * 60 + minute);
const team = (date: string, hour: number, minute = 0, rota = OFFICE_ROTA) =>
  teamAt(momentOf(on(date, hour, minute)), rota);

test('a moment is told in Scottish time, winter and summer', () => {
  expect(momentAt(new Date('2026-11-23T09:30:00Z'))).toEqual({
    at: Date.parse('2026-11-23T09:30:00Z'),
    date: '2026-11-23',
    weekday: 1,
    minutes: 570,
    holiday: false,
  });
  expect(momentAt(new Date('2027-07-01T23:30:00Z'))).toMatchObject({ date: '2027-07-02', minutes: 30, weekday: 5 });
});

test('the clocks go forward and back', () => {
  expect(momentAt(new Date('2027-03-28T00:59:00Z')).minutes).toBe(59);
  expect(momentAt(new Date('2027-03-28T01:00:00Z')).minutes).toBe(120);
  expect(momentAt(new Date('2027-10-31T00:30:00Z')).minutes).toBe(90);
  expect(momentAt(new Date('2027-10-31T01:30:00Z')).minutes).toBe(90);
  expect(new Date(whenIs('2027-03-28', 540)).toISOString()).toBe('2027-03-28T08:00:00.000Z');
  expect(new Date(whenIs('2027-10-31', 540)).toISOString()).toBe('2027-10-31T09:00:00.000Z');
});

test('a working day of eight hours stays eight hours over a clock change', () => {
  const friday = on('2027-03-26', 12);
  expect(isHoliday('2027-03-26')).toBe(true);
  expect(addWorkingHours(friday, 8)).toBe(on('2027-03-29', 17));
  expect(addWorkingHours(on('2027-10-29', 16), 2)).toBe(on('2027-11-01', 10));
});

test('every weekday holiday of a weekend has its substitute', () => {
  for (const year of ['2026', '2027', '2028']) {
    const weekdays = HOLIDAY_FILE.holidays.filter(({ date }) => date.startsWith(year) && weekdayOf(date) <= 5);
    expect(weekdays).toHaveLength(9);
  }
});

test('the file of holidays is in order, and lasts six months yet: when this fails, add a year from its source', () => {
  const dates = HOLIDAY_FILE.holidays.map(({ date }) => date);
  expect(dates).toEqual([...new Set(dates)].sort());
  expect(dates.at(0)?.slice(0, 4)).toBe(HOLIDAY_FILE.from.slice(0, 4));
  const daysLeft = (Date.parse(HOLIDAY_FILE.until) - Date.now()) / 86_400_000;
  expect(daysLeft).toBeGreaterThan(183);
});

test('Christmas to New Year is counted right', () => {
  expect(addWorkingDays('2026-12-24', 1)).toBe('2026-12-29');
  expect(addWorkingDays('2026-12-24', 3)).toBe('2026-12-31');
  expect(addWorkingDays('2026-12-31', 1)).toBe('2027-01-05');
  expect(addWorkingDays('2027-12-24', 1)).toBe('2027-12-29');
  expect(addWorkingDays('2027-12-31', 1)).toBe('2028-01-05');
  expect(addWorkingDays('2026-12-26', 0)).toBe('2026-12-29');
});

test('a working day is never a holiday or a weekend, and comes after', () => {
  const dates = fc.integer({ min: 0, max: 1000 }).map((days) => dateAfter('2026-01-01', days));
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 20 }), (date, days) => {
      const due = addWorkingDays(date, days);
      expect(isHoliday(due)).toBe(false);
      expect(weekdayOf(due)).toBeLessThanOrEqual(5);
      expect(due >= date).toBe(true);
      if (days > 0) expect(isWorkingDay(due) && due > date && due >= addWorkingDays(date, days - 1)).toBe(true);
    }),
  );
});

test('a time on the clock and the moment it is agree, all year', () => {
  const dates = fc.integer({ min: 0, max: 1000 }).map((days) => dateAfter('2026-01-01', days));
  fc.assert(
    fc.property(dates, fc.integer({ min: 180, max: 1439 }), (date, minutes) => {
      expect(momentOf(whenIs(date, minutes))).toMatchObject({ date, minutes });
    }),
  );
});

test('times are said as people say them', () => {
  const now = on('2026-11-23', 10);
  expect(sayTime(on('2026-11-23', 16), now)).toBe('4pm today');
  expect(sayTime(on('2026-11-24', 9, 15), now)).toBe('9.15am on Tue 24 Nov');
  expect(sayTime(on('2026-11-26', 16), now)).toBe('4pm on Thu 26 Nov');
  expect(sayTime(on('2026-12-01', 16), now)).toBe('4pm on Tue 1 Dec');
  expect(sayWhen(on('2026-11-24', 9), now)).toBe('tomorrow at 9am');
  expect(sayWhen(on('2026-11-27', 9), now)).toBe('on Friday at 9am');
  expect([sayClock(720), sayClock(0), sayClock(750)]).toEqual(['noon', 'midnight', '12.30pm']);
});

test('in hours with nobody known to be there, the promise is the end of the day and the alarm is sooner', () => {
  const now = team('2026-11-23', 10);
  expect(now).toMatchObject({ open: true, onDuty: null, opens: 'today', hours: 'Monday to Friday, 9am to 5pm' });
  expect(now.replyBy.P0.at).toBe(on('2026-11-23', 10, 2));
  expect(now.replyBy.P1).toEqual({ at: on('2026-11-23', 10, 15), told: on('2026-11-23', 17), text: '5pm today' });
  expect(now.replyBy.P2).toEqual({ at: on('2026-11-23', 14), told: on('2026-11-23', 14), text: '2pm today' });
  expect(now.replyBy.P3.text).toBe('5pm on Tue 24 Nov');
  expect(now.replyBy.P4.text).toBe('5pm on Thu 26 Nov');
  expect(now.workingDay[2].text).toBe('5pm on Wed 25 Nov');
});

test('somebody on duty makes the near promise true', () => {
  const now = team('2026-11-23', 10, 0, { ...OFFICE_ROTA, onDuty: { name: 'Sam', minutes: 5 } });
  expect(now.replyBy.P1.text).toBe('10.15am today');
  expect(now.onDuty?.name).toBe('Sam');
});

test('out of hours nothing is promised for tonight, unless there is an on-call rota', () => {
  const friday = team('2026-11-27', 20);
  expect(friday).toMatchObject({ open: false, opens: 'on Tuesday at 9am (Monday is a holiday)', today: null });
  expect(friday.replyBy.P0.text).toBe('10am on Tue 1 Dec');
  expect(friday.replyBy.P2.text).toBe('10am on Tue 1 Dec');
  expect(team('2026-11-27', 20, 0, { ...OFFICE_ROTA, onCall: true }).replyBy.P0.at).toBe(on('2026-11-27', 20, 10));
  expect(team('2026-11-23', 7).opens).toBe('today at 9am');
});

test('just before closing, today is not promised', () => {
  expect(team('2026-11-23', 16, 30).replyBy.P1.text).toBe('10am on Tue 24 Nov');
});

test('hours that hold no day are an error, not an endless wait', () => {
  expect(() => addWorkingDays('2026-11-23', 1, { days: [], from: 540, to: 1020 })).toThrow(RangeError);
  expect(nextOpen(on('2026-12-24', 17))).toBe(on('2026-12-29', 9));
});
