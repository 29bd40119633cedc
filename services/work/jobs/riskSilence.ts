/** Somebody was asked about danger and has not written since: the conversation says what comes then. */
import { reminder } from './reminder';

export const riskSilence = reminder('riskSilence', () => ({ name: 'riskSilence' }));
