/** Fetching newer libraries, with stand-ins for apt-get and dpkg-deb: fetched once, and every refusal is clear. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { newerLibraries } from '../../../services/store/engine/newerLibraries';

let home = '';
const put = (name: string, text: string) => {
  mkdirSync(dirname(join(home, name)), { recursive: true });
  writeFileSync(join(home, name), text, { mode: 0o755 });
};
const lines: string[] = [];
const fetchLibraries = (cache = join(home, 'cache'), bin = join(home, 'bin')) =>
  newerLibraries(cache, (line) => lines.push(line), {
    etc: join(home, 'etc'),
    get: join(bin, 'apt-get'),
    unpack: join(bin, 'dpkg-deb'),
  });

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'libraries-'));
  lines.length = 0;
  put('etc/os-release', 'ID=debian\nVERSION_CODENAME=bookworm\n');
  put('etc/apt/sources.list', 'deb http://mirror.example/debian bookworm main\n');
  put('bin/apt-get', `#!/bin/sh\necho "$@" >> ${join(home, 'asked')}\ncase "$*" in *download*) touch a.deb;; esac\n`);
  put(
    'bin/dpkg-deb',
    '#!/bin/sh\nmkdir -p "$3/usr/lib/x86_64-linux-gnu"\ntouch "$3/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2"\n',
  );
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('newer libraries', () => {
  it('are fetched from the next release, installing nothing, and kept for the next start', async () => {
    const loader = await fetchLibraries();
    expect(loader.path).toMatch(/cache\/libraries-\w+\/usr\/lib\/x86_64-linux-gnu\/ld-linux-x86-64\.so\.2$/);
    expect(loader.libraries).toBe(dirname(loader.path));
    const asked = readFileSync(join(home, 'asked'), 'utf8').trim().split('\n');
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('download libc6 libstdc++6 libgcc-s1');
    for (const line of asked) expect(line).toContain(`Dir::State=${join(home, 'cache')}/`);
    expect(readdirSync(join(home, 'cache'))).toEqual([`libraries-${process.arch}`]);
    expect(lines[0]).toContain('Fetching newer system libraries');
    expect(await fetchLibraries()).toEqual(loader);
    expect(readFileSync(join(home, 'asked'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('fetched by two at once are both right', async () => {
    const [one, two] = await Promise.all([fetchLibraries(), fetchLibraries()]);
    expect(one).toEqual(two);
    expect(existsSync(one?.path ?? '')).toBe(true);
  });

  it.each([
    ['a refused download', 'E: Failed to fetch Could not connect to mirror', 'downloadRefused', 'Could not connect'],
    ['a full disk', 'E: Write error - write (28: No space left on device)', 'diskFull', 'Free some space'],
  ])('say so at %s, and leave nothing half done', async (_, said, kind, words) => {
    put('bin/apt-get', `#!/bin/sh\necho "${said}" >&2\nexit 100\n`);
    await expect(fetchLibraries()).rejects.toMatchObject({ kind, message: expect.stringContaining(words) });
    expect(readdirSync(join(home, 'cache'))).toEqual([]);
  });

  it('say so where there is no apt', async () => {
    await expect(fetchLibraries(join(home, 'cache'), join(home, 'nothing'))).rejects.toMatchObject({ kind: 'noApt' });
    put('etc/os-release', 'ID=alpine\n');
    await expect(fetchLibraries()).rejects.toMatchObject({ kind: 'noApt' });
  });

  it('say so where the cache cannot be written', async () => {
    put('file', '');
    await expect(fetchLibraries(join(home, 'file'))).rejects.toMatchObject({ kind: 'folderUnwritable' });
  });
});
