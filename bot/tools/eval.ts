/**
 * `npm run eval`: how well messages are read (INTERFACES.md). Without files, on the repository's own measuring lines.
 *
 *   --risk F --needs F --commands F --slots F --questions F   score these JSONL files
 *   --ordinary PERSONAS.jsonl                                 replies of test people at no risk, each at its question
 *   --spoilt F                                                lines of danger with slips, lost spaces, look-alikes and the like
 *   --fast                                                    the fast stage alone, as when the deep stage is down
 *   --json                                                    one JSON object; otherwise a table, with every miss
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../services/store/engine/projectRoot';
import { type Asked, score } from '../../services/understanding/scoring/score';
import { tableOf } from '../../services/understanding/scoring/table';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    risk: text,
    needs: text,
    commands: text,
    slots: text,
    questions: text,
    ordinary: text,
    spoilt: text,
    json: { type: 'boolean', default: false },
    fast: { type: 'boolean', default: false },
  },
});
const { json, fast: isFastOnly, ...files } = values;
const own = (name: string) => join(projectRoot(), 'test', 'evaluation', `${name}.jsonl`);
const OWN: Asked = {
  risk: own('dev-risk'),
  needs: own('dev-needs'),
  commands: own('dev-commands'),
  slots: own('dev-slots'),
  ordinary: own('dev-personas'),
};

try {
  const found = score({ ...(Object.keys(files).length === 0 ? OWN : files), isFastOnly }, () => performance.now());
  process.stdout.write(`${json ? JSON.stringify(found) : tableOf(found)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
