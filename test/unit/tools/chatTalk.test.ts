/** The conversation in a terminal: numbers stand for buttons. */
import { openTalk } from '../../../bot/tools/chatTalk';
import { aFrontDoor } from './aFrontDoor';

const talkOn = async (channel: 'web' | 'sms' | 'whatsapp') => openTalk((await aFrontDoor()).frontDoor.service, channel);

describe('chatting in a terminal', () => {
  it('shows choices as numbers and takes a number or the words for a tap', async () => {
    const talk = await talkOn('web');
    expect(await talk.hello()).toEqual(
      expect.arrayContaining(["  [1] Yes, that's OK", '  [2] Tell me more', '  [3] No']),
    );
    expect((await talk.say('1')).join('\n')).toMatch(/OK time and place/);
    expect((await talk.say('yes')).join('\n')).toMatch(/leave fast/);
    const next = await talk.say('ma rent');
    expect(next.join('\n')).toMatch(/your home/i);
    expect(next).toContain('  (About 5 to go)');
  });

  it('takes several numbers where several may be picked', async () => {
    const talk = await talkOn('web');
    await talk.hello();
    for (const line of ['1', '1', 'See a list']) await talk.say(line);
    const shown = await talk.say('1');
    expect(shown.join('\n')).not.toMatch(/catch that/);
    for (const line of ['skip', 'skip']) await talk.say(line);
  });

  it('shows SMS as a phone would and sends what is typed as it is', async () => {
    const talk = await talkOn('sms');
    const first = await talk.say('hello');
    expect(first.slice(-4)).toEqual(['1 Yes', '2 Later', '3 No', '']);
    expect((await talk.say('2')).join('\n')).toMatch(/No problem|Take all the time/);
  });

  it('leaves a number alone that is no button', async () => {
    const talk = await talkOn('whatsapp');
    await talk.say('hi');
    expect((await talk.say('9')).join('\n')).toMatch(/catch that/);
  });
});
