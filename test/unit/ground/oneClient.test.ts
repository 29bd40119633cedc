/** Calls to other people's machines leave by one client: it has the time limit, the breaker and the table of faults. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../services/store/engine/projectRoot';

/** A call of `fetch`; the store has something else by that name. */
const CALLS = /(?:await|return|=>?|\()\s*fetch\(/;
/** stand-ins and commands run on this machine, and call it alone */
const HOME = /^(services[\\/](outside|store)|bot[\\/](dev|tools))[\\/]/;

test('nobody else calls fetch', () => {
  const root = projectRoot();
  const files = ['bot', 'services'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
  const callers = files.filter((file) => CALLS.test(readFileSync(join(root, file), 'utf8')));
  expect(callers.filter((file) => HOME.test(file))).toContain(join('services', 'outside', 'ask.ts'));
  expect(callers.filter((file) => !HOME.test(file))).toEqual([]);
});
