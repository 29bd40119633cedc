/**
 * Tries what production gets: copies the build into an empty folder, installs packages there without the build tools (as
 * the Dockerfile does), starts it with NODE_ENV=production on a database of its own, and asks whether it is well.
 *
 *   npm run shipped
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root, runNpm, say } from './ground/run.mjs';
import { holdEngine } from './test/engine.mjs';

/** What the image holds besides packages; the Dockerfile copies the same. */
const shipped = ['package.json', 'package-lock.json', '.npmrc', 'scripts', 'dist', 'services/understanding'];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const megabytes = (folder) => {
  let bytes = 0;
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (one.isFile()) bytes += statSync(join(one.parentPath, one.name)).size;
  }
  return Math.round(bytes / 1_048_576);
};

async function isWell(origin, timeoutMs) {
  const since = Date.now();
  while (Date.now() - since < timeoutMs) {
    const answer = await fetch(`${origin}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return ((Date.now() - since) / 1000).toFixed(1);
    await new Promise((done) => setTimeout(done, 100));
  }
  return null;
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'win-shipped-'));
  const engine = await holdEngine();
  if (engine.kind === 'failed') return fail(engine.why);
  try {
    for (const name of shipped) cpSync(join(root, name), join(folder, name), { recursive: true });
    const args = ['ci', '--ignore-scripts', '--omit=dev', '--omit=optional', '--loglevel=error'];
    const installed = await runNpm(args, { cwd: folder, still: 'still installing' });
    if (installed.code !== 0) return fail(installed.output);
    say(`Installed in ${installed.seconds} s: ${megabytes(join(folder, 'node_modules'))} MB of packages`);
    for (const name of ['typescript', 'esbuild', 'jest', '@0q']) {
      if (existsSync(join(folder, 'node_modules', name))) return fail(`${name} is in a production install`);
    }
    const port = await freePort();
    const key = () => randomBytes(32).toString('base64');
    const app = spawn(process.execPath, [join(folder, 'scripts', 'start.mjs')], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        MONGODB_URI: engine.uri,
        ENCRYPTION_KEYS: `try:${key()}`,
        HASH_KEY: key(),
        ALERT_EMAIL: 'duty@example.org',
        SMTP_URL: 'smtp://127.0.0.1:9',
        MAIL_FROM: 'door@example.org',
        LOG_LEVEL: 'error',
      },
    });
    const ended = new Promise((resolve) => app.once('exit', resolve));
    const well = await Promise.race([isWell(`http://127.0.0.1:${port}`, 30_000), ended.then(() => null)]);
    app.kill('SIGTERM');
    const code = await ended;
    if (well === null) return fail('The production install did not come up well.');
    say(`Well ${well} s after it was started; ended with ${code} when told to stop.`);
    return 0;
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
