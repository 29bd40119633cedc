/** Where the files a page needs are (style, script, icon): scripts/build-web.mjs gives each a name that changes when its content does. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface Assets {
  /** the address of a file by its plain name, as `win.css`; throws when it was never built */
  url(name: string): string;
}

/** The name of a built file: the plain one, with the hash of its content before the ending. */
const BUILT = /^([a-z]+)\.[0-9A-Z]{8}(\.(?:css|js|svg))$/;

/** Where they are, seen from compiled code (dist/web/server) and from the sources. */
export function builtAssetsFolder(): string {
  const folders = [path.join(__dirname, '../assets'), path.join(__dirname, '../../dist/web/assets')];
  return folders.find((folder) => existsSync(folder)) ?? path.join(__dirname, '../assets');
}

/** Reads which files were built. Throws when there are none. */
export function loadAssets(folder: string = builtAssetsFolder()): Assets {
  if (!existsSync(folder)) throw new Error('The pages were not built: run node scripts/build-web.mjs');
  const byName = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const [, stem, ending] = BUILT.exec(file) ?? [];
    if (stem !== undefined && ending !== undefined) byName.set(stem + ending, file);
  }
  return {
    url(name) {
      const file = byName.get(name);
      if (file === undefined) throw new Error(`The page file ${name} was not built`);
      return `/assets/${file}`;
    },
  };
}

let loaded: Assets | null = null;

/** The built files of this server, looked for at the first page that needs them. */
export function siteAssets(): Assets {
  loaded ??= loadAssets();
  return loaded;
}
