/** What a person sent, for the console: which of it a reader may know of, and one of it opened. */

import type { Staff } from '../../../services/handoffMachine/reasons';
import type { ReadHandoff } from '../../../services/handoffs/staff/shapes';
import type { createMedia } from '../../../services/media/media';
import type { MediaFile } from '../../../services/store/collections/media';
import type { Answer } from '../staff/door';

/** The keeper of files, as far as the console needs it. It writes each opening down before it hands anything out. */
export type FilesPort = Pick<ReturnType<typeof createMedia>, 'of' | 'read'>;

/** A worry about us comes in a message with its file a little before it is asked for as one, ms. */
const before = 10 * 60_000;

/** The files of a thread, oldest first, but what came with a worry about one of us and is the lead's. */
export async function filesOf(
  files: FilesPort,
  { conversationId, withheldSince }: Pick<ReadHandoff, 'conversationId' | 'withheldSince'>,
): Promise<readonly MediaFile[]> {
  const all = await files.of(conversationId);
  return withheldSince === null ? all : all.filter(({ receivedAt }) => receivedAt < withheldSince - before);
}

/** What the keeper of files knows them as. */
const roleOf = ({ roles }: Staff): string => {
  if (roles.includes('safeguarding')) return 'safeguardingLead';
  return roles.includes('advisor') ? 'advisor' : 'other';
};

export async function fileAnswer(
  files: FilesPort,
  read: Pick<ReadHandoff, 'conversationId' | 'withheldSince'>,
  id: string,
  staff: Staff,
): Promise<Answer> {
  // of this thread, and of what this reader may know of: a name guessed or copied from elsewhere opens nothing
  const one = (await filesOf(files, read)).find((file) => file.id === id);
  if (one === undefined) return { kind: 'missing' };
  const opened = await files.read(id, { staffId: staff.id, role: roleOf(staff) });
  if (opened.kind !== 'file') return { kind: 'missing' };
  return {
    kind: 'file',
    bytes: opened.bytes,
    contentType: opened.contentType,
    name: one.voice ? 'voice-note' : 'picture',
  };
}
