/** What the person answered to a question about danger, beside the risk it belongs to. */
import { defineEffect } from './effect';
import { riskData, writeRisk } from './risk';

export const noteRiskAnswer = defineEffect({ kind: 'noteRiskAnswer', data: riskData, do: writeRisk });
