/** A mail server of our own on loopback, which says what a test wants it to say. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type Manner =
  | 'takes'
  /** says no to the address */
  | 'refuses'
  /** says "not now" the first so many times */
  | { readonly busyFor: number }
  | 'saysNothing'
  | 'talksRubbish'
  | 'hangsUp'
  | 'wrongPassword';

function talk(socket: Socket, manner: Manner, mails: string[], attempt: number): void {
  const say = (line: string) => void socket.write(`${line}\r\n`);
  let inLetter = false;
  let letter = '';
  say('220 test');
  socket.on('data', (piece) => {
    const text = piece.toString('utf8');
    if (inLetter) {
      letter += text;
      if (!letter.endsWith('\r\n.\r\n')) return;
      inLetter = false;
      mails.push(letter);
      say('250 kept');
      return;
    }
    for (const line of text.split('\r\n').filter((it) => it !== '')) {
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'EHLO') say(manner === 'wrongPassword' ? '250-test\r\n250 AUTH PLAIN' : '250 test');
      else if (word === 'AUTH') say('535 no');
      else if (word === 'MAIL') {
        const busy = typeof manner === 'object' && attempt <= manner.busyFor;
        say(busy ? '451 try later' : '250 ok');
      } else if (word === 'RCPT') say(manner === 'refuses' ? '550 nobody here' : '250 ok');
      else if (word === 'DATA') {
        inLetter = true;
        say('354 go on');
      } else if (word === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}

/** Starts one. `mails` are what it kept, `tries` how often somebody called. */
export async function aMailServer(manner: Manner) {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  let tries = 0;
  const server = createServer((socket) => {
    tries += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (manner === 'saysNothing') return;
    if (manner === 'hangsUp') return void socket.destroy();
    if (manner === 'talksRubbish') return void socket.write('\u0000\u0001<html>no mail here</html>\r\n');
    talk(socket, manner, mails, tries);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    urlWithPassword: `smtp://name:secret@127.0.0.1:${port}`,
    mails,
    tries: () => tries,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
