/** A light touch after silence: the first, then the last. */
import { reminder } from './reminder';

export const silence = reminder('silence', (step) => ({ name: 'silence', step: step === 2 ? 2 : 1 }));
