/** One line at a time: what is heard, in which order, and what a stop, a start and a silence do to a line. */
import { StoreDown } from '../../../services/store/ports';
import { aPhoneService, day, hour, MAYA, minute, type PhoneService, second, textsOf } from './aPhoneService';

let phone: PhoneService;
beforeEach(() => {
  phone = aPhoneService();
});
afterEach(async () => {
  expect(phone.faults).toEqual([]);
  await phone.close();
});

const whatsapp = { channel: 'whatsapp' } as const;
const byMeta = { channel: 'whatsapp', carrier: 'meta' } as const;
const says = async (...texts: readonly string[]) => {
  let last: string[] = [];
  for (const text of texts) last = textsOf(await phone.says(text));
  return last;
};
const toTheNeed = ['hi', 'yes', 'yes', 'yes'];
const theLine = async () => {
  const [line] = await phone.kept.lines.find({ carrier: 'twilio' }, 1);
  if (!line) throw new Error('There is no line yet');
  return line;
};

describe('messages that cross', () => {
  test('words written before the question was put are added to the words before them', async () => {
    await says(...toTheNeed, 'money trouble');
    const early = phone.now() - 10 * second;
    const asked = (await phone.stateOf()).asked?.key;
    await phone.says('and my flat is damp', { sentAt: early });
    const state = await phone.stateOf();
    expect(state.secrets['said/need']).toBe('money trouble\nand my flat is damp');
    expect(state.asked?.key).toBe(asked);
    expect(state.answers['age']).toBeUndefined();
  });

  test('a choice made before the question was put is asked again and answers nothing', async () => {
    await says('hi');
    const early = phone.now() - 20 * second;
    await says('yes');
    const [again = ''] = textsOf(await phone.says('1', { sentAt: early }));
    expect(again).toMatch(/^Our messages crossed/);
    expect((await phone.stateOf()).answers['consent']).toBeUndefined();
  });

  test('a tap on a question of before never answers this one', async () => {
    await says('hi', 'yes');
    const asked = (await phone.stateOf()).asked?.key;
    await phone.says({ kind: 'choice', id: 'start~no', label: 'No' });
    expect((await phone.stateOf()).asked?.key).toBe(asked);
  });

  test('two texts that come in the wrong order are heard in the order they were written', async () => {
    await says(...toTheNeed);
    await phone.pass(minute);
    const at = phone.now() - 2 * second;
    await phone.phones.desk.take([phone.message('and money', { sentAt: at + second })]);
    await phone.phones.desk.take([phone.message('I need help with housing', { sentAt: at })]);
    await phone.pass(3 * second);
    expect((await phone.stateOf()).secrets['said/need']).toBe('I need help with housing\nand money');
  });

  test('the same message from its carrier again makes no second turn, whenever it comes', async () => {
    const message = phone.message('hi');
    await phone.phones.desk.take([message]);
    await phone.pass(3 * second);
    await phone.phones.desk.take([message, message]);
    await phone.pass(2 * day);
    await phone.phones.desk.take([message]);
    await phone.pass(3 * second);
    expect((await phone.stateOf()).turns).toBe(1);
  });

  test('a text on SMS and one on WhatsApp of the same number are two things said', async () => {
    await says(...toTheNeed);
    for (const text of toTheNeed) await phone.says(text, whatsapp);
    await phone.phones.desk.take([phone.message('I want money help'), phone.message('I want a job', whatsapp)]);
    await phone.pass(3 * second);
    expect((await phone.stateOf()).secrets['said/need']).toBe('I want money help');
    const other = await phone.stateOf(await phone.conversationOf('whatsapp'));
    expect(other.secrets['said/need']).toBe('I want a job');
  });
});

describe('STOP', () => {
  test('is confirmed once; after it nothing is answered', async () => {
    await says(...toTheNeed);
    expect(await says('STOP')).toEqual([expect.stringMatching(/^OK, we've stopped/)]);
    expect(await says('STOP', 'hello there pal', 'what', 'STOP')).toEqual([]);
    await phone.pass(10 * day);
    expect(textsOf(phone.reached).filter((text) => text.startsWith("OK, we've"))).toHaveLength(1);
  });

  test('lets one fixed reply to each message of danger through, and nothing else', async () => {
    await says(...toTheNeed, 'STOP');
    expect(await says('took 30 paras')).toEqual([expect.stringMatching(/^Please call 999 now/)]);
    expect(await says('ok', 'who is this')).toEqual([]);
    expect(await says('I am going to kill myself')).toHaveLength(1);
  });

  test('on SMS stops WhatsApp of the same number and carrier, and not another carrier', async () => {
    await says(...toTheNeed);
    await phone.says('hi', whatsapp);
    await phone.says('hi', byMeta);
    await says('STOP');
    expect(await phone.says('yes', whatsapp)).toEqual([]);
    expect(await phone.says('yes', byMeta)).not.toEqual([]);
  });

  test('holds for a channel of the line that is new, until they start again there', async () => {
    await says('hi', 'STOP');
    expect(await phone.says('what is this', whatsapp)).toEqual([]);
    expect((await theLine()).stopped).not.toBeNull();
    expect(textsOf(await phone.says('took 30 paras', whatsapp))).toEqual([expect.stringMatching(/^Please call 999/)]);
    expect(textsOf(await phone.says('START', whatsapp))).toEqual([expect.stringMatching(/^Hello again/)]);
  });

  test('a word that is no command on another channel does not stop again what they started again', async () => {
    await says('hi');
    await phone.says('hi', whatsapp);
    await says('STOP');
    await phone.says('hm', whatsapp);
    await says('START');
    await phone.says('hm', whatsapp);
    expect((await theLine()).stopped).toBeNull();
    expect(await says('yes')).not.toEqual([]);
    expect(textsOf(await phone.says('took 30 paras', whatsapp))).toEqual([expect.stringMatching(/^Please call 999/)]);
  });

  test('START opens the line again and asks first if it is a good time', async () => {
    await says(...toTheNeed, 'STOP');
    expect(await says('START')).toEqual([expect.stringMatching(/^Hello again/)]);
    expect((await theLine()).stopped).toBeNull();
    expect(await says('yes')).not.toEqual([]);
  });

  test('that the carrier did and answered by itself gets no second confirmation', async () => {
    await says(...toTheNeed);
    expect(await phone.says('STOP', { carrierDid: 'stop' })).toEqual([]);
    expect((await phone.stateOf()).contact).toBe('STOPPED');
    expect(await says('hm')).toEqual([]);
    expect(await phone.says('START', { carrierDid: 'start' })).not.toEqual([]);
  });

  test('is a stop in whatever word the carrier took it; and so is a start', async () => {
    await says(...toTheNeed);
    expect(await phone.says('ARRET', { carrierDid: 'stop' })).toEqual([]);
    expect((await phone.stateOf()).contact).toBe('STOPPED');
    expect((await theLine()).stopped).not.toBeNull();
    expect(await phone.says('DEBUT', { carrierDid: 'start' })).not.toEqual([]);
    expect((await theLine()).stopped).toBeNull();
  });

  test('an opt-out the carrier holds (21610) stops the line and its conversation', async () => {
    await says('hi');
    phone.mood.of = () => ({ kind: 'optedOut', code: '21610' });
    await says('yes');
    phone.mood.of = (n) => ({ kind: 'sent', providerId: `after-${n}` });
    expect((await phone.stateOf()).contact).toBe('STOPPED');
    expect((await theLine()).stopped?.by).toBe('carrier');
    const before = phone.reached.length;
    await phone.pass(5 * day);
    expect(phone.reached).toHaveLength(before);
    expect(await says('START')).not.toEqual([]);
  });

  test('a process that dies after the turn and before it is told still stops the line, and says so once', async () => {
    await says(...toTheNeed);
    const line = await theLine();
    // another process holds the line, makes the turn, and dies straight after
    const held = { ...line, rev: line.rev + 1, leaseBy: 'another', leaseUntil: phone.now() + 10 * second };
    await phone.kept.lines.replace(held, line.rev);
    await phone.phones.desk.take([phone.message('STOP')]);
    const [item] = await phone.kept.inbox.find({ state: 'waiting' }, 1);
    if (!item) throw new Error('Nothing waits');
    await phone.kept.inbox.replace({ ...item, rev: item.rev + 1, turn: item.id }, item.rev);
    const what = { kind: 'text', text: 'STOP' } as const;
    await phone.service.handleTurn({ id: item.id, address: `twilio:sms:${MAYA}`, channel: 'sms', what, line: line.id });
    await phone.pass(15 * second);
    expect((await theLine()).stopped?.by).toBe('person');
    expect(textsOf(phone.reached).filter((text) => text.startsWith("OK, we've"))).toHaveLength(1);
  });

  test('a code word by SMS gets the wrong number reply once and stops everything', async () => {
    await says(...toTheNeed);
    expect(await says('WRONG NUMBER')).toEqual(["Sorry, wrong number. We won't text again."]);
    expect((await phone.stateOf()).contact).toBe('STOPPED');
    expect(await says('what is this')).toEqual([]);
    expect(await says('WRONG NUMBER')).toEqual([]);
  });
});

describe('OPEN', () => {
  test('lets go of what waited behind the template, in order, and is no turn', async () => {
    await phone.says('hi', whatsapp);
    await phone.says('yes', whatsapp);
    await phone.says('yes', whatsapp);
    await phone.says('yes', whatsapp);
    const id = await phone.conversationOf('whatsapp');
    await phone.chose({ contactBy: 'whatsapp', safeNumber: 'yes' }, id);
    await phone.pass(25 * hour);
    const rafter = { name: 'advisorSays', message: 'RAFTER', person: 'Sam', method: 'text', by: '5pm' } as const;
    await phone.happens(rafter, id);
    const news = await phone.happens({ ...rafter, message: 'N1' }, id);
    expect([...news].map((one) => one.kind)).toEqual([]);
    expect(phone.reached.filter((one) => one.kind === 'template')).toHaveLength(1);
    const turns = (await phone.stateOf(id)).turns;
    const [first, then, ...more] = textsOf(await phone.says('OPEN', whatsapp));
    expect(first).toMatch(/Sam/);
    expect(then).toMatch(/Sam/);
    expect(first).not.toBe(then);
    expect(more).toEqual([]);
    expect((await phone.stateOf(id)).turns).toBe(turns);
  });

  test('with nothing waiting is a word like any other', async () => {
    await phone.says('hi', whatsapp);
    expect(await phone.says('OPEN', whatsapp)).not.toEqual([]);
  });

  test('an answer nobody could be told of is a task for somebody', async () => {
    await phone.says('hi', whatsapp);
    const id = await phone.conversationOf('whatsapp');
    await phone.chose({ contactBy: 'none' }, id);
    phone.mood.of = () => ({ kind: 'window', code: '63016' });
    await phone.says('yes', whatsapp);
    await phone.pass(2 * day);
    expect(await phone.tasks()).not.toEqual([]);
  });
});

describe('where somebody may be watching', () => {
  test('a message that came late is not answered, and somebody is told', async () => {
    await says(...toTheNeed);
    await phone.remembers(() => ({ contact: 'QUIET' }));
    await phone.pass(hour);
    const before = phone.reached.length;
    await phone.says('money', { sentAt: phone.now() - 10 * minute });
    expect(phone.reached).toHaveLength(before);
    expect(await phone.tasks()).toHaveLength(1);
  });

  test('one the service was too slow to hear is not answered either', async () => {
    await says(...toTheNeed);
    await phone.remembers(() => ({ contact: 'QUIET' }));
    const before = phone.reached.length;
    await phone.phones.desk.take([phone.message('money')]);
    phone.jump(5 * minute);
    await phone.pass(second);
    expect(phone.reached).toHaveLength(before);
    expect(await phone.tasks()).toHaveLength(1);
  });

  test('a message within two minutes is answered', async () => {
    await says(...toTheNeed);
    await phone.remembers(() => ({ contact: 'QUIET' }));
    expect(await says('money')).not.toEqual([]);
  });
});

test('words of danger that came hours late at night are answered at once all the same', async () => {
  await says(...toTheNeed);
  await phone.pass(11 * hour);
  const [reply = ''] = textsOf(await phone.says('took 30 paras', { sentAt: phone.now() - 2 * hour }));
  expect(reply).toMatch(/^Please call 999/);
});

test('ordinary words that came hours late at night are answered in the morning', async () => {
  await says(...toTheNeed);
  await phone.pass(11 * hour);
  expect(await phone.says('money', { sentAt: phone.now() - 2 * hour })).toEqual([]);
  const before = phone.reached.length;
  await phone.pass(12 * hour);
  expect(phone.reached).toHaveLength(before + 1);
  expect(new Date(phone.reached.at(-1)?.at ?? 0).toISOString()).toBe('2026-11-25T09:00:00.000Z');
});

describe('silence', () => {
  const nudges = () => phone.reached.filter((one) => /^Hi, no rush|^We'll leave it there/.test(one.text));
  const hours = (from: number) => nudges().map((one) => Math.round((one.at - from) / hour));

  test('is touched lightly after a day, once more after three, and never again', async () => {
    await says(...toTheNeed);
    const from = phone.now();
    await phone.pass(30 * day);
    expect(hours(from)).toEqual([24, 72]);
  });

  test('on WhatsApp is touched once, an hour before its day is over, for after that we may not write freely', async () => {
    for (const text of [...toTheNeed, 'yes']) await phone.says(text, byMeta);
    const from = phone.now();
    await phone.pass(30 * day);
    expect(hours(from)).toEqual([23]);
  });

  test('is not touched before they said it was a good time to talk', async () => {
    await says('hi', 'yes', 'yes');
    await phone.pass(10 * day);
    expect(nudges()).toEqual([]);
  });

  test('is not touched by a way they did not choose', async () => {
    await says(...toTheNeed);
    await phone.chose({ contactBy: 'none' });
    await phone.pass(10 * day);
    expect(nudges()).toEqual([]);
  });

  test.each(['money', 'PAUSE', 'STOP'])('any reply (%s) stops the clock', async (reply) => {
    await says(...toTheNeed);
    await phone.pass(23 * hour);
    await says(reply);
    await phone.pass(20 * hour);
    expect(nudges()).toEqual([]);
  });

  test('the last touch is two days after the first, however late that was', async () => {
    await says(...toTheNeed);
    await phone.chose({ window: 'skipped', contactBy: 'text', safeNumber: 'yes' });
    // Thursday evening, so that the first may only go on Tuesday: Monday is St Andrew's Day
    await phone.pass(2 * day + 7 * hour);
    await says('hm');
    const before = nudges().length;
    await phone.pass(18 * day);
    const [first, last, ...more] = nudges().slice(before);
    expect(new Date(first?.at ?? 0).toISOString()).toBe('2026-12-01T10:00:00.000Z');
    expect((last?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(48 * hour);
    expect(more).toEqual([]);
  });
});

describe('the line and its processes', () => {
  test('one held by another process is left alone, and taken over when its time ran out', async () => {
    await says('hi');
    const line = await theLine();
    const held = { ...line, rev: line.rev + 1, leaseBy: 'another', leaseUntil: phone.now() + 40 * second };
    await phone.kept.lines.replace(held, line.rev);
    await phone.phones.desk.take([phone.message('yes')]);
    await phone.pass(39 * second);
    expect((await phone.stateOf()).turns).toBe(1);
    await phone.pass(3 * second);
    expect((await phone.stateOf()).turns).toBe(2);
    expect(phone.reached.length).toBeGreaterThan(1);
  });

  test('two processes at once hear each message once and send each answer once', async () => {
    const other = phone.processOf('another process');
    for (const text of toTheNeed) {
      await phone.phones.desk.take([phone.message(text)]);
      phone.jump(3 * second);
      await Promise.all([phone.phones.sweep(), other.sweep()]);
      for (let go = 0; go < 5; go += 1) {
        await Promise.all([phone.phones.idle(), other.idle()]);
        phone.jump(second);
        await Promise.all([phone.phones.sweep(), other.sweep()]);
      }
    }
    await phone.pass(5 * second);
    expect((await phone.stateOf()).turns).toBe(4);
    expect(new Set(phone.reached.map((one) => one.ref)).size).toBe(phone.reached.length);
    await other.close();
  });

  test('with the database gone the crisis text goes out once for each message, however often it comes', async () => {
    const down = async () => {
      throw new StoreDown('gone');
    };
    const lines = { ...phone.kept.lines, get: down, add: down };
    const cut = phone.processOf('cut off', { ...phone.kept, lines });
    const message = phone.message('I am going to kill myself');
    expect(await cut.desk.take([message])).toBe('storeDown');
    expect(await cut.desk.take([message])).toBe('storeDown');
    const texts = textsOf(phone.reached);
    expect(texts.filter((text) => text.includes('116 123'))).toHaveLength(1);
    const before = texts.length;
    expect(await cut.desk.take([phone.message('I am going to kill myself')])).toBe('storeDown');
    expect(phone.reached.length).toBe(before * 2);
    await cut.close();
  });

  test('and once for each where its carrier brings it to both processes', async () => {
    const down = async () => {
      throw new StoreDown('gone');
    };
    const lines = { ...phone.kept.lines, get: down, add: down };
    const [one, two] = ['one', 'two'].map((name) => phone.processOf(name, { ...phone.kept, lines }));
    phone.mood.wasTaken = 'by its words';
    const message = phone.message('I am going to kill myself');
    expect(await one?.desk.take([message])).toBe('storeDown');
    phone.jump(second);
    expect(await two?.desk.take([message])).toBe('storeDown');
    expect(textsOf(phone.reached).filter((text) => text.includes('116 123'))).toHaveLength(1);
    // what they write a little later is answered, in the same words or not
    phone.jump(20 * second);
    expect(await two?.desk.take([phone.message('I am going to kill myself')])).toBe('storeDown');
    expect(textsOf(phone.reached).filter((text) => text.includes('116 123'))).toHaveLength(2);
    await one?.close();
    await two?.close();
  });
});

describe('a crash between a turn and its mark', () => {
  test('a message that was heard by itself is finished alone, and what follows is a turn of its own', async () => {
    await says(...toTheNeed, 'money trouble');
    await phone.pass(minute);
    const { inbox: records } = phone.kept;
    // it dies once the turn is made: nothing is ever marked as heard
    const replace = () => Promise.reject(new StoreDown('gone'));
    const dying = phone.processOf('dying', { ...phone.kept, inbox: { ...records, replace } });
    await dying.desk.take([phone.message('my flat is damp')]);
    phone.jump(3 * second);
    await dying.sweep();
    await dying.idle();
    await dying.close();
    const sent = phone.reached.length;
    const heard = phone.heard.length;

    await phone.says('and I am lonely');
    const after = phone.heard.slice(heard);
    expect(after.map(({ inbound, repeated }) => [inbound.what, repeated])).toEqual([
      [{ kind: 'text', text: 'my flat is damp' }, true],
      [{ kind: 'text', text: 'and I am lonely' }, false],
    ]);
    expect(textsOf(phone.reached.slice(sent)).length).toBeGreaterThan(0);
    expect(await phone.kept.inbox.find({ state: 'waiting' }, 10)).toEqual([]);
  });
});
