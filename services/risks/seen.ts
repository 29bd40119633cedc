/** What is added to a risk's history when one of the team says they have its alarm: a new record, with the time it happened. */
import type { Alarm } from '../alarms/collection';
import type { Risk } from '../store/collections/safety';
import type { Records } from '../store/ports';

/** Appends it, once for each alarm. Alarms about anything else have no risk, and nothing is written. Throws StoreDown. */
export async function noteSeen(risks: Records<Risk>, alarm: Alarm, at: number, who: string): Promise<void> {
  const [eventId = ''] = alarm.about.split(':');
  const known = await risks.find({ eventId }, 50);
  const first = [...known].sort((a, b) => a.detectedAt - b.detectedAt)[0];
  if (first === undefined || eventId === '') return;
  await risks.add({
    ...first,
    id: `${eventId}:seen:${alarm.id}`,
    // the words are in the first record; a copy here would be one more to protect
    exactWords: null,
    human: who,
    humanSeenAt: at,
  });
}
