/** Bytes on a bare socket, for requests no client of ours would send. */
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What comes back for `bytes` until the other side closes, or until `withinMs`. A cut connection gives what came. */
export function sendRaw(url: string, bytes: string, withinMs = 3_000): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    let got = '';
    const end = () => {
      socket.destroy();
      done(got);
    };
    const late = setTimeout(end, withinMs);
    socket.on('data', (piece) => {
      got += piece.toString('latin1');
    });
    socket.on('error', end);
    socket.on('close', () => {
      clearTimeout(late);
      done(got);
    });
    socket.write(bytes);
  });
}

/** The status of the first answer; 0 when there was none. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** Waits until `check` holds, at most `withinMs`; false when it never did. */
export async function until(check: () => Promise<boolean>, withinMs = 40_000): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await wait(50)) if (await check()) return true;
  return false;
}
