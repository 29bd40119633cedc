/** Plain words are heard as what they mean, and danger is not read into a word that stands alone. */
import { detectRisk } from '../../../dialogs/safety/detectRisk';

describe('words of an emergency that stand alone', () => {
  it.each([
    'i got a limp since the accident',
    'I used to do kitchen fitting',
    'I passed out leaflets for the church',
    'my hair has gone grey',
    'cannae stand the noise next door',
    'my pal brought me here to ask about a class',
  ])('"%s" is no emergency', (text) => {
    expect(detectRisk(text, false).map(({ category }) => category)).toEqual([]);
  });

  it.each([
    'she drank a bottle of vodka and is not waking up',
    'he took something and hes gone floppy',
    'my boss took my passport and makes me work for nothing',
    'ma pal had valium wi drink and hes gone grey',
  ])('"%s" still is', (text) => {
    expect(detectRisk(text, false).length).toBeGreaterThan(0);
  });

  it('a wish not to wake is about suicide, never an ambulance for something taken', () => {
    const found = detectRisk('not gonna do anything tonight. just wouldnt mind not waking up', false);
    expect(found.map(({ category }) => category)).toEqual(['suicide_thoughts']);
  });
});
