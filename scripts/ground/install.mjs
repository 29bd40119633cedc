/** Puts the packages of package-lock.json into node_modules, and remembers which. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNpm, say } from './run.mjs';

const stampFile = join(root, 'node_modules', '.win-stamp');
const lockFile = join(root, 'package-lock.json');

/** Whether the packages are missing, are other than the lock says, or lack the tools of the tests. */
export function needsInstall(dev) {
  const stamp = readStamp();
  return stamp === null || stamp.lock !== lockHash() || (dev && !stamp.dev);
}

/**
 * Installs exactly what the lock names. Not `npm ci`: that refuses a lock made where the registry holds only this
 * platform's builds of a tool, and it throws away what is there. `npm install --no-save` follows the lock too; what
 * `npm ci` would have checked is checked here. No package we use needs its install script, so none may run.
 */
export async function install(dev) {
  const drift = lockDrift();
  if (drift) return { kind: 'failed', why: drift };
  // never take away the tools of the tests: another command may be using them
  const wanted = dev || readStamp()?.dev === true;
  const lock = lockHash();
  const why = existsSync(stampFile) ? 'package-lock.json changed' : 'first run here';
  say(`Installing packages (${why}${wanted ? ', with test tools' : ''}). This takes about a minute.`);
  const args = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--loglevel=error',
    wanted ? '--include=dev' : '--omit=dev',
  ];
  const done = await runNpm(args, { show: true, still: 'still installing' });
  if (done.code !== 0) return { kind: 'failed', why: explain(done.output) };
  writeFileSync(stampFile, JSON.stringify({ lock, dev: wanted }));
  say(`Packages are in place (${done.seconds} s).`);
  return { kind: 'done' };
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return null;
  }
}

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

function lockDrift() {
  const asked = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const locked = JSON.parse(readFileSync(lockFile, 'utf8')).packages[''];
  const same = (kind) => {
    const line = (all) => JSON.stringify(Object.entries(all?.[kind] ?? {}).sort());
    return line(asked) === line(locked);
  };
  if (['dependencies', 'devDependencies', 'optionalDependencies'].every(same)) return null;
  return 'package-lock.json does not match package.json. Run `npm install` and keep both files.';
}

/** What a person can do about a failed install. */
export function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR/.test(output)) {
    return 'The npm registry cannot be reached from here. Check the network, or tell npm of your proxy or mirror (npm config set proxy / registry), then run the same command again. Nothing is lost: what was fetched is kept.';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full. Make about 1 GB of room and run the same command again.';
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return 'This folder cannot be written to. Run the command as the person who owns it, or copy the project elsewhere.';
  }
  return 'npm could not install the packages; what it said is above. Run the same command again once that is mended.';
}
