/** Somebody who rang 999, or whose friend will not have it rung, is heard rightly: never told to ring again, never "sorry nobody phoned". */
import { calledHelp } from '../../../dialogs/risk/calledHelp';
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));

function after(...said: readonly string[]): Talk {
  const talk = newTalk({ channel: 'whatsapp' });
  for (const one of said) say(talk, one);
  return talk;
}

const CALLED = [
  "i've phoned 999 now",
  'ok i phoned them',
  "called an ambulance, they're on their way",
  'the ambulance is here',
  'am on the phone to 999 the now',
  'her mum rang the ambulance',
  'paramedics are with her',
];
const REFUSED = [
  'she said no to phoning anyone',
  'she says dont phone anyone',
  "she won't let me call an ambulance",
  "she doesn't want me tae phone onybody",
  'he is refusing to go to hospital',
  'she told me not to ring',
  'she made me promise no to phone',
];
const NEITHER = [
  "i can't phone",
  'should i have called 999?',
  'phoned them but no answer',
  "i haven't phoned 999",
  'have you called them?',
  'thanks',
];

test.each(CALLED)('"%s" is a call made', (text) => expect(calledHelp(text, true)).toBe('called'));
test.each(REFUSED)('"%s" is a refusal', (text) => expect(calledHelp(text, true)).toBe('refused'));
test.each(NEITHER)('"%s" is no call made', (text) => expect(calledHelp(text, true)).not.toBe('called'));

const OVERDOSE = 'hi can u help my pal shes took loads of tablets';

test.each(CALLED)('"%s" after an overdose: they did right', (text) => {
  const held = after(OVERDOSE);
  expect(idsOf(say(held, text))).toEqual(['W-AMBULANCE-YES']);
  const asked = after(OVERDOSE, 'shes talking but sleepy');
  expect(asked.state.asked?.key).toBe('rm3');
  expect(idsOf(say(asked, text))).toEqual(['W-AMBULANCE-YES']);
  // once the ambulance is coming nobody is asked whether it is
  expect(idsOf(say(held, 'she is awake'))).not.toContain('W-AMBULANCE');
});

/** "Won't let me call" may be a threat: then it is met with the silent way to call. */
const PLAINLY = REFUSED.filter((text) => !/won't let me/.test(text));

test.each(PLAINLY)('"%s" after an overdose: 999 all the same, and no sorry for a call of ours', (text) => {
  for (const before of [[OVERDOSE], [OVERDOSE, 'shes talking but sleepy'], [OVERDOSE, 'hello', 'naw']]) {
    const turn = say(after(...before), text);
    expect(idsOf(turn)).toEqual(['W-AMBULANCE-NO']);
    expect(turn.effects.some(({ kind, data }) => kind === 'alert' && data['why'] === 'let down')).toBe(false);
  }
});

test.each(["i've phoned 999", 'the police are coming'])('"%s" about a friend who wants to die', (text) => {
  const talk = after("my pal says she wants to die, I'm worried");
  expect(talk.state.asked?.key).toBe('rmThem');
  const ids = idsOf(say(talk, text));
  expect(ids).toContain('W-HELP-CALLED');
  expect(ids).not.toContain('W-THIRD-999');
});

test('who tells it with what was taken is not told to call again', () => {
  const ids = idsOf(say(after(OVERDOSE), "i've phoned 999, it was paracetamol she took"));
  expect(ids).toEqual(['W-AMBULANCE-YES']);
});

test('"I phoned them" is no luck only where it says so', () => {
  const start = ['I want to be dead', 'yes', 'no'];
  expect(idsOf(say(after(...start), 'ok i phoned them'))).not.toContain('W-HOLD-TRIED');
  expect(idsOf(say(after(...start), 'phoned them and it rang out'))).toEqual(['W-HOLD-TRIED']);
});

test('nobody of ours rang: still sorry, in danger too', () => {
  const ids = idsOf(say(after('I want to be dead', 'yes', 'no', 'yes'), 'naebody has phoned me'));
  expect(ids.some((id) => id.startsWith('W-LET-DOWN') || id === 'W-HOLD-WHEN')).toBe(true);
});
