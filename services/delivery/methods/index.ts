/** The registry: every way there is to reach a partner. A new one is one file and one line. */
import type { z } from 'zod';
import { outbox } from './outbox';
import { smtp } from './smtp';

export const methods = [smtp, outbox] as const;

/** Which way, and what it is set up with. */
export type DeliveryMode = z.infer<(typeof methods)[number]['mode']>;
