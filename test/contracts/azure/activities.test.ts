/** Activities in and out, without a server. */
import { activityShape, isCrowd, kindOf, knownActivity, readActivity } from '../../../bot/channels/azure/readActivity';
import { writeActivities } from '../../../bot/channels/azure/writeActivities';
import { numberedTexts, sayAloud } from '../../../bot/sayAloud';
import { choicesOf, part } from '../../../dialogs/content/copy';
import type { Reply } from '../../../dialogs/types';

const base = {
  type: 'message',
  id: 'm-1',
  channelId: 'directline',
  conversation: { id: 'c-1' },
  recipient: { id: 'bot' },
};
const read = (more: object) => readActivity(activityShape.parse({ ...base, ...more }));

describe('reading', () => {
  it('knows what each channel can show', () => {
    expect(['sms', 'whatsapp', 'webchat', 'directline', 'emulator', '__proto__'].map(kindOf).map(String)).toEqual([
      'sms',
      'whatsapp',
      'web',
      'web',
      'web',
      'web',
    ]);
  });

  it('takes words, a tap, and what is attached', () => {
    const common = { id: 'm-1', address: 'azure:directline:c-1', channel: 'web' };
    expect(read({ text: 'hi' })).toEqual({ ...common, what: { kind: 'text', text: 'hi' } });
    expect(read({ value: { choice: 'need~menu', label: 'MENU' } })?.what).toEqual({
      kind: 'choice',
      id: 'need~menu',
      label: 'MENU',
    });
    expect(read({ text: 'MENU', value: { choice: 'need~menu' } })?.what).toMatchObject({ label: 'MENU' });
    const attached = (contentType: string, text = '') => read({ text, attachments: [{ contentType }] })?.what;
    expect(attached('audio/ogg', 'look')).toEqual({ kind: 'media', media: 'voice', caption: 'look' });
    expect(attached('image/png')).toMatchObject({ media: 'picture' });
    expect(attached('video/mp4')).toMatchObject({ media: 'picture' });
    expect(attached('application/pdf')).toMatchObject({ media: 'other' });
    // some channels repeat the words as html
    expect(attached('text/html', 'look')).toEqual({ kind: 'text', text: 'look' });
  });

  it.each(['STOP', 'talk to a person', 'i want to die'])('W7: %s beside a picture is heard like words', (text) => {
    expect(read({ text, attachments: [{ contentType: 'image/png' }] })?.what).toEqual({ kind: 'text', text });
  });

  it.each([
    ['<at>WIN</at> stop', 'stop'],
    ['<at id="0">WIN bot</at>&nbsp; hello', '&nbsp; hello'],
    ['i want to die <AT>WIN</AT>', 'i want to die'],
    ['<at>a</at> <at>b</at> yes', 'yes'],
    ['I was at the shop', 'I was at the shop'],
  ])('W15: %s is heard without who is mentioned', (text, heard) => {
    expect(read({ text })?.what).toEqual({ kind: 'text', text: heard });
  });

  it.each([
    { isGroup: true },
    { conversationType: 'groupChat' },
    { conversationType: 'channel' },
    { isGroup: true, conversationType: 'personal' },
  ])('W15: %j is a crowd', (more) => {
    const known = knownActivity({
      type: 'message',
      channelId: 'msteams',
      conversation: { id: 'c', ...more },
      text: 'x',
    });
    expect(known && isCrowd(known)).toBe(true);
  });

  it('greets a person who joined, once for a conversation, and not the bot itself', () => {
    const joined = (ids: readonly string[]) =>
      read({ type: 'conversationUpdate', id: `u-${ids.length}`, membersAdded: ids.map((id) => ({ id })) });
    expect(joined(['bot'])).toBeNull();
    expect(joined([])).toBeNull();
    expect(joined(['bot', 'person'])).toMatchObject({ id: 'hello', what: { kind: 'hello' } });
    expect(read({ type: 'typing' })).toBeNull();
    expect(read({ type: 'event', value: { choice: 'need~menu' } })).toBeNull();
  });

  it('gives a message without an id one of its own', () => {
    const { id: _none, ...without } = base;
    const once = () => readActivity(activityShape.parse({ ...without, text: 'hi' }));
    expect(once()?.id).not.toBe(once()?.id);
  });

  it('keeps conversations of different channels apart', () => {
    expect(read({ channelId: 'webchat' })?.address).not.toBe(read({ channelId: 'directline' })?.address);
  });

  it.each([{ type: '' }, { channelId: '' }, { conversation: {} }, { text: 5 }, { attachments: 'x' }, { id: 7 }])(
    'refuses %j',
    (more) => expect(activityShape.safeParse({ ...base, ...more }).success).toBe(false),
  );
});

describe('writing', () => {
  const reply: Reply = { parts: [part('B4')], choices: choicesOf('B4'), many: false, from: 'bot', toGo: 3 };

  it('puts choices as buttons that send their own words', () => {
    const [written] = writeActivities([reply], 'directline', sayAloud, numberedTexts);
    expect(written).toMatchObject({ type: 'message', text: sayAloud(reply).text });
    expect(written?.suggestedActions?.actions).toEqual(
      ['Under 16', '16 or 17', '18 or over'].map((label) => ({ type: 'imBack', title: label, value: label })),
    );
    expect(written?.channelData).toEqual({ messageIds: ['B4'], toGo: 'About 3 to go' });
  });

  it('puts nothing but numbered text on SMS', () => {
    const [written] = writeActivities([reply], 'sms', sayAloud, numberedTexts);
    expect(written).toEqual({ type: 'message', text: `${sayAloud(reply).text}\n1 Under 16\n2 16 or 17\n3 18 or over` });
  });

  it('puts numbered text where buttons are not known to appear, or would be cut', () => {
    const numbered = `${sayAloud(reply).text}\n1 Under 16\n2 16 or 17\n3 18 or over`;
    for (const channelId of ['slack', 'some-new-channel']) {
      const [written] = writeActivities([reply], channelId, sayAloud, numberedTexts);
      expect(written).toMatchObject({ text: numbered });
      expect(written).not.toHaveProperty('suggestedActions');
    }
    const long = { ...reply, choices: [{ id: 'a', label: 'Somebody to go with me the first time' }] };
    const [cut] = writeActivities([long], 'facebook', sayAloud, numberedTexts);
    expect(cut?.text).toMatch(/\n1 Somebody to go with me the first time$/);
    const [crowd] = writeActivities([reply], 'msteams', sayAloud, numberedTexts, 'channel');
    expect(crowd?.text).toBe(numbered);
    const [alone] = writeActivities([reply], 'msteams', sayAloud, numberedTexts, 'personal');
    expect(alone?.suggestedActions?.actions).toHaveLength(3);
  });

  it('shows no buttons where there is nothing to pick', () => {
    const [written] = writeActivities([{ ...reply, choices: [], toGo: 0 }], 'webchat', sayAloud, numberedTexts);
    expect(written).not.toHaveProperty('suggestedActions');
    expect(written?.channelData).toEqual({ messageIds: ['B4'] });
  });
});
