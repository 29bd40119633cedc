/** What somebody asks of us in words that worry us is answered, and the gentle question comes after it. */
import type { Turn } from '../../../dialogs/types';
import { createReader } from '../../../services/understanding/read';
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const asked = (talk: Talk) => talk.state.asked?.key;

/** Bare words of a meter: asked about, and a question of theirs as well. */
const METER = "the meter's away. is this free?";

it.each(['consent', 'area', 'ageBand'])('at %s they get an answer to what they ask, and then are asked', (question) => {
  const talk = walked('web', { need: 'I am lonely', pace: 'more' }, question);
  const ids = idsOf(say(talk, METER));
  expect(ids).toEqual(['Q-COST', 'W-CHECK-FOOD']);
  expect(asked(talk)).toBe('check:no_food_or_heat');
});

it('the question that was on the table comes back once they say they are OK', () => {
  const talk = walked('sms', {}, 'consent');
  say(talk, METER);
  const ids = idsOf(say(talk, 'no I am ok'));
  expect(ids.some((id) => id === 'S-CONSENT' || id === 'B3')).toBe(true);
});

it('danger that is certain is answered before anything they ask', () => {
  const talk = newTalk({ channel: 'sms' });
  say(talk, 'hi');
  const ids = idsOf(say(talk, 'i took 30 paracetamol, who reads this?'));
  expect(ids.some((id) => id.startsWith('Q-'))).toBe(false);
  expect(talk.state.safety?.category).toBe('medical_emergency');
});

describe('read by itself', () => {
  const read = createReader();

  it('keeps the topic beside a worry that is only asked about', () => {
    const reading = read('where is the foodbank, they say you know?', { recentlyFlagged: false });
    expect(reading.checks?.map(({ category }) => category)).toEqual(['no_food_or_heat']);
    expect(reading.asks?.value).toBe('food_help_today');
  });

  it('keeps none where danger is certain, or was spoken of just before', () => {
    expect(read('i took 30 paracetamol, who reads this?', { recentlyFlagged: false }).asks).toBeUndefined();
    expect(read('where is the foodbank, they say you know?', { recentlyFlagged: true }).asks).toBeUndefined();
  });
});
