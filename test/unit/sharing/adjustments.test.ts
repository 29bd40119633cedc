/** What would help, from the answer to the ideas: one spelling all the way. */
import { matchQuery } from '../../../dialogs/catalogue/playBack';
import { messages } from '../../../dialogs/content/copy';
import { ADJUSTMENTS } from '../../../dialogs/vocabulary';
import { sampleSnapshot } from '../../../services/directory/sample/sampleDirectory';
import { match } from '../../../services/routing/match';
import type { Offer } from '../../../services/routing/offer';
import { worldOf } from '../engine/talk';
import { walked } from '../engine/walk';

const [sample] = sampleSnapshot('2026-11-24').offers;
if (!sample) throw new Error('The sample directory is empty');

const offer = (serviceId: string, more: Partial<Offer>): Offer => ({
  ...sample,
  serviceId,
  organisationId: serviceId,
  needs: ['loneliness'],
  alsoHelps: [],
  areas: ['blantyre', 'online'],
  minimumAge: null,
  maximumAge: null,
  rungs: [1, 2, 3, 4, 5],
  adjustments: [],
  quietSafe: true,
  ...more,
});

describe.each(ADJUSTMENTS)('H3: %s', (adjustment) => {
  it.each(['web', 'whatsapp'] as const)('is heard from the answer to the first idea, on %s', (channel) => {
    const talk = walked(
      channel,
      {
        need: 'I am lonely',
        area: 'blantyre',
        ageBand: 'over18',
        sharedDevice: 'no',
        pace: 'more',
        adjustments: adjustment,
      },
      'summary',
    );
    const query = matchQuery({ state: talk.state, world: worldOf(talk) });
    expect(query.adjustments).toEqual([adjustment]);
    // among equals the one that does it comes first, whatever the day
    const offers = [offer('a', {}), offer('b', { adjustments: [adjustment] }), offer('c', {})];
    for (let day = 1; day <= 7; day += 1) {
      const found = match({ offers }, query, { date: `2026-12-0${day}`, weekday: day });
      expect(found.options[0]?.serviceId).toBe('b');
      expect(found.options[1]?.reasons.join()).toContain('We can ask them about');
    }
  });
});

it('H3: the question offers each of them and nothing else but its own ways out', () => {
  expect(Object.keys(messages.G2.choices).filter((id) => id !== 'else' && id !== 'no')).toEqual([...ADJUSTMENTS]);
});
