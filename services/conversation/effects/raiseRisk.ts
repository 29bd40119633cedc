/** Danger was heard: it is written down, and somebody is told. */
import { defineEffect } from './effect';
import { alertIdOf, riskData, writeRisk } from './risk';

export const raiseRisk = defineEffect({
  kind: 'raiseRisk',
  data: riskData,
  async do(asked, parts) {
    await writeRisk(asked, parts);
    const { category, level, riskId } = asked.data;
    const to = category === 'concern_about_us' ? 'safeguardingLead' : 'duty';
    // the turn asks for this alert too, under the same id: what is certain rings even if that were forgotten
    await parts.alert({ id: alertIdOf(asked.id, riskId, category, level), to, why: category, level });
  },
});
