/** Every collection says how long it is kept and what it hangs on; the table for people is made of that (H5). */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections } from '../../../services/collections';
import { retentionTable } from '../../../services/privacy/table';

const file = join(__dirname, '..', '..', '..', 'docs', 'retention.md');
const opening = `# What is kept, and how long

Made from each collection's own definition (\`keptFor\`); one job walks them all every minute. \`npm test\` fails when a collection has none, or when this table differs. To make it anew: \`UPDATE_DOCS=1 npx jest test/unit/privacy\`.

`;

describe('H5: retention belongs to each collection', () => {
  it.each(collections.map((one) => [one.name, one] as const))('%s has its own', (_name, definition) => {
    const { keptFor, schema, indexes } = definition;
    expect(keptFor.why.length).toBeGreaterThan(10);
    const fields = Object.keys(schema.shape);
    if (keptFor.days === 'ever' && keptFor.hangsOn === undefined) return;
    if (keptFor.days !== 'ever') {
      expect(keptFor.days).toBeGreaterThan(0);
      expect(fields).toContain('expiresAt');
      expect(indexes.map(({ key }) => JSON.stringify(key))).toContain('{"expiresAt":1}');
    }
    if (keptFor.hangsOn !== undefined) expect(fields).toContain(keptFor.hangsOn.field);
  });

  it('nothing that names a conversation outlives it by being forgotten here; risks do by law', () => {
    const named = collections.filter(({ schema }) => 'conversationId' in schema.shape);
    const left = named.filter(({ keptFor }) => keptFor.hangsOn === undefined).map(({ name }) => name);
    expect(left).toEqual(['risks']);
  });

  it('docs/retention.md says the same', () => {
    const wanted = opening + retentionTable(collections);
    if (process.env['UPDATE_DOCS'] !== undefined) writeFileSync(file, wanted);
    expect(readFileSync(file, 'utf8')).toBe(wanted);
  });
});
