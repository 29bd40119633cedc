/** `node dist/bot/tools/deepLines.js FOLDER`: writes what training/train.py learns from (lines.jsonl, files.json). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deepLines, filesLearned } from '../../services/understanding/deep/lines';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node dist/bot/tools/deepLines.js FOLDER\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const lines = deepLines();
writeFileSync(join(folder, 'lines.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
writeFileSync(join(folder, 'files.json'), `${JSON.stringify(filesLearned(), null, 2)}\n`);
process.stdout.write(`${lines.length} lines in ${folder}\n`);
