/** Ideas as people see them on each channel: each written once, with something to choose by, and one tap to say yes. */

import { segmentsOf } from '../../../bot/render/segments';
import { renderSms } from '../../../bot/render/sms';
import { renderWhatsApp } from '../../../bot/render/whatsapp';
import { textOf } from '../../../dialogs/content/copy';
import type { Reply } from '../../../dialogs/content/words';
import type { ChannelKind } from '../../../dialogs/types';
import { aSharer, type Sharer } from './aSharer';

const lonely = { need: 'I am lonely', needMenu: 'loneliness', pace: 'ideas' };

async function ideasOn(channel: ChannelKind, need: typeof lonely = lonely): Promise<[Sharer, Reply]> {
  const sharer = await aSharer(channel);
  await sharer.walk(need, 'options');
  const asked = sharer.shown().findLast((reply) => reply.choices.length > 0);
  if (!asked) throw new Error('No ideas were shown');
  return [sharer, asked];
}
const times = (text: string, words: string) => text.split(words).length - 1;
/** where, when, what day one is like, and why */
const told = /(Blantyre|Rutherglen|South Lanarkshire|phone).*\d(am|pm).*\. .+\. .+\.$/;

describe('three ideas', () => {
  it('P-A13: on the web three buttons with a line each, written once, and no tick boxes', async () => {
    const [sharer, asked] = await ideasOn('web');
    expect(asked.many).toBe(false);
    expect(asked.choices.map(({ label }) => label).slice(3)).toEqual(['Help me choose', 'None of these']);
    const ideas = asked.choices.slice(0, 3);
    for (const { line } of ideas) expect(line).toMatch(told);
    for (const { label } of ideas) expect(sharer.told()).not.toContain(label);
    expect(ideas.map(({ line }) => line).join()).not.toMatch(/They help with/);
  });

  it('P-A13: one tap is one yes; several can still be said in words', async () => {
    const [tapped, asked] = await ideasOn('web');
    const first = asked.choices[0]?.id.split('~')[1] ?? '';
    await tapped.answer(first);
    expect((await tapped.state()).answers['options']?.choices).toEqual([first]);
    const [said] = await ideasOn('web');
    await said.say('1 and 3');
    expect((await said.state()).answers['options']?.choices).toHaveLength(2);
  });

  it('P-A15: by text each idea has its number and its line, in at most two parts a message', async () => {
    const [, asked] = await ideasOn('sms');
    const texts = renderSms([asked]).map((one) => (one.kind === 'text' ? one.text : ''));
    for (const text of texts) expect(segmentsOf(text).segments).toBeLessThanOrEqual(2);
    const lines = texts.join('\n').split('\n');
    expect(lines.filter((line) => /^[123] .+\. /.test(line))).toHaveLength(3);
    for (const line of lines.filter((one) => /^[123] /.test(one))) expect(line).toMatch(told);
    expect(lines.slice(-2)).toEqual(['4 Help me choose', '5 None of these']);
    // a message is never cut inside an idea
    for (const text of texts.slice(1)) expect(text).toMatch(/^\d /);
  });

  it('P-A14: on WhatsApp the lines are above the list, each idea once', async () => {
    const [, asked] = await ideasOn('whatsapp');
    const list = renderWhatsApp([asked]).at(-1);
    if (list?.kind !== 'list') throw new Error('It was no list');
    expect(list.rows).toHaveLength(5);
    for (const { label } of asked.choices.slice(0, 3)) expect(times(list.text, label)).toBe(1);
  });
});

describe('one idea', () => {
  const caring = { need: 'I look after my mum', needMenu: 'caring', pace: 'ideas' };

  it.each(['web', 'whatsapp', 'sms'] as const)('P-A13: on %s one bubble and "Yes please"', async (channel) => {
    const sharer = await aSharer(channel);
    await sharer.walk(caring, 'options');
    const { options } = await sharer.state();
    const asked = sharer.shown().at(-1);
    const [only] = options;
    if (options.length !== 1 || !only || !asked) throw new Error(`There were ${options.length}`);
    expect(asked.many).toBe(false);
    expect(asked.choices.map(({ label }) => label)).toEqual(['Yes please', 'Help me choose', 'Not this one']);
    expect(times(sharer.told(), only.service)).toBe(1);
    expect(textOf(asked)).toContain(only.line);
    await sharer.say('yes please');
    expect((await sharer.state()).answers['options']?.choices).toEqual([only.serviceId]);
  });

  it('P-A13: "not this one" and "help me choose" are buttons that lead to a person', async () => {
    for (const id of ['none', 'help']) {
      const [sharer] = await ideasOn('web');
      await sharer.answer(id);
      expect((await sharer.state()).asked?.key).toBe('helpChoosing');
    }
  });
});
