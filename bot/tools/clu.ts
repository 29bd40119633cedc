/** `npm run clu -- export [--out FILE] [--name NAME]`: the corpus as an Azure CLU project, ready to import and train. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cluProject } from '../../services/understanding/clu/project';

const USE = 'Use: npm run clu -- export [--out FILE] [--name NAME]\n';

function read() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' }, name: { type: 'string', default: 'win' } },
    });
  } catch {
    return null;
  }
}

const given = read();
if (given === null || given.positionals.join(' ') !== 'export') {
  process.stderr.write(USE);
  process.exitCode = 1;
} else {
  const { name } = given.values;
  const file = resolve(given.values.out ?? `${name}-clu.json`);
  const project = cluProject(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(project, null, 1)}\n`);
  const { utterances, intents } = project.assets;
  process.stdout.write(`${file}: ${utterances.length} lines, ${intents.length} intents\n`);
}
