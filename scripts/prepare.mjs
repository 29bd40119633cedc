/**
 * Makes a bare clone ready: installs packages and builds, when something is missing or out of date, and says so.
 *
 *   node scripts/prepare.mjs            what `npm start` needs
 *     --dev                             the tools of the tests too
 *     --browser                         a browser, and Microsoft's Web Chat to test against
 *     --bench                           Web Chat and a stock bot, to measure against
 *
 * Nothing here may import a package: it runs before there are any. The parts are loaded only after the Node check, so
 * that an old Node says something a person can act on.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `This needs Node 20.19 or newer; this is Node ${process.versions.node}. Install a newer Node.\n`,
  );
  process.exit(1);
}

const asked = (name) => process.argv.includes(`--${name}`);
const { prepare } = await import('./ground/prepare.mjs');
process.exitCode = await prepare({ dev: asked('dev'), wanted: ['browser', 'bench'].filter(asked) });
