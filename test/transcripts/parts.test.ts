/** What a whole intake costs by SMS, and how it looks on WhatsApp: the written conversations, as a phone gets them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../../bot/render';
import type { PhoneKind } from '../../services/store/collections/carriers';
import { brokenLimits } from '../contracts/render/limits';
import { perform } from './perform';

/** Each turn of a written conversation: the ids said, and the messages they go out as. */
function turnsOf(name: string, kind: PhoneKind) {
  const { turns, state } = perform(readFileSync(join(__dirname, 'golden', name), 'utf8'));
  const spoken = turns.map(({ replies }) => ({
    ids: replies.flatMap((reply) => reply.parts.map((one) => one.id)),
    messages: render(kind, replies),
  }));
  return { state, spoken };
}
type Spoken = ReturnType<typeof turnsOf>['spoken'];
const partsOf = (spoken: Spoken) =>
  spoken.flatMap(({ messages }) => messages).reduce((sum, { segments }) => sum + segments, 0);
const upTo = (spoken: Spoken, id: string) => spoken.slice(0, spoken.findIndex(({ ids }) => ids.includes(id)) + 1);

describe('a whole intake by SMS, from hello to a partner who knows and a check-in', () => {
  const { spoken, state } = turnsOf('a02-sms-short.txt', 'sms');
  const said = spoken.flatMap(({ ids }) => ids);

  it('leaves nothing out that matters', () => {
    const wanted = ['A1-SMS', 'B1', 'B2', 'B3', 'C1', 'E1', 'B4', 'C3', 'D1', 'D2', 'H1', 'H2', 'W-SHORT-BACK'];
    expect(said).toEqual(expect.arrayContaining([...wanted, 'W-OPTIONS', 'W-SHARE-SMS', 'W-PASSED', 'N2']));
    expect(state.referrals).toHaveLength(1);
  });

  it('takes at most 32 parts, from the first word to goodbye, three of them the ideas and what there is to choose by', () => {
    expect(partsOf(upTo(spoken, 'N2'))).toBe(30);
    expect(partsOf(upTo(spoken, 'N4'))).toBe(32);
  });

  it('never sends more than two texts before they answer', () => {
    expect(spoken.filter(({ messages }) => messages.length > 2)).toEqual([]);
  });
});

describe('the same on WhatsApp', () => {
  const { spoken } = turnsOf('a03-whatsapp.txt', 'whatsapp');
  const messages = spoken.flatMap((turn) => turn.messages.map(({ message }) => message));
  const kindOf = (id: string) => spoken.find(({ ids }) => ids.includes(id))?.messages.at(-1)?.message.kind;

  it('keeps every limit', () => {
    expect(messages.flatMap((message) => brokenLimits('whatsapp', message))).toEqual([]);
  });

  it('asks with buttons where there are up to three, and a list where there are more', () => {
    for (const id of ['A3', 'B3', 'C1', 'E1', 'B4', 'C3', 'D2', 'H1', 'W-SHORT-BACK', 'N2', 'O0'])
      expect([id, kindOf(id)]).toEqual([id, id === 'H1' ? 'list' : 'buttons']);
    for (const id of ['E3-HOM', 'H2']) expect([id, kindOf(id)]).toEqual([id, 'list']);
  });

  it('asks with numbers where several may be picked', () => {
    expect(kindOf('E2')).toBe('text');
    expect(kindOf('W-OPTIONS')).toBe('list');
  });
});

it('no written conversation sends a text of three parts', () => {
  for (const name of ['g01-sms-barriers.txt', 'e01-menu-sms.txt', 'm01-share-refused.txt', 'x17-stop.txt'])
    for (const { messages } of turnsOf(name, 'sms').spoken)
      for (const { message } of messages) expect(brokenLimits('sms', message)).toEqual([]);
});
