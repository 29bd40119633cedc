/** Fetches three newer system libraries into the cache with the machine's own apt, installing nothing. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aptSources, newerSuite, type SourceFile } from './aptSources';
import { EngineProblem, folderProblem, giveUri } from './problem';

const run = promisify(execFile);
const packages = ['libc6', 'libstdc++6', 'libgcc-s1'];

/** Where this machine keeps its apt settings, and its tools. */
export interface Apt {
  readonly etc: string;
  readonly get: string;
  readonly unpack: string;
}
const thisApt: Apt = { etc: '/etc', get: 'apt-get', unpack: 'dpkg-deb' };

/** The loader of the fetched C library and the folders it looks in. */
export interface Loader {
  readonly path: string;
  readonly libraries: string;
}

async function sourceFiles(etc: string): Promise<SourceFile[]> {
  const parts = join(etc, 'apt/sources.list.d');
  const names = (await readdir(parts).catch(() => [])).filter((name) => /\.(list|sources)$/.test(name));
  const paths = [join(etc, 'apt/sources.list'), ...names.map((name) => join(parts, name))];
  const read = paths.map(async (path) => ({ path, text: await readFile(path, 'utf8').catch(() => '') }));
  return (await Promise.all(read)).filter((file) => file.text.trim() !== '');
}

/** Finds the unpacked loader, under either architecture's name; null when the cache does not hold it yet. */
export async function findLoader(root: string): Promise<Loader | null> {
  for (const triplet of ['x86_64-linux-gnu', 'aarch64-linux-gnu']) {
    for (const lib of [join(root, 'usr/lib', triplet), join(root, 'lib', triplet)]) {
      const names = await readdir(lib).catch(() => []);
      const loader = names.find((name) => /^ld-linux-(x86-64|aarch64)\.so\.\d$/.test(name));
      if (loader === undefined) continue;
      const folders = [join(root, 'usr/lib', triplet), join(root, 'lib', triplet)].filter((path) => existsSync(path));
      return { path: join(lib, loader), libraries: folders.join(':') };
    }
  }
  return null;
}

async function ask(command: string, args: readonly string[], cwd: string): Promise<void> {
  try {
    await run(command, [...args], { cwd, timeout: 180_000, maxBuffer: 16 * 1024 * 1024 });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/ENOENT/.test(text) && !/sources/.test(text)) {
      throw new EngineProblem('noApt', 'This machine has no apt-get to fetch newer system libraries with.', error);
    }
    const full = folderProblem(error, cwd);
    if (full instanceof EngineProblem && full.kind === 'diskFull') throw full;
    const said = text.split('\n').filter((line) => /^[EW]: /.test(line));
    throw new EngineProblem(
      'downloadRefused',
      `apt-get could not fetch newer system libraries. ${said.slice(-2).join(' ')}`.trim(),
      error,
    );
  }
}

async function fetchInto(work: string, say: (line: string) => void, apt: Apt): Promise<void> {
  const suite = newerSuite(await readFile(join(apt.etc, 'os-release'), 'utf8').catch(() => ''));
  const files = suite === null ? [] : aptSources(await sourceFiles(apt.etc), suite);
  if (files.length === 0) {
    throw new EngineProblem('noApt', 'This machine has no apt sources that lead to newer system libraries.');
  }
  for (const folder of ['sources', 'state/lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    await mkdir(join(work, folder), { recursive: true });
  }
  await writeFile(join(work, 'status'), '');
  await Promise.all(files.map((file) => writeFile(join(work, 'sources', file.path), file.text)));
  const options = [
    ['Dir::Etc::sourcelist', '/dev/null'],
    ['Dir::Etc::sourceparts', join(work, 'sources')],
    ['Dir::State', join(work, 'state')],
    ['Dir::State::status', join(work, 'status')],
    ['Dir::Cache', join(work, 'cache')],
    ['APT::Sandbox::User', ''],
    ['APT::Update::Error-Mode', 'any'],
    ['Acquire::Languages', 'none'],
    ['Acquire::Retries', '2'],
    ['Acquire::http::Timeout', '20'],
    ['Acquire::https::Timeout', '20'],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  say('Fetching newer system libraries for the built-in database (about 15 MB, once).');
  await ask(apt.get, [...options, 'update'], work);
  await ask(apt.get, [...options, 'download', ...packages], join(work, 'debs'));
  for (const name of await readdir(join(work, 'debs'))) {
    await run(apt.unpack, ['-x', join(work, 'debs', name), join(work, 'root')], { timeout: 60_000 });
  }
}

/**
 * The loader to start the engine under; fetched once and kept in `cacheDir`.
 * Throws EngineProblem: noApt, downloadRefused, diskFull, folderUnwritable.
 */
export async function newerLibraries(
  cacheDir: string,
  say: (line: string) => void,
  apt: Apt = thisApt,
): Promise<Loader> {
  const kept = join(cacheDir, `libraries-${process.arch}`);
  const found = await findLoader(kept);
  if (found !== null) return found;
  const started = Date.now();
  let work: string;
  try {
    await mkdir(cacheDir, { recursive: true });
    work = await mkdtemp(join(cacheDir, 'fetching-'));
  } catch (error) {
    throw folderProblem(error, cacheDir);
  }
  try {
    await fetchInto(work, say, apt);
    // another process may have finished first; its copy is as good
    await rename(join(work, 'root'), kept).catch(() => undefined);
  } catch (error) {
    throw error instanceof EngineProblem ? error : folderProblem(error, cacheDir);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const loader = await findLoader(kept);
  if (loader === null) {
    throw new EngineProblem('downloadRefused', `The fetched system libraries hold no loader (${kept}). ${giveUri}`);
  }
  say(`System libraries ready in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
  return loader;
}
