/** Nothing is promised to somebody who cannot be reached, and what was promised is said from today. */
import { OFFICE_ROTA } from '../../../services/calendar/team';
import { newTalk, play, type Talk, TUESDAY, typed } from '../engine/talk';
import { answer, walk, walked } from '../engine/walk';
import { aSharer, type Sharer } from './aSharer';

const DAY = 24 * 60 * 60 * 1000;
const words = (talk: Talk) => talk.last.flatMap((reply) => reply.parts.map((part) => part.id));
const heard = (sharer: Sharer, id: string) =>
  sharer.shown().some((reply) => reply.parts.some((part) => part.id === id));

const shared = {
  need: 'I am lonely',
  contactBy: 'text',
  number: '07700 900123',
  safeNumber: 'yes',
  pace: 'now',
  options: '1',
  share: 'yes',
};

/** A person who asked for one of us, with the question about a way back on the table. */
function askedForPerson(channel: 'web' | 'sms' = 'web', from = TUESDAY): Talk {
  const talk = newTalk({ channel, from });
  walk(talk, {}, ['need']);
  play(talk, typed(talk, 'PERSON'));
  return talk;
}

describe('P-H10: no promise without a way back', () => {
  const none = [
    'no',
    'never mind',
    'no thanks',
    'Blantyre',
    'just no worryin',
    'one person',
    'wait do u tell my mum',
    '12345',
    'SKIP',
    'the library',
    '999',
  ];
  it.each(none)('"%s" is no way back: no promise, and they have our number', (said) => {
    const talk = askedForPerson();
    expect(talk.state.asked?.key).toBe('wayBack');
    const first = answer(talk, said);
    const second = talk.state.asked?.key === 'wayBack' ? answer(talk, said) : first;
    const effects = [...first.effects, ...second.effects].map((effect) => effect.kind);
    expect(effects).not.toContain('promise');
    const told = [...first.replies, ...second.replies].flatMap((reply) => reply.parts);
    expect(told.map((part) => part.id)).not.toContain('W-PROMISE');
    expect(told.some((part) => part.params['phone'] === '01632 960 100')).toBe(true);
    expect(talk.state.secrets['said/wayBack']).toBeUndefined();
    expect(talk.state.asked?.key).not.toBe('wayBack');
  });

  it.each([
    ['07700 900123', '07700 900123'],
    ['+44 (0)7700 900123 efter six', '07700 900123'],
    ['me@example.org please', 'me@example.org'],
    ['0141 496 0123', '0141 496 0123'],
    ['here is fine', 'this thread'],
  ])('"%s" is one, kept as %s, and the promise has a date', (said, kept) => {
    const talk = askedForPerson();
    const turn = answer(talk, said);
    expect(talk.state.secrets['said/wayBack']).toBe(kept);
    const promised = turn.effects.find((effect) => effect.kind === 'promise');
    expect(promised?.data['dueAt']).toBe(Date.parse('2026-11-24T17:00:00Z'));
    expect(turn.replies[0]?.parts[0]).toMatchObject({ id: 'W-PROMISE', params: { by: '5pm today' } });
  });

  it('P-A34: nothing stands promised while there is no way back, in hours or out', () => {
    for (const from of [TUESDAY, Date.parse('2026-11-28T22:30:00Z')]) {
      const talk = newTalk({ channel: 'web', from });
      walk(talk, {}, ['need']);
      const turn = play(talk, typed(talk, 'PERSON'));
      const told = turn.replies.flatMap((reply) => reply.parts.map((part) => part.id));
      expect(told).not.toContain('W-NOTE');
      expect(told).not.toContain('W-PROMISE');
    }
  });
});

describe('P-H16: a person', () => {
  it('in hours: our number at once, and the same day', () => {
    const talk = askedForPerson();
    expect(words(talk)).toEqual(['W-CALL-NOW']);
    answer(talk, '07700 900123');
    expect(talk.state.handoff?.toldBy).toBe(Date.parse('2026-11-24T17:00:00Z'));
  });

  it('by text in hours: our number, and by when we are in touch, the same day', () => {
    const talk = askedForPerson('sms');
    expect(talk.last[0]?.parts[0]).toMatchObject({ id: 'W-CALL-OR', params: { by: '5pm today' } });
  });

  it('P-H22: out of hours: when, and why not sooner, and nothing says today', () => {
    const talk = askedForPerson('web', Date.parse('2026-11-28T22:30:00Z'));
    expect(talk.last[0]?.parts[0]).toMatchObject({
      id: 'X25',
      params: { open: 'on Tuesday at 9am (Monday is a holiday)' },
    });
    expect(words(talk)).not.toContain('W-CALL-NOW');
    const turn = answer(talk, '07700 900123');
    expect(turn.replies[0]?.parts[0]).toMatchObject({ id: 'W-PROMISE', params: { by: '5pm on Tue 1 Dec' } });
  });

  it('P-H22: a quarter of an hour before closing, today is not promised', () => {
    const talk = askedForPerson('web', Date.parse('2026-11-24T16:45:00Z'));
    expect(words(talk)).toEqual(['W-CALL-SOON']);
    expect(OFFICE_ROTA.hours.to).toBe(17 * 60);
  });
});

describe('P-H12: STATUS says what is so, from the day it is read', () => {
  it('a letter is never said to be read; the date is a date; late is said, and the team told', async () => {
    const sharer = await aSharer('web');
    await sharer.walk(shared, 'checkIn');
    expect(await sharer.say('STATUS')).toMatch(/we've asked .* They aim to answer by 5pm on Wed 25 Nov\./);
    sharer.wait(20 * 60 * 60 * 1000);
    await sharer.say('STATUS');
    expect(sharer.told()).toContain('by 5pm today');
    const before = sharer.effects.length;
    sharer.wait(3 * DAY);
    await sharer.say('STATUS');
    const late = await sharer.answer('yes');
    expect(late).toContain('that was due on Wed 25 Nov');
    expect(late).not.toMatch(/tomorrow|reading it/);
    const after = sharer.effects
      .slice(before)
      .map((effect) => `${effect.kind} ${effect.data['reason'] ?? effect.data['why'] ?? ''}`);
    expect(after).toContain('handOver late');
    expect(after).toContain('alert a promise is late');
  });

  it('a yes is said with its date the next day, and as due yesterday after it', async () => {
    const sharer = await aSharer('sms');
    await sharer.walk({ ...shared, shareNumber: 'yes' }, 'checkIn');
    expect(await sharer.partnerSays({ say: 'yes', within: '1' })).toContain(
      'They will be in touch by 5pm on Wed 25 Nov.',
    );
    expect(await sharer.say('STATUS')).toContain('said yes. They will be in touch by 5pm on Wed 25 Nov.');
    sharer.wait(2 * DAY);
    await sharer.say('STATUS');
    expect(await sharer.answer('yes')).toContain('That was due yesterday');
  });
});

describe('P-H12: "naebody has phoned me"', () => {
  const lines = [
    'naebody has phoned me',
    'hi, naebody has phoned me',
    'nobody phoned',
    'no one has called me back',
    'they never called',
    "still haven't heard anything",
    'yous never phoned',
    'i heard nothing back',
    'havnae heard fae them',
    'still waiting on a call',
  ];
  it.each(lines)('"%s": the team is told at once, sorry, and never a loop', async (said) => {
    const sharer = await aSharer('sms');
    await sharer.walk({ ...shared, shareNumber: 'yes', checkIn: 'no' }, 'never');
    sharer.wait(5 * DAY);
    const before = sharer.effects.length;
    const told = await sharer.say(said);
    expect(told).toContain("I'm so sorry. I've told our team this minute.");
    expect(told).toContain('01632 960 100');
    const done = sharer.effects.slice(before).map((effect) => effect.kind);
    expect(done).toEqual(expect.arrayContaining(['handOver', 'alert']));
    const again = await sharer.say(said);
    expect(again).toContain("I'm so sorry");
    expect(heard(sharer, 'N4')).toBe(false);
    expect(heard(sharer, 'X4B')).toBe(false);
  });

  it.each([
    "please don't call me",
    'nobody talks to me',
    'I was never good at reading',
    'can you phone me',
    'text me if nobody calls',
  ])('"%s" is not that', (said) => {
    const talk = walked('sms', { need: 'I am lonely' }, 'name');
    const turn = play(talk, typed(talk, said));
    expect(
      turn.replies.flatMap((reply) => reply.parts.map((part) => part.id)).filter((id) => id.startsWith('W-LET')),
    ).toEqual([]);
  });

  it('where nothing of theirs is here, they are asked for their words or number, and the talk goes on', async () => {
    const sharer = await aSharer('web');
    await sharer.walk({}, 'need');
    expect(await sharer.say('naebody has phoned me')).toContain('three words or a WIN number');
    expect((await sharer.state()).asked?.key).toBe('need');
  });
});

describe('P-A18: news', () => {
  it('never lands over buttons that belong to another question: the question comes again below it', async () => {
    const sharer = await aSharer('web');
    await sharer.walk({ ...shared, checkIn: 'no', news: 'no' }, 'equalityOk');
    const told = await sharer.partnerSays({ say: 'yes', within: '2' });
    const [news, , again] = sharer.shown();
    expect(told).toContain('can help');
    expect(news?.choices).toEqual([]);
    expect(again?.parts.map((part) => part.id)).toEqual(['O0']);
    expect(again?.choices.map((choice) => choice.id)).toEqual(['equalityOk~yes', 'equalityOk~no']);
  });
});

describe('everybody leaves with three words or a number', () => {
  it.each(['web', 'sms', 'whatsapp'] as const)('%s', async (channel) => {
    const sharer = await aSharer(channel);
    const told = await sharer.walk({ ...shared, shareNumber: 'yes', checkIn: 'no' }, 'never');
    const { referrals, secrets } = await sharer.state();
    expect(referrals).toHaveLength(1);
    if (channel === 'web') expect(told).toContain(`like a ticket: ${secrets['phrase']}`);
    else expect(referrals[0]?.ref).toMatch(/^WIN-/);
    const without = await aSharer(channel);
    expect(await without.walk({ ...shared, share: 'no', checkIn: 'no' }, 'never')).toContain('like a ticket');
  });
});

describe('B9: the person takes it back while the partner says yes', () => {
  it('whichever is first, one legal order: taken back is the end of it, and STATUS is true', async () => {
    for (const first of ['person', 'partner'] as const) {
      const sharer = await aSharer('web');
      await sharer.walk(shared, 'checkIn');
      const { ref } = await sharer.kept();
      const token = sharer.letters[0]?.link?.split('/r/')[1] ?? '';
      const news = { say: 'yes', within: '1' } as const;
      if (first === 'person') await sharer.say('take back what you shared');
      const answered = await sharer.front.referrals.answer(token, news);
      if (first === 'partner') await sharer.say('take back what you shared');
      // the news of the yes comes last of all
      if (answered.kind === 'moved') await sharer.front.service.happen(sharer.id(), 'late', answered.happening);
      expect(answered.kind).toBe(first === 'person' ? 'withdrawn' : 'moved');
      expect((await sharer.kept()).state).toBe('cancelled');
      expect(await sharer.say('STATUS')).toContain(`${ref}: `);
      expect(sharer.told()).toContain('is off, as you asked');
      expect(sharer.told()).not.toContain('in touch by');
    }
  });
});

describe('P-H11: a WIN number works from any tab or phone', () => {
  it('STATUS by it, the truth and nothing of whoever it belongs to; and "naebody phoned" tells the team', async () => {
    const sharer = await aSharer('web');
    await sharer.walk(shared, 'checkIn');
    const { ref, partner } = await sharer.kept();
    const other = await sharer.anotherTab();
    const told = await other(`what's happening wi ${ref.toLowerCase()}`);
    expect(told).toContain(`${ref}: we've asked ${partner}. They aim to answer by 5pm on Wed 25 Nov.`);
    for (const secret of ['lonely', '07700', 'company']) expect(told).not.toContain(secret);
    const before = sharer.effects.length;
    expect(await other(`${ref} naebody has phoned me`)).toContain("I've told our team this minute");
    const done = sharer.effects.slice(before);
    expect(done.map((effect) => effect.kind)).toEqual(expect.arrayContaining(['handOver', 'alert']));
    expect(done.find((effect) => effect.kind === 'handOver')?.data['ref']).toBe(ref);
    expect(await other('WIN-AAAAA')).toContain("I can't find that number here");
  });

  it.each(['sms', 'whatsapp'] as const)(
    'three words by %s go on where the web was, and nobody is met like a stranger',
    async (by) => {
      const sharer = await aSharer('web');
      await sharer.walk(shared, 'contactBy');
      await sharer.say('PAUSE');
      const phrase = (await sharer.state()).secrets['phrase'] ?? '';
      const phone = await sharer.anotherTab(by);
      await phone(phrase);
      await phone('yes');
      const told = await phone('carry on');
      expect(told).not.toContain('automated helper');
      expect((await sharer.state()).asked?.key).toBe('contactBy');
    },
  );

  it('three words bring another phone to the talk, and STATUS says how it stands', async () => {
    const sharer = await aSharer('web');
    await sharer.walk({ ...shared, checkIn: 'no' }, 'never');
    const phrase = (await sharer.state()).secrets['phrase'] ?? '';
    const other = await sharer.anotherTab();
    await other(phrase);
    await other('yes');
    await other('carry on');
    expect(await other('STATUS')).toContain("we've asked");
  });
});
