/** What a migration is. */
import type { Db } from 'mongodb';

export interface Migration {
  /** for ever */
  readonly id: string;
  /** Changes what is stored. May run twice (a crash half way), so doing it again changes nothing. */
  readonly up: (db: Db) => Promise<void>;
}
