/** Every question of the catalogue is of a kind that was thought about: closed ones by their own ids, not by their endings. */
import { wholeCatalogue } from '../../../dialogs/catalogue';
import { kindOfQuestion } from '../../../services/understanding/danger/atQuestion';

it.each(['ageBand', 'window', 'senderStyle', 'summary', 'areaOther', 'measuresOk'])('%s is closed', (id) => {
  expect(kindOfQuestion(id)).toBe('closed');
});
it.each(['goodWeek', 'supports', 'options', 'share:green-gate', 'consent'])('%s is mild', (id) => {
  expect(kindOfQuestion(id)).toBe('mild');
});
it.each([
  'need',
  'notes',
  'anythingElse',
  'alsoNeed',
  'safeNow',
  'sharedDevice',
  'returnSafe',
  'detailHome',
  'check:danger_now',
  '',
])('at "%s" danger is heard fully', (id) => expect(kindOfQuestion(id)).toBe('open'));

it('no question about danger takes more to be heard', () => {
  const asked = wholeCatalogue.asides
    .map(({ id }) => id)
    .filter((id) => /^(?:check|r[a-z]+\d|rs|rd|rh|rp|x29)/.test(id));
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.filter((id) => kindOfQuestion(id) !== 'open')).toEqual([]);
});
