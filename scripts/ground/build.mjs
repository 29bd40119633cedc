/** Builds dist/ from the sources when they changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, say } from './run.mjs';

const stampFile = join(root, 'dist', '.built');
const sources = [
  'bot',
  'dialogs',
  'services',
  'bench',
  'web',
  'test/load',
  'tsconfig.json',
  'package.json',
  'scripts/build-web.mjs',
];

/** Whether any source is other than when dist/ was last built. */
export function needsBuild() {
  return readStamp() !== fingerprint();
}

/** Compiles (only what changed) and bundles the pages. */
export async function build() {
  const before = fingerprint();
  say(readStamp() === null ? 'Building.' : 'Sources changed: building.');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const compiled = await runNode([tsc, '-p', 'tsconfig.json'], { still: 'still building' });
  if (compiled.code !== 0) {
    say(compiled.output.trimEnd());
    return { kind: 'failed', why: 'The sources do not compile; the lines above say where.' };
  }
  const pages = join(root, 'scripts', 'build-web.mjs');
  if (existsSync(pages)) {
    const bundled = await runNode([pages], { still: 'still bundling the pages' });
    if (bundled.code !== 0) {
      say(bundled.output.trimEnd());
      return { kind: 'failed', why: 'The pages could not be bundled; the lines above say why.' };
    }
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  // the state seen before compiling: a file saved meanwhile is built next time
  writeFileSync(stampFile, before);
  say(`Built (${compiled.seconds} s).`);
  return { kind: 'done' };
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

/** Names, sizes and times of all sources: enough to notice a change, quick enough to ask at every command. */
function fingerprint() {
  const hash = createHash('sha256');
  const note = (path) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (!found) return;
    if (!found.isDirectory()) {
      hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
      return;
    }
    for (const name of readdirSync(join(root, path)).sort()) {
      if (name !== 'node_modules') note(`${path}/${name}`);
    }
  };
  for (const source of sources) note(source);
  return hash.digest('hex');
}
