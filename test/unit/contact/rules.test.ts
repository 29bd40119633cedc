/** The safe-contact contract, rule by rule: may this message go to this phone now (guide.md 3.5, H, X; DESIGN.md 10)? */
import { momentOf, whenIs } from '../../../services/calendar/moment';
import { type Going, type LineFacts, mayGo, type Person } from '../../../services/contact/rules';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** '2026-11-24 11:00' on a clock in Scotland. A Tuesday, and no holiday, unless told otherwise. */
function when(said: string): number {
  const [date = '', time = ''] = said.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return whenIs(date, hours * 60 + minutes);
}
const at11 = when('2026-11-24 11:00');

interface Case {
  readonly at?: string;
  readonly going?: Partial<Going>;
  readonly person?: Partial<Person>;
  readonly stopped?: LineFacts['stopped'];
  /** how long ago they wrote */
  readonly ago?: number;
}

function judge({ at, going, person, stopped = null, ago = 5 * minute }: Case): string {
  const now = at === undefined ? at11 : when(at);
  const verdict = mayGo(
    { why: 'answer', channel: 'sms', at: now - minute, neutral: true, fixedReply: false, ...going },
    { mode: 'OPEN', by: 'text', safeNumber: 'yes', window: null, safeNow: true, ...person },
    { stopped, heardAt: now - ago },
    momentOf(now),
    momentOf,
  );
  if (verdict.kind === 'send') return 'goes';
  if (verdict.kind !== 'wait') return `${verdict.kind}: ${verdict.rule}`;
  const until = momentOf(verdict.until);
  const two = (n: number) => String(n).padStart(2, '0');
  return `waits for ${until.date} ${two(Math.floor(until.minutes / 60))}:${two(until.minutes % 60)}`;
}

const answer = { why: 'answer' } as const;
const news = { why: 'news' } as const;
const talk = { why: 'talk' } as const;
const nudge = { why: 'nudge' } as const;
const template = { why: 'template', channel: 'whatsapp' } as const;
const onWhatsApp = { channel: 'whatsapp' } as const;
const quiet = { mode: 'QUIET' } as const;
const byWhatsApp = { by: 'whatsapp' } as const;

type Row = readonly [name: string, given: Case, becomes: string];
const section = (name: string, rows: readonly Row[]) =>
  describe(name, () => {
    test.each(rows)('%s', (_name, given, becomes) => {
      expect(judge(given)).toBe(becomes);
    });
  });

section('talking with somebody', [
  ['an answer goes', { going: answer }, 'goes'],
  ['at three in the night too, while they are writing', { at: '2026-11-24 03:00', going: answer }, 'goes'],
  ['news is said in the middle of a talk', { at: '2026-11-24 03:00', going: news }, 'goes'],
  ['for an hour', { at: '2026-11-24 03:00', going: answer, ago: hour }, 'goes'],
  ['and no longer', { at: '2026-11-24 03:00', going: answer, ago: hour + 1 }, 'waits for 2026-11-24 09:00'],
  [
    'an answer to danger goes at any hour, however late their words came',
    { at: '2026-11-24 03:00', going: { fixedReply: true }, ago: 3 * hour },
    'goes',
  ],
]);

section('one of the team in the thread', [
  ['writes back while they write, opening nothing', { going: { ...talk, neutral: false } }, 'goes'],
  ['at any hour of a talk', { at: '2026-11-24 03:00', going: talk, ago: hour }, 'goes'],
  [
    'later only with an opening that anyone may see',
    { going: { ...talk, neutral: false }, ago: 2 * hour },
    'refuse: not neutral',
  ],
  ['in their hours', { at: '2026-11-24 21:00', going: talk, ago: day }, 'waits for 2026-11-25 09:00'],
  ['by a way they said is safe', { going: talk, ago: 2 * hour, person: { safeNumber: 'no' } }, 'hold: no safe way'],
  ['in quiet mode within two minutes of their words', { going: talk, person: quiet, ago: minute }, 'goes'],
  ['and not after them', { going: talk, person: quiet, ago: 3 * minute }, 'hold: too late to be safe'],
  ['never after STOP', { going: talk, stopped: { at: at11, by: 'person', told: 1, replied: null } }, 'refuse: stopped'],
  [
    'on WhatsApp not after its 24 hours',
    { going: { ...talk, ...onWhatsApp }, person: byWhatsApp, ago: 25 * hour },
    'hold: window',
  ],
]);

section('the hours of what they did not just ask for', [
  ['from nine', { at: '2026-11-24 09:00', going: news, ago: day }, 'goes'],
  ['not before', { at: '2026-11-24 08:59', going: news, ago: day }, 'waits for 2026-11-24 09:00'],
  ['until nine', { at: '2026-11-24 20:59', going: news, ago: day }, 'goes'],
  ['not after', { at: '2026-11-24 21:00', going: news, ago: day }, 'waits for 2026-11-25 09:00'],
  ['on a Sunday too', { at: '2026-11-29 12:00', going: news, ago: day }, 'goes'],
  [
    'in the morning where they said so',
    { at: '2026-11-24 12:00', going: news, ago: day, person: { window: 'morning' } },
    'waits for 2026-11-25 09:00',
  ],
  [
    'in the afternoon where they said so',
    { at: '2026-11-24 11:59', going: news, ago: day, person: { window: 'afternoon' } },
    'waits for 2026-11-24 12:00',
  ],
  [
    'in the evening where they said so',
    { at: '2026-11-24 16:59', going: news, ago: day, person: { window: 'evening' } },
    'waits for 2026-11-24 17:00',
  ],
  [
    'any time is still not the night',
    { at: '2026-11-24 22:00', going: news, ago: day, person: { window: 'anyTime' } },
    'waits for 2026-11-25 09:00',
  ],
  [
    'skipped: weekdays from ten',
    { at: '2026-11-24 09:30', going: news, ago: day, person: { window: 'skipped' } },
    'waits for 2026-11-24 10:00',
  ],
  [
    'skipped: to four',
    { at: '2026-11-24 16:00', going: news, ago: day, person: { window: 'skipped' } },
    'waits for 2026-11-25 10:00',
  ],
  [
    'skipped: no weekend',
    { at: '2026-11-21 12:00', going: news, ago: day, person: { window: 'skipped' } },
    'waits for 2026-11-23 10:00',
  ],
  [
    "skipped: no holiday, and the weekend before it (St Andrew's Day)",
    { at: '2026-11-27 16:30', going: news, ago: day, person: { window: 'skipped' } },
    'waits for 2026-12-01 10:00',
  ],
  [
    'skipped: over Christmas',
    { at: '2026-12-24 16:00', going: news, ago: day, person: { window: 'skipped' } },
    'waits for 2026-12-29 10:00',
  ],
]);

section('when the clocks change', [
  [
    'the morning after they go back is at nine on the clock',
    { at: '2026-10-24 22:00', going: news, ago: day },
    'waits for 2026-10-25 09:00',
  ],
  [
    'the morning after they go forward too',
    { at: '2027-03-27 22:00', going: news, ago: day },
    'waits for 2027-03-28 09:00',
  ],
  ['in summer nine is nine in Scotland, eight by UTC', { at: '2026-07-01 09:00', going: news, ago: day }, 'goes'],
  ['and half past eight is too early', { at: '2026-07-01 08:30', going: news, ago: day }, 'waits for 2026-07-01 09:00'],
]);
test('nine in the morning is eight by UTC in summer and nine in winter', () => {
  expect(new Date(when('2026-07-01 09:00')).toISOString()).toBe('2026-07-01T08:00:00.000Z');
  expect(new Date(when('2026-12-01 09:00')).toISOString()).toBe('2026-12-01T09:00:00.000Z');
  expect(when('2026-10-25 09:00') - when('2026-10-24 09:00')).toBe(25 * hour);
  expect(when('2027-03-28 09:00') - when('2027-03-27 09:00')).toBe(23 * hour);
});

section('news goes only by a way said to be safe', [
  ['safe', { going: news, ago: day }, 'goes'],
  ['safe for texts only', { going: news, ago: day, person: { safeNumber: 'textOnly' } }, 'goes'],
  ['safe for calls only', { going: news, ago: day, person: { safeNumber: 'callOnly' } }, 'hold: no safe way'],
  ['not safe', { going: news, ago: day, person: { safeNumber: 'no' } }, 'hold: no safe way'],
  ['unknown is unsafe: the number', { going: news, ago: day, person: { safeNumber: null } }, 'hold: no safe way'],
  ['unknown is unsafe: the way', { going: news, ago: day, person: { by: null } }, 'hold: no safe way'],
  ['they do not want to be contacted', { going: news, ago: day, person: { by: 'none' } }, 'hold: no safe way'],
  ['they chose WhatsApp and this is a text', { going: news, ago: day, person: byWhatsApp }, 'hold: no safe way'],
  ['they chose texts and this is WhatsApp', { going: { ...news, ...onWhatsApp }, ago: 5 * hour }, 'hold: no safe way'],
  ['they chose e-mail', { going: news, ago: day, person: { by: 'email' } }, 'hold: no safe way'],
]);

section('a light touch', [
  ['goes', { going: nudge, ago: day }, 'goes'],
  ['from ten', { at: '2026-11-24 09:59', going: nudge, ago: day }, 'waits for 2026-11-24 10:00'],
  ['to seven', { at: '2026-11-24 19:00', going: nudge, ago: day }, 'waits for 2026-11-25 10:00'],
  [
    'in their own hours too',
    { at: '2026-11-24 12:30', going: nudge, ago: day, person: { window: 'morning' } },
    'waits for 2026-11-25 10:00',
  ],
  [
    'in the evening where they said so',
    { at: '2026-11-24 11:00', going: nudge, ago: day, person: { window: 'evening' } },
    'waits for 2026-11-24 17:00',
  ],
  [
    'not before they said it was a good time',
    { going: nudge, ago: day, person: { safeNow: false, by: null } },
    'refuse: nudge not wanted',
  ],
  [
    'a good time is enough before we asked how to keep in touch',
    { going: nudge, ago: day, person: { by: null, safeNumber: null } },
    'goes',
  ],
  [
    'not to somebody who does not want to be contacted',
    { going: nudge, ago: day, person: { by: 'none' } },
    'refuse: nudge not wanted',
  ],
  [
    'not where the number is not safe',
    { going: nudge, ago: day, person: { safeNumber: 'no' } },
    'refuse: nudge not wanted',
  ],
  ['never in quiet mode', { going: nudge, ago: day, person: quiet }, 'hold: quiet'],
  [
    'never once WhatsApp has closed',
    { going: { ...nudge, ...onWhatsApp }, ago: day, person: byWhatsApp },
    'refuse: nudge not wanted',
  ],
]);

section('quiet mode: somebody may be watching', [
  [
    'an answer goes so that it is there within two minutes',
    { going: answer, ago: 2 * minute - 5_000, person: quiet },
    'goes',
  ],
  ['and not after', { going: answer, ago: 2 * minute + 1, person: quiet }, 'hold: too late to be safe'],
  [
    'not even one to danger',
    { going: { fixedReply: true }, ago: 2 * minute + 1, person: quiet },
    'hold: too late to be safe',
  ],
  ['news waits until they ask, even while they talk', { going: news, ago: minute, person: quiet }, 'hold: quiet'],
  ['no word that a reply waits', { going: template, ago: 2 * day, person: { ...quiet, ...byWhatsApp } }, 'hold: quiet'],
]);

section('WhatsApp and its 24 hours', [
  ['an answer goes in them', { going: { ...answer, ...onWhatsApp }, ago: day - 1 }, 'goes'],
  [
    'after them it is held and a template says a reply waits',
    { going: { ...answer, ...onWhatsApp }, ago: day },
    'hold: window',
  ],
  ['news too', { going: { ...news, ...onWhatsApp }, ago: 2 * day, person: byWhatsApp }, 'hold: window'],
  [
    'and an answer to danger',
    { going: { ...onWhatsApp, fixedReply: true }, ago: day, person: byWhatsApp },
    'hold: window',
  ],
  ['the template goes', { going: template, ago: 2 * day, person: byWhatsApp }, 'goes'],
  [
    'the template keeps to the hours',
    { at: '2026-11-24 22:00', going: template, ago: 2 * day, person: byWhatsApp },
    'waits for 2026-11-25 09:00',
  ],
  [
    'the template does not go where it is not safe',
    { going: template, ago: 2 * day, person: { by: 'none' } },
    'hold: no safe way',
  ],
  ['a text knows no such window', { going: answer, ago: 2 * day }, 'goes'],
]);

section('after six months a number is a stranger', [
  ['not yet', { going: news, ago: 183 * day }, 'goes'],
  ['now', { going: news, ago: 183 * day + 1 }, 'hold: stranger'],
  ['for an answer too', { going: answer, ago: 184 * day }, 'hold: stranger'],
  ['for a template too', { going: template, ago: 184 * day, person: byWhatsApp }, 'hold: stranger'],
]);

section('what they did not ask for begins with words that give nothing away', [
  ['news that does not is not sent', { going: { ...news, neutral: false }, ago: day }, 'refuse: not neutral'],
  ['nor a touch', { going: { ...nudge, neutral: false }, ago: day }, 'refuse: not neutral'],
  ['in the middle of a talk it may be said outright', { going: { ...news, neutral: false } }, 'goes'],
  ['an answer is what they asked for', { going: { ...answer, neutral: false }, ago: day }, 'goes'],
]);

const stoppedLine = { at: at11 - minute, by: 'person', told: null, replied: null } as const;
const stoppedMode = { mode: 'STOPPED' } as const;
const told = { why: 'stopped', at: at11 - minute } as const;
const crisis = { why: 'crisis', fixedReply: true, at: at11 - minute } as const;

section('after STOP', [
  ['one confirmation', { going: told, person: stoppedMode, stopped: stoppedLine }, 'goes'],
  [
    'every part of it, and a second try',
    { going: told, person: stoppedMode, stopped: { ...stoppedLine, told: told.at } },
    'goes',
  ],
  ['not a second one', { going: told, person: stoppedMode, stopped: { ...stoppedLine, told: 5 } }, 'refuse: stopped'],
  [
    'none where the carrier gave its own',
    { going: told, person: stoppedMode, stopped: { ...stoppedLine, told: 0 } },
    'refuse: stopped',
  ],
  [
    'none where the carrier found the opt-out',
    { going: told, person: stoppedMode, stopped: { ...stoppedLine, by: 'carrier' } },
    'refuse: stopped',
  ],
  ['none an hour late', { going: told, person: stoppedMode, stopped: stoppedLine, ago: hour + 1 }, 'refuse: stopped'],
  ['one fixed reply to danger', { going: crisis, person: stoppedMode, stopped: stoppedLine }, 'goes'],
  [
    'and one to danger written later',
    { going: crisis, person: stoppedMode, stopped: { ...stoppedLine, replied: 5 } },
    'goes',
  ],
  [
    'nothing but the fixed words',
    { going: { ...crisis, fixedReply: false }, person: stoppedMode, stopped: stoppedLine },
    'refuse: stopped',
  ],
  [
    'one that could not go for an hour is for a person',
    { going: crisis, person: stoppedMode, stopped: stoppedLine, ago: hour + 1 },
    'hold: too late to be safe',
  ],
  ['no answer', { going: answer, person: stoppedMode, stopped: stoppedLine }, 'refuse: stopped'],
  ['no news', { going: news, person: stoppedMode, stopped: stoppedLine }, 'refuse: stopped'],
  ['no touch', { going: nudge, person: stoppedMode, stopped: stoppedLine }, 'refuse: stopped'],
  ['no template', { going: template, person: stoppedMode, stopped: stoppedLine }, 'refuse: stopped'],
  [
    'not by another channel of the line',
    { going: { ...answer, ...onWhatsApp }, stopped: stoppedLine },
    'refuse: stopped',
  ],
  ['not where only the conversation knows of it', { going: answer, person: stoppedMode }, 'refuse: stopped'],
  ['START lets everything flow again', { going: answer }, 'goes'],
  [
    'a confirmation that is late is not sent after START',
    { going: { ...told, at: at11 - 30 * minute } },
    'refuse: stopped',
  ],
]);

const ask = { why: 'ask' } as const;
section('P-H11: the one question to a number given on the web, which never wrote', [
  ['goes in their hours', { going: ask, ago: at11 }, 'goes'],
  ['where they chose WhatsApp too', { going: ask, ago: at11, person: byWhatsApp }, 'goes'],
  ['waits for their hours', { at: '2026-11-24 22:00', going: ask, ago: at11 }, 'waits for 2026-11-25 09:00'],
  [
    'waits for the morning they chose',
    { at: '2026-11-24 13:00', going: ask, ago: at11, person: { window: 'morning' } },
    'waits for 2026-11-25 09:00',
  ],
  ['never in QUIET mode', { going: ask, ago: at11, person: quiet }, 'refuse: ask not wanted'],
  ['never after STOP', { going: ask, ago: at11, person: { mode: 'STOPPED' } }, 'refuse: stopped'],
  [
    'never on a stopped line',
    { going: ask, ago: at11, stopped: { at: 1, by: 'person', told: 1, replied: null } },
    'refuse: stopped',
  ],
  ['never where they chose a call', { going: ask, ago: at11, person: { by: 'call' } }, 'refuse: ask not wanted'],
  ['never where it is not safe', { going: ask, ago: at11, person: { safeNumber: 'no' } }, 'refuse: ask not wanted'],
  ['never to call only', { going: ask, ago: at11, person: { safeNumber: 'callOnly' } }, 'refuse: ask not wanted'],
  ['never where that is not known', { going: ask, ago: at11, person: { safeNumber: null } }, 'refuse: ask not wanted'],
  ['never with telling words', { going: { ...ask, neutral: false }, ago: at11 }, 'refuse: not neutral'],
  ['never by WhatsApp', { going: { ...ask, channel: 'whatsapp' }, ago: at11 }, 'refuse: ask not wanted'],
  [
    'after a yes, news goes by text where they chose WhatsApp',
    { going: news, ago: 2 * hour, person: { ...byWhatsApp, saidYesByText: true } },
    'goes',
  ],
  ['without one it does not', { going: news, ago: 2 * hour, person: byWhatsApp }, 'hold: no safe way'],
]);
