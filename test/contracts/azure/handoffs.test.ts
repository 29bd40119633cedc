/** Handoff to a hub: what it is told, what it may say, and that nothing is said twice. */
import nock from 'nock';
import { z } from 'zod';
import { createHandoffNotes } from '../../../bot/channels/azure/handoffs';
import type { PendingEffect } from '../../../services/store/ports';
import type { aFrontDoor } from '../../unit/tools/aFrontDoor';
import { aTalk, botServer, expectReplies } from './botServer';

const connector = 'http://localhost:3979';
const event = z.looseObject({ type: z.string(), name: z.string().optional(), text: z.string().optional() });

afterEach(() => nock.cleanAll());

/** A bot with a hub behind it, wired as the root does it. */
async function aHub(over: { happenFails?: boolean; sendsTalk?: boolean } = {}) {
  const failed: string[] = [];
  const happened: string[] = [];
  const server = await botServer({
    sendWithin: 500,
    handoffs: ({ frontDoor, effectsOf }) => wired(frontDoor, effectsOf, { failed, happened, ...over }),
  });
  const sent: z.infer<typeof event>[] = [];
  nock(connector)
    .persist()
    .post(/activities/)
    .reply((_uri, body) => {
      sent.push(event.parse(body));
      return [200, { id: 'r' }];
    });
  const words = () => sent.flatMap((one) => (one.type === 'message' ? [one.text ?? ''] : []));
  const events = () => sent.filter((one) => one.type === 'event');
  return { ...server, failed, happened, sent, words, events };
}

type Door = Awaited<ReturnType<typeof aFrontDoor>>;
function wired(
  frontDoor: Door['frontDoor'],
  effectsOf: Door['effectsOf'],
  seen: {
    readonly failed: string[];
    readonly happened: string[];
    readonly happenFails?: boolean;
    readonly sendsTalk?: boolean;
  },
) {
  const notes = createHandoffNotes();
  const noted = new Map<string, number>();
  const { service } = frontDoor;
  return {
    asked: async (id: string) => {
      const effects = effectsOf(id);
      notes.note(id, effects.slice(noted.get(id) ?? 0));
      noted.set(id, effects.length);
      return notes.take(id, 'web');
    },
    transcript: service.transcript,
    ...(seen.sendsTalk === undefined ? {} : { sendsTalk: seen.sendsTalk }),
    happen: (id: string, key: string, what: Parameters<typeof service.happen>[2]) => {
      seen.happened.push(what.name);
      return seen.happenFails ? Promise.reject(new Error('my secret')) : service.happen(id, key, what);
    },
    failed: (id: string) => void seen.failed.push(id),
  };
}

/** A person far enough in to ask for somebody. */
async function waiting(hub: Awaited<ReturnType<typeof aHub>>, channelId = 'emulator') {
  const talk = aTalk(channelId, connector);
  await hub.post(talk.joined());
  await hub.post(talk.says("Yes, that's OK", { from: { id: 'person', name: 'Mags McCann' } }));
  await hub.post(talk.says('talk to a person about my brother', { from: { id: 'person', name: 'Mags McCann' } }));
  await hub.post(talk.says('talk to a person', { id: 'm-ask', from: { id: 'person', name: 'Mags McCann' } }));
  return talk;
}
const status = (talk: ReturnType<typeof aTalk>, value: unknown, id = 'hub-1') => ({
  ...talk.says(''),
  type: 'event',
  name: 'handoff.status',
  id,
  value,
  from: { id: 'hub' },
});

describe('asking for a person', () => {
  it('tells the hub ids and labels, and not one word or name', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    const initiated = hub.events();
    expect(initiated).toHaveLength(1);
    expect(initiated[0]).toMatchObject({
      name: 'handoff.initiate',
      channelId: 'emulator',
      conversation: { id: talk.id },
      relatesTo: { conversation: { id: talk.id }, user: { id: 'person' } },
    });
    const value = z.strictObject({
      handoffId: z.string().min(1),
      conversationId: z.string().regex(/^c_/),
      reason: z.literal('asked'),
      level: z.enum(['P1', 'P2', 'P3', 'P4']),
      language: z.literal('en-GB'),
      channel: z.literal('web'),
    });
    expect(value.safeParse(initiated[0]?.['value']).success).toBe(true);
    expect(initiated[0]?.['attachments'] ?? []).toEqual([]);
    expect(JSON.stringify(initiated)).not.toMatch(/Mags|brother|person about|Transcript/);
    // after the words, so that nobody is passed on before they are told
    const at = hub.sent.findIndex((one) => one.type === 'event');
    const before = hub.sent.slice(0, at).map((one) => one.text ?? '');
    expect(before.some((words) => /call us now|our team/i.test(words))).toBe(true);
    await hub.stop();
  });

  it('sends a hub that may read it the talk so far, who said what, and no name', async () => {
    const hub = await aHub({ sendsTalk: true });
    await waiting(hub);
    const [initiated] = hub.events();
    const [attached] = z
      .tuple([
        z.strictObject({
          contentType: z.literal('application/json'),
          name: z.literal('Transcript'),
          content: z.strictObject({
            activities: z.array(
              z.strictObject({
                type: z.literal('message'),
                text: z.string().min(1),
                timestamp: z.iso.datetime(),
                from: z.strictObject({
                  id: z.enum(['user', 'bot']),
                  name: z.literal(''),
                  role: z.enum(['user', 'bot']),
                }),
              }),
            ),
          }),
        }),
      ])
      .parse(initiated?.['attachments']);
    const { activities } = attached.content;
    const theirs = activities.filter(({ from }) => from.role === 'user').map(({ text }) => text);
    expect(theirs.at(-1)).toBe('talk to a person about my brother');
    expect(activities.at(-1)?.from.role).toBe('bot');
    expect(JSON.stringify(initiated)).not.toContain('McCann');
    await hub.stop();
  });

  it('is told once: the same message again tells the hub nothing new', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    await hub.post(talk.says('talk to a person', { id: 'm-ask' }));
    expect(hub.events()).toHaveLength(1);
    await hub.stop();
  });

  it('on a channel that carries no events, nothing but words goes out', async () => {
    const hub = await aHub();
    await waiting(hub, 'sms');
    expect(hub.events()).toEqual([]);
    expect(hub.words().length).toBeGreaterThan(0);
    await hub.stop();
  });

  it('what is for the safeguarding lead alone never goes to a hub', () => {
    const notes = createHandoffNotes();
    const effect = (data: PendingEffect['data']): PendingEffect => ({ id: 'c_1:4:0', at: 1, kind: 'handOver', data });
    notes.note('c_1', [effect({ reason: 'concern', level: 'P2', owner: 'safeguardingLead' })]);
    expect(notes.take('c_1', 'web')).toBeNull();
    notes.note('c_1', [effect({ reason: 'she said her name is Mags', level: 'P2', owner: 'team' })]);
    expect(notes.take('c_1', 'web')).toBeNull();
    notes.note('c_1', [effect({ reason: 'asked', level: 'P2', owner: 'team' })]);
    expect(notes.take('c_1', 'web')).toMatchObject({ handoffId: 'c_1:4:0', reason: 'asked' });
    expect(notes.take('c_1', 'web')).toBeNull();
  });
});

describe('what a hub says', () => {
  it('accepted: the person is told somebody is there, once, however often it comes', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    const before = hub.words().length;
    const accepted = status(talk, { state: 'accepted' });
    const answers = await Promise.all([1, 2, 3].map(() => hub.post(accepted)));
    expect((await hub.post(accepted)).status).toBe(200);
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200]);
    expect(hub.words().slice(before)).toHaveLength(1);
    expect(hub.words().at(-1)).toMatch(/our team/i);
    const kept = await hub.service.transcript(`azure:emulator:${talk.id}`, 0, 50);
    expect(kept.kind === 'found' && kept.turns.filter((one) => one.inboundId === 'handoff:hub-1')).toHaveLength(1);
    await hub.stop();
  });

  it('a repeat in another process says nothing again', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    const found = await hub.service.transcript(`azure:emulator:${talk.id}`, 0, 1);
    const id = found.kind === 'found' ? (found.conversationId ?? '') : '';
    await hub.service.happen(id, 'handoff:hub-1', { name: 'handoffAccepted', person: 'our team', minutes: 10 });
    const before = hub.words().length;
    await hub.post(status(talk, { state: 'accepted' }));
    expect(hub.words()).toHaveLength(before);
    await hub.stop();
  });

  it('completed: the bot is there again', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    await hub.post(status(talk, { state: 'accepted' }, 'hub-1'));
    await hub.post(status(talk, { state: 'completed', message: 'bye' }, 'hub-2'));
    expect(hub.happened).toEqual(['handoffAccepted', 'handoffEnded']);
    const before = hub.words().length;
    await hub.post(talk.says('menu'));
    expect(hub.words().length).toBeGreaterThan(before);
    await hub.stop();
  });

  it('failed: the team is told, once, and the person hears nothing false', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    const before = hub.words().length;
    for (let n = 0; n < 3; n += 1) await hub.post(status(talk, { state: 'failed', message: 'nobody is in' }));
    expect(hub.failed).toHaveLength(1);
    expect(hub.failed[0]).toMatch(/^c_/);
    expect(hub.words()).toHaveLength(before);
    expect(hub.happened).toEqual([]);
    await hub.stop();
  });

  it('about a conversation we do not know: let pass, and none is made', async () => {
    const hub = await aHub();
    const stranger = aTalk('emulator', connector);
    for (const state of ['accepted', 'completed', 'failed'])
      expect((await hub.post(status(stranger, { state }, `hub-${state}`))).status).toBe(200);
    expect(hub.sent).toEqual([]);
    expect([...hub.failed, ...hub.happened]).toEqual([]);
    expect((await hub.service.transcript(`azure:emulator:${stranger.id}`, 0, 5)).kind).toBe('none');
    await hub.stop();
  });

  it.each([
    ['no value', undefined],
    ['null', null],
    ['a word', 'accepted'],
    ['a state there is not', { state: 'typing' }],
    ['a state that is no word', { state: { $ne: '' } }],
    ['a list', [{ state: 'accepted' }]],
    ['the prototype', { __proto__: { state: 'accepted' } }],
  ])('%s: let pass and noted, without what it held', async (_name, value) => {
    const hub = await aHub();
    const talk = await waiting(hub);
    const before = hub.sent.length;
    expect((await hub.post(status(talk, value))).status).toBe(200);
    expect(hub.sent).toHaveLength(before);
    expect(hub.happened).toEqual([]);
    expect(hub.logged).toEqual(['handoff.status.odd']);
    await hub.stop();
  });

  it('without an id a repeat could not be told from news, so it is let pass', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    const { id: _none, ...nameless } = status(talk, { state: 'accepted' });
    expect((await hub.post(nameless)).status).toBe(200);
    expect(hub.happened).toEqual([]);
    await hub.stop();
  });

  it('a store that fails: a calm 200, logged by name, and the same status may come again', async () => {
    const hub = await aHub({ happenFails: true });
    const talk = await waiting(hub);
    for (let n = 0; n < 2; n += 1) expect((await hub.post(status(talk, { state: 'accepted' }))).status).toBe(200);
    expect(hub.happened).toHaveLength(2);
    expect(hub.logged).toEqual(['handoff.status.failed', 'handoff.status.failed']);
    await hub.stop();
  });

  it('on a channel that carries no events, nothing is believed and no phone lights up', async () => {
    const hub = await aHub();
    const talk = await waiting(hub, 'sms');
    const before = hub.sent.length;
    expect((await hub.post(status(talk, { state: 'accepted' }))).status).toBe(200);
    expect(hub.sent).toHaveLength(before);
    expect(hub.happened).toEqual([]);
    await hub.stop();
  });

  it('other events are let pass', async () => {
    const hub = await aHub();
    const talk = await waiting(hub);
    const before = hub.sent.length;
    for (const name of ['handoff.initiate', 'webchat/join', 'tokens/response', 'made-up', ''])
      expect((await hub.post({ ...status(talk, { state: 'accepted' }), name })).status).toBe(200);
    expect(hub.sent).toHaveLength(before);
    expect(hub.happened).toEqual([]);
    await hub.stop();
  });
});

it('with no hub, a status is let pass', async () => {
  const server = await botServer();
  const answer = await server.post({ ...status(aTalk(), { state: 'accepted' }), ...expectReplies });
  expect(answer.status).toBe(200);
  await server.stop();
});
