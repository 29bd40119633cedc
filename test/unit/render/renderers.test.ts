/** How turns look on a phone: by SMS, and on WhatsApp. */
import { SegmentedMessage } from 'sms-segments-calculator';
import { render, renderers, segmentsOf } from '../../../bot/render';
import { plainLetters } from '../../../bot/render/plainLetters';
import { choicesOf, part } from '../../../dialogs/content/copy';
import type { Choice, Reply } from '../../../dialogs/content/words';

const reply = (more: Partial<Reply>): Reply => ({ parts: [], choices: [], many: false, from: 'bot', toGo: 0, ...more });
/** A reply of any words: one part of the content that is nothing but its value. */
const saying = (text: string, more: Partial<Reply> = {}) =>
  reply({ parts: [part('W-STATUS', { ref: '', partner: '', state: text })], ...more });
const asked = (labels: readonly string[]): readonly Choice[] =>
  labels.map((label, at) => ({ id: `question~${at}`, label }));
const textsOf = (replies: readonly Reply[]) =>
  renderers.sms(replies).map((message) => (message.kind === 'text' ? message.text : message.kind));

describe('by SMS', () => {
  it('counts parts as they are charged', () => {
    for (const length of [0, 1, 159, 160, 161, 306, 307, 459, 460]) {
      const text = 'Is it OK? '.repeat(50).slice(0, length);
      expect(segmentsOf(text).segments).toBe(new SegmentedMessage(text).segmentsCount);
    }
    expect(segmentsOf('a'.repeat(160))).toEqual({ encoding: 'GSM-7', segments: 1 });
    expect(segmentsOf('a'.repeat(161))).toEqual({ encoding: 'GSM-7', segments: 2 });
    expect(segmentsOf('a'.repeat(306)).segments).toBe(2);
    expect(segmentsOf('a'.repeat(307)).segments).toBe(3);
    expect(segmentsOf(`${'a'.repeat(158)}\u20ac`).segments).toBe(1);
    expect(segmentsOf(`${'a'.repeat(159)}\u20ac`).segments).toBe(2);
    expect(segmentsOf('\u00e1'.repeat(70))).toEqual({ encoding: 'UCS-2', segments: 1 });
    expect(segmentsOf('\u00e1'.repeat(71)).segments).toBe(2);
  });

  it('numbers the choices under the question', () => {
    expect(textsOf([reply({ parts: [part('C1')], choices: choicesOf('C1') })])).toEqual([
      'Is this an OK time and place to chat? Some people share a phone or have someone close by.\n1 Yes\n2 No\n3 Not sure',
    ]);
  });

  it('leaves out numbers the question already says, and puts no number beside a scale that would read as a step of it', () => {
    const ideas = asked(['1', '2', '3', 'Help me choose', 'None of these']);
    expect(textsOf([reply({ parts: [part('W-CHANGE')], choices: ideas })])[0]).toMatch(
      /\?\n4 Help me choose\n5 None of these$/,
    );
    const scale = asked([...Array(11).keys()].map(String).concat('Skip'));
    expect(textsOf([reply({ parts: [part('J1')], choices: scale })])[0]).toMatch(/satisfied\.\nSkip$/);
  });

  it('lets short bubbles share a text, and puts nothing under the choices', () => {
    const heard = reply({ parts: [part('W-MOVE-ON')] });
    const age = reply({ parts: [part('B4')], choices: choicesOf('B4') });
    expect(textsOf([heard, age])).toEqual([
      "That's fine, we can leave that one.\n\nHow old are you? This helps us get you the right kind of support.\n1 Under 16\n2 16 or 17\n3 18 or over",
    ]);
    expect(textsOf([age, heard])).toHaveLength(2);
  });

  it('keeps what a person of the team says apart from what the bot says', () => {
    const morag = reply({ parts: [part('RAFTER', { person: 'Morag' })], from: 'advisor' });
    expect(textsOf([reply({ parts: [part('W-MOVE-ON')] }), morag])).toHaveLength(2);
  });

  it('uses one newline between paragraphs where two would cost a part', () => {
    const first = saying('a'.repeat(100));
    const second = saying('b'.repeat(51));
    const [one = ''] = textsOf([first, second]);
    expect(one.includes('\n\n')).toBe(false);
    expect(segmentsOf(one).segments).toBe(1);
  });

  it('puts plain twins for marks that would halve the room, and leaves names as they are', () => {
    expect(plainLetters('\u2018It\u2019s\u00a0\u201cfine\u201d\u2019 \u2014 so\u2026\tyes')).toBe(
      `'It's "fine"' - so... yes`,
    );
    expect(plainLetters('a\r\nb\u200bc')).toBe('a\nbc');
    expect(plainLetters('Se\u00e1n \u{1f468}\u200d\u{1f469}\u200d\u{1f467}')).toBe(
      'Se\u00e1n \u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    );
    const [sean] = render('sms', [reply({ parts: [part('D2', { name: 'Se\u00e1n' })], choices: choicesOf('D2') })]);
    expect(sean?.segments).toBe(2);
  });

  it('splits a long message at sentence ends, and keeps the question with its choices', () => {
    const long = `${'Take your time with this one. '.repeat(20)}Shall we?`;
    const texts = textsOf([saying(long, { choices: asked(['Yes', 'No']) })]);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(segmentsOf(text).segments).toBeLessThanOrEqual(2);
    for (const text of texts.slice(0, -1)) expect(text).toMatch(/[.:]$/);
    expect(texts.at(-1)).toMatch(/Shall we\?\.?.*\n1 Yes\n2 No$/s);
  });

  it('cuts an endless word between letters as people see them', () => {
    const thumbs = textsOf([saying('\u{1f44d}\u{1f3fd}'.repeat(100))]);
    for (const text of thumbs) {
      expect(segmentsOf(text).segments).toBeLessThanOrEqual(2);
      expect(text).not.toMatch(/^\u{1f3fd}/u);
    }
  });
});

describe('on WhatsApp', () => {
  const shown = (labels: readonly string[], more: Partial<Reply> = {}) =>
    renderers.whatsapp([reply({ parts: [part('C1')], choices: asked(labels), ...more })]);

  it('shows up to three short choices as buttons that send their ids', () => {
    expect(shown(['Yes', 'No', 'Not sure'])).toEqual([
      {
        kind: 'buttons',
        text: 'Is this an OK time and place to chat? Some people share a phone or have someone close by.',
        buttons: [
          { id: 'question~0', title: 'Yes' },
          { id: 'question~1', title: 'No' },
          { id: 'question~2', title: 'Not sure' },
        ],
      },
    ]);
  });

  it('shows up to ten as a list, a long label whole under its first words', () => {
    const [list] = shown(['Bills', 'Debt', 'Somebody to go with me the first time', 'Somebody to go with my wee boy']);
    expect(list).toMatchObject({
      kind: 'list',
      open: 'See the choices',
      rows: [
        { id: 'question~0', title: 'Bills' },
        { id: 'question~1', title: 'Debt' },
        { title: 'Somebody to go with me', description: 'Somebody to go with me the first time' },
        { title: 'Somebody to go with my', description: 'Somebody to go with my wee boy' },
      ],
    });
    const [same] = shown(['A long way round to say one', 'A long way round to say two', 'x', 'y']);
    expect(same).toMatchObject({
      rows: [{ title: 'A long way round to say' }, { title: '2', description: 'A long way round to say two' }, {}, {}],
    });
  });

  it.each([
    ['more than ten', [...'abcdefghijk'], {}],
    ['a label that would be cut', ['x'.repeat(73), 'b'], {}],
    ['two that read the same', ['Yes', 'Yes'], {}],
    ['several to be picked', ['Home', 'Money'], { many: true }],
  ] as const)('shows %s as numbered text', (_why, labels, more) => {
    const [one] = shown(labels, more);
    expect(one?.kind).toBe('text');
    expect(one).toMatchObject({ text: expect.stringContaining(`\n1 ${labels[0]}\n2 ${labels[1]}`) });
  });

  it('puts words too long for a body before it', () => {
    const long = `${'All of this is yours to read. '.repeat(60)}Shall we?`;
    const messages = renderers.whatsapp([saying(long, { choices: asked(['Yes', 'No']) })]);
    expect(messages.map(({ kind }) => kind)).toEqual(['text', 'buttons']);
  });
});
