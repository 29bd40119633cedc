/** Bytes on a bare socket, for requests no client of ours would send. */
import { connect } from 'node:net';

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
