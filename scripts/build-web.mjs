/**
 * Bundles the scripts of the pages and shrinks the stylesheets into dist/web/assets: each with a name that changes when its
 * content does, and beside it the same as br and gzip, so that nothing is compressed while somebody waits.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'dist/web/assets');

// each web/client/<page>/main.ts becomes <page>.<hash>.js
const client = path.join(root, 'web/client');
const pages = readdirSync(client, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(client, entry.name, 'main.ts')))
  .map((entry) => ({ in: path.join(client, entry.name, 'main.ts'), out: entry.name }));
const styles = ['win.css', 'staff.css', 'icon.svg'].map((file) => ({
  in: path.join(root, 'web/styles', file),
  out: path.parse(file).name,
}));

const { outputFiles } = await build({
  entryPoints: [...pages, ...styles],
  entryNames: '[name].[hash]',
  loader: { '.svg': 'copy' },
  outdir: out,
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2020', 'safari14', 'chrome87', 'firefox78'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

// what an earlier build left would be served with the rest
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const { path: file, contents } of outputFiles) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
  };
  writeFileSync(file, contents);
  writeFileSync(`${file}.br`, brotliCompressSync(contents, { params }));
  writeFileSync(`${file}.gz`, gzipSync(contents, { level: 9 }));
}
