/** Where people reach us by https alone, their browsers are told so, on every kind of answer; and not where they do not. */
import { createServer } from 'node:http';
import { createProtect } from '../../../bot/http/protect';
import { respond } from '../../../bot/http/respond';

async function saidOver(https: boolean): Promise<string | null> {
  const protect = createProtect(https);
  const server = createServer((req, res) => {
    protect(req, res);
    respond(res, 200, 'hello');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
  await answer.text();
  await new Promise((done) => server.close(done));
  return answer.headers.get('strict-transport-security');
}

it('a browser that came by https comes by nothing else for a year, and the names under ours stay as they are', async () => {
  expect(await saidOver(true)).toBe('max-age=31536000');
});

it('without https nothing is promised', async () => {
  expect(await saidOver(false)).toBeNull();
});
