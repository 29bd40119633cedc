/** A number in what somebody typed: as they write it, and as a carrier takes it. */
import { mobileIn, sayNumber } from '../../../dialogs/contactWays';

test.each([
  ['07700 900123', '07700 900123', '+447700900123'],
  ['+44 (0)7700 900123', '07700 900123', '+447700900123'],
  ['00447700900123', '07700 900123', '+447700900123'],
  ['447700900123', '07700 900123', '+447700900123'],
  ['07700-900-123 after 6', '07700 900123', '+447700900123'],
  ['07700 900123, that is 07700900123', '07700 900123', '+447700900123'],
  ['0141 496 0000', '0141 496 0000', ''],
  ['020 7946 0000', '020 7946 0000', ''],
  ['0300 123 4567', '0300 123 4567', ''],
  ['0800 123 456', '0800 123456', ''],
  ['+353 87 123 4567', '+353871234567', ''],
])('%j', (words, said, mobile) => {
  expect(sayNumber(words)).toBe(said);
  expect(mobileIn(words)).toBe(mobile);
});

test.each([
  ['two numbers', '07700 900123 or 0141 496 0000'],
  ['one digit too few', '0770090012'],
  ['one digit too many', '077009001234'],
  ['a London number that is too short', '020 1234 567'],
  ['a country there is not', '+999 12345678'],
  ['a helpline', '0800 1111'],
  ['a dear one', '0900 1234567'],
  ['a card', '1234 5678 9012 3456'],
  ['none', 'ring me'],
])('none that can be dialled: %s', (_what, words) => {
  expect(sayNumber(words)).toBe('');
  expect(mobileIn(words)).toBe('');
});

test('ten thousand digits are looked through in no time', () => {
  const began = performance.now();
  sayNumber('07700 900123 x '.repeat(10_000));
  sayNumber('1'.repeat(100_000));
  expect(performance.now() - began).toBeLessThan(250);
});
