/** Three words carry one conversation from the web to a text, to WhatsApp, and back to the web; nothing shows before they match. */
import { textOf } from '../../../dialogs/content/copy';
import { type Service, type Someone, startInside } from '../../load/providerInside';
import { engineUri } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const sensitive = /damp|rent|quillfeather/i;
let service: Service;
beforeAll(async () => {
  service = await startInside(engineUri(), Date.UTC(2026, 10, 24, 11));
});
afterAll(() => service.close());

let turns = 0;
async function onWeb(address: string, text: string) {
  turns += 1;
  const done = await service.service.handleTurn({
    id: `web-${turns}`,
    address,
    channel: 'web',
    what: { kind: 'text', text },
  });
  if (done.kind !== 'done') throw new Error('The store was down');
  await service.pass(1_000);
  return { id: done.conversationId, turn: done.turn, text: done.turn.replies.map(textOf).join('\n') };
}

/** What a phone got for what it said. */
async function byPhone(who: Someone, text: string): Promise<string> {
  const before = service.carriers.textsTo(who.number).length;
  await service.says(who, text);
  await service.pass(3_000);
  return service.carriers.textsTo(who.number).slice(before).join('\n');
}

/** The three words last given in this conversation. */
async function phraseOf(id: string): Promise<string> {
  const said = await service.store.transcript(id, 0, 1_000);
  const parts = said.flatMap((turn) => turn.replies).flatMap((reply) => reply.parts);
  return parts.findLast((part) => part.id === 'W-PHRASE')?.params['phrase'] ?? '';
}

test('web, text, WhatsApp and web again are one conversation', async () => {
  for (const text of ['hi', 'yes', 'yes', 'yes', 'Quillfeather, ma rent and a damp hoose'])
    await onWeb('web:maya', text);
  const { id } = await onWeb('web:maya', 'PAUSE');
  const sms = { line: 'sms', number: '+447700900501' } as const;
  const whatsapp = { line: 'whatsappMeta', number: '+447700900502' } as const;

  expect(await byPhone(sms, 'river lamp seven')).not.toMatch(sensitive);
  const came = await byPhone(sms, await phraseOf(id));
  expect(came).not.toBe('');
  expect(came).not.toMatch(sensitive);
  expect(await service.conversationOf(sms)).toBe(id);

  await byPhone(sms, 'PAUSE');
  expect(await byPhone(whatsapp, await phraseOf(id))).not.toMatch(sensitive);
  expect(await service.conversationOf(whatsapp)).toBe(id);

  await byPhone(whatsapp, 'PAUSE');
  const back = await onWeb('web:library', await phraseOf(id));
  expect(back.id).toBe(id);
  expect(back.text).not.toMatch(sensitive);
});

test('a phone that guesses hears what any words get, and after five guesses even the right words do nothing', async () => {
  for (const text of ['hi', 'yes', 'yes', 'yes', 'ma rent']) await onWeb('web:isla', text);
  const { id } = await onWeb('web:isla', 'PAUSE');
  const guesser = { line: 'sms', number: '+447700900503' } as const;
  for (const word of ['apple', 'table', 'window', 'garden', 'silver'])
    expect(await byPhone(guesser, `${word} ${word} ${word}`)).not.toMatch(/phrase|match|wrong|rent/i);
  await byPhone(guesser, await phraseOf(id));
  expect(await service.conversationOf(guesser)).not.toBe(id);
});
