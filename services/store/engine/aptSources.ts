/** Turns the machine's own apt sources into the same sources one Debian release on. Pure text to text. */
import { basename } from 'node:path';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Suites {
  readonly from: string;
  readonly to: string;
}

/** The releases whose C library is new enough: Debian 13 (2.41) and Ubuntu 24.04 (2.39). */
const newer: Readonly<Record<string, string>> = { debian: 'trixie', ubuntu: 'noble' };

/** Which suite to read instead of this machine's, from /etc/os-release; null when it is neither Debian nor Ubuntu. */
export function newerSuite(osRelease: string): Suites | null {
  const field = (name: string) => new RegExp(`^${name}="?([^"\\n]+)"?$`, 'm').exec(osRelease)?.[1];
  const from = field('VERSION_CODENAME');
  const to = newer[field('ID') ?? ''];
  return from === undefined || to === undefined ? null : { from, to };
}

/** Only whole suite names of this release change; any other source is left out, for it may not know the new one. */
function move(suite: string, { from, to }: Suites): string | null {
  if (suite === from) return to;
  return suite.startsWith(`${from}-`) && !suite.endsWith('-backports') ? `${to}${suite.slice(from.length)}` : null;
}

function moveOneLine(line: string, suites: Suites): string | null {
  const found = /^(\s*deb\s+(?:\[[^\]]*\]\s+)?\S+\s+)(\S+)(\s.*)?$/.exec(line);
  if (found === null) return null;
  const suite = move(found[2] ?? '', suites);
  return suite === null ? null : `${found[1]}${suite}${found[3] ?? ''}`;
}

function moveStanza(stanza: string, suites: Suites): string | null {
  if (/^Enabled:\s*no/im.test(stanza)) return null;
  const found = /^Suites:[ \t]*(.*)$/im.exec(stanza);
  const moved = (found?.[1] ?? '').split(/\s+/).flatMap((suite) => move(suite, suites) ?? []);
  if (found === null || moved.length === 0) return null;
  return stanza.replace(found[0], `Suites: ${moved.join(' ')}`).replace(/^Types:.*$/im, 'Types: deb');
}

/** The sources that lead to the newer release, in both of apt's formats; empty when there are none. */
export function aptSources(files: readonly SourceFile[], suites: Suites): SourceFile[] {
  return files.flatMap((file) => {
    const deb822 = file.path.endsWith('.sources');
    const parts = deb822 ? file.text.split(/\n\s*\n/) : file.text.split('\n');
    const moved = parts.flatMap((part) => (deb822 ? moveStanza(part, suites) : moveOneLine(part, suites)) ?? []);
    const text = `${moved.join(deb822 ? '\n\n' : '\n')}\n`;
    return moved.length === 0 ? [] : [{ path: basename(file.path), text }];
  });
}
