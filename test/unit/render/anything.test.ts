/** Whatever is said, to whatever phone: every limit kept and not a word lost. */
import fc from 'fast-check';
import { render, renderers, segmentsOf } from '../../../bot/render';
import { plainLetters } from '../../../bot/render/plainLetters';
import { textOf } from '../../../dialogs/content/copy';
import { numberedLines } from '../../../dialogs/content/numbers';
import type { Reply } from '../../../dialogs/content/words';
import { phoneKind } from '../../../services/store/collections/carriers';
import { brokenLimits, readable } from '../../contracts/render/limits';
import { allMessageIds } from '../../contracts/render/samples';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-zA-Z]{1,12}[.,!?]?$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'don\u2019t',
      '\u201cyes\u201d',
      'a\u2014b',
      'so\u2026',
      'caf\u00e9',
      '\u20ac5',
      '[x]',
      '{y}',
      'Se\u00e1n',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u{1f44d}\u{1f3fd}',
      '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
      '\u0434\u043e\u043c',
      '\u4f60\u597d',
      'a'.repeat(400),
      '\u{1f600}'.repeat(120),
    ),
  },
);
const space = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\u00a0', '\t', '. ');
const words = (most: number) =>
  fc.array(fc.tuple(word, space), { maxLength: most }).map((all) =>
    all
      .map(([one, gap]) => one + gap)
      .join('')
      .trim(),
  );

const labels = fc.oneof(
  fc.array(
    words(3).filter((one) => one !== '' && one.length < 200),
    { maxLength: 13 },
  ),
  fc.array(
    words(20).filter((one) => one !== ''),
    { maxLength: 4 },
  ),
  fc.constant(['0', '1', '2', '3', '4', '5', 'Skip']),
  fc.constant(['1', '2', '3', 'Help me choose', 'None of these']),
);
const reply: fc.Arbitrary<Reply> = fc.record({
  parts: fc.array(
    fc.record({
      id: fc.constantFrom(...allMessageIds),
      params: words(40).map(
        (all): Record<string, string> =>
          Object.fromEntries(
            ['name', 'partner', 'lines', 'needs', 'opt1', 'opt2', 'opt3', 'person', 'list', 'why', 'by', 'phone'].map(
              (key) => [key, all],
            ),
          ),
      ),
    }),
    { maxLength: 3 },
  ),
  choices: labels.map((all) => all.map((label, at) => ({ id: `question:${at}~${'x'.repeat(at)}`, label }))),
  many: fc.boolean(),
  from: fc.constantFrom<'bot' | 'advisor'>('bot', 'bot', 'advisor'),
  toGo: fc.nat(12),
});
const turn = fc.array(reply, { maxLength: 5 });

/** Letters that carry meaning, in order, however the lines fall. */
const lettersOf = (text: string) => plainLetters(text).replace(/\s+/g, '');
const wordsOf = (text: string) => plainLetters(text).split(/\s+/).filter(Boolean);
/** What must be read: every word, and every choice that is not a number already in the words. */
const said = (replies: readonly Reply[]) =>
  replies.map((one) => [textOf(one), ...numberedLines(one.choices)].join('\n')).join('\n');

describe.each(phoneKind.options)('on %s', (kind) => {
  const rendered = (replies: readonly Reply[]) => renderers[kind](replies);

  test('every limit is kept', () => {
    fc.assert(
      fc.property(turn, (replies) => {
        expect(rendered(replies).flatMap((message) => brokenLimits(kind, message))).toEqual([]);
      }),
      { numRuns: 30, seed: 20261124 },
    );
  });

  test('no word of a reply and no label is lost', () => {
    fc.assert(
      fc.property(turn, (replies) => {
        const shown = rendered(replies).map(readable).join('\n');
        const letters = lettersOf(shown);
        // a word longer than a message may be cut, so its letters are looked for, not the word
        for (const one of replies
          .flatMap((each) => [textOf(each), ...each.choices.map(({ label }) => label)])
          .flatMap(wordsOf)) {
          if (!/^\d+$/.test(one)) expect(letters).toContain(one);
        }
      }),
      { numRuns: 30, seed: 20261124 },
    );
  });

  test('the same turn is always shown the same way', () => {
    fc.assert(
      fc.property(turn, (replies) => expect(rendered(replies)).toEqual(rendered(replies))),
      { numRuns: 15 },
    );
  });
});

test('by SMS all is said in its order, once', () => {
  fc.assert(
    fc.property(turn, (replies) => {
      const shown = renderers.sms(replies).map(readable).join('\n');
      expect(lettersOf(shown)).toBe(lettersOf(said(replies)));
    }),
    { numRuns: 30, seed: 20261124 },
  );
});

test('parts are known before anything is sent, and sharing a text never costs a part more', () => {
  fc.assert(
    fc.property(turn, (replies) => {
      const together = render('sms', replies);
      for (const { message, segments } of together) expect(segments).toBe(segmentsOf(readable(message)).segments);
      const sum = (all: typeof together) => all.reduce((so, { segments }) => so + segments, 0);
      expect(sum(together)).toBeLessThanOrEqual(sum(replies.flatMap((one) => render('sms', [one]))));
    }),
    { numRuns: 20, seed: 20261124 },
  );
});
