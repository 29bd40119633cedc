/** Which engine a machine can run, where newer libraries come from, and what each failure says. */
import { aptSources, newerSuite } from '../../../services/store/engine/aptSources';
import { engineReadiness } from '../../../services/store/engine/platform';
import { EngineProblem, folderProblem, openProblem } from '../../../services/store/engine/problem';

describe('the machine', () => {
  it.each([
    [{ platform: 'linux', arch: 'x64', glibc: '2.36' }, 'needsLibraries'],
    [{ platform: 'linux', arch: 'x64', glibc: '2.38' }, 'ready'],
    [{ platform: 'linux', arch: 'arm64', glibc: '2.41' }, 'ready'],
    [{ platform: 'linux', arch: 'arm64', glibc: '3.0' }, 'ready'],
    [{ platform: 'darwin', arch: 'arm64', glibc: null }, 'ready'],
    [{ platform: 'darwin', arch: 'x64', glibc: null }, 'noBuild'],
    [{ platform: 'win32', arch: 'x64', glibc: null }, 'noBuild'],
    [{ platform: 'linux', arch: 'x64', glibc: null }, 'noBuild'],
    [{ platform: 'linux', arch: 's390x', glibc: '2.41' }, 'noBuild'],
  ] as const)('%j is %s', (machine, kind) => {
    expect(engineReadiness(machine).kind).toBe(kind);
  });
});

describe('apt sources', () => {
  const bookworm = { from: 'bookworm', to: 'trixie' };

  it('know the release after this one', () => {
    expect(newerSuite('ID=debian\nVERSION_CODENAME=bookworm\n')).toEqual(bookworm);
    expect(newerSuite('ID="ubuntu"\nVERSION_CODENAME="jammy"\n')).toEqual({ from: 'jammy', to: 'noble' });
    expect(newerSuite('ID=alpine\n')).toBeNull();
    expect(newerSuite('')).toBeNull();
  });

  it('move in the new format, leaving out what does not know the release', () => {
    const text = [
      'Types: deb deb-src\nURIs: http://mirror.example/debian\nSuites: bookworm bookworm-updates bookworm-backports\nComponents: main\nSigned-By: /k.gpg',
      '# a comment\nTypes: deb\nURIs: http://mirror.example/node\nSuites: nodistro\nComponents: main',
      'Types: deb\nURIs: http://mirror.example/sdk\nSuites: sdk-bookworm\nComponents: main',
      'Enabled: no\nTypes: deb\nURIs: http://mirror.example/off\nSuites: bookworm\nComponents: main',
    ].join('\n\n');
    expect(aptSources([{ path: '/etc/apt/sources.list.d/debian.sources', text }], bookworm)).toEqual([
      {
        path: 'debian.sources',
        text: 'Types: deb\nURIs: http://mirror.example/debian\nSuites: trixie trixie-updates\nComponents: main\nSigned-By: /k.gpg\n',
      },
    ]);
  });

  it('move in the old format', () => {
    const text = [
      '# deb http://mirror.example/debian bookworm contrib',
      'deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main contrib',
      'deb-src http://mirror.example/debian bookworm main',
      'deb http://mirror.example/security bookworm-security main',
      'deb http://mirror.example/other stable main',
    ].join('\n');
    expect(aptSources([{ path: '/etc/apt/sources.list', text }], bookworm)[0]?.text).toBe(
      'deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian trixie main contrib\n' +
        'deb http://mirror.example/security trixie-security main\n',
    );
  });

  it('are none when nothing leads there', () => {
    expect(aptSources([{ path: 'a.list', text: 'deb http://mirror.example/x stable main' }], bookworm)).toEqual([]);
  });
});

describe('what went wrong', () => {
  it.each([
    ['DBPathInUse: Unable to lock the lock file', 'folderInUse'],
    ["/lib/libc.so.6: version `GLIBC_2.38' not found", 'cannotLoad'],
    ['filesystem error: cannot create directories: No such file or directory', 'folderUnwritable'],
    ['No space left on device', 'diskFull'],
    ['something else', 'childDied'],
  ])('"%s" is %s', (text, kind) => {
    expect(openProblem(text, '/data').kind).toBe(kind);
  });

  it('says what to do, and leaves faults it does not know as they are', () => {
    const full = folderProblem(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }), '/data');
    expect(full).toBeInstanceOf(EngineProblem);
    expect(String(full)).toContain('DATA_DIR');
    const other = new Error('other');
    expect(folderProblem(other, '/data')).toBe(other);
  });
});
