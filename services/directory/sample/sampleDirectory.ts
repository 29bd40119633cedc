/** The sample directory: twelve invented partners, so a new copy of the front door has somewhere to lead. */
import type { DirectorySnapshot } from '../../routing/offer';
import type { Directory } from '../record';
import { snapshotOf } from '../snapshot';
import { writeOut } from './build';
import { PARTNERS_ONE } from './partnersOne';
import { PARTNERS_TWO } from './partnersTwo';

/** Every sample record, as fresh on `today` (YYYY-MM-DD). All ids start with `sample-` and all are marked `sample`. */
export function sampleDirectory(today: string): Directory {
  return writeOut([...PARTNERS_ONE, ...PARTNERS_TWO], today);
}

/** The sample directory as matching sees it, for tests and tools that have no store. */
export function sampleSnapshot(today: string): DirectorySnapshot {
  return snapshotOf(sampleDirectory(today));
}
