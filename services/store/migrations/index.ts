/** The registry of migrations, in order. A new one is one file and one line; ids are for ever. */
import type { Db } from 'mongodb';
import { lives } from './lives';

export interface Migration {
  readonly id: string;
  /** Changes what is stored. May run twice (a crash half way), so doing it again changes nothing. */
  readonly up: (db: Db) => Promise<void>;
}

export const migrations: readonly Migration[] = [lives];
