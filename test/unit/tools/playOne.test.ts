/** A played conversation: what was said, as its channel shows it, and what came of it. */
import { type Played, playOne } from '../../../bot/tools/playOne';
import type { Script, ScriptTurn } from '../../../bot/tools/script';
import { aFrontDoor } from './aFrontDoor';

const opening: readonly ScriptTurn[] = [{ choice: "Yes, that's OK" }, { choice: 'Yes' }];
const toSharing: readonly ScriptTurn[] = [
  ...opening,
  'ma hoose is damp',
  { choice: 'Repairs or damp' },
  { choice: 'Ideas now' },
  { choice: 'Blantyre' },
  { choice: 'Yes' },
  '1',
  'skip',
  'skip',
  { choice: 'No' },
  { choice: '18 or over' },
  { choice: 'No' },
  'Maya',
  { choice: 'Text' },
  '07700 900123',
  { choice: 'Yes' },
  { choice: 'Any time' },
  { choice: 'No' },
];

async function play(channel: Script['channel'], turns: readonly ScriptTurn[]): Promise<Played & { notes: string[] }> {
  const { frontDoor, effectsOf, faults } = await aFrontDoor();
  const notes: string[] = [];
  const played = await playOne({ id: 'it', channel, turns: [...turns] }, 'play:1', {
    frontDoor,
    effectsOf,
    note: (words) => notes.push(words),
  });
  await frontDoor.effects.idle();
  expect(faults).toEqual([]);
  return { ...played, notes };
}

const stageAfter = async (channel: Script['channel'], ...turns: ScriptTurn[]) =>
  (await play(channel, turns)).outcome.stage;

describe('playing a conversation', () => {
  it('greets on the web before anybody has said anything', async () => {
    const { transcript, outcome } = await play('web', []);
    expect(transcript.length).toBeGreaterThan(0);
    expect(transcript.every((one) => one.from === 'bot' && one.segments === 0)).toBe(true);
    expect(transcript.flatMap((one) => one.messageIds)).toContain('B3');
    expect(transcript.at(-1)?.choices).toEqual(["Yes, that's OK", 'Tell me more', 'No']);
    expect(outcome).toEqual({
      needs: [],
      risk: 'none',
      level: 'none',
      handoff: false,
      area: null,
      stage: 'B',
      referrals: [],
      checks: [],
    });
  });

  it('waits for the person on SMS, numbers the choices and counts the parts', async () => {
    const { transcript } = await play('sms', ['hello', { choice: 'Yes' }]);
    expect(transcript[0]).toEqual({ from: 'person', text: 'hello', messageIds: [], segments: 0 });
    expect(transcript[1]).toMatchObject({ messageIds: ['A1-SMS'], segments: 2 });
    expect(transcript[1]?.text).toMatch(/\n1 Yes\n2 Later\n3 No$/);
    expect(transcript[1]).not.toHaveProperty('choices');
    expect(transcript.at(-1)?.messageIds).toEqual(['B3']);
  });

  it('goes all the way to a partner', async () => {
    const before = await play('web', toSharing);
    expect(before.outcome).toMatchObject({ needs: ['housing'], area: 'blantyre', stage: 'M', referrals: [] });
    const { outcome, notes } = await play('web', [...toSharing, { choice: 'Yes' }]);
    expect(notes).toEqual([]);
    expect(outcome.stage).toBe('N');
    expect(outcome.referrals).toEqual([{ ref: expect.stringMatching(/^WIN-/), state: 'requested' }]);
  });

  it('reports the most urgent danger even when a lesser one came later', async () => {
    const { outcome } = await play('web', [...opening, 'ive taken an overdose', 'nae food in the house']);
    expect(outcome).toMatchObject({ level: 'emergency', handoff: true });
    expect(outcome.risk).not.toBe('none');
    expect(outcome.risk).not.toBe('no_food_or_heat');
  });

  it('says where a conversation stands', async () => {
    expect(await stageAfter('whatsapp', 'hi')).toBe('A');
    expect(await stageAfter('web', ...opening)).toBe('E');
    expect(await stageAfter('web', ...opening, 'STOP')).toBe('stopped');
    expect(await stageAfter('web', ...opening, 'PAUSE')).toBe('paused');
    expect(await stageAfter('web', ...opening, 'i want to kill myself')).toBe('R');
    expect(await stageAfter('web', ...opening, 'rent', 'PERSON')).toBe('X');
  });

  it('taps an older button, and types a label there never was', async () => {
    const stale = await play('web', [...opening, { choice: 'Tell me more' }]);
    expect(stale.transcript.some((one) => one.messageIds.includes('W-STALE'))).toBe(true);
    const typed = await play('web', [{ choice: 'Nonsense' }]);
    expect(typed.notes).toEqual(['there is no button "Nonsense"; it is typed instead']);
    expect(typed.transcript.some((one) => one.messageIds.includes('S-CONSENT'))).toBe(true);
  });
});
