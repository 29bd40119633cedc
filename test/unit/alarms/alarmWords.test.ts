/** What our own team reads in an alarm: plain letters, two parts at the most, a calm tone, nothing about anybody. */
import { SegmentedMessage } from 'sms-segments-calculator';
import { ALARM_SUBJECT, alarmMail, alarmPage, alarmText, alarmUnkept } from '../../../dialogs/content/alarms';

const words = (kind: 'danger' | 'setAside' | 'fault', again: number) => ({
  kind,
  level: 'P0',
  event: '7F3K-9Q2M',
  link: `https://door.what-i-need.example.org/alert/${'x'.repeat(43)}`,
  again,
});
const kinds = ['danger', 'setAside', 'fault'] as const;

test.each(kinds)('%s as a text: plain letters and at most two parts', (kind) => {
  for (const again of [0, 3]) {
    const message = new SegmentedMessage(alarmText(words(kind, again)));
    expect(message.getEncodingName()).toBe('GSM-7');
    expect(message.segmentsCount).toBeLessThanOrEqual(2);
  }
});

test('nothing in an alarm names a danger in its first 40 characters, shouts, or is long to read', () => {
  const page = Object.values(alarmPage).flatMap((part) =>
    typeof part === 'function' ? [part('E', 'P0', 'now')] : [part.heading, ...part.lines],
  );
  const all = [
    ALARM_SUBJECT,
    alarmUnkept('P0'),
    ...kinds.flatMap((kind) => [alarmText(words(kind, 0)), alarmMail(words(kind, 1))]),
    ...page,
  ];
  for (const text of all) {
    expect(text.slice(0, 40)).not.toMatch(/suicid|harm|abuse|kill|die|danger|crisis/i);
    expect(text).not.toMatch(/!|URGENT|WARNING|ASAP/);
    for (const sentence of text.split(/(?<=[.?])\s+|\n/)) expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20);
  }
});
