/** What is told at a question about one danger may be another: it is answered for what it says (changes 1). */
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const asked = (talk: Talk) => talk.state.asked?.key;
const raised = (turn: Turn) =>
  turn.effects.flatMap((one) => (one.kind === 'raiseRisk' ? [String(one.data['category'])] : []));
const SUICIDAL = /^suicide_(?:thoughts|act)$/;

/** At a gentle question about where they sleep, the first thing they were asked after telling of it. */
function atBed(): Talk {
  const talk = walked(
    'web',
    { need: 'somewhere to live, they want me out of supported accommodation' },
    'check:no_shelter_tonight',
  );
  expect(asked(talk)).toBe('check:no_shelter_tonight');
  return talk;
}

it.each([
  'not tonight no. just wouldnt mind not waking up',
  'no i have a bed, i just dont want to be here any more',
  "aye I've a roof. whit's the point of it but, there's nae point going on",
])('"%s" at a question about a bed is asked about as wanting to die', (text) => {
  const talk = atBed();
  const turn = say(talk, text);
  expect(idsOf(turn)).not.toContain('RHOME1');
  expect(talk.state.safety?.category).toMatch(SUICIDAL);
  expect(raised(turn).some((category) => SUICIDAL.test(category))).toBe(true);
});

it('keeps the first worry for the team beside it', () => {
  const talk = atBed();
  const turn = say(talk, 'just wouldnt mind not waking up');
  expect(raised(turn)).toContain('no_shelter_tonight');
  expect(raised(turn).some((category) => SUICIDAL.test(category))).toBe(true);
});

it('takes a plain no and a plain yes for what they are', () => {
  const fine = atBed();
  say(fine, "no i'm ok, i've a bed tonight");
  expect(fine.state.safety).toBeNull();
  const stuck = atBed();
  say(stuck, "yes i've nowhere to go");
  expect(stuck.state.safety?.category).toBe('no_shelter_tonight');
});

it('hears it in the middle of a danger flow too', () => {
  const talk = newTalk({ channel: 'web' });
  say(talk, 'hi');
  say(talk, 'i have nowhere to sleep tonight');
  expect(talk.state.safety?.category).toBe('no_shelter_tonight');
  say(talk, "no point calling, i'd rather just not wake up");
  expect(talk.state.safety?.category).toMatch(SUICIDAL);
});
