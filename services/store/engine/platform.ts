/** Whether the built-in engine has a build for this machine, and whether it needs newer system libraries. */
import { execFileSync } from 'node:child_process';

export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'needsLibraries'; readonly has: string }
  | { readonly kind: 'noBuild'; readonly why: string };

/** The engine is built against glibc 2.38 (its ELF version needs, seen with objdump). */
const wanted = { major: 2, minor: 38 };

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** "2.36", or null where the C library is not glibc */
  readonly glibc: string | null;
}

function glibcVersion(): string | null {
  try {
    const text = execFileSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8', timeout: 5_000, stdio: 'pipe' });
    return /glibc (\d+\.\d+)/.exec(text)?.[1] ?? null;
  } catch {
    return null;
  }
}

export function thisMachine(): Machine {
  const glibc = process.platform === 'linux' ? glibcVersion() : null;
  return { platform: process.platform, arch: process.arch, glibc };
}

/** Decides by platform, processor and C library; pure, so every machine can be tested on one. */
export function engineReadiness(machine: Machine): Readiness {
  const { platform, arch, glibc } = machine;
  if (platform === 'darwin' && arch === 'arm64') return { kind: 'ready' };
  if (platform !== 'linux' || (arch !== 'x64' && arch !== 'arm64')) {
    return { kind: 'noBuild', why: `there is no build of the built-in database for ${platform} ${arch}` };
  }
  if (glibc === null)
    return { kind: 'noBuild', why: 'the built-in database needs glibc, which this Linux does not use' };
  const [major = 0, minor = 0] = glibc.split('.').map(Number);
  const enough = major > wanted.major || (major === wanted.major && minor >= wanted.minor);
  return enough ? { kind: 'ready' } : { kind: 'needsLibraries', has: glibc };
}
