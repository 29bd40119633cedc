/** What each of Azure's channels can show. */
import { showsAsButtons, showsOf } from '../../../bot/channels/azure/shows';

const ten = Array.from({ length: 10 }, (_one, at) => `label ${at}`);

describe('what a channel shows', () => {
  it.each(['webchat', 'directline', 'emulator'])('%s: every button, typing and events', (channel) => {
    expect(showsOf(channel)).toMatchObject({ typing: true, events: true });
    expect(showsAsButtons(showsOf(channel), ten)).toBe(true);
    expect(showsAsButtons(showsOf(channel), ["Housing, a deposit, or somewhere that's safe to stay"])).toBe(true);
  });

  it.each([
    'sms',
    'twilio-sms',
    'whatsapp',
    'email',
    'slack',
    'groupme',
    'kik',
    'telephony',
    'made-up',
    '__proto__',
    '',
  ])('%s: words alone', (channel) => {
    expect(showsAsButtons(showsOf(channel), ['Yes'])).toBe(false);
    expect(showsOf(channel).events).toBe(false);
  });

  it.each([
    ['facebook', 10, 20],
    ['line', 13, 20],
    ['telegram', 100, 100],
  ])('%s: at most %i buttons of %i characters, never one more and never one cut', (channel, buttons, title) => {
    const labels = (many: number, long: number) => Array.from({ length: many }, () => 'x'.repeat(long));
    expect(showsAsButtons(showsOf(channel), labels(buttons, title))).toBe(true);
    expect(showsAsButtons(showsOf(channel), labels(buttons + 1, 1))).toBe(false);
    expect(showsAsButtons(showsOf(channel), labels(1, title + 1))).toBe(false);
  });

  it('Teams: three buttons between one person and the bot, none in a group or where it is not said', () => {
    expect(showsAsButtons(showsOf('msteams', 'personal'), ten.slice(0, 3))).toBe(true);
    expect(showsAsButtons(showsOf('msteams', 'personal'), ten.slice(0, 4))).toBe(false);
    for (const kind of ['groupChat', 'channel', undefined])
      expect(showsAsButtons(showsOf('msteams', kind), ['Yes'])).toBe(false);
  });

  it('no label is no button', () => {
    expect(showsAsButtons(showsOf('webchat'), [])).toBe(false);
  });
});
