/** The sample directory reaches every need, every kind of service and both towns, and cannot be taken for real. */
import type { MatchQuery } from '../../../dialogs/types';
import { NEEDS } from '../../../dialogs/vocabulary';
import { sampleDirectory, sampleSnapshot } from '../../../services/directory/sample/sampleDirectory';
import { SERVICE_TYPES } from '../../../services/directory/vocabulary';
import { match } from '../../../services/routing/match';
import { LINE_LENGTH, optionLine } from '../../../services/routing/words';

const DATE = '2026-11-23';
const directory = sampleDirectory(DATE);
const snapshot = sampleSnapshot(DATE);
const TODAY = { date: DATE, weekday: 1 };
const ASKED: MatchQuery = {
  needs: [],
  priority: null,
  area: 'blantyre',
  ageBand: '18+',
  adjustments: [],
  barriers: [],
  rung: 2,
  quiet: false,
  declined: [],
};
const GSM7 = /^[A-Za-z0-9 .,:;'"!?()&/@%+=*<>_$#\n-]*$/;
const AVOID =
  /referral|refer\b|client|case\b|assessment|triage|appointment|vulnerable|homeless|barrier|must|need to|just\b|simply/i;

describe('the sample directory', () => {
  it('has twelve organisations, all marked as samples', () => {
    expect(directory.organisations).toHaveLength(12);
    for (const record of [...directory.organisations, ...directory.services]) {
      expect(record.sample).toBe(true);
      expect(record.id).toMatch(/^sample-/);
    }
  });

  it('writes to example.org and rings only numbers kept for drama', () => {
    for (const { organization } of directory.organisations) expect(organization.email).toMatch(/@example\.org$/);
    for (const { service } of directory.services) {
      expect(service.contacts[0]?.phones[0]?.number).toMatch(/^(01632 960|07700 900)\d{3}$/);
    }
  });

  it.each(SERVICE_TYPES)('has somebody for "%s"', (type) => {
    const names = directory.services.flatMap(({ service }) =>
      service.attributes.filter((it) => it.link_type === 'service_type').map((it) => it.taxonomy_term.name),
    );
    expect(names).toContain(type);
  });

  it.each(NEEDS.flatMap((need) => ['blantyre', 'rutherglen', 'somewhereElse'].map((area) => [need, area] as const)))(
    'leads somebody who says %s in %s somewhere',
    (need, area) => {
      const found = match(snapshot, { ...ASKED, needs: [need], priority: need, area }, TODAY);
      // a playroom and a loan desk are places: from further away, a person of the team looks for one
      const placeOnly = ['family', 'digital'].includes(need) && area === 'somewhereElse';
      expect(found.options.length > 0).toBe(!placeOnly);
    },
  );

  it('says everything in plain letters, short enough for a text', () => {
    for (const offer of snapshot.offers) {
      const line = optionLine(offer, ASKED, TODAY);
      expect(line.length).toBeLessThanOrEqual(LINE_LENGTH);
      expect(`${offer.partner} ${line} ${offer.contact} ${offer.whoMeetsYou}`).toMatch(GSM7);
      expect(`${offer.service} ${line}`).not.toMatch(AVOID);
      expect(offer.partner.length).toBeLessThanOrEqual(24);
    }
  });
});
