/**
 * Preloaded into the app (`node --require`) to plant a fault: turns are committed, and nothing they ask for is ever done.
 * Only for the checks of `npm run faults`, which must see it.
 */
import * as doEffects from '../../services/conversation/doEffects';

const real = doEffects.createEffects;
const broken: typeof real = (parts) => ({ ...real(parts), start: async () => undefined, sweep: async () => 0 });
Object.defineProperty(doEffects, 'createEffects', { value: broken });
