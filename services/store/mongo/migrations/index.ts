/** The registry of migrations, in order. A new one is one file and one line. */
import { handoffs } from './handoffs';
import { lives } from './lives';
import type { Migration } from './migration';
import { phrases } from './phrases';

export const migrations: readonly Migration[] = [lives, phrases, handoffs];
