/** What an age changes: under 16 is for others to help, 16 and 17 are told what differs (guide.md X10, X11). */
import { askFirst, type Draft, later } from '../draft';
import { leaveNote } from '../handOver';

/** Heeds a band of B4, however it was heard. */
export function heedAge(d: Draft, band: string | null): void {
  if (band === 'under16') {
    later(d, 'recordOutcome', { what: 'under16' });
    leaveNote(d, 'under16', 'P2');
    askFirst(d, 'under16');
  }
  if (band === 'age16to17') askFirst(d, 'age16to17');
}
