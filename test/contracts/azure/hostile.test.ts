/** Activities of every odd shape: never a fault of ours, whatever a field holds. */
import fc from 'fast-check';
import { aTalk, botServer, expectReplies } from './botServer';

jest.setTimeout(60_000);
let server: Awaited<ReturnType<typeof botServer>>;
beforeAll(async () => {
  server = await botServer();
});
afterAll(() => server.stop());

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '', 0, -1, [], {}, '\u0000', '__proto__', 'constructor', '\u{1f600}', 'x'.repeat(600)),
);
const fields = [
  'type',
  'id',
  'channelId',
  'conversation',
  'from',
  'recipient',
  'serviceUrl',
  'text',
  'value',
  'attachments',
  'membersAdded',
  'membersRemoved',
  'reactionsAdded',
  'reactionsRemoved',
  'deliveryMode',
  'timestamp',
  'localTimestamp',
  'expiration',
  'entities',
  'channelData',
  'locale',
  'name',
  'action',
  'relatesTo',
  'replyToId',
  'callerId',
  'semanticAction',
] as const;
const types = fc.constantFrom(
  'message',
  'conversationUpdate',
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'event',
  'invoke',
  'endOfConversation',
  'typing',
  'installationUpdate',
  'command',
  'commandResult',
  'trace',
  'handoff',
);

it('400 activities with odd fields get an answer below 500 (or 501 where nothing is invoked)', async () => {
  await fc.assert(
    fc.asyncProperty(types, fc.dictionary(fc.constantFrom(...fields), odd, { maxKeys: 5 }), async (type, more) => {
      const answer = await server.post({ ...aTalk().says('hi', { ...expectReplies, type }), ...more });
      const body = await answer.text();
      expect(body).not.toMatch(/ at .*[.]js:\d|ZodError|TypeError/);
      if (answer.status !== 501) expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
});
