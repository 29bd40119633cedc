/** An activity says where its answer goes: nowhere but Microsoft's channels, hosts that were set, and this machine at home. */
import { sign } from 'jsonwebtoken';
import { toChannels, toThisMachine } from '../../../bot/channels/azure/answerHosts';
import { aTalk, botServer } from './botServer';

const channels = toChannels(['channel.example.org']);

it.each([
  'https://webchat.botframework.com/',
  'https://europe.directline.botframework.com/v3',
  'https://smba.trafficmanager.net/uk/',
  'https://channel.example.org/',
  'https://eu.channel.example.org/',
])('%s is a channel', (url) => expect(channels(url)).toBe(true));

it.each([
  'http://webchat.botframework.com/',
  'https://evil.trafficmanager.net/',
  'https://botframework.com.evil.example/',
  'https://evilbotframework.com/',
  'https://webchat.botframework.com@evil.example/',
  'https://127.0.0.1/',
  'https://10.0.0.1/',
  'file:///etc/passwd',
  'nonsense',
  '',
])('%s is none', (url) => expect(channels(url)).toBe(false));

it('at home it is this machine alone', () => {
  expect(toThisMachine('http://localhost:3979')).toBe(true);
  expect(toThisMachine('https://webchat.botframework.com/')).toBe(false);
});

it('an activity that wants its answer elsewhere is refused, whoever signed it, and no turn is made', async () => {
  const server = await botServer({ app: { id: '11111111-2222-3333-4444-555555555555', password: 'x' } });
  const talk = aTalk('directline', 'https://elsewhere.org');
  const authorization = `Bearer ${sign({ exp: Math.floor(Date.now() / 1_000) + 600 }, 'anything')}`;
  const answer = await server.post(talk.says('hello'), { authorization });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('BadServiceUrl');
  expect((await server.service.transcript(`azure:directline:${talk.id}`, 0, 5)).kind).toBe('none');
  await server.stop();
});
