/** A mail server on loopback that takes its time, and remembers every letter by its Message-ID and its link. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface Mailbox {
  readonly url: string;
  /** Message-ID -> how often a letter with it was taken */
  readonly letters: ReadonlyMap<string, number>;
  /** every link in any letter -> how many letters brought it */
  readonly links: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/** A letter as it came: long lines are folded with "=" (RFC 2045 6.7). */
const unfolded = (letter: string) => letter.replace(/=\r\n/g, '').replace(/=3D/g, '=');

/** Starts it. `delay` says how long each letter takes to be taken, ms. */
export async function startMailbox(delay: () => number): Promise<Mailbox> {
  const letters = new Map<string, number>();
  const links = new Map<string, number>();
  const sockets = new Set<Socket>();
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  function take(letter: string): void {
    const text = unfolded(letter);
    count(letters, /^Message-ID: (<[^>]+>)/im.exec(text)?.[1] ?? 'none');
    for (const [link] of text.matchAll(/\/r\/[A-Za-z0-9_-]{43}/g)) count(links, link);
  }

  function talk(socket: Socket): void {
    const say = (line: string) => void (socket.destroyed || socket.write(`${line}\r\n`));
    let letter: string | null = null;
    say('220 slow');
    socket.on('data', (piece) => {
      const text = piece.toString('utf8');
      if (letter !== null) {
        letter += text;
        if (!letter.endsWith('\r\n.\r\n')) return;
        // taken, though who sent it hears so much later: a crash in between leaves them not knowing
        take(letter);
        letter = null;
        setTimeout(() => say('250 kept'), delay());
        return;
      }
      for (const line of text.split('\r\n').filter((one) => one !== '')) {
        const word = line.slice(0, 4).toUpperCase();
        if (word === 'DATA') {
          letter = '';
          say('354 go on');
        } else if (word === 'QUIT') {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    talk(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    links,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
