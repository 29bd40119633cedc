/** Holds a database open for another program: prints its address as one JSON line, and stops when stdin closes. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './projectRoot';
import { startEngine } from './startEngine';

const say = (line: string) => process.stderr.write(`${line}\n`);

async function hold(): Promise<void> {
  const { values } = parseArgs({ options: { dir: { type: 'string' }, cache: { type: 'string' } } });
  if (values.dir === undefined) throw new Error('Say which folder: --dir DIR');
  const cacheDir = resolve(values.cache ?? join(projectRoot(), '.cache'));
  const engine = await startEngine({ dataDir: resolve(values.dir), cacheDir, say });
  const leave = () => {
    engine.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  engine.onExit(() => process.exit(1));
  process.on('SIGTERM', leave);
  process.on('SIGINT', leave);
  process.stdin.on('end', leave);
  process.stdin.resume();
  process.stdout.write(`${JSON.stringify({ uri: engine.uri })}\n`);
}

hold().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
