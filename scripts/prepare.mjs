/**
 * Makes a bare clone ready: installs packages and builds, when something is missing or out of date, and says so.
 *
 *   node scripts/prepare.mjs                  what `npm start` needs
 *   node scripts/prepare.mjs --dev            the tools of the tests too
 *   node scripts/prepare.mjs --dev --browser  and a browser, and Microsoft's Web Chat to test against
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

const dev = process.argv.includes('--dev');
const browser = process.argv.includes('--browser');
const { prepare } = await import('./ground/prepare.mjs');
process.exitCode = await prepare({ dev, browser });
