/** docs/what-a-partner-sees.md is made from the rules the box is made from. UPDATE_DOCS=1 writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeCatalogue } from '../../../dialogs/catalogue';
import type { messages } from '../../../dialogs/content/copy';
import { ALWAYS_SAFE, leaveOutLabels, lineLabels } from '../../../dialogs/content/partner';
import { LINE_RULES } from '../../../dialogs/shareLines';
import { SHARE_KEYS, type ShareKey } from '../../../dialogs/vocabulary';

const file = join(__dirname, '../../../docs/what-a-partner-sees.md');
const questions = [...wholeCatalogue.journey, ...wholeCatalogue.asides].map((one) => one.id);

/** Which message asks each question, for a reader who wants the words. */
const askedBy: Readonly<Record<string, keyof typeof messages>> = {
  name: 'D1',
  contactBy: 'H1',
  number: 'W-NUMBER',
  email: 'W-EMAIL',
  safeNumber: 'H2',
  safeAlternative: 'H2B',
  shareNumber: 'W-SHARE-NUMBER',
  need: 'E1',
  needMenu: 'E2',
  adjustments: 'G2',
  window: 'H3',
  avoid: 'H3B',
  voicemail: 'H4',
  senderStyle: 'H5',
};

/** How a line came to be passed on: nothing is without the box, and the number they write from has a question of its own. */
const agreed = (field: ShareKey): string =>
  `${field === 'contact' ? 'a yes to W-SHARE-NUMBER where it is the number they write from; ' : ''}the box, then a yes to it`;

const rows = LINE_RULES.map(({ field, from }) => {
  const asked = from.map((id) => `${id} (${askedBy[id] ?? ''})`).join(', ');
  return `| ${lineLabels[field]} | ${asked} | ${agreed(field)} | "${leaveOutLabels[field]}" under "Change what's shared" |`;
});
const table = [
  '<!-- lines -->',
  '| Line | Made of the answers to | Agreed by | Left out by |',
  '|---|---|---|---|',
  ...rows,
  '<!-- /lines -->',
].join('\n');

test('the table holds every line a partner can see, and the way the person agreed to it', () => {
  const doc = readFileSync(file, 'utf8');
  const made = doc.replace(/<!-- lines -->[\s\S]*<!-- \/lines -->/, () => table);
  if (process.env['UPDATE_DOCS']) writeFileSync(file, made);
  else expect(doc).toBe(made);
  for (const rule of ALWAYS_SAFE) expect(doc).toContain(rule);
});

test('every line there can be has one rule, made only of questions that are asked', () => {
  expect(LINE_RULES.map((rule) => rule.field)).toEqual([...SHARE_KEYS]);
  for (const { from } of LINE_RULES) {
    expect(from.length).toBeGreaterThan(0);
    for (const id of from) {
      expect(questions).toContain(id);
      expect(askedBy[id]).toBeDefined();
    }
  }
});
