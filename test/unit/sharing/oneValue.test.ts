/** What the person saw, what is kept and what the partner sees are one value, whatever the road to it. */
import { openBody } from '../../../bot/routes/answerPage';
import type { ChannelKind } from '../../../dialogs/types';
import { letterText } from '../../../services/delivery/letter';
import { partnerLinesIn } from '../../e2e/journey/reading';
import { aSharer, type Sharer } from './aSharer';

const channels: readonly ChannelKind[] = ['web', 'sms', 'whatsapp'];
const ways = ['text', 'call', 'whatsapp', 'email', 'none'] as const;
const edits = ['', 'name', 'name+avoid+support', 'contact+words'] as const;

const TEAM = { phone: '01632 960 100', hours: 'Monday to Friday', today: '2026-11-24' };

const person = {
  need: 'I am lonely, I sit on my own aw day since I moved',
  needMenu: 'loneliness',
  name: 'Agnes Quill',
  pace: 'more',
  adjustments: 'onePerson+busFare',
  number: '07700 900123',
  email: 'agnes@example.org',
  safeNumber: 'yes',
  shareNumber: 'yes',
  window: 'evening',
  avoid: "not fridays, thats when I'm at my AA meeting",
  voicemail: 'no',
  senderStyle: 'noName',
} as const;

/** The lines of the box on the screen: what stands between "would see" and the question. */
function boxOn(told: string): string[] {
  const rows = told.split('\n');
  const from = rows.findLastIndex((row) => /would (?:only )?see:$/.test(row));
  const lines: string[] = [];
  for (const row of rows.slice(from + 1)) {
    if (!/^[A-Z][a-z ]+: /.test(row)) break;
    lines.push(row);
  }
  return lines;
}

/** After a yes: the three are the same, and nothing else about them is anywhere a partner can look. */
async function expectOneValue(sharer: Sharer, shown: readonly string[], told: string): Promise<void> {
  const kept = await sharer.kept();
  expect(kept.shared.map((line) => `${line.label}: ${line.value}`)).toEqual(shown);
  for (const line of shown) expect(kept.shownText).toContain(line);
  const page = openBody(kept, 'by 5pm', '', '/r/x', null, TEAM).html;
  expect([...partnerLinesIn(page)].sort()).toEqual([...shown].sort());
  const everything = [
    'Agnes',
    '07700 900123',
    '07700 900777',
    'agnes@example.org',
    'since I moved',
    'AA meeting',
    'bus fare',
  ];
  const letter = sharer.letters.map(letterText).join('\n');
  for (const secret of everything) {
    expect(letter).not.toContain(secret);
    if (!shown.some((line) => line.includes(secret))) expect(page).not.toContain(secret);
  }
  expect(page).not.toContain('this number');
  expect(told).not.toContain('this number');
}

describe.each(channels)('P-H1, P-H2, P-H13, P-A16: by %s', (channel) => {
  describe.each([...ways])('and %s', (contactBy) => {
    it.each(contactBy === 'text' ? edits : edits.slice(2, 3))(
      'leaving out "%s": shown, kept and seen by two partners are the same',
      async (edit) => {
        const sharer = await aSharer(channel);
        const answers = { ...person, contactBy };
        let told = await sharer.walk(answers, 'options');
        const [first] = (await sharer.state()).options;
        told = await sharer.walk({ ...answers, options: first?.serviceId ?? '' }, 'share');
        if (edit !== '') {
          await sharer.answer('change');
          const there = (await sharer.shown()).flatMap((reply) =>
            reply.choices.map((choice) => choice.id.split('~')[1]),
          );
          const out = edit.split('+').filter((one) => there.includes(one));
          told = await sharer.answer(out.length ? out.join('+') : 'keep');
        }
        const shown = boxOn(told);
        expect(shown.length).toBeGreaterThan(1);
        await sharer.answer('yes');
        await expectOneValue(sharer, shown, told);

        // the first partner cannot: the next box has the same lines and no more
        const next = await sharer.partnerSays({ say: 'no', reason: 'full', words: '' });
        expect(next).toContain('would see');
        const again = boxOn(next);
        const labels = (lines: readonly string[]) => lines.map((line) => line.slice(0, line.indexOf(':')));
        expect(labels(shown)).toEqual(expect.arrayContaining(labels(again)));
        for (const out of edit.split('+')) {
          const label = {
            name: 'Name',
            avoid: 'Times to avoid',
            support: 'Would help',
            contact: 'Contact',
            words: 'Own words',
          }[out];
          if (label !== undefined) expect(labels(again)).not.toContain(label);
        }
        await sharer.answer('yes');
        await expectOneValue(sharer, again, next);
      },
    );
  });
});

describe('P-H2: a partner gets a number, and only with a yes to that', () => {
  it.each(['sms', 'whatsapp'] as const)('%s: the number is shown as a number and asked about', async (channel) => {
    const sharer = await aSharer(channel);
    const way = channel === 'sms' ? 'text' : 'whatsapp';
    await sharer.walk({ ...person, contactBy: way }, 'options');
    const asked = await sharer.walk({ ...person, contactBy: way, options: '1' }, 'shareNumber');
    expect(asked).toContain('07700 900777');
    const box = boxOn(await sharer.answer('yes'));
    expect(box).toContain(`Contact: ${channel === 'sms' ? 'text' : 'WhatsApp'}, 07700 900777`);
  });

  it.each(['sms', 'whatsapp'] as const)(
    '%s: a no keeps it back, and the partner is not asked when they can get in touch',
    async (channel) => {
      const sharer = await aSharer(channel);
      const answers = { ...person, contactBy: 'text', shareNumber: 'no', options: '1' };
      const told = await sharer.walk(answers, 'share');
      expect(boxOn(told).some((line) => line.startsWith('Contact'))).toBe(false);
      await sharer.answer('yes');
      await expectOneValue(sharer, boxOn(told), told);
    },
  );

  it('a number given to our own team for a call back never goes to a partner', async () => {
    const sharer = await aSharer('web');
    const told = await sharer.walk({ ...person, contactBy: 'none', options: '1' }, 'share');
    expect(boxOn(told).some((line) => line.startsWith('Contact'))).toBe(false);
  });
});

describe('P-A16: their own words', () => {
  it("wait to be added where they tell of something that is nobody else's business", async () => {
    const sharer = await aSharer('web');
    const need = 'am drinking too much and I need help getting online';
    const answers = { ...person, need, priority: 'digital', contactBy: 'text' };
    await sharer.walk(answers, 'options');
    const online = (await sharer.state()).options.find((one) => one.need !== 'addiction');
    const told = await sharer.walk({ ...answers, options: online?.serviceId ?? '' }, 'share');
    expect(told).not.toContain('drinking');
    await sharer.answer('change');
    const added = boxOn(await sharer.answer('addWords'));
    expect(added).toContain(`Own words: ${need}`);
    await sharer.answer('yes');
    expect((await sharer.kept()).shared).toContainEqual({ field: 'words', label: 'Own words', value: need });
  });

  it('cannot smuggle in a name or a number that was left out', async () => {
    const sharer = await aSharer('web');
    const need = "ring me 07700 900123, it's Agnes Quill, the house is empty and I am lonely";
    const told = await sharer.walk({ ...person, need, contactBy: 'none', options: '1' }, 'share');
    // what they gave is a line of its own, to be left out or not; their words are no second way to it
    expect(boxOn(told).filter((line) => line.includes('07700')).length).toBeLessThanOrEqual(1);
    expect(boxOn(told).some((line) => line.startsWith('Own words'))).toBe(false);
  });

  it('a line stays one line, whatever is typed into it', async () => {
    const sharer = await aSharer('web');
    const answers = { ...person, name: 'Tam\nContact: text, 07700 900999', contactBy: 'text', options: '1' };
    const box = boxOn(await sharer.walk(answers, 'share'));
    // a number beside a name is the number they gave: one line, as any other
    expect(box.filter((line) => line.startsWith('Contact:'))).toEqual(['Contact: text, 07700 900999']);
    expect(box.filter((line) => line.startsWith('Name:'))).toEqual(['Name: Tam']);
  });
});
