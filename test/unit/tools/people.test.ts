/** Test people: which question is on the table, whose words answer it, and the figures. */
import { figuresOf, rowOf, tableOf } from '../../../bot/tools/peopleFigures';
import { kindAsked, readPersonas } from '../../../bot/tools/personas';
import { type Spoken, startPlaying } from '../../../bot/tools/playOne';
import { playPerson } from '../../../bot/tools/playPerson';
import { aFrontDoor } from './aFrontDoor';

const someone = {
  id: 'T1',
  channel: 'sms',
  opens: 'hello',
  says: { start: ['yes'], consent: ['yes'], safe: ['yes'], need: ['my rent'], name: ['Ina'], area: ['Blantyre'] },
  asides: [{ after: 'consent', text: 'STATUS' }],
  truth: { area: 'blantyre', needs: ['housing'], risk: 'none', human: false, volunteered: ['name'] },
};

const NOWHERE = {
  needs: [],
  risk: 'none',
  level: 'none',
  handoff: false,
  area: null,
  stage: 'D',
  referrals: [],
  checks: [],
} as const;

function fail(): never {
  throw new Error('nobody to play');
}

async function play(persona: object) {
  const { frontDoor, effectsOf } = await aFrontDoor();
  const [one] = readPersonas(JSON.stringify(persona));
  const talk = await playPerson(
    one ?? fail(),
    await startPlaying('sms', 'people:1', { frontDoor, effectsOf, note: () => {} }),
  );
  await frontDoor.effects.idle();
  return talk;
}

describe('playing test people', () => {
  it('takes the kind of a question from its id, and from its words where the id says nothing', () => {
    expect(kindAsked('ageBand', [])).toBe('age');
    expect(kindAsked('detailMoney', ['E3-MON'])).toBe('needMore');
    expect(kindAsked('checkSuicide', [])).toBe('riskSafe');
    expect(kindAsked(null, ['W-HELP', 'D1'])).toBe('name');
    expect(kindAsked(null, ['W-LATER'])).toBe('other');
  });

  it('answers each kind in the person’s own words, says an aside once, and reports what came of it', async () => {
    const talk = await play(someone);
    expect(
      talk.transcript
        .filter((one) => one.from === 'person')
        .map((one) => one.text)
        .slice(0, 4),
    ).toEqual(['hello', 'yes', 'STATUS', 'yes']);
    const row = rowOf(talk);
    expect(row.needs).toContain('housing');
    expect(figuresOf([talk])).toMatchObject({ personas: 1, areaRight: 1, riskFalse: 0, riskRecall: null });
    expect(tableOf([row], figuresOf([talk]))).toContain('T1');
  });

  it('gives up when one question is put for the fourth time', async () => {
    const [one] = readPersonas(JSON.stringify({ ...someone, asides: [] }));
    const transcript: Spoken[] = [];
    const asks = () =>
      void transcript.push({ from: 'bot', text: 'Which area?', messageIds: ['D2'], segments: 0, asking: 'area' });
    const talk = await playPerson(one ?? fail(), {
      transcript,
      say: async (turn) => {
        transcript.push({ from: 'person', text: String(turn), messageIds: [], segments: 0 });
        asks();
      },
      outcome: async () => NOWHERE,
    });
    expect(talk.gaveUp).toBe(true);
    expect(talk.turns).toBe(4);
    expect(figuresOf([talk])).toMatchObject({ gaveUp: 1, reachedEnd: 0 });
  });

  it('says which line is not a test person', () => {
    expect(() => readPersonas('{"id":"x"}')).toThrow('line 1');
  });
});
