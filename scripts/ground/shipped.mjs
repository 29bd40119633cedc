/** A production install: packages without the build tools, beside what was built elsewhere. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Whether this is one: production was said, there is a build and there are packages, and no compiler. Such a machine
 * fetches and compiles nothing: it runs what was built and tested.
 */
export function isShipped(environment = process.env, folder = root) {
  const has = (...path) => existsSync(join(folder, ...path));
  return (
    environment.NODE_ENV === 'production' &&
    has('dist', 'bot', 'main.js') &&
    has('node_modules', 'restify') &&
    !has('node_modules', 'typescript')
  );
}
