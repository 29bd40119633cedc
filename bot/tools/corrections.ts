/**
 * `npm run corrections -- counts | export`: what the team said of what was heard, and the lines a reviewer wrote for the corpus.
 *
 *   counts                                   how often each verdict was given, by month, rule and label
 *   export --reviewer NAME --file F.jsonl    what NAME wrote by hand and nobody took out before
 */
import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createAudit } from '../../services/audit/audit';
import { correctionCounts, corrections, rewrites } from '../../services/corrections/collection';
import { createCounting } from '../../services/corrections/counting';
import { takeOut } from '../../services/corrections/takeOut';
import { audit, auditHead } from '../../services/store/collections/running';
import { openOwnDatabase } from './ownDatabase';

const say = (line: string) => void process.stderr.write(`${line}\n`);
const usage = 'Usage: npm run corrections -- counts | export --reviewer NAME --file LINES.jsonl';

/** Writes a file that was not there before, and is sure that it is on disk. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { reviewer: { type: 'string', default: '' }, file: { type: 'string', default: '' } },
  });
  const [what] = positionals;
  if (what !== 'counts' && what !== 'export') {
    say(usage);
    return 1;
  }
  if (what === 'export' && (values.reviewer.trim() === '' || values.file === '')) {
    say(`Lines are taken out of one reviewer, by name, into a file. ${usage}`);
    return 1;
  }
  const own = await openOwnDatabase(say);
  const now = () => Date.now();
  try {
    if (what === 'counts') {
      const parts = { corrections: own.records(corrections), counts: own.records(correctionCounts) };
      const all = await createCounting({ ...parts, now, newId: randomUUID }).counts('all');
      for (const { month, kind, rule, label, counts } of all)
        process.stdout.write(`${JSON.stringify({ month, kind, rule, label, ...counts })}\n`);
      return 0;
    }
    const taken = await takeOut(values.reviewer, {
      rewrites: own.records(rewrites),
      audit: createAudit(own.records(audit), own.records(auditHead), now).add,
      write: (text) => writeNew(values.file, text),
      now,
    });
    say(
      taken === 0
        ? 'There is nothing of theirs that was not taken out before.'
        : `${taken} lines are in ${values.file}.`,
    );
    return 0;
  } finally {
    await own.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? error.message : 'It could not be done');
    process.exitCode = 1;
  },
);
