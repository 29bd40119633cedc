/** Every message there is, through every renderer there is. */
import { renderers, segmentsOf } from '../../../bot/render';
import { textOf } from '../../../dialogs/content/copy';
import { phoneKind } from '../../../services/store/collections/carriers';
import guideParts from './guideParts.json';
import { brokenLimits, readable } from './limits';
import { allMessageIds, isMessageId, replyOf } from './samples';

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean);

describe.each(phoneKind.options)('on %s', (kind) => {
  const render = renderers[kind];

  it.each(allMessageIds)('%s is shown whole, within every limit', (id) => {
    const reply = replyOf(id);
    const messages = render([reply]);
    expect(messages.flatMap((message) => brokenLimits(kind, message))).toEqual([]);
    const shown = new Set(messages.flatMap((message) => wordsIn(readable(message))));
    // typed numbers need no line of their own: the question says them ("0 to 10", "1: Money desk")
    const inText = messages.every((message) => message.kind === 'text');
    const labels = reply.choices.map(({ label }) => label).filter((label) => !inText || !/^\d+$/.test(label));
    for (const word of [textOf(reply), ...labels].flatMap(wordsIn)) expect(shown).toContain(word);
  });

  it('says nothing for nothing', () => {
    expect(render([])).toEqual([]);
    expect(render([{ parts: [], choices: [], many: false, from: 'bot', toGo: 3 }])).toEqual([]);
    const retired = { parts: [{ id: 'GONE', params: {} }], choices: [], many: false, from: 'bot', toGo: 0 } as const;
    expect(render([retired])).toEqual([]);
  });
});

describe('by SMS', () => {
  const costOf = (id: string) =>
    isMessageId(id)
      ? renderers.sms([replyOf(id)]).map((message) => segmentsOf(message.kind === 'text' ? message.text : ''))
      : [];

  /** a line in another language has that language's letters, and is short for it */
  const inTheirs = (id: string) => id.startsWith('W-IN-');

  it.each(allMessageIds.filter((id) => !inTheirs(id)))('%s is one text in plain letters', (id) => {
    expect(costOf(id)).toEqual([{ encoding: 'GSM-7', segments: expect.any(Number) }]);
  });

  it.each(allMessageIds.filter(inTheirs))('%s is one text of two parts at most', (id) => {
    const [only, ...others] = costOf(id);
    expect(others).toEqual([]);
    expect(only?.segments).toBeLessThanOrEqual(2);
  });

  it.each(Object.entries(guideParts))('%s takes no more parts than the guide says (%i)', (id, parts) => {
    expect(isMessageId(id)).toBe(true);
    const taken = costOf(id).reduce((sum, { segments }) => sum + segments, 0);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThanOrEqual(parts);
  });
});
