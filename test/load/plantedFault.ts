/** A server with the very fault that `hostile` is there to find, so that the check first shows it can see one. */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../bench/processes';

const faulty = (port: number) => `
  require('node:http').createServer((req, res) => {
    new URL(req.url, 'http://' + (req.headers.host || 'localhost'));
    res.end('ok');
  }).listen(${port}, '127.0.0.1', () => console.log('listening'));`;

/** Runs `check` against it; true when the check saw that it died or answered wrongly. */
export async function seesPlanted(check: (base: string) => Promise<boolean>): Promise<boolean> {
  const port = await freePort();
  const child = spawn(process.execPath, ['-e', faulty(port)], { stdio: ['ignore', 'pipe', 'ignore'] });
  await Promise.race([new Promise((ready) => child.stdout.once('data', ready)), wait(20_000)]);
  try {
    return await check(`http://127.0.0.1:${port}`);
  } finally {
    child.kill('SIGKILL');
  }
}
